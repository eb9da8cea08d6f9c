import Domain
import SQL
import Store

/// That some people of an agency should be told of something.
struct WantedNotice {
    var subject: String
    var plan: Plan.ID
    var planAgency: Agency.ID
    var task: Plan.Task.ID?
    var agency: Agency.ID
    var day: CalendarDay
    var rule: NoticeRule
    var rungs: [Rung]
    /// Of how many tasks, where that is told.
    var tasks: Int?
    /// Whether the planner is told where the agency has nobody to tell.
    var reachesPlanner = true
    /// Whoever did it themselves.
    var except: Account.ID?
    /// Told alone, whatever stands on the rungs.
    var account: Account.ID?

    init(_ subject: DueSubject, _ rule: NoticeRule, _ rungs: [Rung]) {
        self.subject = subject.subject
        plan = subject.plan
        planAgency = subject.planAgency
        task = subject.task
        agency = subject.agency
        day = subject.day
        self.rule = rule
        self.rungs = rungs
    }
}

/// Agencies that got tasks, or had tasks of a plan that ended, since the last run: once for each plan and agency, with how many tasks.
///
/// A plan that names every commune tells every commune that has somebody to tell, and the planner of none.
enum AssignmentNotices {
    private struct Key: Hashable {
        var plan: Plan.ID
        var agency: Agency.ID
        var rule: NoticeRule
    }

    fileprivate struct Found {
        var planAgency: Agency.ID
        var tasks: Set<Plan.Task.ID> = []
        var last: AssignmentEvent
    }

    static func wanted(after events: [AssignmentEvent], in db: Database) throws -> [WantedNotice] {
        var order: [Key] = []
        var found: [Key: Found] = [:]
        for event in try told(events, in: db) {
            let (rule, assigned): (NoticeRule, [AssignedTask])
            switch event.kind {
            case .named(let plan):
                (rule, assigned) = (.assigned, try db.tasksAssigned(in: plan, at: event.at))
            case .reorganised(let id):
                (rule, assigned) = (.takenOver, try db.tasksTakenOver(in: id))
            case .ended(let plan, let isReplaced):
                (rule, assigned) = (
                    isReplaced ? .planReplaced : .planWithdrawn, try db.tasksEnded(with: plan, at: event.at)
                )
            case nil: continue
            }
            for one in assigned {
                let key = Key(plan: one.plan, agency: one.agency, rule: rule)
                if found[key] == nil {
                    order.append(key)
                    found[key] = Found(planAgency: one.planAgency, last: event)
                }
                found[key]?.tasks.insert(one.task)
                found[key]?.last = event
            }
        }
        return order.compactMap { key in found[key].map { WantedNotice(key.plan, key.agency, key.rule, $0) } }
    }

    /// Without plans that were issued and ended since the last run: nobody was told that they began.
    private static func told(_ events: [AssignmentEvent], in db: Database) throws -> [AssignmentEvent] {
        let ends = Set(
            events.compactMap { if case .ended(let plan, _) = $0.kind { plan } else { nil } })
        var unheard: Set<Plan.ID> = []
        for event in events {
            guard case .named(let plan) = event.kind, ends.contains(plan),
                try db.planRecord(plan)?.plan.issuedAt == event.at
            else { continue }
            unheard.insert(plan)
        }
        return events.filter {
            if case .ended(let plan, _) = $0.kind { !unheard.contains(plan) } else { true }
        }
    }

    fileprivate static func subject(_ plan: Plan.ID, _ agency: Agency.ID, _ event: AssignmentEvent) -> String
    {
        // The entry makes it another one when the agency gets more tasks of the plan on the same day.
        "\(plan.rawValue)/\(agency.rawValue)/\(event.sequence)"
    }
}

extension WantedNotice {
    fileprivate init(
        _ plan: Plan.ID, _ agency: Agency.ID, _ rule: NoticeRule, _ found: AssignmentNotices.Found
    ) {
        subject = AssignmentNotices.subject(plan, agency, found.last)
        self.plan = plan
        planAgency = found.planAgency
        task = found.tasks.count == 1 ? found.tasks.first : nil
        self.agency = agency
        day = CalendarDay(inVietnamAt: found.last.at)
        self.rule = rule
        rungs = [.focalPoint]
        tasks = found.tasks.count
        reachesPlanner = false
        except = found.last.actor
    }
}
