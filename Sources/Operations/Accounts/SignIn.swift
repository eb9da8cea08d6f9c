package import Domain
import Foundation
import SQL
import Store
import Trust

/// What a right password leads to.
package enum SignInStep: Sendable, Hashable {
    /// The token of a session, for a cookie.
    case signedIn(token: String)
    /// A code is asked for next; the token holds for some minutes and opens nothing else.
    case secondFactor(token: String)
}

/// Signs in by name and password.
package struct SignIn: Operation {
    private let name: String
    private let password: String
    private let address: String

    /// - Parameter address: the client's address as text, for the throttle.
    package init(name: String, password: String, address: String) {
        self.name = String(name.lowercased().prefix(64))
        self.password = password
        self.address = String(address.prefix(64))
    }

    package func run(in office: Office, as actor: Actor) async throws -> SignInStep {
        guard password.utf8.count <= PasswordRules.longestBytes else { throw SignInRefused.wrong }
        let booked = try await SignInTries.book(name: name, address: address, in: office)
        let isRight: Bool
        let record: AccountRecord?
        do {
            record = try await office.pool.read { [name] db in try db.accountRecord(named: name) }
            isRight = try await self.isRight(record, in: office)
        } catch {
            // Nobody looked at the password, so it was no try.
            await SignInTries.giveBack(booked, in: office)
            throw error
        }
        guard isRight, let record else {
            try await SignInTries.countWrong(booked, in: office)
            throw SignInRefused.wrong
        }
        do { return try await open(record, booked, in: office) } catch {
            await SignInTries.giveBack(booked, in: office)
            throw error
        }
    }

    private func open(_ record: AccountRecord, _ booked: SignInTry, in office: Office) async throws
        -> SignInStep
    {
        let newHash =
            office.passwords.isOutdated(record.passwordHash)
            ? try await office.passwords.hash(password, random: office.random(16)) : nil
        let token = office.newToken()
        let now = office.now()
        return try await office.pool.write { [name] db in
            // It may have been disabled, or got another password, while the hash was computed.
            guard var fresh = try db.accountRecord(record.account.id), !fresh.account.isDisabled,
                fresh.passwordHash == record.passwordHash
            else { throw SignInRefused.wrong }
            if let newHash {
                fresh.passwordHash = newHash
                try db.update(fresh)
            }
            let stage: SessionRecord.Stage = fresh.account.hasSecondFactor ? .secondFactor : .open
            try db.insert(
                SessionRecord(
                    tokenDigest: token.digest, account: fresh.account.id, stage: stage, way: .password,
                    createdAt: now, lastSeenAt: now))
            try db.endTry(booked.id)
            // The wrong codes of before still count: the right password alone opens nothing.
            if stage == .secondFactor { return .secondFactor(token: token.text) }
            try db.deleteThrottle(.account, name)
            try SignInTries.sweep(at: now, rules: office.sessions, in: db)
            try Office.record(
                "SignIn", "account", fresh.account.id.rawValue, [:],
                by: .account(fresh.account.id, roles: []), at: now,
                in: db)
            return .signedIn(token: token.text)
        }
    }

    private func isRight(_ record: AccountRecord?, in office: Office) async throws -> Bool {
        do {
            guard let record, !record.account.isDisabled else {
                try await office.passwords.verifyNothing(password)
                return false
            }
            return try await office.passwords.verify(password, against: record.passwordHash)
        } catch is PasswordHasher.TooBusy {
            throw SignInRefused.busy
        }
    }
}

/// Finishes a sign-in with the code of the second factor.
package struct ConfirmSecondFactor: Operation {
    private let token: String
    private let code: String
    private let address: String
    /// From the password to the code.
    static let patienceSeconds: TimeInterval = 5 * 60

    package init(token: String, code: String, address: String) {
        self.token = token
        self.code = code
        self.address = String(address.prefix(64))
    }

    /// The token of the session, another one than that of the first step.
    package func run(in office: Office, as actor: Actor) async throws -> String {
        guard let token = Token(text: token) else { throw SignInRefused.wrongCode }
        let newToken = office.newToken()
        let now = office.now()
        let isRight = try await office.pool.write { [code, address] db -> Bool in
            guard let session = try db.session(token.digest), session.stage == .secondFactor,
                now.timeIntervalSince(session.createdAt) < Self.patienceSeconds,
                var record = try db.accountRecord(session.account), !record.account.isDisabled,
                let secret = record.secondFactorSecret
            else { return false }
            let name = record.account.name
            try SignInTries.refuseWhileWaiting(name: name, address: address, at: now, in: db)
            guard
                let step = OneTimeCode.acceptedStep(
                    of: code, secret: secret, at: now, after: record.secondFactorStep)
            else {
                try SignInTries.countWrong(name: name, address: address, at: now, in: db)
                return false
            }
            record.secondFactorStep = step
            try db.update(record)
            try db.deleteSession(token.digest)
            try db.insert(
                SessionRecord(
                    tokenDigest: newToken.digest, account: session.account, stage: .open, way: session.way,
                    createdAt: now, lastSeenAt: now))
            try db.deleteThrottle(.account, name)
            try SignInTries.sweep(at: now, rules: office.sessions, in: db)
            try Office.record(
                "SignIn", "account", session.account.rawValue,
                ["secondFactor": "yes", "way": session.way == .openID ? "openid" : nil],
                by: .account(session.account, roles: []), at: now, in: db)
            return true
        }
        // Thrown out here, so that the count of a wrong code is kept.
        guard isRight else { throw SignInRefused.wrongCode }
        return newToken.text
    }
}
