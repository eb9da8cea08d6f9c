import Domain
import Foundation
import Store

/// Which changes of tasks somebody is told of, and who: by the table of `NoticeLine`.
enum NoticeEvents {
    struct Wanted: Hashable {
        var rule: NoticeRule
        var agency: Agency.ID
        var rungs: [Rung]
        /// Told alone, whatever stands on the rungs.
        var account: Account.ID?
    }

    /// Who acts on a task.
    struct Acting {
        var leads: [Agency.ID]
        /// With a contribution.
        var partners: [Agency.ID]
        var planAgency: Agency.ID
    }

    /// Nothing where what happened no longer holds: a returned task that was handed in again meanwhile.
    static func wanted(_ event: NoticeEvent, task: Plan.Task, _ acting: Acting) -> [Wanted] {
        let fields = fields(event)
        return NoticeLine.all.flatMap { line -> [Wanted] in
            guard line.action == event.action, line.standing.holds(task), let rule = line.rule,
                line.part.map({ $0.rawValue == fields["toPart"] }) ?? true
            else { return [] }
            return line.told.flatMap { wanted($0, rule, fields, task, acting) }
        }
    }

    private static func wanted(
        _ audience: NoticeLine.Audience, _ rule: NoticeRule, _ fields: [String: String], _ task: Plan.Task,
        _ acting: Acting
    ) -> [Wanted] {
        let named = fields["agency"].map { Agency.ID($0) }
        func tell(_ agencies: [Agency.ID]) -> [Wanted] {
            agencies.map { Wanted(rule: rule, agency: $0, rungs: [.focalPoint]) }
        }
        let planner = [
            Wanted(rule: rule, agency: acting.leads.first ?? acting.planAgency, rungs: [.planner])
        ]
        switch audience {
        case .leads: return tell(acting.leads)
        case .named: return tell(named.map { [$0] } ?? [])
        case .partners: return tell(acting.partners.filter { !acting.leads.contains($0) })
        case .planner: return planner
        case .otherLeads:
            // Whoever did it knows it; an older entry that names nobody tells nobody.
            return named.map { named in tell(acting.leads.filter { $0 != named }) } ?? []
        case .otherPlanner:
            guard let named, named != acting.planAgency, !acting.leads.contains(acting.planAgency) else {
                return []
            }
            return planner
        case .delegate:
            // Only whoever has it now: it may have gone to another one since.
            guard let account = task.progress.delegate, fields["account"] == account.rawValue,
                let lead = acting.leads.first
            else { return [] }
            return [Wanted(rule: rule, agency: lead, rungs: [], account: account)]
        }
    }

    private static func fields(_ event: NoticeEvent) -> [String: String] {
        // An entry whose details were destroyed names nobody: nobody is told.
        (try? JSONDecoder().decode([String: String].self, from: Data(event.detail.utf8))) ?? [:]
    }
}
