package import Domain
import Foundation
import SQL
import Store
import Vietnamese

/// Somebody who acts on a task, or judges it, says something about it.
package struct CommentOnTask: Operation {
    private let task: Plan.Task.ID
    private let text: String

    package init(task: Plan.Task.ID, text: String) {
        self.task = task
        self.text = text
    }

    package func run(in office: Office, as actor: Actor) async throws -> TaskComment {
        let now = office.now()
        guard let text = TypedText.lines(text, limitBytes: TaskComment.longestBytes) else {
            throw TaskRefused.badText
        }
        return try await office.pool.write { [task] db in
            let open = try OpenTask(task, by: actor, at: now, in: db)
            let speaker = try open.require(.commentOnTask, forOneOf: open.acting + [open.plan.agency], in: db)
            return try open.comment(.comment, text, of: speaker, id: office.newID(), in: db)
        }
    }
}

extension OpenTask {
    /// The same words of the same hand within so many seconds are one comment: a button pressed twice, a form sent anew.
    static let againSeconds: TimeInterval = 600

    func isJustNow(_ instant: Date) -> Bool {
        (0..<Self.againSeconds).contains(now.timeIntervalSince(instant))
    }

    /// - Parameter speaker: the agency for which it is said; the others are told.
    /// - Returns: the comment that stands there already where it was just said.
    func comment(
        _ kind: TaskComment.Kind, _ text: String, of speaker: Agency.ID, id: TaskComment.ID, in db: Database
    ) throws -> TaskComment {
        if let same = try db.comments(on: task.id).last(where: {
            $0.madeBy == actor.accountID && $0.kind == kind && $0.text == text && isJustNow($0.madeAt)
        }) {
            return same
        }
        guard try db.commentCount(of: task.id) < TaskComment.limit else {
            throw TaskRefused.tooMany(TaskComment.limit)
        }
        let comment = TaskComment(
            id: id, task: task.id, kind: kind, text: text, madeAt: now, madeBy: actor.accountID)
        try db.insert(comment)
        try record(
            kind == .comment ? "CommentOnTask" : "RemindTask",
            ["text": PhoneMask.masked(text), "agency": speaker.rawValue], in: db)
        return comment
    }
}

/// The lead asks for another last day.
package struct AskForTime: Operation {
    private let task: Plan.Task.ID
    private let day: CalendarDay
    private let reason: String

    package init(task: Plan.Task.ID, until day: CalendarDay, reason: String) {
        self.task = task
        self.day = day
        self.reason = reason
    }

    package func run(in office: Office, as actor: Actor) async throws -> TaskExtension {
        let now = office.now()
        let today = office.today
        let reason = try OpenTask.reason(reason)
        return try await office.pool.write { [task, day] db in
            let open = try OpenTask(task, by: actor, at: now, in: db)
            try open.requireLead(in: db)
            guard open.task.state.isPending else { throw TaskRefused.wrongState(open.task.state) }
            let old = open.task.deadline?.due
            guard day > today, day > old ?? today, day < today.adding(days: 3_660) else {
                throw TaskRefused.badDay
            }
            guard !open.task.progress.asksForTime else { throw TaskRefused.alreadyAsked }
            let asked = TaskExtension(
                id: office.newID(), task: task, oldDue: old, newDue: day, reason: reason, askedAt: now,
                askedBy: actor.accountID)
            try db.insert(asked)
            try db.refreshDesks(of: [task])
            try open.record(
                "AskForTime",
                ["day": day.description, "before": old?.description, "reason": PhoneMask.masked(reason)],
                in: db)
            return asked
        }
    }
}

/// The planner grants the time that was asked for, or refuses.
package struct AnswerRequestForTime: Operation {
    private let task: Plan.Task.ID
    private let grants: Bool
    private let words: String?

    /// - Parameter words: needed where it is refused.
    package init(task: Plan.Task.ID, grants: Bool, words: String? = nil) {
        self.task = task
        self.grants = grants
        self.words = words
    }

    package func run(in office: Office, as actor: Actor) async throws -> Plan.Task {
        let now = office.now()
        let words = try OpenTask.note(words)
        return try await office.pool.write { [task, grants] db in
            var open = try OpenTask(task, by: actor, at: now, in: db)
            try open.requireJudge(in: db)
            guard var asked = try db.extensions(of: task).last(where: { $0.state == .asked }) else {
                throw TaskRefused.notAsked
            }
            // Time granted to a task that has ended would make what was late look in time.
            guard open.task.state.isLive else { throw TaskRefused.wrongState(open.task.state) }
            try open.requireAnother(than: asked.askedBy, in: db)
            if !grants, words == nil { throw TaskRefused.reasonMissing }
            guard
                let next = TaskExtension.life.transition(from: asked.state, on: grants ? .grant : .refuse)?.to
            else { throw TaskRefused.notAsked }
            asked.state = next
            asked.answer = words
            asked.answeredAt = now
            asked.answeredBy = actor.accountID
            guard try db.answer(asked) else { throw TaskRefused.notAsked }
            if grants {
                let printed = open.task.deadline?.printed ?? asked.newDue
                open.task.deadline = Deadline(printed: printed, due: asked.newDue)
            }
            try open.save(
                grants ? "GrantTime" : "RefuseTime",
                ["day": asked.newDue.description, "words": words.map { PhoneMask.masked($0) }], in: db)
            return open.task
        }
    }
}
