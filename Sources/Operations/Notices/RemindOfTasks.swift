package import Domain
package import Foundation
import SQL
import Store

/// What a run of the day's work did.
package enum ReminderOutcome: Sendable, Hashable {
    /// So many notices are new.
    case made(Int)
    /// Another server has the work in hand.
    case elsewhere
}

/// Tells people of what is due, late, silent, returned or asked: makes the notices of a day.
///
/// May run as often as one likes and on as many servers: a notice exists once for each subject, rule, day and
/// recipient, and one server at a time holds the lease. What happened is read from the ledger, so no operation has
/// to remember to tell anybody, and nobody is told of what was undone.
package struct RemindOfTasks: Operation {
    package static let lease = "remind"
    package static let leaseSeconds: TimeInterval = 120
    static let dayMark = "remind.day"
    static let ledgerMark = "remind.ledger"
    /// What happened longer ago is not told when a server comes back from a pause.
    static let oldestEventSeconds: TimeInterval = 3 * 86_400

    private let day: CalendarDay?
    private let holder: String

    /// - Parameters:
    ///   - day: nil for today in Vietnam; an earlier one is worked through as if it were today.
    ///   - holder: names this server in the lease.
    package init(on day: CalendarDay? = nil, as holder: String) {
        self.day = day
        self.holder = holder
    }

    package func run(in office: Office, as actor: Actor) async throws -> ReminderOutcome {
        guard actor == .commandLine else { throw AccessRefused.notAllowed }
        let now = office.now()
        let day = min(day ?? office.today, office.today)
        let outcome = try await office.pool.write { [holder] db -> ReminderOutcome? in
            guard try db.takeLease(Self.lease, for: holder, at: now, until: now + Self.leaseSeconds) else {
                return .elsewhere
            }
            return nil
        }
        if let outcome { return outcome }
        return try await office.pool.write { [holder] db in
            // It may have been lost while this server waited for its turn.
            guard try db.takeLease(Self.lease, for: holder, at: now, until: now + Self.leaseSeconds) else {
                return .elsewhere
            }
            var work = ReminderWork(on: day, at: now, office: office, db: db)
            try work.addDueSubjects()
            try work.addAssignments()
            try work.addEvents()
            let count = try work.write()
            if count > 0 {
                // Pages show how much is unread: the ledger's head tells them that it has changed.
                try Office.record(
                    "RemindOfTasks", "notices", day.description, ["notices": String(count)], by: actor,
                    at: now,
                    in: db)
            }
            try db.dropLease(Self.lease, of: holder)
            return .made(count)
        }
    }
}

/// The notices of one run, gathered and written in one transaction.
struct ReminderWork {
    private let day: CalendarDay
    private let now: Date
    private let office: Office
    private let db: Database
    private var wanted: [WantedNotice] = []
    private var lastSequence: Int64 = 0

    init(on day: CalendarDay, at now: Date, office: Office, db: Database) {
        self.day = day
        self.now = now
        self.office = office
        self.db = db
    }

    /// Deadlines, periods, contributions and silences that a step speaks of.
    mutating func addDueSubjects() throws {
        let mark = try db.workMark(RemindOfTasks.dayMark).map { CalendarDay(dayNumber: Int($0)) }
        // The day that was worked through last may have got new tasks since: it is looked at again.
        let last = min(mark ?? day, day).adding(days: -1)
        let calendar = try db.workingCalendar(years: (day.year - 1)...(day.year + 1))
        let deadlines = ReminderStep.speaking(.deadline, after: last, on: day, in: calendar)
        let silences = ReminderStep.speaking(.silence, after: last, on: day, in: calendar)
        func add(_ subjects: [DueSubject], _ steps: [CalendarDay: ReminderStep]) {
            for one in subjects {
                guard let step = steps[one.day] else { continue }
                // Of what nobody leads the planner hears at each step: to say who does is the planner's.
                wanted.append(WantedNotice(one, step.rule, one.isLed ? step.rungs : [.planner]))
            }
        }
        // What stood when the day was worked through is told: only what was touched since can be new.
        let some = mark == day ? try touched() : .all
        add(try db.tasksDue(on: deadlines.keys.sorted(), among: some), deadlines)
        add(try otherPeriods(due: Set(deadlines.keys), among: some), deadlines)
        add(try db.contributionsDue(on: deadlines.keys.sorted(), among: some), deadlines)
        add(try db.tasksSilent(from: silences.keys.sorted(), among: some), silences)
    }

    /// Of duties with more than one open period, those that aren't the task's own day.
    private func otherPeriods(due days: Set<CalendarDay>, among some: RemindedTasks) throws -> [DueSubject] {
        guard let last = days.max() else { return [] }
        let subjects = try db.returningDue(before: last, among: some, limit: Self.mostReturning)
        let duties = try db.returningDuties(subjects.map(\.task))
        return subjects.flatMap { subject -> [DueSubject] in
            guard let duty = duties[subject.task] else { return [] }
            return OpenPeriods.others(of: duty, on: day).filter { days.contains($0.due) }.map { period in
                var one = subject
                one.day = period.due
                return one
            }
        }
    }

    /// Duties that return with a day that is past, looked at in one run: the youngest.
    private static let mostReturning = 20_000

