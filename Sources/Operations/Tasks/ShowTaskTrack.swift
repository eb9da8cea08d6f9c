package import Domain
import Foundation
import SQL
package import Store
import Vietnamese

/// All that happened to a task, and what the asker may do about it.
package struct TaskTrack: Sendable {
    package var task: Plan.Task
    package var assignees: [Assignee]
    package var contributions: [Contribution]
    /// Empty for whoever may not see it.
    package var evidence: [Evidence]
    /// How much there is, for everybody.
    package var evidenceCount: Int
    package var extensions: [TaskExtension]
    package var comments: [TaskComment]
    /// Up to the one after today's, oldest first; empty for a duty that doesn't return.
    package var periods: [Plan.Task.Period]
    /// Plans that carry it out, with all below them.
    package var below: [PlanProgress]
    /// Entries of the ledger, the youngest first, ``historyLimit`` at most.
    package var history: [LedgerEntry]
    package var agencyNames: [Agency.ID: String]
    package var accountNames: [Account.ID: String]
    /// Working days left up to the due day, negative when it is past.
    package var workingDaysLeft: Int?
    /// Years between today and the due day for which no days off were announced.
    package var unannouncedYears: [Int] = []
    package var isSilent: Bool
    package var isAtRisk: Bool
    package var allowed: Set<Permitted>

    package static let historyLimit = 200

    /// What the asker could do now: permission and state together.
    package enum Permitted: Hashable, Sendable {
        case start, submit, takeBack, delegate, askForTime, askForContribution, addEvidence
        case accept, `return`, cancel, reopen, answerRequestForTime, setRhythm, remind
        /// The report of the period that begins on the day.
        case acceptPeriod(CalendarDay)
        case returnPeriod(CalendarDay)
        case comment
        /// As that agency.
        case contribute(Agency.ID)
        case judgeContributions
        case viewEvidence
    }
}

/// A task with everything about it.
package struct ShowTaskTrack: Operation {
    private let task: Plan.Task.ID

    package init(task: Plan.Task.ID) {
        self.task = task
    }

    package func run(in office: Office, as actor: Actor) async throws -> TaskTrack {
        try TaskAccess.require(.viewPlan, of: actor)
        let today = office.today
        return try await office.pool.read { [id = task] db in
            guard let task = try db.task(id), let plan = try db.planRecord(task.plan)?.plan else {
                throw NotFound.task
            }
            let assignees = try db.assignees(of: id)
            var track = TaskTrack(
                task: MaskPhones.masked(task), assignees: assignees,
                contributions: try db.contributions(to: id),
                evidence: try db.evidence(of: id), evidenceCount: 0, extensions: try db.extensions(of: id),
                comments: try db.comments(on: id),
                periods: try OpenTask.periods(
                    of: task, from: task.firstDay(of: plan), upTo: today, in: db),
                below: try db.cascade(below: plan.id, task: id),
                history: try db.ledgerEntries(of: "task", id.rawValue, limit: TaskTrack.historyLimit),
                agencyNames: [:], accountNames: [:], workingDaysLeft: nil,
                isSilent: task.isSilent(today: today), isAtRisk: task.isAtRisk(today: today), allowed: [])
            if let due = task.deadline?.due {
                let calendar = try db.workingCalendar(
                    years: min(due.year, today.year)...max(due.year, today.year))
                track.workingDaysLeft = calendar.workingDays(from: today, to: due)
                track.unannouncedYears = calendar.unannouncedYears
            }
            track.mask()
            try track.addNames(in: db)
            track.allowed = try PermittedWork(task, plan, assignees, track.periods, actor, in: db).all
            track.evidenceCount = track.evidence.count
            if !track.allowed.contains(.viewEvidence) { track.evidence = [] }
            return track
        }
    }
}

extension TaskTrack {
    fileprivate mutating func mask() {
        for index in contributions.indices {
            contributions[index].asked = contributions[index].asked.map(PhoneMask.masked)
            contributions[index].note = contributions[index].note.map(PhoneMask.masked)
            contributions[index].reason = contributions[index].reason.map(PhoneMask.masked)
        }
        for index in evidence.indices {
            evidence[index].title = PhoneMask.masked(evidence[index].title)
            let pageTitle = evidence[index].page?.title.map(PhoneMask.masked)
            evidence[index].page?.title = pageTitle
            evidence[index].note = evidence[index].note.map(PhoneMask.masked)
            evidence[index].place = evidence[index].place.map(PhoneMask.masked)
        }
        for index in extensions.indices {
            extensions[index].reason = PhoneMask.masked(extensions[index].reason)
            extensions[index].answer = extensions[index].answer.map(PhoneMask.masked)
        }
        for index in comments.indices { comments[index].text = PhoneMask.masked(comments[index].text) }
        for index in periods.indices {
            periods[index].note = periods[index].note.map(PhoneMask.masked)
            periods[index].reason = periods[index].reason.map(PhoneMask.masked)
        }
        for index in below.indices { below[index].title = PhoneMask.masked(below[index].title) }
    }

