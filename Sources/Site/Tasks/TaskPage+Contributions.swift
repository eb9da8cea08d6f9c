import Domain
import Markup
import Operations

/// What each coordinating agency does of the task.
extension TaskPage {
    /// Agencies with a part of their own: coordinators, leads beside others, and whoever has begun one.
    private var partners: [Agency.ID] {
        let leading = leads
        let begun = Set(track.contributions.map(\.agency))
        return acting.filter { leading.count > 1 || !leading.contains($0) || begun.contains($0) }
            + begun.subtracting(acting).sorted { $0.rawValue < $1.rawValue }
    }

    private func part(of agency: Agency.ID) -> Contribution? {
        track.contributions.first { $0.agency == agency }
    }

    func contributionsView(_ screen: Screen) -> Markup {
        let partners = partners
        let mine = partners.filter { part(of: $0) != nil || may(.contribute($0)) }
        let others = partners.filter { !mine.contains($0) }
        let foldsOthers = others.count > 6
        return """
            <section class="sheet" id="contributions" aria-labelledby="contributions-title"><h2 id="contributions-title">\(screen, .contributions)</h2>
            \(when: partners.isEmpty, "<p class=\"soft\">\(screen, .noContributions)</p>")
            \(when: !mine.isEmpty, "<ul class=\"plainlist\">\(each: mine, { partnerView(screen, $0) })</ul>")
            \(when: !others.isEmpty && !foldsOthers, "<ul class=\"plainlist\">\(each: others, { partnerView(screen, $0) })</ul>")
            \(when: foldsOthers, "<details><summary>\(screen, .otherAgencies(others.count))</summary><ul class=\"plainlist\">\(each: others, { partnerView(screen, $0) })</ul></details>")
            </section>
            """
    }

    private func partnerView(_ screen: Screen, _ agency: Agency.ID) -> Markup {
        let part = part(of: agency)
        return """
            <li id="part-\(agency.rawValue)"><a href="\(Routes.agency(agency.rawValue))" lang="vi"><b>\(name(of: agency))</b></a> \
            \(when: part, { screen.tag($0.state) }, otherwise: "<span class=\"tag\">\(screen, .notAsked)</span>")
            <dl class="facts">
            \(when: part?.asked, { "<dt>\(screen, .askedWords)</dt><dd lang=\"vi\" class=\"said\">\($0)</dd>" })
            \(when: part?.due, { "<dt>\(screen, .partDue)</dt><dd class=\"date\">\(Spelling.day($0))\(when: $0 < today && part?.state.isPending == true, " \(screen.tag(TimeState.overdue))")</dd>" })
            \(when: part?.note, { "<dt>\(screen, .reported)</dt><dd lang=\"vi\" class=\"said\">\($0)</dd>" })
            \(when: part?.reason, { "<dt>\(screen, .returnReason)</dt><dd lang=\"vi\" class=\"said\">\($0)</dd>" })
            </dl><div class="work">\(each: ownActs(screen, agency, part) + judgingActs(screen, agency, part), { $0 })</div></li>
            """
    }

    private func ownActs(_ screen: Screen, _ agency: Agency.ID, _ part: Contribution?) -> [Markup] {
        guard may(.contribute(agency)) else { return [] }
        let state = part?.state ?? .open
        func form(_ act: WorkAct) -> WorkForm {
            self.form(screen, act, target: agency.rawValue, revision: part?.revision ?? 0)
        }
        func can(_ event: Contribution.Event) -> Bool {
            Contribution.life.transition(from: state, on: event) != nil
        }
        var acts: [Markup] = []
        if can(.start) { acts.append(form(.beginPart).plain(.beginPart, style: "first")) }
        if can(.submit) {
            let submit = form(.submitPart)
            acts.append(
                submit.folded(
                    .handInPart, style: "first",
                    submit.area(.handInNote, name: "note", value: part?.note ?? "", isRequired: true)))
        }
        if can(.takeBack) { acts.append(form(.takePartBack).plain(.takePartBack)) }
        return acts
    }

