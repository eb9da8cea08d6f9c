package import Domain
import Foundation
import SQL
import Store
import Vietnamese

/// The planner says how often a duty returns, or (nil) that it doesn't.
package struct SetRhythm: Operation {
    private let task: Plan.Task.ID
    private let revision: Int
    private let rhythm: Rhythm?

    package init(task: Plan.Task.ID, revision: Int, rhythm: Rhythm?) {
        self.task = task
        self.revision = revision
        self.rhythm = rhythm
    }

    package func run(in office: Office, as actor: Actor) async throws -> Plan.Task {
        let now = office.now()
        let today = office.today
        return try await office.pool.write { [task, revision, rhythm] db in
            var open = try OpenTask(task, by: actor, at: now, in: db)
            try open.requireJudge(in: db)
            try open.requireSeen(revision, in: db)
            guard open.task.state.isLive else { throw TaskRefused.wrongState(open.task.state) }
            open.task.rhythm = rhythm
            open.task.renewSilence(after: open.task.progress.lastSign ?? today)
            try open.moveDeadline(in: db)
            try open.save("SetRhythm", ["rhythm": rhythm?.rawValue ?? "once"], in: db)
            return open.task
        }
    }
}

/// The lead reports one period of a duty that returns.
package struct SubmitPeriod: Operation {
    private let task: Plan.Task.ID
    private let from: CalendarDay
    private let revision: Int
    private let note: String?

    /// - Parameters:
    ///   - from: the period's first day.
    ///   - revision: of the period as it was seen; 0 for one that nobody has touched.
    package init(task: Plan.Task.ID, from: CalendarDay, revision: Int, note: String? = nil) {
        self.task = task
        self.from = from
        self.revision = revision
        self.note = note
    }

    package func run(in office: Office, as actor: Actor) async throws -> Plan.Task.Period {
        let now = office.now()
        let note = try OpenTask.note(note)
        return try await office.pool.write { [task, from, revision] db in
            var open = try OpenTask(task, by: actor, at: now, in: db)
            let agency = try open.requireLead(in: db)
            guard open.task.state.isPending else { throw TaskRefused.wrongState(open.task.state) }
            var period = try open.period(from: from, in: db)
            try open.requireSeen(period, revision)
            try period.step(.submit)
            period.note = note
            period.reason = nil
            period.submittedAt = now
            period.submittedBy = actor.accountID
            try open.save(&period, in: db)
            if open.task.state == .open { try open.step(.start) }
            open.noteSign()
            try open.moveDeadline(in: db)
            try open.save(
                "SubmitPeriod",
                [
                    "period": from.description, "agency": agency.rawValue, "toPart": period.state.rawValue,
                    "note": note.map { PhoneMask.masked($0) },
                ], in: db)
            return period
        }
    }
}

/// The planner accepts one period's report, or gives it back with a reason.
package struct JudgePeriod: Operation {
    private let task: Plan.Task.ID
    private let from: CalendarDay
    private let revision: Int
    private let accepts: Bool
    private let reason: String?

    /// - Parameter reason: needed to give it back.
    package init(task: Plan.Task.ID, from: CalendarDay, revision: Int, accepts: Bool, reason: String? = nil) {
        self.task = task
        self.from = from
        self.revision = revision
        self.accepts = accepts
        self.reason = reason
    }

    package func run(in office: Office, as actor: Actor) async throws -> Plan.Task.Period {
        let now = office.now()
        let reason = accepts ? nil : try OpenTask.reason(reason ?? "")
        return try await office.pool.write { [task, from, revision, accepts] db in
            var open = try OpenTask(task, by: actor, at: now, in: db)
            try open.requireJudge(in: db)
            guard open.task.state.isLive else { throw TaskRefused.wrongState(open.task.state) }
            var period = try open.period(from: from, in: db)
            try open.requireSeen(period, revision)
            try period.step(accepts ? .accept : .return)
            if accepts { try open.requireAnother(than: period.submittedBy, in: db) }
            period.reason = reason
            try open.save(&period, in: db)
            try open.moveDeadline(in: db)
            try open.save(
                accepts ? "AcceptPeriod" : "ReturnPeriod",
                [
                    "period": from.description, "toPart": period.state.rawValue,
                    "reason": reason.map { PhoneMask.masked($0) },
                ], in: db)
            return period
        }
    }
}

extension Plan.Task.Period {
    fileprivate mutating func step(_ event: Plan.Task.Event) throws {
        guard let next = Plan.Task.life.transition(from: state, on: event)?.to else {
            throw TaskRefused.wrongState(state)
        }
        state = next
    }
}

extension OpenTask {
    /// The first day that periods are counted from.
    var firstDay: CalendarDay { task.firstDay(of: plan) }

    /// Every period up to the one that a day falls in and the next, stored ones as they are.
    func periods(upTo day: CalendarDay, in db: Database) throws -> [Plan.Task.Period] {
        try Self.periods(of: task, from: firstDay, upTo: day, in: db)
    }

    static func periods(
        of task: Plan.Task, from first: CalendarDay, upTo day: CalendarDay, in db: Database
    ) throws -> [Plan.Task.Period] {
        let stored = try db.periods(of: task.id)
        guard let rhythm = task.rhythm else { return stored }
        let known = Dictionary(stored.map { ($0.from, $0) }, uniquingKeysWith: { one, _ in one })
        let computed = task.periods(from: first, to: rhythm.end(of: max(day, first)))
        // Of another rhythm, from before the planner changed it.
        let others = stored.filter { one in !computed.contains { $0.from == one.from } }
        return (computed.map { known[$0.from] ?? $0 } + others).sorted { $0.from < $1.from }
    }

    fileprivate func period(from day: CalendarDay, in db: Database) throws -> Plan.Task.Period {
        let today = CalendarDay(inVietnamAt: now)
        guard let period = try periods(upTo: today, in: db).first(where: { $0.from == day }) else {
            throw TaskRefused.noPeriod
        }
        return period
    }

    fileprivate func requireSeen(_ period: Plan.Task.Period, _ revision: Int) throws {
        guard period.revision != revision else { return }
        throw TaskRefused.changedMeanwhile(period.standing)
    }

    fileprivate func save(_ period: inout Plan.Task.Period, in db: Database) throws {
        let seen = period.revision
        period.revision += 1
        guard try db.save(period, of: task.id, from: seen) else {
            throw TaskRefused.changedMeanwhile(period.standing)
        }
    }

    /// A duty that returns is due on the day of its first period that hasn't been handed in.
    fileprivate mutating func moveDeadline(in db: Database) throws {
        let known = Dictionary(
            try db.periods(of: task.id).map { ($0.from, $0.state) }, uniquingKeysWith: { one, _ in one })
        task.deadline = task.nextDeadline(from: firstDay) { known[$0].map { !$0.isPending } ?? false }
    }
}

extension Plan.Task {
    /// The day that periods are counted from: the plan's own, or for a rhythm that a planner set the day on which the
    /// tasks were opened here, since before it nobody had been asked.
    func firstDay(of plan: Plan) -> CalendarDay {
        let opened = CalendarDay(inVietnamAt: plan.issuedAt ?? plan.receivedAt)
        guard let date = plan.date?.first else { return opened }
        return time.flatMap { Rhythm($0) } == rhythm ? date : max(date, opened)
    }
}

extension Plan.Task.Period {
    var standing: TaskStanding {
        TaskStanding(
            state: state, revision: revision, due: due, reason: reason.map { PhoneMask.masked($0) },
            note: note.map { PhoneMask.masked($0) }, changedAt: submittedAt, changedBy: nil)
    }
}
