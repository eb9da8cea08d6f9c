package import Domain
import Foundation
import SQL
import Store

/// Gives an account a role in an agency.
package struct GrantRole: Operation {
    private let grant: RoleGrant

    package init(account: Account.ID, agency: Agency.ID, role: Role) {
        grant = RoleGrant(account: account, agency: agency, role: role)
    }

    package func run(in office: Office, as actor: Actor) async throws {
        let now = office.now()
        try await office.pool.write { [grant] db in
            let subject = try Permission.Subject(agency: grant.agency, owner: grant.account, in: db)
            try Office.require(.grantRole, by: actor, on: subject)
            guard try db.agency(grant.agency) != nil else { throw NotFound.agency }
            // A token's account is nobody's: its rights are the token's own.
            guard try db.accountRecord(grant.account) != nil, try !db.isOfToken(grant.account) else {
                throw NotFound.account
            }
            try db.grant(grant, at: now)
            try Office.record(
                "GrantRole", "account", grant.account.rawValue,
                ["agency": grant.agency.rawValue, "role": grant.role.rawValue], by: actor, at: now, in: db)
        }
    }
}

/// Takes a role in an agency away.
package struct RevokeRole: Operation {
    private let grant: RoleGrant

    package init(account: Account.ID, agency: Agency.ID, role: Role) {
        grant = RoleGrant(account: account, agency: agency, role: role)
    }

    package func run(in office: Office, as actor: Actor) async throws {
        let now = office.now()
        try await office.pool.write { [grant] db in
            let subject = try Permission.Subject(agency: grant.agency, owner: grant.account, in: db)
            try Office.require(.grantRole, by: actor, on: subject)
            guard try db.revoke(grant) else { throw NotFound.account }
            if grant.role == .administrator { try LastAdministrator.check(in: db) }
            try Office.record(
                "RevokeRole", "account", grant.account.rawValue,
                ["agency": grant.agency.rawValue, "role": grant.role.rawValue], by: actor, at: now, in: db)
        }
    }
}

/// Keeps an account from signing in, and ends its sessions; or lets it in again.
package struct DisableAccount: Operation {
    private let account: Account.ID
    private let isDisabled: Bool

    package init(account: Account.ID, isDisabled: Bool = true) {
        self.account = account
        self.isDisabled = isDisabled
    }

    package func run(in office: Office, as actor: Actor) async throws {
        let now = office.now()
        try await office.pool.write { [account, isDisabled] db in
            guard var record = try db.accountRecord(account) else { throw NotFound.account }
            try AccountReach.require(.disableAccount, of: account, by: actor, in: db)
            record.account.isDisabled = isDisabled
            try db.update(record)
            if isDisabled {
                try db.deleteSessions(of: account)
                try LastAdministrator.check(in: db)
            }
            try Office.record(
                isDisabled ? "DisableAccount" : "EnableAccount", "account", account.rawValue,
                ["name": record.account.name], by: actor, at: now, in: db)
        }
    }
}

/// The server must not be left without an administrator who can sign in.
enum LastAdministrator {
    static func check(in db: Database) throws {
        let enabled = Set(try db.accounts().filter { !$0.isDisabled }.map(\.id))
        let remains = try db.roleGrants().contains {
            $0.role == .administrator && enabled.contains($0.account)
        }
        if !remains { throw AccountRefused.lastAdministrator }
    }
}

/// Whoever changes an account must reach every agency in which it holds a role.
enum AccountReach {
    static func require(_ action: Action, of account: Account.ID, by actor: Actor, in db: Database) throws {
        if try db.isOfToken(account) { throw NotFound.account }
        let grants = try db.roleGrants(of: account)
        let agencies = Set(grants.map(\.agency)).sorted()
        if agencies.isEmpty {
            // Belongs to nobody: whoever administers anything may put it right.
            let homes = actor.agencies(as: [.administrator])
            let subject = try homes.first.map { try Permission.Subject(agency: $0, owner: account, in: db) }
            return try Office.require(action, by: actor, on: subject ?? Permission.Subject(owner: account))
        }
        for agency in agencies {
            try Office.require(action, by: actor, on: try .init(agency: agency, owner: account, in: db))
        }
    }
}