    private func judgingActs(_ screen: Screen, _ agency: Agency.ID, _ part: Contribution?) -> [Markup] {
        var acts: [Markup] = []
        if let part, may(.judgeContributions) {
            func form(_ act: WorkAct) -> WorkForm {
                self.form(screen, act, target: part.id.rawValue, revision: part.revision)
            }
            func can(_ event: Contribution.Event) -> Bool {
                Contribution.life.transition(from: part.state, on: event) != nil
            }
            if can(.accept) { acts.append(form(.acceptPart).plain(.acceptPart, style: "first")) }
            if can(.return) {
                let back = form(.returnPart)
                acts.append(back.folded(.returnPart, back.area(.returnWhy, name: "reason", isRequired: true)))
            }
            if can(.cancel) {
                let cancel = form(.cancelPart)
                acts.append(
                    cancel.folded(.cancelPart, cancel.area(.reason, name: "reason", isRequired: true)))
            }
        }
        if may(.askForContribution), part.map({ $0.state.isPending || $0.state == .cancelled }) ?? true {
            let ask = form(screen, .ask, target: agency.rawValue)
            acts.append(
                ask.folded(
                    part == nil ? .askForPart : .askAgain, button: .askForPart,
                    """
                    \(ask.area(.askedWords, name: "words", value: part?.asked ?? "", isRequired: true))
                    \(ask.input(.partDue, name: "day", type: "date", value: part?.due?.description ?? ""))
                    """))
        }
        return acts
    }

    // MARK: - Periods

    func periodsView(_ screen: Screen) -> Markup {
        guard !track.periods.isEmpty else { return .empty }
        let newestFirst = Array(track.periods.reversed())
        let (shown, rest) = (newestFirst.prefix(Self.shownPeriods), newestFirst.dropFirst(Self.shownPeriods))
        return """
            <section class="sheet" id="periods" aria-labelledby="periods-title"><h2 id="periods-title">\(screen, .periods)</h2>
            <ul class="plainlist">\(each: shown, { periodView(screen, $0) })</ul>
            \(when: !rest.isEmpty, "<details><summary>\(screen, .earlierPeriods) <span class=\"soft number\">(\(rest.count))</span></summary><ul class=\"plainlist\">\(each: rest, { periodView(screen, $0) })</ul></details>")
            </section>
            """
    }

    private static let shownPeriods = 4

    static func periodName(_ period: Plan.Task.Period) -> String {
        "\(Spelling.day(period.coversFrom)) – \(Spelling.day(period.to))"
    }

    private func periodView(_ screen: Screen, _ period: Plan.Task.Period) -> Markup {
        func form(_ act: WorkAct) -> WorkForm {
            self.form(screen, act, target: period.from.description, revision: period.revision)
        }
        func can(_ event: Plan.Task.Event) -> Bool {
            Plan.Task.life.transition(from: period.state, on: event) != nil
        }
        var acts: [Markup] = []
        // Whoever may report the whole task may report its periods; a task handed in takes no more of them.
        if may(.submit), can(.submit), period.from <= today {
            let submit = form(.submitPeriod)
            acts.append(
                submit.folded(
                    .handInPeriod,
                    submit.area(.handInNote, name: "note", value: period.note ?? "", isRequired: true)))
        }
        if may(.acceptPeriod(period.from)) {
            acts.append(form(.acceptPeriod).plain(.acceptPeriod, style: "first"))
        }
        if may(.returnPeriod(period.from)) {
            let back = form(.returnPeriod)
            acts.append(back.folded(.returnPeriod, back.area(.returnWhy, name: "reason", isRequired: true)))
        }
        return """
            <li>\(when: period.span, { "\(screen, $0.name) " })<b class="date">\(Self.periodName(period))</b> \(screen.tag(period.state))\
            \(when: period.state.isPending && period.due < today, " \(screen.tag(TimeState.overdue))")\
            <span class="under">\(screen, .lastDay) <span class="date">\(Spelling.day(period.due))</span></span>\
            \(when: period.note, { "<span class=\"under said\" lang=\"vi\">\($0)</span>" })\
            \(when: period.reason, { "<span class=\"under said\" lang=\"vi\">→ \($0)</span>" })
            <div class="work">\(each: acts, { $0 })</div></li>
            """
    }
}
