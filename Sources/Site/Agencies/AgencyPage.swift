import Domain
import Markup
import Operations

/// One agency as of a day: names then and now, successors, posts and persons, what stands below it.
struct AgencyPage: Sendable {
    var view: AgencyView
    var fault: Phrase?
    /// What a refused form held, by the names of its fields.
    var typed: [String: String] = [:]

    private var agency: Agency { view.agency }
    private var register: AgencyRegister { view.register }

    /// The page of an agency; the day is left out where it is today.
    static func link(_ id: Agency.ID, _ day: CalendarDay, _ today: CalendarDay) -> Link {
        Routes.agency(id.rawValue).with(query: day == today ? [] : [("day", day.description)])
    }

    func view(_ screen: Screen) -> Markup {
        let name = register.name(of: agency.id, on: view.day)?.name ?? agency.name
        return screen.page(
            name, at: .agencies,
            """
            <p class="path"><a href="\(Routes.agencies())">\(screen, .agencies)</a>\
            \(each: register.path(of: agency.id).dropFirst().reversed(), { " › \(link($0))" })</p>
            \(screen.head("<span lang=\"vi\">\(name)</span>", state(screen), acts: acts(screen)))
            <form method="get" action="\(Routes.agency(agency.id.rawValue))" class="filter">
            <div class="field"><label for="day">\(screen, .asOfDay)</label>
            <input id="day" name="day" type="date" value="\(view.day.description)"></div>
            <button>\(screen, .showDay)</button></form>
            \(when: fault, { screen.notice(.bad, "<p>\(screen, $0)</p>", isLive: true) })
            \(each: view.planned, { planned(screen, $0) })
            <div class="two"><div>
            \(facts(screen))
            \(postsView(screen))
            \(below(screen))
            </div><div>
            \(namesView(screen))
            \(codesView(screen))
            \(when: view.mayManage, editing(screen))
            </div></div>
            """)
    }

    /// - Parameter isFull: with the place, where another may bear the same name.
    private func link(_ id: Agency.ID, isFull: Bool = false) -> Markup {
        let name =
            isFull
            ? register.fullName(of: id, on: view.day)
            : register.name(of: id, on: view.day)?.name ?? id.rawValue
        return """
            <a href="\(AgencyPage.link(id, view.day, view.today))" lang="vi">\(name)</a>
            """
    }

    private func state(_ screen: Screen) -> Markup {
        if let from = agency.validFrom, view.day < from {
            return "<span class=\"tag warn\">\(screen, .notYetThere)</span> \(Spelling.day(view.day))"
        }
        if let to = agency.validTo, to < view.day {
            return "<span class=\"tag square bad\">\(screen, .ended)</span> \(Spelling.day(to))"
        }
        return "<span class=\"tag full good\">\(screen, .existing)</span> \(Spelling.day(view.day))"
    }

    private func acts(_ screen: Screen) -> Markup {
        """
        \(when: view.mayManageWebhooks, "<a class=\"button\" href=\"\(Routes.webhooks(agency.id.rawValue))\">\(screen, .webhooks)</a>")
        \(when: view.mayManage && agency.validTo == nil, "<a class=\"button\" href=\"\(Routes.reorganise(agency.id.rawValue))\">\(screen, .reorganise)</a>")
        """
    }

    private func planned(_ screen: Screen, _ one: Reorganisation) -> Markup {
        screen.notice(
            .warn,
            """
            <p><a href="\(Routes.reorganisations())">\(screen, one.kind.name)</a> – \(screen, .effectiveDay): \
            <span class="date">\(Spelling.day(one.effective))</span></p>
            """)
    }

    private func facts(_ screen: Screen) -> Markup {
        let entry = register.entries[agency.id]
        let heirs = register.heirs(of: agency.id, on: view.today).filter { $0.successor != agency.id }
        let before = register.predecessors(of: agency.id)
        return """
            <section class="sheet" aria-labelledby="facts"><h2 id="facts">\(screen, .detail)</h2><dl class="facts">
            <dt>\(screen, .kindOfAgency)</dt><dd>\(screen, agency.kind.name)</dd>
            <dt>\(screen, .levelOfAgency)</dt><dd>\(screen, agency.level.name)</dd>
            <dt>\(screen, .openTasks)</dt><dd class="number">\(view.openTasks)</dd>
            \(when: entry.flatMap { $0.successions.isEmpty ? nil : $0.successions }, { all in
                "<dt>\(screen, .successors)</dt><dd>\(each: all, { succession(screen, $0) })</dd>"
            })
            \(when: heirs.isEmpty ? nil : heirs, { all in
                "<dt>\(screen, .actsToday)</dt><dd>\(each: all, { succession(screen, $0) })</dd>"
            })
            \(when: before.isEmpty ? nil : before, { all in
                "<dt>\(screen, .predecessors)</dt><dd>\(each: all, { "<span class=\"under\">\(link($0, isFull: true))</span>" })</dd>"
            })
            </dl></section>
            """
    }

    private func succession(_ screen: Screen, _ one: Succession) -> Markup {
        """
        <span class="under">\(link(one.successor, isFull: true))\(when: one.part, { " (\(screen, .partTaken): <span lang=\"vi\">\($0)</span>)" })</span>
        """
    }

