package import Domain
import Foundation
import SQL
import Store

/// An account with its roles, for an administrator.
package struct AccountRow: Sendable, Hashable, Identifiable {
    package var account: Account
    package var roles: [RoleGrant]

    package var id: Account.ID { account.id }
}

/// The accounts of the agencies that the actor administers, and those that belong nowhere.
package struct ListAccounts: Operation {
    package init() {}

    package func run(in office: Office, as actor: Actor) async throws -> [AccountRow] {
        try await office.pool.read { db in
            if actor != .commandLine, actor.agencies(as: [.administrator]).isEmpty {
                throw actor == .nobody ? AccessRefused.signInFirst : .notAllowed
            }
            let grants = Dictionary(grouping: try db.roleGrants(), by: \.account)
            var mayView: [Agency.ID: Bool] = [:]
            for agency in Set(grants.values.joined().map(\.agency)) {
                mayView[agency] = Permission.allows(
                    actor, .viewAccounts, on: try .init(agency: agency, in: db))
            }
            return try db.accounts().compactMap { account in
                let roles = grants[account.id] ?? []
                let isShown = roles.isEmpty || roles.contains { mayView[$0.agency] == true }
                return isShown ? AccountRow(account: account, roles: roles) : nil
            }
        }
    }
}

/// One account, for an administrator or its own person.
package struct ShowAccount: Operation {
    private let account: Account.ID

    package init(account: Account.ID) {
        self.account = account
    }

    package func run(in office: Office, as actor: Actor) async throws -> AccountRow {
        if actor.accountID != account {
            let rows = try await ListAccounts().run(in: office, as: actor)
            guard let row = rows.first(where: { $0.account.id == account }) else { throw NotFound.account }
            return row
        }
        return try await office.pool.read { [account] db in
            guard let record = try db.accountRecord(account) else { throw NotFound.account }
            return AccountRow(account: record.account, roles: try db.roleGrants(of: account))
        }
    }
}
