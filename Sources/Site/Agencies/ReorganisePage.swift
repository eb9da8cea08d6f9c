import Domain
import Markup
import Operations

/// The form of one reorganisation, with a preview of what it moves; nothing happens before it is decided.
struct ReorganisePage: Sendable {
    /// What was typed so far, as the address carries it.
    struct Draft: Sendable {
        var kind = Reorganisation.Kind.abolish
        var effective: CalendarDay?
        var basis = ""
        var name = ""
        /// One name to a line.
        var founded = ""
        var takers: [Agency.ID] = []
        var others: [Agency.ID] = []
        /// What other agencies are looked for.
        var question = ""
        /// The part of the work that each taker gets, where it is divided.
        var parts: [Agency.ID: String] = [:]
        /// Who takes what isn't shared out.
        var remainder: Agency.ID?
        /// Who takes each thing, as it was chosen.
        var shares: [String: Agency.ID] = [:]

        /// Newly founded agencies get their identifiers when the reorganisation is decided.
        func content(of agency: Agency.ID) -> Reorganisation.Content {
            let names = founded.split(whereSeparator: \.isNewline).map { String($0).trimmingSpaces() }
                .filter { !$0.isEmpty }
            if kind == .rename {
                return .init(agencies: [agency], name: name, abbreviations: [], basis: basis)
            }
            return .init(
                agencies: [agency] + others, successors: takers,
                founded: names.prefix(20).enumerated().map { index, name in
                    .init(id: PlanReorganisation.placeholder(index), name: name)
                }, shares: shares, remainder: remainder, parts: parts, basis: basis)
        }
    }

    var agency: Agency
    var draft: Draft
    var found: [Agency]
    var register: AgencyRegister
    var today: CalendarDay
    var preview: ReorganisationPreview?
    var fault: Phrase?

    func view(_ screen: Screen) -> Markup {
        screen.page(
            screen(.reorganise), at: .agencies,
            """
            <p class="path"><a href="\(Routes.agencies())">\(screen, .agencies)</a> › \
            <a href="\(Routes.agency(agency.id.rawValue))" lang="vi">\(register.fullName(of: agency.id, on: today))</a></p>
            \(screen.head("\(screen, .reorganise)", "\(screen, .reorganisationSentence)"))
            \(when: fault, { screen.notice(.bad, "<p>\(screen, $0)</p>", isLive: true) })
            \(form(screen))
            \(when: preview, { previewed(screen, $0) })
            """)
    }

    private func name(_ id: Agency.ID) -> String { register.fullName(of: id, on: today) }

    private func form(_ screen: Screen) -> Markup {
        """
        <form method="get" action="\(Routes.reorganise(agency.id.rawValue))" class="sheet stack">
        \(screen.choice(.reorganisationKind, name: "kind", chosen: draft.kind.rawValue, options: Reorganisation.Kind.allCases.map { ($0.rawValue, screen($0.name)) }))
        \(screen.input(.effectiveDay, name: "day", type: "date", value: draft.effective?.description ?? ""))
        \(screen.input(.legalBasis, name: "basis", value: draft.basis, autocomplete: "off", isRequired: false, maximum: 300))
        \(screen.input(.newName, name: "name", value: draft.name, hint: .newNameHint, autocomplete: "off", isRequired: false, maximum: 500))
        <div class="field"><label for="founded">\(screen, .foundedNames)</label><span class="hint" id="founded-hint">\(screen, .foundedHint)</span>
        <textarea id="founded" name="founded" lang="vi" aria-describedby="founded-hint">\(draft.founded)</textarea></div>
        <div class="field"><label for="q">\(screen, .searchMore)</label>
        <input id="q" name="q" type="search" lang="vi" maxlength="200" value="\(draft.question)"></div>
        \(boxes(screen, .takers, "taker", draft.takers, without: draft.others))
        \(boxes(screen, .alsoEnds, "other", draft.others, without: draft.takers))
        <div class="row"><button class="first">\(screen, .preview)</button></div></form>
        """
    }

    /// Chosen agencies, and those that the search found, to be chosen.
    private func boxes(
        _ screen: Screen, _ legend: Phrase, _ field: String, _ chosen: [Agency.ID],
        without others: [Agency.ID]
    ) -> Markup {
        let more = found.map(\.id).filter { !chosen.contains($0) && !others.contains($0) && $0 != agency.id }
        guard !chosen.isEmpty || !more.isEmpty else { return .empty }
        return """
            <fieldset><legend>\(screen, legend)</legend>\(each: Array((chosen + more).enumerated()), { index, id in
                """
                <label class="check" for="\(field)-\(index)"><input type="checkbox" id="\(field)-\(index)" name="\(field)" value="\(id.rawValue)"\
                \(when: chosen.contains(id), " checked")><span lang="vi">\(name(id))</span></label>
                """
            })</fieldset>
            """
    }

