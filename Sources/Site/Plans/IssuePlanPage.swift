import Domain
import Markup

/// What issuing a plan will do, and what still speaks against it.
struct IssuePlanPage: Sendable {
    var plan: Plan
    var draft: PlanDraft
    var conflictCount: Int
    var fault: Phrase?

    func view(_ screen: Screen) -> Markup {
        let id = plan.id.rawValue
        let unconfirmed = draft.tasks.count { task in !TaskPart.allCases.allSatisfy(task.isConfirmed) }
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
            <li>\(when: plan.tasksWithoutLead > 0, "<span class=\"tag square warn\">\(screen, .withoutLead(plan.tasksWithoutLead))</span>", otherwise: "<span class=\"tag full good\">\(screen, .everyTaskHasLead)</span>")</li>
            <li>\(when: unconfirmed > 0, "<span class=\"tag half warn\">\(screen, .unconfirmed(unconfirmed))</span>", otherwise: "<span class=\"tag full good\">\(screen, .everyTaskConfirmed)</span>")</li>
            \(when: conflictCount > 0, "<li><span class=\"tag square warn\">\(screen, .conflicts(conflictCount))</span></li>")
            \(each: draft.warnings.prefix(100), { "<li class=\"warning\">\(screen, Phrase($0.vietnamese, $0.english))</li>" })
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
}
