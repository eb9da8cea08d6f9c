package import Domain
import Foundation
import SQL
import Store
import Vietnamese

/// The planner accepts what the lead reported; the person who reported it can't.
package struct AcceptTask: Operation {
    private let task: Plan.Task.ID
    private let revision: Int

    package init(task: Plan.Task.ID, revision: Int) {
        self.task = task
        self.revision = revision
    }

    package func run(in office: Office, as actor: Actor) async throws -> Plan.Task {
        try await OpenTask.judge(task, seen: revision, in: office, as: actor) { open, db in
            try open.step(.accept)
            try open.requireAnother(than: open.task.progress.submittedBy, in: db)
            open.task.progress.endedAt = open.now
            try open.save("AcceptTask", [:], in: db)
        }
    }
}

/// The planner gives a report back, with what is missing.
package struct ReturnTask: Operation {
    private let task: Plan.Task.ID
    private let revision: Int
    private let reason: String

    package init(task: Plan.Task.ID, revision: Int, reason: String) {
        self.task = task
        self.revision = revision
        self.reason = reason
    }

    package func run(in office: Office, as actor: Actor) async throws -> Plan.Task {
        let reason = try OpenTask.reason(reason)
        return try await OpenTask.judge(task, seen: revision, in: office, as: actor) { open, db in
            try open.step(.return)
            open.task.progress.reason = reason
            try open.save("ReturnTask", ["reason": PhoneMask.masked(reason)], in: db)
        }
    }
}

/// The planner says that a task is no longer to be done.
package struct CancelTask: Operation {
    private let task: Plan.Task.ID
    private let revision: Int
    private let reason: String

    package init(task: Plan.Task.ID, revision: Int, reason: String) {
        self.task = task
        self.revision = revision
        self.reason = reason
    }

    package func run(in office: Office, as actor: Actor) async throws -> Plan.Task {
        let reason = try OpenTask.reason(reason)
        return try await OpenTask.judge(task, seen: revision, in: office, as: actor) { open, db in
            try open.step(.cancel)
            open.task.progress.reason = reason
            open.task.progress.endedAt = open.now
            try open.save("CancelTask", ["reason": PhoneMask.masked(reason)], in: db)
        }
    }
}

/// The planner takes back an acceptance or a cancelling; whoever acted and has ended since is followed by its successor.
package struct ReopenTask: Operation {
    private let task: Plan.Task.ID
    private let revision: Int
    private let reason: String

    package init(task: Plan.Task.ID, revision: Int, reason: String) {
        self.task = task
        self.revision = revision
        self.reason = reason
    }

    package func run(in office: Office, as actor: Actor) async throws -> Plan.Task {
        let reason = try OpenTask.reason(reason)
        return try await OpenTask.judge(task, seen: revision, in: office, as: actor) { open, db in
            try open.step(.reopen)
            open.task.progress.reason = nil
            open.task.progress.endedAt = nil
            open.task.progress.submittedAt = nil
            open.task.progress.submittedBy = nil
            open.task.renewSilence(after: CalendarDay(inVietnamAt: open.now))
            try Reorganisation.handOn(open.assignees, in: office, by: actor, at: open.now, db)
            try open.save("ReopenTask", ["reason": PhoneMask.masked(reason)], in: db)
        }
    }
}

/// The planner asks the lead how a task stands; it becomes a remark, which the lead's people are told of.
package struct RemindTask: Operation {
    private let task: Plan.Task.ID
    private let words: String?

    package init(task: Plan.Task.ID, words: String? = nil) {
        self.task = task
        self.words = words
    }

    package func run(in office: Office, as actor: Actor) async throws -> TaskComment {
        let now = office.now()
        let words = try OpenTask.note(words)
        return try await office.pool.write { [task] db in
            let open = try OpenTask(task, by: actor, at: now, in: db)
            try open.requireJudge(in: db)
            guard open.task.state.isPending else { throw TaskRefused.wrongState(open.task.state) }
            return try open.comment(.reminder, words ?? "", of: open.plan.agency, id: office.newID(), in: db)
        }
    }
}
