import Domain
import HTTP
import Operations

/// Lists of a draft whose items are changed as a whole.
enum ListKind: String, Sendable, CaseIterable {
    case report, citation, recipient, contact

    /// Where the list stands on the page.
    var section: String {
        switch self {
        case .report: "reports"
        case .citation: "citations"
        case .recipient: "recipients"
        case .contact: "contacts"
        }
    }

    /// As the buttons of its forms say: `addReport`, `setReport`, `deleteReport`.
    func act(_ verb: String) -> String { verb + rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}

extension CorrectionForm {
    /// The edit of a list's item that a button's name stands for, and the place to come back to.
    func listEdits(_ name: String) throws -> ([PlanEdit], String) {
        for kind in ListKind.allCases {
            for verb in ["add", "set", "delete"] where name == kind.act(verb) {
                return ([try listEdit(kind, verb, form["task"] ?? "")], kind.section)
            }
        }
        throw RequestRefused(.badRequest)
    }

    private func listEdit(_ kind: ListKind, _ verb: String, _ id: String) throws -> PlanEdit {
        switch (kind, verb) {
        case (.report, "add"): .addReport(try report())
        case (.report, "set"): .setReport(ReportDuty.ID(id), try report())
        case (.report, _): .deleteReport(ReportDuty.ID(id))
        case (.citation, "add"): .addCitation(try citation())
        case (.citation, "set"): .setCitation(CitedDocument.ID(id), try citation())
        case (.citation, _): .deleteCitation(CitedDocument.ID(id))
        case (.recipient, "add"): .addRecipient(recipient, range: picked ?? place(of: recipient))
        case (.recipient, "set"): .setRecipient(Recipient.ID(id), recipient)
        case (.recipient, _): .deleteRecipient(Recipient.ID(id))
        case (.contact, "add"): .addContact(contact(isNew: true))
        case (.contact, "set"): .setContact(ListedContact.ID(id), contact(isNew: false))
        case (.contact, _): .deleteContact(ListedContact.ID(id))
        }
    }

    private func report() throws -> ReportEntry {
        ReportEntry(
            from: lines("from"), to: lines("to"), by: try day("by"), covers: typed("covers"), range: picked)
    }

    /// The number may be typed or picked with the words around it:
    /// "Nghị định số 72/2015/NĐ-CP ngày 07/9/2015 của Chính phủ".
    private func citation() throws -> CitationEntry {
        let words = Self.folded(form["number"] ?? "")
        let number = words.firstMatch(of: /[0-9]+[^\s,;]*[\/-][^\s,;]*/).map { String($0.0) } ?? words
        var date = try day("date")
        if date == nil, number != words {
            let spelled = words.firstMatch(
                of: /ngày\s+([0-9]{1,2})\s*(?:\/|tháng)\s*([0-9]{1,2})\s*(?:\/|năm)\s*([0-9]{4})/)
            date = spelled.flatMap { typedTime.day("\($0.1)/\($0.2)/\($0.3)") }
        }
        return CitationEntry(
            number: number, date: date, isBasis: form["basis"] == "yes",
            range: picked ?? (form["do"] == ListKind.citation.act("add") ? place(of: number) : nil))
    }

    /// Without the dash and the mark that a line of "Nơi nhận" stands between.
    private var recipient: String {
        var name = Self.folded(form["name"] ?? "")[...]
        while let first = name.first, "-–+• ".contains(first) { name.removeFirst() }
        while let last = name.last, ";. ".contains(last) { name.removeLast() }
        return String(name)
    }

    private func contact(isNew: Bool) -> ContactEntry {
        let name = Self.folded(form["name"] ?? "")
        return ContactEntry(
            name: name, title: typed("title"), phone: typed("phone"),
            range: picked ?? (isNew ? place(of: name) : nil))
    }

    /// Nil where nothing was typed.
    private func typed(_ name: String) -> String? {
        let words = Self.folded(form[name] ?? "")
        return words.isEmpty ? nil : words
    }

    private func day(_ name: String) throws -> PartialDay? {
        guard let typed = typed(name) else { return nil }
        guard let day = typedTime.day(typed) else { throw CorrectionFault(sentence: .dateNotUnderstood) }
        return day
    }
}
