import Domain
import Foundation
import Store

/// Which changes of tasks somebody is told of, and who.
enum NoticeEvents {
    static let actions = [
        "ReturnTask", "ReturnPeriod", "AskForContribution", "JudgeContribution", "AskForTime", "GrantTime",
        "RefuseTime", "RemindTask", "SubmitTask", "SubmitPeriod", "AcceptTask", "CommentOnTask",
        "RegisterImplementation", "Contribute", "CancelTask", "ReopenTask", "DelegateTask",
    ]

    /// Whether there is still something to tell: of a task that has ended only how it did.
    static func holds(_ event: NoticeEvent, of task: Plan.Task) -> Bool {
        switch event.action {
        case "AcceptTask": task.state == .accepted
        case "CancelTask": task.state == .cancelled
        default: task.state.isLive
        }
    }

    struct Wanted: Hashable {
        var rule: NoticeRule
        var agency: Agency.ID
        var rungs: [Rung]
        /// Told alone, whatever stands on the rungs.
        var account: Account.ID?
    }

    /// Nothing where what happened no longer holds: a returned task that was handed in again meanwhile.
    static func wanted(
        _ event: NoticeEvent, task: Plan.Task, leads: [Agency.ID], planAgency: Agency.ID
    ) -> [Wanted] {
        let fields = fields(event)
        let named = fields["agency"].map { [Agency.ID($0)] } ?? []
        func tell(_ rule: NoticeRule, _ agencies: [Agency.ID]) -> [Wanted] {
            agencies.map { Wanted(rule: rule, agency: $0, rungs: [.focalPoint]) }
        }
        func tellPlanner(_ rule: NoticeRule) -> [Wanted] {
            [Wanted(rule: rule, agency: leads.first ?? planAgency, rungs: [.planner])]
        }
        switch event.action {
        case "ReturnTask": return task.state == .returned ? tell(.returned, leads) : []
        case "ReturnPeriod": return tell(.returned, leads)
        case "AskForContribution": return tell(.contributionAsked, named)
        case "JudgeContribution":
            let rules: [String: NoticeRule] = [
                "returned": .contributionReturned, "accepted": .contributionAccepted,
                "cancelled": .contributionCancelled,
            ]
            return fields["toPart"].flatMap { rules[$0] }.map { tell($0, named) } ?? []
        case "Contribute":
            return fields["toPart"] == "submitted"
                ? tell(.contributionSubmitted, leads.filter { !named.contains($0) }) : []
        case "AskForTime": return task.progress.asksForTime ? tellPlanner(.timeAsked) : []
        case "GrantTime": return tell(.timeGranted, leads)
        case "RefuseTime": return tell(.timeRefused, leads)
        case "RemindTask": return tell(.reminded, leads)
        case "SubmitTask", "RegisterImplementation":
            return task.state == .submitted ? tellPlanner(.submitted) : []
        case "SubmitPeriod": return tellPlanner(.submitted)
        case "AcceptTask": return task.state == .accepted ? tell(.accepted, leads) : []
        case "CancelTask": return tell(.cancelled, leads)
        case "ReopenTask": return tell(.reopened, leads)
        case "DelegateTask":
            // Only whoever has it now: it may have gone to another one since.
            guard let account = task.progress.delegate, fields["account"] == account.rawValue,
                let lead = leads.first
            else { return [] }
            return [Wanted(rule: .delegated, agency: lead, rungs: [], account: account)]
        case "CommentOnTask":
            // Whoever spoke knows it; who said nothing of themselves (an older entry) tells nobody.
            guard let speaker = named.first else { return [] }
            let planner = leads.contains(planAgency) || speaker == planAgency ? [] : tellPlanner(.commented)
            return tell(.commented, leads.filter { $0 != speaker }) + planner
        default: return []
        }
    }

    private static func fields(_ event: NoticeEvent) -> [String: String] {
        // An entry whose details were destroyed names nobody: nobody is told.
        (try? JSONDecoder().decode([String: String].self, from: Data(event.detail.utf8))) ?? [:]
    }
}
