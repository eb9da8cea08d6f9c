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

    private static func name(_ plan: Plan) -> String {
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
            <details class="sheet"\(when: fault != nil, " open")><summary><b>\(screen, .management)</b></summary><div class="stack">\(each: forms, { $0 })</div></details>
            """
    }

    private func withdrawForm(_ screen: Screen) -> Markup {
        screen.form(
            Routes.withdraw(plan.id.rawValue), class: "stack",
            """
            \(screen.input(.withdrawReason, name: "reason", value: typed.reason, hint: .withdrawSentence, autocomplete: "off", maximum: 500))
            \(screen.choice(
                .replacingPlan, name: "replacedBy", chosen: typed.successor,
                options: [("", screen(.noSuccessor))] + successors.map { ($0.id.rawValue, Self.name($0)) },
                isVietnamese: true))
            <button class="small danger">\(screen, .withdraw)</button>
            """)
    }
}
