package import Domain
import Foundation
import SQL
import Store
import Vietnamese

/// The planner says how often a duty returns, or (nil) that it doesn't, and how its periods are reckoned.
package struct SetRhythm: Operation {
    private let task: Plan.Task.ID
    private let revision: Int
    private let rhythm: Rhythm?
    private let isByLaw: Bool?

    /// - Parameter isByLaw: whether periods end where the law closes the figures of reports, instead of with the
    ///   calendar's weeks, months, quarters and years; nil: as before.
    package init(task: Plan.Task.ID, revision: Int, rhythm: Rhythm?, isByLaw: Bool? = nil) {
        self.task = task
        self.revision = revision
        self.rhythm = rhythm
        self.isByLaw = isByLaw
    }

    package func run(in office: Office, as actor: Actor) async throws -> Plan.Task {
        let now = office.now()
        let today = office.today
        return try await office.pool.write { [task, revision, rhythm, isByLaw] db in
            var open = try OpenTask(task, by: actor, at: now, in: db)
            try open.requireJudge(in: db)
            try open.requireSeen(revision, in: db)
            guard open.task.state.isLive else { throw TaskRefused.wrongState(open.task.state) }
            try open.setRhythm(rhythm, isByLaw: isByLaw ?? (open.task.reporting != nil))
            open.task.renewSilence(after: open.task.progress.lastSign ?? today)
            try open.moveDeadline(in: db)
            try open.save(
                "SetRhythm",
                ["rhythm": rhythm?.rawValue ?? "once", "reporting": open.task.reporting?.rule], in: db)
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

/// The planner says of all reports of a plan that return how their periods are reckoned.
package struct SetPlanReporting: Operation {
    private let plan: Plan.ID
    private let isByLaw: Bool

    /// - Parameter isByLaw: as of ``SetRhythm``.
    package init(plan: Plan.ID, isByLaw: Bool) {
        self.plan = plan
        self.isByLaw = isByLaw
    }

    /// Answers how many reports changed.
    @discardableResult
    package func run(in office: Office, as actor: Actor) async throws -> Int {
        let now = office.now()
        return try await office.pool.write { [plan, isByLaw] db in
            guard let found = try db.planRecord(plan)?.plan else { throw NotFound.plan }
            try Office.require(.judgeTask, by: actor, on: try Permission.Subject(found, in: db))
            var count = 0
            for task in try db.tasks(of: plan)
            where task.kind == .report && task.rhythm != nil && task.state.isLive {
                var open = try OpenTask(task.id, by: actor, at: now, in: db)
                let isChanging =
                    isByLaw ? task.reporting == nil && open.scheduleByLaw != nil : task.reporting != nil
                guard isChanging else { continue }
                try open.setRhythm(task.rhythm, isByLaw: isByLaw)
                try open.moveDeadline(in: db)
                try open.save(
                    "SetRhythm",
                    ["rhythm": open.task.rhythm?.rawValue, "reporting": open.task.reporting?.rule], in: db)
                count += 1
            }
            return count
        }
    }
}

extension OpenTask {
    /// Sets how often the task returns; by the law that was in force on the plan's day, where that says anything of it.
    fileprivate mutating func setRhythm(_ rhythm: Rhythm?, isByLaw: Bool) throws {
        let isSame = rhythm == task.rhythm
        task.rhythm = rhythm
        guard isByLaw, rhythm != nil else {
            if task.reporting != nil, isSame { task.rhythm = task.printedRhythm ?? rhythm }
            task.reporting = nil
            return
        }
        if task.reporting != nil, isSame { return }
        guard let reporting = scheduleByLaw else { throw TaskRefused.notByLaw }
        task.reporting = reporting
        task.rhythm = reporting.rhythm
    }

    fileprivate var scheduleByLaw: ReportSchedule? {
        let day = plan.date?.first ?? CalendarDay(inVietnamAt: plan.issuedAt ?? plan.receivedAt)
        return task.schedule(by: .inForce(on: day))
    }

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
        let reported = ReportedPeriods(stored)
        let computed = task.periods(from: first, to: rhythm.end(of: max(day, first))).filter {
            !reported.coversOtherwise($0)
        }
        // Of another rhythm, from before the planner changed it.
        let others = stored.filter { one in !computed.contains { $0.from == one.from } }
        let all = computed.map { one in
            var period = known[one.from] ?? one
            period.span = one.span
            return period
        }
        return (all + others).sorted { $0.from < $1.from }
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
        let reported = ReportedPeriods(try db.periods(of: task.id))
        task.deadline = task.nextDeadline(from: firstDay) { reported.areHandedIn($0) }
    }
}

/// The periods of a task that somebody has touched.
struct ReportedPeriods {
    private let states: [CalendarDay: Plan.Task.State]
    private let handedIn: [Plan.Task.Period]

    init(_ stored: [Plan.Task.Period]) {
        states = Dictionary(stored.map { ($0.from, $0.state) }, uniquingKeysWith: { one, _ in one })
        handedIn = stored.filter { !$0.state.isPending }
    }

    func areHandedIn(_ period: Plan.Task.Period) -> Bool {
        states[period.from].map { !$0.isPending } ?? coversOtherwise(period)
    }

    /// Whether an untouched period's end lies in one about as long that was reported when periods were reckoned
    /// otherwise: periods of one reckoning don't overlap, and a year's report isn't that of a month.
    func coversOtherwise(_ period: Plan.Task.Period) -> Bool {
        guard states[period.from] == nil else { return false }
        let length = period.to.dayNumber - period.from.dayNumber
        return handedIn.contains {
            $0.from <= period.to && period.to <= $0.to
                && abs($0.to.dayNumber - $0.from.dayNumber - length) < Self.unlikeDays
        }
    }

    /// Months, quarters and longer differ by less among themselves.
    private static let unlikeDays = 20
}

extension Plan.Task {
    /// The day that periods are counted from: the plan's own, or for a rhythm that a planner set the day on which the
    /// tasks were opened here, since before it nobody had been asked.
    func firstDay(of plan: Plan) -> CalendarDay {
        firstDay(planDate: plan.date, opened: plan.issuedAt ?? plan.receivedAt)
    }

    /// - Parameter opened: when the plan was issued here.
    func firstDay(planDate: PartialDay?, opened: Date) -> CalendarDay {
        let opened = CalendarDay(inVietnamAt: opened)
        guard let date = planDate?.first else { return opened }
        return hasPrintedRhythm ? date : max(date, opened)
    }
}

extension Plan.Task.Period {
    var standing: TaskStanding {
        TaskStanding(
            state: state, revision: revision, due: due, reason: reason.map { PhoneMask.masked($0) },
            note: note.map { PhoneMask.masked($0) }, changedAt: submittedAt, changedBy: nil)
    }
}
