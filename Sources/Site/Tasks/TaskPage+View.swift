import Domain
import Markup
import Operations
import Store

extension TaskPage {
    func view(_ screen: Screen) -> Markup {
        screen.page(
            screen(.taskNumber(task.position)), at: .tasks,
            """
            <p class="path"><a href="\(Routes.tasks())">\(screen, .tasks)</a> / <a href="\(Routes.plan(plan.id.rawValue))" lang="vi">\(plan.title)</a></p>
            \(screen.head("\(screen, .taskNumber(task.position))\(when: task.at, { " <span class=\"soft\">\($0)</span>" })", signs(screen)))
            \(when: typed, { refusalView(screen, $0) })
            <div class="two"><div>
            <section class="sheet"><p lang="vi" class="lead-words">\(task.text)</p></section>
            \(nextView(screen))
            \(contributionsView(screen))
            \(periodsView(screen))
            \(evidenceView(screen))
            \(belowView(screen))
            \(commentsView(screen))
            <section class="sheet" aria-labelledby="words-title"><h2 id="words-title">\(screen, .demandedBy)</h2>
            <div class="quoted" lang="vi">\(TaskPage.joined(view.before, cutsStart: true))<mark class="m task lit">\(TaskPage.joined(view.sentence))</mark>\(TaskPage.joined(view.after, cutsEnd: true))</div></section>
            </div><div>
            \(factsView(screen))
            \(timeView(screen))
            \(TaskHistory(entries: track.history, agencies: track.agencyNames, accounts: track.accountNames).view(screen))
            </div></div>
            """)
    }

    private func signs(_ screen: Screen) -> Markup {
        """
        \(screen.tag(task.state))\
        \(when: task.state.isPending && view.row.time == .overdue, " \(screen.tag(view.row.time))")\
        \(when: track.isSilent, " <span class=\"tag square warn\">\(screen, .silentSign)</span>")\
        \(when: track.isAtRisk, " <span class=\"tag half warn\">\(screen, .riskSign)</span>")\
        \(when: task.progress.asksForTime, " <span class=\"tag half warn\">\(screen, .asksForTimeSign)</span>")
        """
    }

    /// What was wrong; where somebody else was quicker, what stands now beside what was typed.
    private func refusalView(_ screen: Screen, _ typed: TypedWork) -> Markup {
        guard let now = typed.standing else {
            return screen.notice(.bad, "<p>\(screen, typed.fault)</p>", isLive: true)
        }
        return screen.notice(
            .warn,
            """
            <p><b>\(screen, .changedMeanwhile)</b></p>
            <div class="beside"><div><h2>\(screen, .asItStands)</h2><dl class="facts">
            <dt>\(screen, .state)</dt><dd>\(screen.tag(now.state))</dd>
            \(when: now.due, { "<dt>\(screen, .lastDay)</dt><dd class=\"date\">\(Spelling.day($0))</dd>" })
            \(when: now.reason, { "<dt>\(screen, .reason)</dt><dd lang=\"vi\" class=\"said\">\($0)</dd>" })
            \(when: now.note, { "<dt>\(screen, .reported)</dt><dd lang=\"vi\" class=\"said\">\($0)</dd>" })
            \(when: now.changedAt, { "<dt>\(screen, .changedBy)</dt><dd><span class=\"date\">\(Spelling.instant($0))</span>\(when: now.changedBy, { " · <span lang=\"vi\">\($0)</span>" })</dd>" })
            </dl></div><div><h2>\(screen, .youTyped)</h2><dl class="facts">
            \(each: typed.written, { "<dt>\(screen, $0.label)</dt><dd lang=\"vi\" class=\"said\">\($0.words)</dd>" }, otherwise: "<dt>–</dt><dd></dd>")
            </dl></div></div>
            """, isLive: true)
    }