    /// The tasks that something was done to since the last run; all, where something else may have changed who is
    /// told or on what day.
    private func touched() throws -> RemindedTasks {
        guard let sequence = try db.workMark(RemindOfTasks.ledgerMark) else { return .all }
        let changes = try db.changes(after: sequence, limit: Self.mostChanges + 1)
        guard changes.count <= Self.mostChanges else { return .all }
        var tasks: Set<Plan.Task.ID> = []
        var plans: Set<Plan.ID> = []
        for change in changes {
            switch change.subjectKind {
            case "task": tasks.insert(Plan.Task.ID(change.subject))
            case "plan": plans.insert(Plan.ID(change.subject))
            case "notices", "letter": break
            case "account" where Self.idleActions.contains(change.action): break
            default: return .all
            }
        }
        return .some(tasks: tasks.sorted(), plans: plans.sorted())
    }

    /// More entries than this aren't looked at one by one.
    private static let mostChanges = 5_000
    /// What people do at any time and what changes nobody's duty to be told.
    private static let idleActions: Set<String> = ["SignIn", "SignOut", "ReadNotices", "ChangePassword"]

    /// Agencies that got tasks since the last run.
    mutating func addAssignments() throws {
        let events = try db.assignmentEvents(
            after: try db.workMark(RemindOfTasks.ledgerMark) ?? 0,
            since: now - RemindOfTasks.oldestEventSeconds)
        wanted += try AssignmentNotices.wanted(after: events, in: db)
    }

    /// Returned, asked, answered: what the ledger tells since the last run.
    mutating func addEvents() throws {
        lastSequence = try db.workMark(RemindOfTasks.ledgerMark) ?? 0
        let events = try db.noticeEvents(
            after: lastSequence, since: now - RemindOfTasks.oldestEventSeconds, actions: NoticeLine.actions)
        for event in events {
            guard let task = try db.task(event.task),
                let plan = try db.planRecord(task.plan)?.plan, plan.state == .issued
            else { continue }
            let acting = NoticeEvents.Acting(
                leads: try db.assignees(of: task.id).filter { $0.role == .lead }.map(\.agency),
                partners: try db.contributions(to: task.id).map(\.agency), planAgency: plan.agency)
            for one in NoticeEvents.wanted(event, task: task, acting) {
                let subject = DueSubject(
                    subject: task.id.rawValue, task: task.id, plan: plan.id, planAgency: plan.agency,
                    agency: one.agency, day: CalendarDay(inVietnamAt: event.at))
                var notice = WantedNotice(subject, one.rule, one.rungs)
                notice.account = one.account
                notice.except = event.actor
                wanted.append(notice)
            }
        }
        lastSequence = try db.ledgerHead()?.sequence ?? lastSequence
    }

    /// Writes the notices and how far the work has come; answers how many are new.
    func write() throws -> Int {
        var ladders = Ladders(on: day, db: db)
        try ladders.load(wanted.map { ($0.agency, $0.planAgency) })
        var notices: [Notice] = []
        for one in wanted {
            let recipients =
                one.account.map { [.account($0)] }
                ?? ladders.ladder(one.agency, one.planAgency).recipients(
                    on: one.rungs, reachesPlanner: one.reachesPlanner)
            for recipient in recipients where recipient.account == nil || recipient.account != one.except {
                notices.append(
                    Notice(
                        id: office.newID(), rule: one.rule, subject: one.subject, plan: one.plan,
                        task: one.task, agency: one.agency, day: one.day, tasks: one.tasks,
                        recipient: recipient, madeAt: now))
            }
        }
        let count = try db.insert(notices)
        let mark = try db.workMark(RemindOfTasks.dayMark) ?? 0
        try db.setWorkMark(RemindOfTasks.dayMark, max(mark, Int64(day.dayNumber)))
        try db.setWorkMark(RemindOfTasks.ledgerMark, lastSequence)
        return count
    }
}

/// Who can be told for which agency, loaded for many at once.
struct Ladders {
    private let day: CalendarDay
    private let db: Database
    private var holders: [Agency.ID: [PostHolder]] = [:]
    private var members: [Agency.ID: [Account.ID]] = [:]
    private var planners: [Agency.ID: [Account.ID]] = [:]
    private var absent: Set<Account.ID> = []

    init(on day: CalendarDay, db: Database) {
        self.day = day
        self.db = db
    }

    mutating func load(_ pairs: [(agency: Agency.ID, planAgency: Agency.ID)]) throws {
        guard !pairs.isEmpty else { return }
        absent = try db.disabledAccounts()
        let agencies = Array(Set(pairs.map(\.agency))).sorted()
        for start in stride(from: 0, to: agencies.count, by: 500) {
            let some = Array(agencies[start..<min(start + 500, agencies.count)])
            for holder in try db.holders(of: some, on: day) {
                holders[holder.post.agency, default: []].append(holder)
            }
            members.merge(try db.accounts(in: some, as: [.member, .planner])) { one, _ in one }
        }
        let planning = Array(Set(pairs.map(\.planAgency))).sorted()
        for start in stride(from: 0, to: planning.count, by: 500) {
            let some = Array(planning[start..<min(start + 500, planning.count)])
            planners.merge(try db.accounts(in: some, as: [.planner])) { one, _ in one }
        }
    }

    func ladder(_ agency: Agency.ID, _ planAgency: Agency.ID) -> NoticeLadder {
        NoticeLadder(
            holders: holders[agency] ?? [], members: members[agency] ?? [],
            planners: planners[planAgency] ?? [],
            absent: absent)
    }
}
