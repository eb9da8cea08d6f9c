import Domain
import Markup
import Vietnamese

/// Reports, citations, recipients and contacts: each is shown, changed, added and deleted in the same way.
extension CorrectPlanPage {
    func reportsView(_ screen: Screen) -> Markup {
        section(
            screen, .report, .reports, .noReports,
            draft.reports.map { report in
                Row(
                    id: report.id.rawValue, mark: report.mark, range: report.range,
                    shown: """
                        <span lang="vi"><span class="chip report" data-found="\(report.mark)">\
                        \(when: report.by, { "\(Spelling.day($0, .vi))" }, otherwise: "\(screen, .noDay)")</span> \
                        \(report.from.map(\.name).joined(separator: "; "))\
                        \(when: !report.to.isEmpty, " → \(report.to.map(\.name).joined(separator: "; "))")\
                        \(when: report.covers, { " <span class=\"soft\">(\($0))</span>" })</span>
                        """, name: report.from.first?.name ?? "")
            },
            form: { id in
                reportFields(screen, draft.reports.first { $0.id.rawValue == id }, id ?? "new-report")
            })
    }

    private func reportFields(_ screen: Screen, _ report: ReportDuty?, _ id: String) -> Markup {
        """
        <div class="trio">
        \(field(screen, Field(label: .reportFrom, name: "from", item: id, now: report?.from.map(\.name).joined(separator: "\n") ?? "", rows: 2, takesPlace: report == nil, isList: true)))
        \(field(screen, Field(label: .reportTo, name: "to", item: id, now: report?.to.map(\.name).joined(separator: "\n") ?? "", rows: 2, isList: true)))
        </div><div class="trio">
        \(field(screen, Field(label: .reportBy, name: "by", item: id, now: report?.by.map { Spelling.day($0, .vi) } ?? "", maximum: 200)))
        \(field(screen, Field(label: .reportCovers, name: "covers", item: id, now: report?.covers ?? "", maximum: 200)))
        </div>
        """
    }

    func citationsView(_ screen: Screen) -> Markup {
        section(
            screen, .citation, .citations, .noCitations,
            draft.citations.map { citation in
                Row(
                    id: citation.id.rawValue, mark: citation.mark, range: citation.range,
                    shown: """
                        <span class="chip cite number" lang="vi" data-found="\(citation.mark)">\(citation.number ?? "–")</span>\
                        \(when: citation.date, { " <span class=\"number\">\(Spelling.day($0, screen.language))</span>" })\
                        \(when: citation.isBasis, " <span class=\"tag full\">\(screen, .basis)</span>")
                        """, name: citation.number ?? "")
            },
            form: { id in
                citationFields(screen, draft.citations.first { $0.id.rawValue == id }, id ?? "new-citation")
            })
    }

    private func citationFields(_ screen: Screen, _ citation: CitedDocument?, _ id: String) -> Markup {
        let isBasis = kept.map { $0["basis"] == "yes" } ?? citation?.isBasis ?? false
        return """
            \(field(screen, Field(label: HeaderField.number.label, name: "number", item: id, now: citation?.number ?? "", hint: citation == nil ? .citationHint : nil, isRequired: true, maximum: 500, takesPlace: true)))
            <div class="trio">
            \(field(screen, Field(label: .citationDate, name: "date", item: id, now: citation?.date.map { Spelling.day($0, .vi) } ?? "", maximum: 200)))
            <label class="check low"><input type="checkbox" name="basis" value="yes"\(when: isBasis, " checked")> <span>\(screen, .isBasis)</span></label>
            </div>
            """
    }

    func recipientsView(_ screen: Screen) -> Markup {
        section(
            screen, .recipient, .recipients, nil,
            draft.recipients.map { recipient in
                Row(
                    id: recipient.id.rawValue, mark: recipient.mark, range: recipient.range,
                    shown:
                        "<span class=\"chip recipient\" lang=\"vi\" data-found=\"\(recipient.mark)\">\(recipient.name)</span>",
                    name: recipient.name)
            },
            form: { id in
                let now = draft.recipients.first { $0.id.rawValue == id }?.name ?? ""
                return field(
                    screen,
                    Field(
                        label: id == nil ? .newRecipient : .recipients, name: "name",
                        item: id ?? "new-recipient",
                        now: now, isRequired: true, maximum: 500, takesPlace: id == nil))
            })
    }