    private func factsView(_ screen: Screen) -> Markup {
        """
        <section class="sheet" aria-labelledby="facts-title"><h2 id="facts-title">\(screen, .assignment)</h2>
        <dl class="facts">
        <dt>\(screen, .lead)</dt><dd>\(parties(screen, task.lead, .lead))</dd>
        <dt>\(screen, .coordinators)</dt><dd>\(parties(screen, task.with, .with))</dd>
        <dt>\(screen, .time)</dt><dd>\(when: task.time, { "\(Spelling.time($0, screen.language))" }, otherwise: "–")\(when: task.timeWords, { "<br><span class=\"soft\" lang=\"vi\">“\($0)”</span>" })</dd>
        \(when: task.deadline, { "<dt>\(screen, .lastDay)</dt><dd class=\"date\">\(Spelling.day($0.due))</dd>" })
        \(when: task.state.isPending ? track.workingDaysLeft : nil, { "<dt>\(screen, .workingDays)</dt><dd class=\"number\">\(screen, .daysLeft($0))\(when: may(.setRhythm) ? track.unannouncedYears.last : nil, { "<span class=\"under\">\(screen, .yearUnannounced($0))</span>" })</dd>" })
        \(when: task.rhythm, { "<dt>\(screen, .rhythm)</dt><dd>\(screen, $0.name)\(when: ruleSource, { "<span class=\"under\">\(screen, .bySource($0))</span>" })</dd>" })
        \(when: hasWordsOnly, "<dt>\(screen, .lastDay)</dt><dd>\(screen, .wordsWithoutDay)</dd>")
        \(when: name(of: task.progress.delegate), { "<dt>\(screen, .givenTo)</dt><dd lang=\"vi\" class=\"said\">\($0)</dd>" })
        <dt>\(screen, .plan)</dt><dd lang="vi"><a href="\(Routes.plan(plan.id.rawValue))">\(plan.number ?? plan.title)</a></dd>
        </dl>
        \(when: may(.setRhythm), rhythmForm(screen))
        \(when: may(.viewEvidence), "<p><a class=\"button small\" href=\"\(Routes.taskNotices(task.id.rawValue))\">\(screen, .noticeRecord)</a></p>")
        </section>
        """
    }

    /// What closes the figures of its periods; nil for the calendar.
    private var ruleSource: String? { task.reporting.flatMap { ReportingRule.named($0.rule)?.source } }

    /// Its time is words that name neither a day nor a rhythm ("trước mùa lũ").
    private var hasWordsOnly: Bool {
        task.time == nil && task.timeWords != nil && task.deadline == nil && task.rhythm == nil
    }

    private func rhythmForm(_ screen: Screen) -> Markup {
        let form = form(screen, .setRhythm)
        return form.folded(
            .setRhythm, button: .save,
            """
            \(form.choice(.rhythm, name: "rhythm", chosen: task.rhythm?.rawValue ?? "", options: [("", screen(.once))] + Rhythm.allCases.map { ($0.rawValue, screen($0.name)) }))
            \(form.choice(.reckoning, name: "reporting", chosen: task.reporting == nil ? "calendar" : "law", options: [("calendar", screen(.byCalendar)), ("law", screen(.byDecree))]))
            \(when: task.kind == .report, form.check(.wholePlanReports, name: "whole"))
            """)
    }

    /// The words of the document, and who acts for them today.
    private func parties(_ screen: Screen, _ parties: [Party], _ role: PartyRole) -> Markup {
        guard !parties.isEmpty else { return "–" }
        return parties.enumerated().map { place, party in
            let acting = track.assignees.filter { $0.role == role && $0.partyPosition == place + 1 }
            return """
                <div><span lang="vi">\(party.name)</span>\
                \(each: acting.prefix(Self.shownAgencies), { one in
                    "<span class=\"under\">→ <a href=\"\(Routes.agency(one.agency.rawValue))\" lang=\"vi\">\(name(of: one.agency))</a></span>"
                })\(when: acting.count > Self.shownAgencies, "<span class=\"under\">… (\(acting.count))</span>")</div>
                """
        }.joined(separator: "")
    }

    /// Of a group that was told to be many.
    private static let shownAgencies = 8
}
