import Domain
import Markup
import Operations
import Vietnamese

extension PlanPage {
    func view(_ screen: Screen) -> Markup {
        screen.page(
            plan.title, at: .plans,
            """
            <p class="path"><a href="\(Routes.plans())">\(screen, .plans)</a></p>
            \(screen.head(
                "<span lang=\"vi\">\(plan.title)</span>",
                "<span lang=\"vi\">\([plan.number, plan.issuer].compactMap { $0 }.joined(separator: " · "))</span>", acts: acts(screen)))
            \(when: fault, { screen.notice(.bad, "<p>\(screen, $0)</p>", isLive: true) })
            \(when: closing, { closingView(screen, $0) })
            <div class="two"><div>
            \(tasksView(screen))
            \(outline(screen))
            \(management(screen))
            </div><div>
            \(facts(screen))
            \(bases(screen))
            \(recipients(screen))
            \(contacts(screen))
            \(historyView(screen))
            </div></div>
            """)
    }

    private func acts(_ screen: Screen) -> Markup {
        let id = plan.id.rawValue
        return """
            \(when: plan.issuedAt != nil, "<a class=\"button\" href=\"\(Routes.planProgress(id))\">\(screen, .progress)</a>")
            \(when: openQuestions > 0, "<a class=\"button\" href=\"\(Routes.planParties(id))\">\(screen, .openParties(openQuestions))</a>")
            \(when: plan.issuedAt != nil && allowed.contains(.openFile), "<a class=\"button\" href=\"\(Routes.planNotices(id))\">\(screen, .noticeRecord)</a>")
            \(when: plan.state.isDraft && allowed.contains(.correctPlan), "<a class=\"button\" href=\"\(Routes.correctPlan(id))\">\(screen, .correct)</a>")
            \(when: plan.state.isDraft && allowed.contains(.issuePlan), "<a class=\"button first\" href=\"\(Routes.issue(id))\">\(screen, .issueDots)</a>")
            """
    }

    private func facts(_ screen: Screen) -> Markup {
        """
        <section class="sheet" aria-labelledby="facts-title"><h2 id="facts-title">\(screen, .document)</h2>
        <dl class="facts">
        <dt>\(screen, .state)</dt><dd>\(screen.tag(plan.state))</dd>
        <dt>\(screen, HeaderField.number.label)</dt><dd lang="vi">\(plan.number ?? "–")</dd>
        <dt>\(screen, HeaderField.date.label)</dt><dd class="date">\(when: plan.date, { "\(Spelling.day($0, screen.language))" }, otherwise: "–")</dd>
        <dt>\(screen, HeaderField.issuer.label)</dt><dd lang="vi">\(plan.issuer ?? "–")</dd>
        <dt>\(screen, HeaderField.signerName.label)</dt><dd lang="vi">\(draft.signerName?.value ?? "–")\(when: draft.signerTitle, { "<br><span class=\"soft\">\($0.value)</span>" })</dd>
        <dt>\(screen, .agency)</dt><dd lang="vi">\(agency)</dd>
        \(when: !predecessors.isEmpty, "<dt>\(screen, .replacedPlans)</dt><dd lang=\"vi\">\(each: predecessors, { "<a class=\"under\" href=\"\(Routes.plan($0.id.rawValue))\">\(Self.name($0))</a>" })</dd>")
        <dt>\(screen, .originalFile)</dt><dd>\(when: allowed.contains(.openFile), "<a href=\"\(Routes.planFile(plan.id.rawValue))\" download>\(file.name)</a>", otherwise: "\(file.name)")<br><span class="soft">\(Spelling.size(file.size))\(when: file.pages, { ", \(screen, .pageCount($0))" })</span></dd>
        </dl></section>
        """
    }

    private func tasksView(_ screen: Screen) -> Markup {
        let here = Routes.plan(plan.id.rawValue)
        return """
            <section class="sheet" id="tasks" aria-labelledby="tasks-title">
            <div class="head"><h2 id="tasks-title">\(screen, .tasks) <span class="soft number">(\(plan.taskCount))</span></h2>
            <nav class="row small" aria-label="\(screen, .groupTasks)">
            <a href="\(here.with(query: [("by", "agency")], fragment: "tasks"))"\(when: grouping == .agency, " aria-current=\"true\"")>\(screen, .byAgency)</a>
            <a href="\(here.with(query: [("by", "time")], fragment: "tasks"))"\(when: grouping == .time, " aria-current=\"true\"")>\(screen, .byTime)</a>
            </nav></div>
            \(when: groups.isEmpty, "<p class=\"soft\">\(screen, .planHasNoTasks)</p>", otherwise: table(screen))
            \(when: isCut, "<p class=\"small\"><a href=\"\(Routes.tasks().with(query: [("plan", plan.id.rawValue)]))\">\(screen, .allTasks(plan.taskCount))</a></p>")
            </section>
            """
    }

    private func table(_ screen: Screen) -> Markup {
        """
        <div class="table" role="region" aria-label="\(screen, .tasks)" tabindex="0"><table class="folds">
        <thead><tr><th scope="col" class="number">\(screen, .ordinal)</th><th scope="col">\(screen, .task)</th><th scope="col">\(screen, grouping == .agency ? .time : .lead)</th></tr></thead>
        <tbody>\(each: groups, { group in
            """
            <tr class="group"><th colspan="3" scope="rowgroup" lang="vi">\(group.name) <span class="soft number">(\(group.tasks.count))</span></th></tr>
            \(each: group.tasks, { row(screen, $0) })
            """
        })</tbody></table></div>
        """
    }

