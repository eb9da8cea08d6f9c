package import Domain
import Foundation
import SQL
import Store

/// Notes that a file of evidence with a mark of secrecy was refused: when and from whom, and nothing of the file.
///
/// The converter refuses it before `AddEvidence` is ever asked.
package struct NoteRefusedSecret: Operation {
    private let task: Plan.Task.ID

    package init(task: Plan.Task.ID) {
        self.task = task
    }

    package func run(in office: Office, as actor: Actor) async throws {
        if actor == .nobody { throw AccessRefused.signInFirst }
        let now = office.now()
        try await office.pool.write { [task] db in
            guard try db.task(task) != nil else { throw NotFound.task }
            try Office.record("RefuseSecret", "task", task.rawValue, [:], by: actor, at: now, in: db)
        }
    }
}
