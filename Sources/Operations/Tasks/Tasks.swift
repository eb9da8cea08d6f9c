package import Domain
import Foundation
import SQL
package import Store
import Vietnamese

/// Tasks of issued plans.
package struct ListTasks: Operation {
    private let filter: TaskFilter
    private let order: TaskOrder
    private let mark: PageMark?
    private let limit: Int

    package init(
        _ filter: TaskFilter = TaskFilter(), by order: TaskOrder = .due, after mark: PageMark? = nil,
        limit: Int = PageLimit.standard
    ) {
        self.filter = filter
        self.order = order
        self.mark = mark
        self.limit = limit
    }

    package func run(in office: Office, as actor: Actor) async throws -> Page<TaskRow> {
        try TaskAccess.require(.viewPlan, of: actor)
        let today = office.today
        return try await office.pool.read { [filter, order, mark, limit] db in
            try db.tasks(filter, by: order, today: today, after: mark, limit: limit).map {
                TaskAccess.masked($0)
            }
        }
    }
}

/// How many tasks a filter finds in each state of time, up to ``bound`` together where it leaves anything out.
package struct CountTasks: Operation {
    package static let bound = Database.countedTasks
    private let filter: TaskFilter

    package init(_ filter: TaskFilter = TaskFilter()) {
        self.filter = filter
    }

    package func run(in office: Office, as actor: Actor) async throws -> [TimeState: Int] {
        try TaskAccess.require(.viewPlan, of: actor)
        let today = office.today
        return try await office.pool.read { [filter] db in try db.countTasks(filter, today: today) }
    }
}

/// A task with the words of the document round it.
package struct TaskView: Sendable {
    package var row: TaskRow
    package var plan: Plan
    /// The text before, of and after the task, masked; empty where no words stand behind it.
    package var before: String
    package var sentence: String
    package var after: String
    package var today: CalendarDay
}

/// One task of an issued plan.
package struct ShowTask: Operation {
    private let task: Plan.Task.ID
    /// Bytes of text shown before and after.
    package static let surroundingBytes = 800

    package init(task: Plan.Task.ID) {
        self.task = task
    }

    package func run(in office: Office, as actor: Actor) async throws -> TaskView {
        try TaskAccess.require(.viewPlan, of: actor)
        let today = office.today
        return try await office.pool.read { [id = task] db in
            guard let task = try db.task(id), let record = try db.planRecord(task.plan),
                let text = try db.planText(task.plan)
            else { throw NotFound.task }
            var plan = record.plan
            plan.title = PhoneMask.masked(plan.title)
            let row = TaskRow(
                task: MaskPhones.masked(task), planTitle: plan.title, planNumber: plan.number,
                planIssuer: plan.issuer, time: task.timeState(today: today))
            var parts = Self.parts(of: PhoneMask.masked(text), at: task.range)
            // The plan's contacts are asked for where a number of some length is left; few tasks have one.
            if KnownPhones.mayStand(in: parts.before + parts.sentence + parts.after),
                let known = try db.planReading(task.plan)?.knownPhones
            {
                parts = Self.parts(of: PhoneMask.masked(text, knowing: known), at: task.range)
            }
            return TaskView(
                row: row, plan: plan, before: parts.before, sentence: parts.sentence, after: parts.after,
                today: today)
        }
    }

    private static func parts(of text: String, at range: TextRange?)
        -> (before: String, sentence: String, after: String)
    {
        let bytes = Array(text.utf8)
        guard let range, range.upper <= bytes.count else { return ("", "", "") }
        var lower = max(0, range.lower - surroundingBytes)
        var upper = min(bytes.count, range.upper + surroundingBytes)
        // Not in the middle of a character: its following bytes begin with 10.
        while lower < range.lower, bytes[lower] & 0xC0 == 0x80 { lower += 1 }
        while upper > range.upper, upper < bytes.count, bytes[upper] & 0xC0 == 0x80 { upper -= 1 }
        func string(_ part: Range<Int>) -> String { String(decoding: bytes[part], as: UTF8.self) }
        return (
            string(lower..<range.lower), string(range.lower..<range.upper), string(range.upper..<upper)
        )
    }
}

enum TaskAccess {
    /// Tasks of issued plans are for everybody who has any role.
    static func require(_ action: Action, of actor: Actor) throws(AccessRefused) {
        try Office.require(action, by: actor, on: Permission.Subject())
    }

    static func masked(_ row: TaskRow) -> TaskRow {
        var result = row
        result.task = MaskPhones.masked(row.task)
        result.planTitle = PhoneMask.masked(row.planTitle)
        return result
    }
}
