import Domain
import Markup
import Operations

/// How a plan ends and begins anew.
extension PlanPage {
    /// What became of a plan that is in force no more, and where to go from here.
    func closingView(_ screen: Screen, _ closing: PlanClosing) -> Markup {
        screen.notice(
            .warn,
            """
            <p><b>\(screen, plan.state == .replaced ? .wasReplaced : .wasWithdrawn)</b>\
            \(when: closing.at, { " <span class=\"date\">\(Spelling.instant($0))</span>" })\
            \(when: closing.by, { " · <span lang=\"vi\">\($0)</span>" })</p>
            \(when: closing.reason, { "<p>\(screen, .reason): <span lang=\"vi\">\($0)</span></p>" })
            \(when: closing.successor, { successor in
                """
                <p>\(screen, .replacingPlan): <a href="\(Routes.plan(successor.id.rawValue))" lang="vi">\(Self.name(successor))</a></p>
                """
            })
            \(when: allowed.contains(.receiveDocument), again(screen, closing))
            """)
    }

    private func again(_ screen: Screen, _ closing: PlanClosing) -> Markup {
        if let plan = closing.again {
            return """
                <p><a href="\(Routes.plan(plan.rawValue))">\(screen, .draftedFromIt)</a></p>
                """
        }
        return screen.form(
            Routes.draftAgain(plan.id.rawValue),
            """
            <p class="small">\(screen, .draftAgainSentence)</p>
            <button class="small">\(screen, .draftAgain)</button>
            """)
    }

    static func name(_ plan: Plan) -> String {
        [plan.number, plan.title].compactMap { $0 }.joined(separator: " – ")
    }

    /// What ends a plan or begins it anew; set apart, because none of it is done every day.
    func management(_ screen: Screen) -> Markup {
        let id = plan.id.rawValue
        let revision: Markup = "<input type=\"hidden\" name=\"revision\" value=\"\(plan.revision)\">"
        let forms: [Markup] = [
            allowed.contains(.readPlanAgain)
                ? screen.form(
                    Routes.readAgain(id),
                    "\(revision)<p class=\"small\">\(screen, .readAgainSentence)</p><button class=\"small\">\(screen, .readAgain)</button>"
                ) : .empty,
            allowed.contains(.deleteDraft)
                ? screen.form(
                    Routes.deleteDraft(id),
                    """
                    \(revision)<p><label class="check"><input type="checkbox" name="sure" value="yes" required> <span>\(screen, .deleteSentence)</span></label></p>
                    <button class="small danger">\(screen, .deleteDraft)</button>
                    """) : .empty,
            allowed.contains(.withdrawPlan) ? withdrawForm(screen) : .empty,
            allowed.contains(.purgePlan)
                ? "<p class=\"small\"><a class=\"button small danger\" href=\"\(Routes.purge(id))\">\(screen, Phrase("Xóa vĩnh viễn (lộ bí mật)…", "Destroy (leaked secret)…"))</a></p>"
                : .empty,
        ].filter { !$0.isEmpty }
        guard !forms.isEmpty else { return .empty }
        return """
            <details class="sheet" id="management"\(when: fault != nil || typed.search != nil, " open")><summary><b>\(screen, .management)</b></summary><div class="stack">\(each: forms, { $0 })</div></details>
            """
    }

    /// Enter in any of its fields presses its first button, which only searches.
    private func withdrawForm(_ screen: Screen) -> Markup {
        let id = plan.id.rawValue
        return screen.form(
            Routes.withdraw(id), class: "stack",
            """
            \(screen.input(.withdrawReason, name: "reason", value: typed.reason, hint: .withdrawSentence, autocomplete: "off", maximum: 500))
            <div class="filter"><div class="field wide"><label for="find">\(screen, .findSuccessor)</label>
            <span class="hint" id="find-hint">\(screen, .findSuccessorHint)</span>
            <input id="find" name="find" type="search" lang="vi" value="\(typed.search ?? "")" maxlength="200" aria-describedby="find-hint"\(when: typed.search != nil, " autofocus")></div>
            <button name="do" value="find" formaction="\(Routes.withdraw(id).with(query: [], fragment: "management"))" formnovalidate>\(screen, .find)</button></div>
            \(when: typed.search != nil && successors.plans.isEmpty, "<p class=\"warning\" role=\"status\">\(screen, .noSuccessorFound)</p>")
            \(screen.choice(
                .replacingPlan, name: "replacedBy", chosen: chosen,
                options: [("", screen(.noSuccessor))] + successors.plans.map { ($0.id.rawValue, Self.name($0)) },
                isVietnamese: true))
            \(when: successors.isCut, "<p class=\"small soft\">\(screen, .onlyYoungest(successors.plans.count))</p>")
            <p class="small soft">\(screen, .replaceNext)</p>
            <button class="small danger" name="do" value="withdraw">\(screen, .withdraw)</button>
            """)
    }

    /// The one that was chosen; after a search that finds one plan only, that one.
    private var chosen: String {
        if successors.plans.contains(where: { $0.id.rawValue == typed.successor }) { return typed.successor }
        let isFound = typed.search?.allSatisfy(\.isWhitespace) == false && successors.plans.count == 1
        return isFound ? successors.plans[0].id.rawValue : ""
    }
}