    func contactsView(_ screen: Screen) -> Markup {
        section(
            screen, .contact, .contacts, .noContacts,
            draft.contacts.map { contact in
                Row(
                    id: contact.id.rawValue, mark: contact.mark, range: contact.range,
                    shown: """
                        <span lang="vi"><span class="chip recipient" data-found="\(contact.mark)">\(contact.name)</span>\(when: contact.title, { " – \($0)" })</span>\
                        \(when: contact.phone, { " <span class=\"number soft\">\(PhoneMask.maskedWhole($0))</span>" })
                        """, name: contact.name)
            },
            form: { id in
                contactFields(screen, draft.contacts.first { $0.id.rawValue == id }, id ?? "new-contact")
            }, foot: draft.contacts.isEmpty ? .empty : "<p class=\"small soft\">\(screen, .phonesMasked)</p>")
    }

    private func contactFields(_ screen: Screen, _ contact: ListedContact?, _ id: String) -> Markup {
        let phone = contact?.phone.map(PhoneMask.maskedWhole) ?? ""
        return """
            \(field(screen, Field(label: .contactName, name: "name", item: id, now: contact?.name ?? "", isRequired: true, maximum: 500, takesPlace: true)))
            <div class="trio">
            \(field(screen, Field(label: .contactTitle, name: "title", item: id, now: contact?.title ?? "", maximum: 200)))
            \(field(screen, Field(label: .contactPhone, name: "phone", item: id, now: phone, hint: phone.isEmpty ? nil : .contactPhoneHint, maximum: 200)))
            </div>
            """
    }
}

// MARK: - What the lists have in common

extension CorrectPlanPage {
    private struct Row {
        var id: String
        var mark: String
        var range: TextRange?
        var shown: Markup
        /// Tells its buttons from those of its neighbours.
        var name: String
    }

    /// - Parameter form: the fields for an item, or for a new one.
    private func section(
        _ screen: Screen, _ kind: ListKind, _ title: Phrase, _ none: Phrase?, _ rows: [Row],
        form: (String?) -> Markup, foot: Markup = .empty
    ) -> Markup {
        let isNew = editing == .newItem(kind) && canCorrect
        return """
            <section class="item" id="\(kind.section)" aria-labelledby="\(kind.section)-title">
            <div class="item-head"><h3 id="\(kind.section)-title" class="where">\(screen, title) <span class="number">(\(rows.count))</span></h3>
            \(when: canCorrect && !isNew, "<a class=\"plain\" href=\"\(here([("edit", "new-\(kind.rawValue)")], kind.section))\" data-add=\"\(kind.rawValue)\">\(screen, .addTo(kind))</a>")</div>
            \(when: isNew, listForm(screen, kind, nil, form(nil)))
            \(when: rows.isEmpty && !isNew ? none : nil, { "<p class=\"soft\">\(screen, $0)</p>" })
            <ul class="plainlist">\(each: rows, { row in
                editing == .item(kind, row.id) && canCorrect
                    ? "<li class=\"entry\" id=\"f-\(row.mark)\">\(listForm(screen, kind, row, form(row.id)))</li>"
                    : rowView(screen, kind, row)
            })</ul>\(foot)</section>
            """
    }

    private func rowView(_ screen: Screen, _ kind: ListKind, _ row: Row) -> Markup {
        """
        <li class="row entry" data-shows="\(row.mark)" id="f-\(row.mark)" tabindex="-1"><span class="what">\(row.shown)\
        \(when: line(of: row.range), { " · <a class=\"small\" href=\"#m-\(row.mark)\">\(screen, .line($0))</a>" })</span>\
        \(when: canCorrect,
            """
            <a class="plain small" href="\(here([(kind.rawValue, row.id)], "f-\(row.mark)"))" data-key="e" aria-label="\(screen, .edit): \(row.name)">\(screen, .edit)</a>\
            \(act(screen, kind.act("delete"), .delete, task: row.id, key: "x", class: "plain small", about: row.name))
            """)</li>

        """
    }

    private func listForm(_ screen: Screen, _ kind: ListKind, _ row: Row?, _ fields: Markup) -> Markup {
        screen.form(
            Routes.corrections(plan.id.rawValue), class: "edit",
            """
            \(hiddenFields)\(when: row, { "<input type=\"hidden\" name=\"task\" value=\"\($0.id)\">" })\(placeFields)
            \(fields)
            \(formActs(screen, kind.act(row == nil ? "add" : "set"), back: row.map { "f-\($0.mark)" } ?? kind.section))
            """)
    }
}