    private func previewed(_ screen: Screen, _ preview: ReorganisationPreview) -> Markup {
        let rows = preview.rows.filter { $0.count > 0 }
        let isLater = draft.effective.map { $0 > today } ?? false
        return """
            <section class="sheet" aria-labelledby="moves"><h2 id="moves">\(screen, .whatMoves)</h2>
            \(screen.notice(.warn, "<p>\(screen, isLater ? .takesEffectLater : .takesEffectNow)</p>"))
            \(when: draft.kind == .rename, "<p>\(screen, .nothingMoves)</p>")
            \(each: preview.chained, { chain(screen, $0) })
            \(screen.form(
                Routes.reorganise(agency.id.rawValue), class: "stack",
                """
                \(hidden)
                \(when: takers.count > 1, "\(parts(screen))\(remainder(screen))")
                \(each: rows, { moved(screen, $0) })
                <button class="danger" name="do" value="decide">\(screen, .decide)</button>
                """))</section>
            """
    }

    private func moved(_ screen: Screen, _ row: ReorganisationPreview.Row) -> Markup {
        """
        <h3>\(screen, Phrase(row.vietnamese, row.english)): <span class="number">\(row.count)</span> <span class="soft" lang="vi">(\(name(row.agency)))</span></h3>
        \(when: row.note, { "<p class=\"small\">\(screen, Phrase($0.vietnamese, $0.english))</p>" })
        \(when: !row.things.isEmpty, "<ul class=\"plainlist\">\(each: row.things, { share(screen, row, $0) })</ul>")
        \(when: !row.things.isEmpty && row.count > row.things.count, "<p class=\"warning\">\(screen, .beyondTheList(row.count - row.things.count))</p>")
        """
    }

    /// A planned one whose successor ends before its day.
    private func chain(_ screen: Screen, _ one: Reorganisation) -> Markup {
        let ending = one.content.agencies.map { register.fullName(of: $0, on: today) }
        return screen.notice(
            .warn,
            """
            <p>\(screen, .chained) <a href="\(Routes.reorganisations())" lang="vi">\(ending.joined(separator: "; "))</a> \
            (<span class="date">\(Spelling.day(one.effective))</span>). \(screen, .chainedGoesOn)</p>
            """)
    }

    /// Who takes all that isn't shared out; it must be said, for nobody is the natural one.
    private func remainder(_ screen: Screen) -> Markup {
        """
        <div class="field"><label for="remainder">\(screen, .remainder)</label><span class="hint" id="remainder-hint">\(screen, .remainderHint)</span>
        <select id="remainder" name="remainder" lang="vi" required aria-describedby="remainder-hint"><option value="">\(screen, .choosePlease)</option>\(each: takers, { taker in
            "<option value=\"\(taker.id.rawValue)\"\(when: draft.remainder == taker.id, " selected")>\(taker.name)</option>"
        })</select></div>
        """
    }

    /// Whoever goes on, by name; newly founded ones by their placeholders.
    private var takers: [(id: Agency.ID, name: String)] {
        let content = draft.content(of: agency.id)
        return content.successors.map { ($0, name($0)) } + content.founded.map { ($0.id, $0.name) }
    }

    /// What each taker gets of the work, for those who look for the old name later.
    private func parts(_ screen: Screen) -> Markup {
        """
        <fieldset class="stack"><legend>\(screen, .partsOfWork)</legend><p class="hint">\(screen, .partsHint)</p>
        \(each: Array(takers.enumerated()), { place, taker in
            """
            <div class="field"><label for="part-\(place)" lang="vi">\(taker.name)</label>
            <input id="part-\(place)" name="part-\(taker.id.rawValue)" lang="vi" maxlength="200" autocomplete="off" value="\(draft.parts[taker.id] ?? "")"></div>
            """
        })</fieldset>
        """
    }

    private var hidden: Markup {
        """
        <input type="hidden" name="kind" value="\(draft.kind.rawValue)"><input type="hidden" name="day" value="\(draft.effective?.description ?? "")">\
        <input type="hidden" name="basis" value="\(draft.basis)"><input type="hidden" name="name" value="\(draft.name)">\
        <input type="hidden" name="founded" value="\(draft.founded.split(whereSeparator: \.isNewline).joined(separator: "|"))">\
        \(each: draft.takers, { "<input type=\"hidden\" name=\"taker\" value=\"\($0.rawValue)\">" })\
        \(each: draft.others, { "<input type=\"hidden\" name=\"other\" value=\"\($0.rawValue)\">" })
        """
    }