    private func row(_ screen: Screen, _ entry: Entry) -> Markup {
        """
        <tr><td class="number">\(entry.number)</td>
        <td><span lang="vi">\(when: entry.id, { "<a href=\"\(Routes.task($0.rawValue))\">\(entry.text)</a>" }, otherwise: "\(entry.text)")</span>\
        \(when: !entry.with.isEmpty, "<span class=\"under\">\(screen, .coordinators): <span lang=\"vi\">\(entry.with.map(\.name).joined(separator: "; "))</span></span>")</td>
        <td data-label="\(screen, grouping == .agency ? .time : .lead)">\(when: grouping == .agency,
            "\(when: entry.time, { "\(Spelling.time($0, screen.language))" }, otherwise: "<span class=\"soft\">–</span>")\(when: entry.state == .overdue || entry.state == .dueSoon ? entry.state : nil, { "<br>\(screen.tag($0))" })",
            otherwise: "<span lang=\"vi\">\(entry.lead.map(\.name).joined(separator: "; "))</span>")</td></tr>
        """
    }

    private func outline(_ screen: Screen) -> Markup {
        guard !draft.sections.isEmpty else { return .empty }
        return """
            <details class="sheet"><summary><b>\(screen, .outline)</b> <span class="soft number">(\(draft.sections.count))</span></summary>
            <ul class="plainlist" lang="vi">\(each: draft.sections.prefix(500), { section in
                "<li class=\"depth-\(min(4, section.label.split(separator: ".").count))\"><b class=\"number\">\(section.label)</b> \(section.title)</li>"
            })</ul></details>
            """
    }

    private func bases(_ screen: Screen) -> Markup {
        """
        <section class="sheet" aria-labelledby="bases-title"><h2 id="bases-title">\(screen, .legalBases)</h2>
        \(when: draft.bases.isEmpty, "<p class=\"soft\">\(screen, .noCitations)</p>")
        <ul class="plainlist small">\(each: draft.bases, { "<li><span lang=\"vi\">\($0.number ?? "–")</span>\(when: $0.date, { " <span class=\"date soft\">\(Spelling.day($0, screen.language))</span>" })</li>" })</ul>
        \(when: draft.citations.count > draft.bases.count,
            """
            <details><summary class="small">\(screen, .allCitations(draft.citations.count))</summary>
            <ul class="plainlist small">\(each: draft.citations, { "<li><span lang=\"vi\">\($0.number ?? "–")</span>\(when: $0.date, { " <span class=\"date soft\">\(Spelling.day($0, screen.language))</span>" })</li>" })</ul></details>
            """)
        </section>
        """
    }

    private func recipients(_ screen: Screen) -> Markup {
        """
        \(when: !draft.reports.isEmpty,
            """
            <section class="sheet" aria-labelledby="reports-title"><h2 id="reports-title">\(screen, .reports)</h2>
            <ul class="plainlist small" lang="vi">\(each: draft.reports, { report in
                """
                <li><b class="date">\(when: report.by, { "\(Spelling.day($0, .vi))" }, otherwise: "–")</b> \(report.from.map(\.name).joined(separator: "; "))\
                \(when: !report.to.isEmpty, " → \(report.to.map(\.name).joined(separator: "; "))")\(when: report.covers, { " <span class=\"soft\">(\($0))</span>" })</li>
                """
            })</ul></section>
            """)
        \(when: !draft.recipients.isEmpty,
            """
            <section class="sheet" aria-labelledby="recipients-title"><h2 id="recipients-title">\(screen, .recipients)</h2>
            <ul class="plainlist small" lang="vi">\(each: draft.recipients, { "<li>\($0.name)</li>" })</ul></section>
            """)
        """
    }

    private func contacts(_ screen: Screen) -> Markup {
        guard !draft.contacts.isEmpty else { return .empty }
        return """
            <section class="sheet" aria-labelledby="contacts-title"><h2 id="contacts-title">\(screen, .contacts)</h2>
            <ul class="plainlist small">\(each: draft.contacts, { contact in
                """
                <li><span lang="vi">\(contact.name)\(when: contact.title, { " – \($0)" })</span>\
                \(when: contact.phone, { " <span class=\"number soft nowrap\">\(PhoneMask.maskedWhole($0))</span>" })</li>
                """
            })</ul></section>
            """
    }

    /// Who did what to it when, as the ledger tells.
    private func historyView(_ screen: Screen) -> Markup {
        guard !history.isEmpty else { return .empty }
        return """
            <section class="sheet" aria-labelledby="history-title"><h2 id="history-title">\(screen, .history)</h2>
            <ol class="plainlist small">\(each: history, { row in
                """
                <li><span class="date soft nowrap">\(Spelling.instant(row.entry.at))</span> \(screen, .action(row.entry.action))\
                <span class="under"><span lang="vi">\(row.actorName ?? screen(.commandLine))</span>\
                \(when: ledger.detail(screen, row), { $0.isEmpty ? .empty : " · \($0)" })</span></li>
                """
            })</ol></section>
            """
    }
}
