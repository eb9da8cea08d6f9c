package import Domain
import Foundation
import SQL
import Store
import Trust

/// A secret for an authenticator app, to be confirmed by a code.
package struct SecondFactorOffer: Sendable, Hashable {
    /// Base 32, to be typed.
    package var secret: String
    /// The same as an address, to be scanned.
    package var uri: String

    init(_ secret: [UInt8], account: String, issuer: String) {
        self.secret = Base32.encode(secret)
        uri = OneTimeCode.uri(secret: secret, account: account, issuer: issuer)
    }
}

/// Offers a secret for a second factor; nothing changes until a code of it is typed.
package struct BeginSecondFactor: Operation {
    private let issuer: String

    package init(issuer: String = "Loa") {
        self.issuer = issuer
    }

    package func run(in office: Office, as actor: Actor) async throws -> SecondFactorOffer {
        guard let id = actor.accountID else { throw AccessRefused.signInFirst }
        let secret = office.random(OneTimeCode.secretByteCount)
        return try await office.pool.write { [issuer] db in
            try Office.require(.enrolSecondFactor, by: actor, on: .init(owner: id))
            guard var record = try db.accountRecord(id) else { throw NotFound.account }
            // A session left open must not be enough to put another app in the place of the owner's.
            if record.secondFactorSecret != nil { throw AccountRefused.secondFactorOn }
            record.pendingSecret = secret
            try db.update(record)
            return SecondFactorOffer(secret, account: record.account.name, issuer: issuer)
        }
    }
}

/// The secret that was offered and not confirmed yet, for whoever mistyped a code or comes back to the page.
package struct ShowSecondFactorOffer: Operation {
    private let issuer: String

    package init(issuer: String = "Loa") {
        self.issuer = issuer
    }

    /// Nil where nothing was begun, or where it is finished.
    package func run(in office: Office, as actor: Actor) async throws -> SecondFactorOffer? {
        guard let id = actor.accountID else { throw AccessRefused.signInFirst }
        return try await office.pool.read { [issuer] db in
            try Office.require(.enrolSecondFactor, by: actor, on: .init(owner: id))
            guard let record = try db.accountRecord(id) else { throw NotFound.account }
            return record.pendingSecret.map {
                SecondFactorOffer($0, account: record.account.name, issuer: issuer)
            }
        }
    }
}

/// Takes the offered secret as the second factor, once a code shows that the app has it.
package struct EnrolSecondFactor: Operation {
    private let code: String

    package init(code: String) {
        self.code = code
    }

    package func run(in office: Office, as actor: Actor) async throws {
        guard let id = actor.accountID else { throw AccessRefused.signInFirst }
        let now = office.now()
        try await office.pool.write { [code] db in
            try Office.require(.enrolSecondFactor, by: actor, on: .init(owner: id))
            guard var record = try db.accountRecord(id) else { throw NotFound.account }
            if record.secondFactorSecret != nil { throw AccountRefused.secondFactorOn }
            guard let secret = record.pendingSecret else { throw AccountRefused.noSecondFactorOffered }
            guard let step = OneTimeCode.acceptedStep(of: code, secret: secret, at: now, after: nil) else {
                throw AccountRefused.wrongCode
            }
            record.secondFactorSecret = secret
            record.secondFactorStep = step
            record.pendingSecret = nil
            try db.update(record)
            try Office.record("EnrolSecondFactor", "account", id.rawValue, [:], by: actor, at: now, in: db)
        }
    }
}

/// Gives the second factor up; asks for the password, because a session left open must not be
/// enough.
package struct RemoveSecondFactor: Operation {
    private let password: String

    package init(password: String) {
        self.password = password
    }

    package func run(in office: Office, as actor: Actor) async throws {
        guard let id = actor.accountID else { throw AccessRefused.signInFirst }
        let record = try await office.pool.read { db in
            try Office.require(.enrolSecondFactor, by: actor, on: .init(owner: id))
            return try db.accountRecord(id)
        }
        guard let record else { throw NotFound.account }
        guard password.utf8.count <= PasswordRules.longestBytes,
            try await office.passwords.verify(password, against: record.passwordHash)
        else { throw AccountRefused.wrongPassword }
        let now = office.now()
        try await office.pool.write { db in
            guard var fresh = try db.accountRecord(id) else { throw NotFound.account }
            fresh.secondFactorSecret = nil
            fresh.secondFactorStep = nil
            fresh.pendingSecret = nil
            try db.update(fresh)
            try Office.record("RemoveSecondFactor", "account", id.rawValue, [:], by: actor, at: now, in: db)
        }
    }
}
