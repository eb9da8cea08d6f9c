import Domain
import Markup

/// What issuing a plan will do, and what still speaks against it.
struct IssuePlanPage: Sendable {
    var plan: Plan
    var draft: PlanDraft
    /// Where on the desk each doubt stands.
    var places: DraftPlaces
    var conflictCount: Int
    var fault: Phrase?

    func view(_ screen: Screen) -> Markup {
        let id = plan.id.rawValue
        let unconfirmed = draft.tasks.count { !Self.isConfirmed($0) }
        return screen.page(
            screen(.issue), at: .plans,
            """
            <p class="path"><a href="\(Routes.plans())">\(screen, .plans)</a> / <a href="\(Routes.plan(id))" lang="vi">\(plan.title)</a></p>
            \(screen.head("\(screen, .issuePlan)", "<span lang=\"vi\">\(plan.title)</span>"))
            \(when: fault, { screen.notice(.bad, "<p>\(screen, $0)</p>", isLive: true) })
            <section class="sheet"><h2>\(screen, .whatHappens)</h2><ul>
            <li>\(screen, .issueFreezes)</li><li>\(screen, .issueOpens(draft.tasks.count))</li><li>\(screen, .issueLedger)</li></ul></section>
            <section class="sheet"><h2>\(screen, .whatRemains)</h2>
            <ul class="plainlist">
            <li>\(when: plan.tasksWithoutLead > 0, "<a class=\"tag square warn\" href=\"\(desk { $0.lead.isEmpty })\">\(screen, .withoutLead(plan.tasksWithoutLead))</a>", otherwise: "<span class=\"tag full good\">\(screen, .everyTaskHasLead)</span>")</li>
            <li>\(when: unconfirmed > 0, "<a class=\"tag half warn\" href=\"\(desk { !Self.isConfirmed($0) })\">\(screen, .unconfirmed(unconfirmed))</a>", otherwise: "<span class=\"tag full good\">\(screen, .everyTaskConfirmed)</span>")</li>
            \(when: conflictCount > 0, "<li><a class=\"tag square warn\" href=\"\(DraftPlaces.link(plan.id, part: 1, "conflicts"))\">\(screen, .conflictCount(conflictCount))</a></li>")
            \(each: draft.warnings.prefix(Self.warningLimit).enumerated().map { $0 }, { index, warning in
                """
                <li class="warning"><a href="\(DraftPlaces.link(plan.id, part: places.part(of: warning.range), draft.warningMark(index)))">\(screen, Phrase(warning.vietnamese, warning.english))</a>\
                \(when: places.line(of: warning.range), { " <span class=\"soft nowrap\">\(screen, .line($0))</span>" })</li>
                """
            })
            </ul></section>
            <section class="sheet">\(screen.form(
                Routes.issue(id), class: "stack",
                """
                <input type="hidden" name="revision" value="\(plan.revision)">
                \(when: plan.tasksWithoutLead > 0, "<label class=\"check\"><input type=\"checkbox\" name=\"acknowledge\" value=\"yes\" required> <span>\(screen, .acknowledge(plan.tasksWithoutLead))</span></label>")
                <div class="row"><button class="first"\(when: draft.tasks.isEmpty, " disabled")>\(screen, .issuePlan)</button> <a class="button" href="\(Routes.correctPlan(id))">\(screen, .backToCorrect)</a></div>
                """))</section>
            """)
    }

    /// The most warnings that are listed; the desk shows all.
    private static let warningLimit = 100

    private static func isConfirmed(_ task: DraftTask) -> Bool {
        TaskPart.allCases.allSatisfy(task.isConfirmed)
    }

    /// The first task of that kind at the desk.
    private func desk(_ isMeant: (DraftTask) -> Bool) -> Link {
        guard let index = draft.tasks.firstIndex(where: isMeant) else {
            return DraftPlaces.link(plan.id, part: 1, "tasks")
        }
        return DraftPlaces.link(
            plan.id, part: places.part(ofTask: index), "f-\(draft.tasks[index].mark)")
    }
}
