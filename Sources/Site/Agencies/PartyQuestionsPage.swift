import Domain
import Markup
import Operations

/// Plans that wait for somebody to tell who is meant.
struct PartyQuestionsPage: Sendable {
    var plans: [PlanWithQuestions]

    func view(_ screen: Screen) -> Markup {
        screen.page(
            screen(.partyQuestions), at: .agencies,
            """
            <p class="path"><a href="\(Routes.agencies())">\(screen, .agencies)</a></p>
            \(screen.head("\(screen, .partyQuestions)", "\(screen, .partyQuestionsSentence)"))
            \(when: plans.isEmpty, screen.nothing(.noQuestions))
            \(when: !plans.isEmpty, "<ul class=\"plainlist sheet\">\(each: plans, { row(screen, $0) })</ul>")
            """)
    }

    private func row(_ screen: Screen, _ plan: PlanWithQuestions) -> Markup {
        """
        <li><a href="\(Routes.planParties(plan.plan.rawValue))" lang="vi">\(when: plan.number, { "\($0) – " })\(plan.title)</a>\
        <span class="under"><span class="tag half warn">\(screen, .openQuestions(plan.open))</span></span></li>
        """
    }
}

/// The parties of one plan that a person has to tell, with candidates; groups are ticked off.
struct PlanPartiesPage: Sendable {
    var view: PlanQuestions
    /// The party for which other agencies are looked for, and what was typed.
    var searched: (key: String, question: String, found: [Agency])?
    var fault: Phrase?

    func view(_ screen: Screen) -> Markup {
        screen.page(
            screen(.partyQuestions), at: .agencies,
            """
            <p class="path"><a href="\(Routes.partyQuestions())">\(screen, .partyQuestions)</a> › \
            <a href="\(Routes.plan(view.plan.id.rawValue))" lang="vi">\(view.plan.number ?? TasksPage.short(view.plan.title))</a></p>
            \(screen.head(
                "\(screen, .partyQuestions)",
                "\(screen, .readAs(Spelling.day(view.day))) <span lang=\"vi\">\(view.register.fullName(of: view.issuer, on: view.day))</span>."))
            \(when: fault, { screen.notice(.bad, "<p>\(screen, $0)</p>", isLive: true) })
            \(when: view.parties.isEmpty, screen.nothing(.noQuestions))
            \(each: Array(view.parties.enumerated()), { party(screen, $1, at: $0 + 1) })
            """)
    }

    private func party(_ screen: Screen, _ asked: AskedParty, at number: Int) -> Markup {
        """
        <section class="sheet" id="p\(number)" aria-labelledby="h\(number)"><h2 id="h\(number)" lang="vi">“\(asked.question.name)”</h2>
        <p class="soft"><a href="\(Routes.tasks().with(query: [("plan", view.plan.id.rawValue), ("agency", asked.question.name)]))">\(screen, .namedInTasks(asked.tasks.count))</a>\
        \(when: !asked.question.isOpen, " · <span class=\"tag full good\">\(screen, .answered)</span>")</p>
        \(when: !asked.question.isOpen, "<p>\(screen, .actingNow): \(acting(screen, asked))</p>")
        \(when: view.mayAnswer, answering(screen, asked, number))
        </section>
        """
    }

    private func acting(_ screen: Screen, _ asked: AskedParty) -> Markup {
        guard !asked.acting.isEmpty else { return "<b>\(screen, .nobody)</b>" }
        return asked.acting.map { id in
            """
            <a href="\(Routes.agency(id.rawValue))" lang="vi">\(name(id))</a>
            """
        }.joined(separator: "; ")
    }

    private func name(_ id: Agency.ID) -> String { view.register.fullName(of: id, on: view.today) }

    private func answering(_ screen: Screen, _ asked: AskedParty, _ number: Int) -> Markup {
        let form = form(screen, asked, number)
        guard !asked.question.isOpen, searched?.key != asked.question.key else { return form }
        return "<details><summary>\(screen, .edit)</summary>\(form)</details>"
    }

