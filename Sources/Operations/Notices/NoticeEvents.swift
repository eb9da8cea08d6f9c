import Domain
import Foundation
import Store

/// Which changes of tasks somebody is told of, and who.
enum NoticeEvents {
    static let actions = [
        "ReturnTask", "ReturnPeriod", "AskForContribution", "JudgeContribution", "AskForTime", "GrantTime",
        "RefuseTime", "RemindTask", "SubmitTask", "SubmitPeriod", "AcceptTask", "CommentOnTask",
    ]

    /// Whether there is still something to tell: of a task that has ended only that it was accepted.
    static func holds(_ event: NoticeEvent, of task: Plan.Task) -> Bool {
        task.state.isLive || (event.action == "AcceptTask" && task.state == .accepted)
    }

    struct Wanted: Hashable {
        var rule: NoticeRule
        var agency: Agency.ID
        var rungs: [Rung]
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
            return fields["toPart"] == "returned" ? tell(.contributionReturned, named) : []
        case "AskForTime": return task.progress.asksForTime ? tellPlanner(.timeAsked) : []
        case "GrantTime": return tell(.timeGranted, leads)
        case "RefuseTime": return tell(.timeRefused, leads)
        case "RemindTask": return tell(.reminded, leads)
        case "SubmitTask": return task.state == .submitted ? tellPlanner(.submitted) : []
        case "SubmitPeriod": return tellPlanner(.submitted)
        case "AcceptTask": return task.state == .accepted ? tell(.accepted, leads) : []
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
