import Domain
import Foundation
import SQL
import Store
import Vietnamese

/// A task in hand within one transaction, with everything that changing it takes.
struct OpenTask {
    var task: Plan.Task
    let plan: Plan
    let assignees: [Assignee]
    /// As it was loaded.
    let before: Plan.Task
    let now: Date
    let actor: Actor

    /// Most bytes of a note, an answer or a reason.
    static let noteBytes = 4_000

    /// Loads it; refuses unless its plan is in force.
    init(_ id: Plan.Task.ID, by actor: Actor, at now: Date, in db: Database) throws {
        if actor == .nobody { throw AccessRefused.signInFirst }
        guard let task = try db.task(id), let plan = try db.planRecord(task.plan)?.plan else {
            throw NotFound.task
        }
        guard plan.state == .issued else { throw TaskRefused.planNotIssued }
        self.task = task
        before = task
        self.plan = plan
        assignees = try db.assignees(of: id)
        self.now = now
        self.actor = actor
    }

    var leads: [Agency.ID] { unique(assignees.filter { $0.role == .lead }.map(\.agency)) }
    var acting: [Agency.ID] { unique(assignees.map(\.agency)) }

    private func unique(_ agencies: [Agency.ID]) -> [Agency.ID] {
        var seen: Set<Agency.ID> = []
        return agencies.filter { seen.insert($0).inserted }
    }

    /// Refuses whoever saw another revision than the present one.
    func requireSeen(_ revision: Int, in db: Database) throws {
        if task.revision != revision { throw TaskRefused.changedMeanwhile(try standing(in: db)) }
    }

    func standing(in db: Database) throws -> TaskStanding {
        TaskStanding(
            state: task.state, revision: task.revision, due: task.deadline?.due,
            reason: task.progress.reason.map { PhoneMask.masked($0) },
            note: task.progress.note.map { PhoneMask.masked($0) }, changedAt: task.progress.changedAt,
            changedBy: try task.progress.changedBy.flatMap { try db.accountRecord($0)?.account.displayName })
    }

    /// The first of some agencies for which the actor may do the action; refuses where there is none.
    @discardableResult
    func require(_ action: Action, forOneOf agencies: [Agency.ID], in db: Database) throws -> Agency.ID {
        for agency in agencies {
            let subject = try Permission.Subject(agency: agency, in: db)
            if Permission.allows(actor, action, on: subject) { return agency }
        }
        throw AccessRefused.notAllowed
    }

    /// As one who works for an agency that leads.
    @discardableResult
    func requireLead(_ action: Action = .workOnTask, in db: Database) throws -> Agency.ID {
        guard !leads.isEmpty else { throw TaskRefused.withoutLead }
        return try require(action, forOneOf: leads, in: db)
    }

    func requireJudge(in db: Database) throws {
        try require(.judgeTask, forOneOf: [plan.agency], in: db)
    }

    /// Takes the next state out of the table of states.
    mutating func step(_ event: Plan.Task.Event) throws {
        guard let next = Plan.Task.life.transition(from: task.state, on: event)?.to else {
            throw TaskRefused.wrongState(task.state)
        }
        task.state = next
    }

    /// Something was done: a continuous duty is heard of again.
    mutating func noteSign() {
        let today = CalendarDay(inVietnamAt: now)
        task.progress.lastSign = today
        task.renewSilence(after: today)
    }

    /// Writes the task with its next revision, the desks and the ledger.
    mutating func save(_ action: String, _ detail: LedgerDetail, in db: Database) throws {
        task.revision = before.revision + 1
        task.progress.changedAt = now
        task.progress.changedBy = actor.accountID
        guard try db.update(task, from: before.revision) else {
            throw TaskRefused.changedMeanwhile(
                try OpenTask(task.id, by: actor, at: now, in: db).standing(in: db))
        }
        try db.refreshDesks(of: [task.id])
        try record(action, detail, in: db)
    }

    func record(_ action: String, _ detail: LedgerDetail, in db: Database) throws {
        var detail = detail
        if before.state != task.state {
            detail["fromState"] = before.state.rawValue
            detail["toState"] = task.state.rawValue
        }
        detail["plan"] = plan.id.rawValue
        try Office.record(action, "task", task.id.rawValue, detail, by: actor, at: now, in: db)
    }

    /// A reason that must be there.
    static func reason(_ text: String) throws -> String {
        guard !text.allSatisfy(\.isWhitespace) else { throw TaskRefused.reasonMissing }
        guard let lines = TypedText.lines(text, limitBytes: noteBytes) else { throw TaskRefused.badText }
        return lines
    }

    /// Words that may be left out.
    static func note(_ text: String?) throws -> String? {
        guard let text, !text.allSatisfy(\.isWhitespace) else { return nil }
        guard let lines = TypedText.lines(text, limitBytes: noteBytes) else { throw TaskRefused.badText }
        return lines
    }
}

extension OpenTask {
    /// Changes a task as one who judges it: opens it in a transaction, checks the right and then the revision, and
    /// gives the task as `change` saved it.
    static func judge(
        _ task: Plan.Task.ID, seen revision: Int, in office: Office, as actor: Actor,
        _ change: @escaping @Sendable (inout OpenTask, Database) throws -> Void
    ) async throws -> Plan.Task {
        let now = office.now()
        return try await office.pool.write { db in
            var open = try OpenTask(task, by: actor, at: now, in: db)
            try open.requireJudge(in: db)
            try open.requireSeen(revision, in: db)
            try change(&open, db)
            return open.task
        }
    }

    /// The same as one who works for an agency that leads; `change` is given that agency.
    static func work(
        on task: Plan.Task.ID, seen revision: Int, may action: Action = .workOnTask, in office: Office,
        as actor: Actor, _ change: @escaping @Sendable (inout OpenTask, Agency.ID, Database) throws -> Void
    ) async throws -> Plan.Task {
        let now = office.now()
        return try await office.pool.write { db in
            var open = try OpenTask(task, by: actor, at: now, in: db)
            let agency = try open.requireLead(action, in: db)
            try open.requireSeen(revision, in: db)
            try change(&open, agency, db)
            return open.task
        }
    }
}

extension Plan.Task {
    /// Only a continuous duty can be silent.
    mutating func renewSilence(after day: CalendarDay) {
        guard time == .continuous, let rhythm else {
            progress.silentFrom = nil
            return
        }
        progress.silentFrom = rhythm.silence(after: day)
    }
}