    private func below(_ screen: Screen) -> Markup {
        let count = register.children(of: agency.id, on: view.day).count
        guard count > 0 else { return .empty }
        return """
            <section class="sheet" aria-labelledby="below"><h2 id="below">\(screen, .unitsBelow) <span class="number soft">(\(count))</span></h2>
            \(AgenciesPage.branch(screen, below: agency.id, register, view.day, view.today))</section>
            """
    }

    private func span(_ screen: Screen, _ from: CalendarDay?, _ to: CalendarDay?) -> Markup {
        """
        \(when: from, { "\(screen, .since) <span class=\"date\">\(Spelling.day($0))</span>" })\
        \(when: to, { " \(screen, .till) <span class=\"date\">\(Spelling.day($0))</span>" })
        """
    }

    private func namesView(_ screen: Screen) -> Markup {
        """
        <section class="sheet" aria-labelledby="names"><h2 id="names">\(screen, .names)</h2><ul class="plainlist">
        \(each: (register.entries[agency.id]?.names ?? []).reversed(), { name in
            """
            <li><span lang="vi">\(name.name)</span>\
            \(when: !name.abbreviations.isEmpty, "<span class=\"under\" lang=\"vi\">\(name.abbreviations.joined(separator: "; "))</span>")\
            <span class="under">\(span(screen, name.validFrom, name.validTo))</span></li>
            """
        })</ul></section>
        """
    }

    private func codesView(_ screen: Screen) -> Markup {
        let codes = register.entries[agency.id]?.codes ?? []
        guard !codes.isEmpty || view.mayManage else { return .empty }
        let link = Routes.agency(agency.id.rawValue)
        return """
            <section class="sheet" aria-labelledby="codes"><h2 id="codes">\(screen, .codes)</h2><ul class="plainlist">
            \(each: codes, { code in
                "<li><code>\(code.code)</code> <span class=\"soft\">\(screen, code.scheme.name)</span><span class=\"under\">\(span(screen, code.validFrom, code.validTo))</span></li>"
            })</ul>
            \(when: view.mayManage, screen.form(
                link, class: "stack",
                """
                \(screen.choice(.scheme, name: "scheme", chosen: typed["scheme"] ?? Agency.CodeScheme.identification.rawValue, options: Agency.CodeScheme.allCases.map { ($0.rawValue, screen($0.name)) }))
                \(screen.input(.agencyCode, name: "code", value: typed["code"] ?? "", autocomplete: "off", maximum: 35))
                \(screen.input(.fromDay, name: "codeFrom", type: "date", value: typed["codeFrom"] ?? "", isRequired: false))
                <button name="do" value="code">\(screen, .addCode)</button>
                """))
            </section>
            """
    }

    private func editing(_ screen: Screen) -> Markup {
        let link = Routes.agency(agency.id.rawValue)
        return """
            <section class="sheet" aria-labelledby="edit"><h2 id="edit">\(screen, .editAgency)</h2>
            \(screen.form(
                link, class: "stack",
                """
                \(screen.input(.officialName, name: "name", value: typed["name"] ?? agency.name, maximum: 500))
                <div class="field"><label for="abbreviations">\(screen, .abbreviations)</label>\
                <span class="hint" id="abbreviations-hint">\(screen, .abbreviationsHint)</span>
                <textarea id="abbreviations" name="abbreviations" lang="vi" aria-describedby="abbreviations-hint">\(typed["abbreviations"] ?? agency.abbreviations.joined(separator: "\n"))</textarea></div>
                \(screen.choice(.kindOfAgency, name: "kind", chosen: typed["kind"] ?? agency.kind.rawValue, options: Agency.Kind.allCases.map { ($0.rawValue, screen($0.name)) }))
                <button name="do" value="edit">\(screen, .save)</button>
                """))
            <p><a class="button" href="\(Routes.newAccount().with(query: [("agency", agency.id.rawValue)]))">\(screen, .accountForAgency)</a></p>
            <p><a class="button" href="\(Routes.apiTokens(agency.id.rawValue))">\(screen, .apiTokens)</a></p>
            </section>
            <section class="sheet" aria-labelledby="create"><h2 id="create">\(screen, .newUnit)</h2>
            \(screen.form(
                link, class: "stack",
                """
                \(screen.input(.officialName, name: "newName", value: typed["newName"] ?? "", autocomplete: "off", maximum: 500))
                \(screen.input(.abbreviations, name: "newShort", value: typed["newShort"] ?? "", autocomplete: "off", isRequired: false, maximum: 100))
                \(screen.choice(.kindOfAgency, name: "newKind", chosen: typed["newKind"] ?? Agency.Kind.department.rawValue, options: Agency.Kind.allCases.map { ($0.rawValue, screen($0.name)) }))
                \(screen.choice(.levelOfAgency, name: "newLevel", chosen: typed["newLevel"] ?? agency.level.rawValue, options: Agency.Level.allCases.map { ($0.rawValue, screen($0.name)) }))
                \(screen.input(.fromDay, name: "newFrom", type: "date", value: typed["newFrom"] ?? "", isRequired: false))
                <button name="do" value="create">\(screen, .add)</button>
                """))
            </section>
            """
    }
}
