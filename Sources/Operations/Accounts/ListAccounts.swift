package import Domain
import Foundation
import SQL
import Store

/// An account with its roles, for an administrator.
package struct AccountRow: Sendable, Hashable, Identifiable {
    package var account: Account
    package var roles: [RoleGrant]
    /// How it stands with the provider of sign-in; nil where it doesn't, or none was asked about.
    package var openID: OpenIDStanding?

    package var id: Account.ID { account.id }
}

/// Whether a person at the provider of sign-in is bound to an account.
package enum OpenIDStanding: Sendable, Hashable, CaseIterable {
    case linked
    /// The first person with an address is to be.
    case waiting
}

/// The accounts of the agencies that the actor administers, and those that belong nowhere.
package struct ListAccounts: Operation {
    private let issuer: String?

    /// - Parameter provider: whose links are told of.
    package init(at provider: OpenIDProvider? = nil) {
        issuer = provider?.settings.issuer
    }

    package func run(in office: Office, as actor: Actor) async throws -> [AccountRow] {
        let now = office.now()
        return try await office.pool.read { [issuer] db in
            if actor != .commandLine, actor.agencies(as: [.administrator]).isEmpty {
                throw actor == .nobody ? AccessRefused.signInFirst : .notAllowed
            }
            let grants = Dictionary(grouping: try db.roleGrants(), by: \.account)
            let linked = Set(try issuer.map { try db.accountsWithOpenIDLink($0) } ?? [])
            let waiting = Set(try issuer.map { try db.accountsWithOpenIDInvitation($0, at: now) } ?? [])
            var mayView: [Agency.ID: Bool] = [:]
            for agency in Set(grants.values.joined().map(\.agency)) {
                mayView[agency] = Permission.allows(
                    actor, .viewAccounts, on: try .init(agency: agency, in: db))
            }
            return try db.accounts().compactMap { account in
                let roles = grants[account.id] ?? []
                let isShown = roles.isEmpty || roles.contains { mayView[$0.agency] == true }
                guard isShown else { return nil }
                let standing: OpenIDStanding? =
                    linked.contains(account.id) ? .linked : waiting.contains(account.id) ? .waiting : nil
                return AccountRow(account: account, roles: roles, openID: standing)
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