    fileprivate mutating func addNames(in db: Database) throws {
        let agencies = Set(
            assignees.map(\.agency) + contributions.map(\.agency) + evidence.compactMap(\.agency))
        agencyNames = try db.agencyNames(of: agencies)
        var accounts = Set(history.compactMap(\.actor) + comments.compactMap(\.madeBy))
        accounts.formUnion(evidence.compactMap(\.addedBy))
        accounts.formUnion(extensions.flatMap { [$0.askedBy, $0.answeredBy].compactMap { $0 } })
        let progress = task.progress
        accounts.formUnion([progress.submittedBy, progress.delegate, progress.changedBy].compactMap { $0 })
        accountNames = try db.displayNames(of: accounts)
    }
}

/// What an actor may do about a task as it stands.
private struct PermittedWork {
    private(set) var all: Set<TaskTrack.Permitted> = []

    init(
        _ task: Plan.Task, _ plan: Plan, _ assignees: [Assignee], _ periods: [Plan.Task.Period],
        _ actor: Actor,
        in db: Database
    ) throws {
        var subjects: [Agency.ID: Permission.Subject] = [:]
        for agency in Set(assignees.map(\.agency) + [plan.agency]) {
            subjects[agency] = try Permission.Subject(agency: agency, in: db)
        }
        func may(_ action: Action, _ agencies: [Agency.ID]) -> Bool {
            agencies.contains { agency in
                subjects[agency].map { Permission.allows(actor, action, on: $0) } ?? false
            }
        }
        let acting = assignees.map(\.agency)
        let leads = assignees.filter { $0.role == .lead }.map(\.agency)
        if may(.viewEvidence, acting + [plan.agency]) { all.insert(.viewEvidence) }
        guard plan.state == .issued else { return }
        if may(.commentOnTask, acting + [plan.agency]) { all.insert(.comment) }
        func can(_ event: Plan.Task.Event) -> Bool {
            Plan.Task.life.transition(from: task.state, on: event) != nil
        }
        let works = may(.workOnTask, leads)
        let judges = may(.judgeTask, [plan.agency])
        add(.start, works && can(.start))
        add(.submit, works && can(.submit))
        add(.takeBack, works && can(.takeBack))
        add(.delegate, may(.delegateTask, leads) && task.state.isLive)
        add(.askForTime, works && task.state.isPending && !task.progress.asksForTime)
        add(.askForContribution, (works || judges) && task.state.isPending)
        add(.addEvidence, works && task.state.isLive)
        add(.judgeContributions, (works || (leads.isEmpty && judges)) && task.state.isLive)
        if judges, can(.accept) {
            add(.accept, try !SecondPerson.isMissing(actor, judging: task.progress.submittedBy, in: db))
        }
        if judges, task.state.isLive { try addPeriods(periods, actor, in: db) }
        add(.return, judges && can(.return))
        add(.cancel, judges && can(.cancel))
        add(.reopen, judges && can(.reopen))
        add(.answerRequestForTime, judges && task.progress.asksForTime && task.state.isLive)
        add(.setRhythm, judges && task.state.isLive)
        add(.remind, judges && task.state.isPending)
        for agency in Set(acting) where task.state.isLive && may(.workOnTask, [agency]) {
            all.insert(.contribute(agency))
        }
    }

    private mutating func addPeriods(_ periods: [Plan.Task.Period], _ actor: Actor, in db: Database) throws {
        for period in periods {
            func can(_ event: Plan.Task.Event) -> Bool {
                Plan.Task.life.transition(from: period.state, on: event) != nil
            }
            add(.returnPeriod(period.from), can(.return))
            if can(.accept) {
                let isOwn = try SecondPerson.isMissing(actor, judging: period.submittedBy, in: db)
                add(.acceptPeriod(period.from), !isOwn)
            }
        }
    }

    private mutating func add(_ one: TaskTrack.Permitted, _ condition: Bool) {
        if condition { all.insert(one) }
    }
}
