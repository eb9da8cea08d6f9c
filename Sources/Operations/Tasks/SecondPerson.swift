import Domain
import SQL
import Store

/// Whoever reports doesn't judge: not the same account, and no program of an agency what came from that agency, for
/// the hands that report may hold its tokens.
enum SecondPerson {
    /// - Parameter reporter: whose report it is; nil where nobody knows any more.
    static func isMissing(_ actor: Actor, judging reporter: Account.ID?, in db: Database) throws -> Bool {
        guard let reporter, let account = actor.accountID else { return false }
        if account == reporter { return true }
        guard case .token(_, let roles, _) = actor else { return false }
        let ofToken = try db.agencyOfToken(reporter)
        let reporters = try ofToken.map { [$0] } ?? db.roleGrants(of: reporter).map(\.agency)
        return roles.contains { reporters.contains($0.agency) }
    }
}

extension OpenTask {
    /// Refuses whoever reported it, or acts with the same hands.
    func requireAnother(than reporter: Account.ID?, in db: Database) throws {
        if try SecondPerson.isMissing(actor, judging: reporter, in: db) { throw TaskRefused.samePerson }
    }
}
