package import Domain
import Foundation
import SQL
package import Store

/// To whom a task of an agency may be given: its planners and members; for those who may give it.
package struct ListColleagues: Operation {
    private let agency: Agency.ID
    /// Enough for a choice.
    package static let limit = 300

    package init(of agency: Agency.ID) {
        self.agency = agency
    }

    package func run(in office: Office, as actor: Actor) async throws -> [Colleague] {
        try await office.pool.read { [agency] db in
            let subject = try Permission.Subject(agency: agency, in: db)
            guard Permission.allows(actor, .delegateTask, on: subject) else { throw AccessRefused.notAllowed }
            return try db.colleagues(in: agency, as: [.planner, .member], limit: Self.limit)
        }
    }
}
