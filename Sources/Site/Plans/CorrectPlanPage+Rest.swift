import Domain
import Markup
import Vietnamese

extension CorrectPlanPage {
    func reportsView(_ screen: Screen) -> Markup {
        """
        <section class="item" id="reports" aria-labelledby="reports-title">
        <div class="item-head"><h3 id="reports-title" class="where">\(screen, .reports)</h3>
        \(when: canCorrect, "<a class=\"plain\" href=\"\(here([("edit", "new-report")], "reports"))\">\(screen, .addReport)</a>")</div>
        \(when: draft.reports.isEmpty, "<p class=\"soft\">\(screen, .noReports)</p>")
        <ul class="plainlist">\(each: draft.reports, { reportView(screen, $0) })</ul>
        \(when: editing == .newReport && canCorrect, reportForm(screen, nil))</section>
        """
    }

    private func reportView(_ screen: Screen, _ report: ReportDuty) -> Markup {
        let id = report.id.rawValue
        if editing == .report(id), canCorrect {
            return "<li id=\"f-\(report.mark)\">\(reportForm(screen, report))</li>"
        }
        return """
            <li data-shows="\(report.mark)" id="f-\(report.mark)"><span lang="vi"><span class="chip report" data-found="\(report.mark)">\
            \(when: report.by, { "\(Spelling.day($0, .vi))" }, otherwise: "\(screen, .noDay)")</span> \
            \(report.from.map(\.name).joined(separator: "; "))\
            \(when: !report.to.isEmpty, " → \(report.to.map(\.name).joined(separator: "; "))")\
            \(when: report.covers, { " <span class=\"soft\">(\($0))</span>" })</span>\
            \(when: line(of: report.range), { " · <a class=\"small\" href=\"#m-\(report.mark)\">\(screen, .line($0))</a>" })\
            \(when: canCorrect,
                """
                <div class="acts"><a class="button small" href="\(here([("report", id)], "f-r\(id)"))">\(screen, .edit)</a>
                \(act(screen, "deleteReport", .delete, task: id, class: "small danger"))</div>
                """)</li>
            """
    }

    private func reportForm(_ screen: Screen, _ report: ReportDuty?) -> Markup {
        let id = report?.id.rawValue ?? "new-report"
        return screen.form(
            Routes.corrections(plan.id.rawValue), class: "edit",
            """
            \(hiddenFields)\(when: report, { "<input type=\"hidden\" name=\"task\" value=\"\($0.id.rawValue)\">" })
            <div class="trio">
            <div class="field"><label for="from-\(id)">\(screen, .reportFrom)</label><textarea id="from-\(id)" name="from" lang="vi" rows="2">\(report.map { $0.from.map(\.name).joined(separator: "\n") })</textarea></div>
            <div class="field"><label for="to-\(id)">\(screen, .reportTo)</label><textarea id="to-\(id)" name="to" lang="vi" rows="2">\(report.map { $0.to.map(\.name).joined(separator: "\n") })</textarea></div>
            </div><div class="trio">
            <div class="field"><label for="by-\(id)">\(screen, .reportBy)</label><input id="by-\(id)" name="by" lang="vi" value="\(report?.by.map { Spelling.day($0, .vi) })"></div>
            <div class="field"><label for="covers-\(id)">\(screen, .reportCovers)</label><input id="covers-\(id)" name="covers" lang="vi" value="\(report?.covers)"></div>
            </div>
            <div class="row"><button class="first" name="do" value="\(when: report == nil, "addReport", otherwise: "setReport")">\(screen, .save)</button>
            <a class="button" href="\(here([], "reports"))">\(screen, .cancel)</a></div>
            """)
    }