    /// One thing with the choice of whoever takes it; not chosen, it goes with the remainder.
    private func share(_ screen: Screen, _ row: ReorganisationPreview.Row, _ thing: MovableThing) -> Markup {
        let field = "\(row.kind)-\(thing.id)"
        let chosen = draft.shares["\(row.kind) \(thing.id)"]
        return """
            <li><label for="\(field)" lang="vi">\(TasksPage.short(thing.label))</label>
            <select id="\(field)" name="share" lang="vi" aria-label="\(screen, .shareOut): \(TasksPage.short(thing.label))"><option value="">\(screen, .withRemainder)</option>\(each: takers, { taker in
                "<option value=\"\(row.kind) \(thing.id) \(taker.id.rawValue)\"\(when: chosen == taker.id, " selected")>\(taker.name)</option>"
            })</select></li>
            """
    }
}

/// Planned, applied and undone reorganisations.
struct ReorganisationsPage: Sendable {
    /// Kinds of things that are shared out by hand when an agency is divided.
    private static let sharedKind = "task"

    var all: [Reorganisation]
    var register: AgencyRegister
    var today: CalendarDay
    var fault: Phrase?

    func view(_ screen: Screen) -> Markup {
        screen.page(
            screen(.reorganisations), at: .agencies,
            """
            <p class="path"><a href="\(Routes.agencies())">\(screen, .agencies)</a></p>
            \(screen.head("\(screen, .reorganisations)", "\(screen, .reorganisationSentence)"))
            \(when: fault, { screen.notice(.bad, "<p>\(screen, $0)</p>", isLive: true) })
            \(when: all.isEmpty, screen.nothing(.noReorganisations))
            \(when: !all.isEmpty, "<ul class=\"plainlist sheet\">\(each: all, { row(screen, $0) })</ul>")
            """)
    }

    private func row(_ screen: Screen, _ one: Reorganisation) -> Markup {
        let day = one.effective.adding(days: -1)
        let takers =
            one.content.successors.map { register.fullName(of: $0, on: one.effective) }
            + one.content.founded.map(\.name)
        return """
            <li><span class="tag \(one.state.sign)">\(screen, one.state.name)</span> <b>\(screen, one.kind.name)</b> – \
            <span class="date">\(Spelling.day(one.effective))</span>
            <span class="under">\(each: one.content.agencies, { "<a href=\"\(Routes.agency($0.rawValue))\" lang=\"vi\">\(register.fullName(of: $0, on: day))</a> " })\
            \(when: !takers.isEmpty, "→ <span lang=\"vi\">\(takers.joined(separator: "; "))</span>")\
            \(when: one.content.name, { "→ <span lang=\"vi\">\($0)</span>" })\
            \(when: !one.content.basis.isEmpty, "<br><span class=\"soft\" lang=\"vi\">\(one.content.basis)</span>")</span>
            \(when: one.state == .planned && one.effective < today, "<p class=\"warning\">\(screen, .couldNotApply)</p>")
            \(when: one.content.remainder, { remainder(screen, one, $0) })\(when: one.content.outcome, { passedOn(screen, one, $0) })
            \(when: one.state == .planned, screen.form(
                Routes.reorganisations(),
                "<input type=\"hidden\" name=\"id\" value=\"\(one.id.rawValue)\"><button class=\"small danger\" name=\"do\" value=\"undo\">\(screen, .undoReorganisation)</button>"))</li>
            """
    }

    /// Who takes, or took, what nobody shared out.
    private func remainder(_ screen: Screen, _ one: Reorganisation, _ agency: Agency.ID) -> Markup {
        // One that is yet to be founded has no page.
        let founded = register[agency] == nil ? one.content.founded.first { $0.id == agency }?.name : nil
        let name: Markup =
            founded.map { "<span lang=\"vi\">\($0)</span>" }
            ?? "<a href=\"\(Routes.agency(agency.rawValue))\" lang=\"vi\">\(register.fullName(of: agency, on: one.effective))</a>"
        let unshared = one.content.outcome?.unshared[Self.sharedKind] ?? 0
        return """
            <span class="under">\(screen, .remainder): \(name)\
            \(when: unshared > 0, " – \(screen, .unsharedTasks(unshared))")</span>
            """
    }

    private func passedOn(
        _ screen: Screen, _ one: Reorganisation, _ outcome: Reorganisation.Outcome
    ) -> Markup {
        """
        \(each: outcome.passedOn.sorted { $0.key < $1.key }, { ended, taker in
            """
            <span class="under"><span lang="vi">\(register.fullName(of: ended, on: one.effective))</span> \
            \(screen, .endedMeanwhile) <span lang="vi">\(register.fullName(of: taker, on: one.effective))</span></span>
            """
        })
        """
    }
}
