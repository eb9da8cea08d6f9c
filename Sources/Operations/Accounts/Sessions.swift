package import Domain
package import Foundation
import SQL
import Store
import Trust

/// Who a request comes from.
package struct SignedIn: Sendable, Hashable {
    package var account: Account
    package var roles: [RoleGrant]
    /// Names of the agencies in which it holds a role.
    package var agencyNames: [Agency.ID: String]
    /// To be passed to operations.
    ///
    /// Without any role while the password must be changed.
    package var actor: Actor
    /// For the tokens of forms; see `FormToken`.
    package var formKey: String
    /// When the session is over, whatever happens.
    package var endsAt: Date
}

/// Finds the session of a token; nil when there is none or it has run out.
package struct FindSession: Operation {
    private let token: String
    /// The time of the last request is written at most so often.
    static let touchSeconds: TimeInterval = 60

    package init(token: String) {
        self.token = token
    }

    package func run(in office: Office, as actor: Actor) async throws -> SignedIn? {
        guard let token = Token(text: token) else { return nil }
        let now = office.now()
        let rules = office.sessions
        let found = try await office.pool.read { db -> (SignedIn, SessionRecord)? in
            guard let session = try db.session(token.digest), session.stage == .open,
                rules.isAlive(createdAt: session.createdAt, lastSeenAt: session.lastSeenAt, at: now),
                var account = try db.accountRecord(session.account)?.account, !account.isDisabled
            else { return nil }
            // Whoever came by a provider used no password that was handed over: there is none to be changed first.
            if session.way == .openID { account.mustChangePassword = false }
            let roles = try db.roleGrants(of: account.id)
            var names: [Agency.ID: String] = [:]
            for agency in Set(roles.map(\.agency)) { names[agency] = try db.agency(agency)?.name }
            // Somebody may work for three departments that are called alike: then with their places.
            if Set(names.values).count < names.count {
                let register = try office.registers.register(in: db)
                for agency in names.keys { names[agency] = register.fullName(of: agency, on: office.today) }
            }
            let signedIn = SignedIn(
                account: account, roles: roles, agencyNames: names,
                actor: .account(account.id, roles: account.mustChangePassword ? [] : roles),
                formKey: token.formKey, endsAt: session.createdAt.addingTimeInterval(rules.absoluteSeconds))
            return (signedIn, session)
        }
        guard let (signedIn, session) = found else { return nil }
        if now.timeIntervalSince(session.lastSeenAt) >= Self.touchSeconds {
            try await office.pool.write { db in try db.touchSession(token.digest, at: now) }
        }
        return signedIn
    }
}

/// Ends a session.
///
/// A token without a session is no error.
package struct SignOut: Operation {
    private let token: String

    package init(token: String) {
        self.token = token
    }

    package func run(in office: Office, as actor: Actor) async throws {
        guard let token = Token(text: token) else { return }
        let now = office.now()
        try await office.pool.write { db in
            guard let session = try db.session(token.digest) else { return }
            try db.deleteSession(token.digest)
            try Office.record(
                "SignOut", "account", session.account.rawValue, [:], by: .account(session.account, roles: []),
                at: now,
                in: db)
        }
    }
}
