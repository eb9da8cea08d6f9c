package import Domain
import Foundation
import SQL
import Store

/// Makes the first account, with the agency that runs the server; only where there is no account
/// yet.
package struct CreateFirstAdministrator: Operation {
    private let new: NewAccount
    private let agencyName: String

    package init(name: String, displayName: String, password: String, agencyName: String) {
        new = NewAccount(name: name, displayName: displayName, password: password)
        self.agencyName = agencyName
    }

    package func run(in office: Office, as actor: Actor) async throws -> Account {
        guard actor == .commandLine else { throw AccessRefused.notAllowed }
        guard let agencyName = TypedText.line(agencyName, limitBytes: 500) else {
            throw AccountRefused.agencyName
        }
        let record = try await new.record(in: office, agencyNames: [agencyName], mustChangePassword: false)
        let agency = Agency(id: office.newID(), name: agencyName, kind: .committee)
        let now = office.now()
        return try await office.pool.write { db in
            guard try !db.hasAccounts() else { throw AccountRefused.notFirst }
            let existing = try Self.home(named: agencyName, in: db)
            if existing == nil { try db.insert(agency, at: now) }
            let home = existing ?? agency
            try db.insert(record)
            try db.grant(
                RoleGrant(account: record.account.id, agency: home.id, role: .administrator), at: now)
            try Office.record(
                "CreateFirstAdministrator", "account", record.account.id.rawValue,
                ["name": record.account.name, "agency": home.name], by: actor, at: now, in: db)
            return record.account
        }
    }

    /// The agency of that name, where units were entered before; in a register made by hand the first one.
    private static func home(named name: String, in db: Database) throws -> Agency? {
        let agencies = try db.agencies()
        guard try db.hasUnitCodes() else { return agencies.first }
        let key = PartyKey.of(name)
        return agencies.first { $0.validTo == nil && PartyKey.of($0.name) == key }
    }
}

/// Makes an account with a role in an agency.
package struct CreateAccount: Operation {
    private let new: NewAccount
    private let agency: Agency.ID
    private let role: Role
    private let mustChangePassword: Bool

    /// - Parameter mustChangePassword: true where the password was handed over by another person.
    package init(
        name: String, displayName: String, password: String, agency: Agency.ID, role: Role,
        mustChangePassword: Bool = true
    ) {
        new = NewAccount(name: name, displayName: displayName, password: password)
        self.agency = agency
        self.role = role
        self.mustChangePassword = mustChangePassword
    }

    package func run(in office: Office, as actor: Actor) async throws -> Account {
        let agencyID = agency
        // Asked before the costly hash, and again below in the transaction that counts.
        let home = try await office.pool.read { db in
            try Office.require(.createAccount, by: actor, on: try .init(agency: agencyID, in: db))
            return try db.agency(agencyID)
        }
        guard let home else { throw NotFound.agency }
        let record = try await new.record(
            in: office, agencyNames: home.passwordNames, mustChangePassword: mustChangePassword)
        let grant = RoleGrant(account: record.account.id, agency: home.id, role: role)
        let now = office.now()
        return try await office.pool.write { db in
            try Office.require(.createAccount, by: actor, on: try .init(agency: home.id, in: db))
            try NewAccount.insert(record, in: db)
            try db.grant(grant, at: now)
            try Office.record(
                "CreateAccount", "account", record.account.id.rawValue,
                ["name": record.account.name, "agency": home.id.rawValue, "role": grant.role.rawValue],
                by: actor,
                at: now, in: db)
            return record.account
        }
    }
}