    func citationsView(_ screen: Screen) -> Markup {
        let bases = Set(draft.bases.compactMap(\.number))
        return """
            <section class="item" id="citations" aria-labelledby="citations-title">
            <h3 id="citations-title">\(screen, .citations)</h3>
            \(when: draft.citations.isEmpty, "<p class=\"soft\">\(screen, .noCitations)</p>")
            <ul class="plainlist">\(each: Array(draft.citations.enumerated()), { index, citation in
                """
                <li data-shows="c\(index)" id="f-c\(index)"><span class="chip cite number" lang="vi" data-found="c\(index)">\(citation.number ?? "–")</span>\
                \(when: citation.date, { " <span class=\"number\">\(Spelling.day($0, screen.language))</span>" })\
                \(when: citation.number.map(bases.contains) == true, " <span class=\"tag full\">\(screen, .basis)</span>")\
                \(when: line(of: citation.range), { " · <a class=\"small\" href=\"#m-c\(index)\">\(screen, .line($0))</a>" })</li>
                """
            })</ul></section>
            """
    }

    func recipientsView(_ screen: Screen) -> Markup {
        """
        <section class="item" id="recipients" aria-labelledby="recipients-title">
        <h3 id="recipients-title">\(screen, .recipients)</h3>
        <ul class="plainlist">\(each: draft.recipients, { recipientView(screen, $0) })</ul>
        \(when: canCorrect, screen.form(
            Routes.corrections(plan.id.rawValue), class: "row",
            """
            \(hiddenFields)<label class="only-heard" for="recipient-new">\(screen, .newRecipient)</label>\
            <input id="recipient-new" name="name" lang="vi" maxlength="500" required placeholder="\(screen, .newRecipient)">\
            <button class="small" name="do" value="addRecipient">\(screen, .add)</button>
            """))
        \(when: !draft.contacts.isEmpty,
            """
            <h3>\(screen, .contacts)</h3>
            <ul class="plainlist">\(each: draft.contacts, { contact in
                """
                <li class="row" data-shows="\(contact.mark)" id="f-\(contact.mark)"><span lang="vi"><span class="chip recipient" data-found="\(contact.mark)">\(contact.name)</span>\(when: contact.title, { " – \($0)" })</span>\
                \(when: contact.phone, { " <span class=\"number soft\">\(PhoneMask.maskedWhole($0))</span>" })\
                \(when: line(of: contact.range), { " · <a class=\"small\" href=\"#m-\(contact.mark)\">\(screen, .line($0))</a>" })\
                \(when: canCorrect, act(screen, "deleteContact", .delete, task: contact.id.rawValue, class: "plain small"))</li>
                """
            })</ul>
            <p class="small soft">\(screen, .phonesMasked)</p>
            """)
        </section>
        """
    }

    private func recipientView(_ screen: Screen, _ recipient: Recipient) -> Markup {
        let id = recipient.id.rawValue
        if editing == .recipient(id), canCorrect {
            return """
                <li id="f-\(recipient.mark)">\(screen.form(
                    Routes.corrections(plan.id.rawValue), class: "edit",
                    """
                    \(hiddenFields)<input type="hidden" name="task" value="\(id)">
                    <div class="field"><label for="recipient-\(id)">\(screen, .recipients)</label>
                    <input id="recipient-\(id)" name="name" lang="vi" maxlength="500" required value="\(recipient.name)"></div>
                    <div class="row"><button class="first" name="do" value="setRecipient">\(screen, .save)</button>
                    <a class="button" href="\(here([], "recipients"))">\(screen, .cancel)</a></div>
                    """))</li>
                """
        }
        return """
            <li class="row" data-shows="\(recipient.mark)" id="f-\(recipient.mark)"><span class="chip recipient" lang="vi" data-found="\(recipient.mark)">\(recipient.name)</span>\
            \(when: line(of: recipient.range), { "<a class=\"small\" href=\"#m-\(recipient.mark)\">\(screen, .line($0))</a>" })\
            \(when: canCorrect,
                """
                <a class="plain small" href="\(here([("recipient", id)], "f-\(recipient.mark)"))">\(screen, .edit)</a>\
                \(act(screen, "deleteRecipient", .delete, task: id, class: "plain small"))
                """)</li>
            """
    }
}