    private func form(_ screen: Screen, _ asked: AskedParty, _ number: Int) -> Markup {
        let choices = choices(screen, asked)
        let isSearched = searched?.key == asked.question.key
        return """
            \(screen.form(
                Routes.planParties(view.plan.id.rawValue), class: "stack",
                """
                <input type="hidden" name="key" value="\(asked.question.key)"><input type="hidden" name="at" value="p\(number)">
                <fieldset><legend>\(screen, asked.question.kind.hint)</legend>
                \(each: Array(choices.enumerated()), { index, choice in
                    """
                    <label class="check" for="p\(number)-\(index)"><input type="checkbox" id="p\(number)-\(index)" name="agency" value="\(choice.id.rawValue)"\(when: choice.isTicked, " checked")>\
                    <span><span lang="vi">\(name(choice.id))</span>\(when: choice.note, { " <span class=\"soft\">(\($0))</span>" })</span></label>
                    """
                })
                <label class="check" for="p\(number)-none"><input type="checkbox" id="p\(number)-none" name="nobody" value="yes"><span>\(screen, .nobodyMeant)</span></label>
                </fieldset>
                <button class="first" name="do" value="answer">\(screen, .answerParty)</button>
                """))
            <form method="get" action="\(Routes.planParties(view.plan.id.rawValue))#p\(number)" class="filter">
            <input type="hidden" name="key" value="\(asked.question.key)">
            <div class="field wide"><label for="p\(number)-q">\(screen, .searchMore)</label>
            <input id="p\(number)-q" name="q" type="search" lang="vi" maxlength="200" value="\(isSearched ? searched?.question ?? "" : "")"></div>
            <button>\(screen, .searchMore)</button></form>
            \(when: isSearched && searched?.found.isEmpty == true, "<p class=\"soft\">\(screen, .noAgencyFound)</p>")
            """
    }

    private struct Choice {
        var id: Agency.ID
        var note: Markup?
        var isTicked: Bool
    }

    private static func reason(_ screen: Screen, _ reason: PartyMatch.Candidate.Reason) -> Markup {
        "\(screen, reason.name)\(when: reason.part, { " <span lang=\"vi\">\($0)</span>" })"
    }

    /// Who acts already, who was answered the last time, who fits by name, and what was found; each once.
    private func choices(_ screen: Screen, _ asked: AskedParty) -> [Choice] {
        var result: [Choice] = []
        func add(_ id: Agency.ID, _ note: Markup?, isTicked: Bool) {
            guard view.register[id] != nil, !result.contains(where: { $0.id == id }) else { return }
            result.append(Choice(id: id, note: note, isTicked: isTicked))
        }
        for id in asked.acting { add(id, "\(screen, .actingNow)", isTicked: true) }
        for id in asked.lastAnswer { add(id, "\(screen, .lastAnswer)", isTicked: false) }
        func named(_ acting: PartyMatch.Acting) -> Markup? {
            acting.named.map { "← <span lang=\"vi\">\(view.register.fullName(of: $0, on: view.day))</span>" }
        }
        switch asked.match {
        case .sure(let one): add(one.agency, named(one), isTicked: asked.acting.isEmpty)
        case .unsure(let all):
            for one in all {
                add(
                    one.acting.agency,
                    [named(one.acting), Self.reason(screen, one.reason)].compactMap { $0 }.joined(
                        separator: "; "),
                    isTicked: false)
            }
        case .group(let all):
            for one in all {
                add(one.acting.agency, named(one.acting), isTicked: one.isTicked && asked.question.isOpen)
            }
        case .unknown: break
        }
        if let searched, searched.key == asked.question.key {
            for agency in searched.found { add(agency.id, nil, isTicked: false) }
        }
        return result
    }
}
