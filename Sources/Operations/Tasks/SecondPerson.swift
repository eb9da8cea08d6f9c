import Domain
import SQL
import Store

/// Whoever reports doesn't judge: not the same account, and of one agency's programs not another one either, for
/// the same hands hold all its tokens.
enum SecondPerson {
    /// - Parameter reporter: whose report it is; nil where nobody knows any more.
    static func isMissing(_ actor: Actor, judging reporter: Account.ID?, in db: Database) throws -> Bool {
        guard let reporter, let account = actor.accountID else { return false }
        if account == reporter { return true }
        guard case .token(_, let roles, _) = actor, let agency = try db.agencyOfToken(reporter) else {
            return false
        }
        return roles.contains { $0.agency == agency }
    }
}

extension OpenTask {
    /// Refuses whoever reported it, or acts with the same hands.
    func requireAnother(than reporter: Account.ID?, in db: Database) throws {
        if try SecondPerson.isMissing(actor, judging: reporter, in: db) { throw TaskRefused.samePerson }
    }
}
