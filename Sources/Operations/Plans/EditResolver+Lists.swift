import Domain
import Vietnamese

/// Reports, recipients, contacts and citations.
extension EditResolver {
    func listChange(for edit: PlanEdit) throws(CorrectionRefused) -> Change {
        switch edit {
        case .addReport(let entry):
            return .addReport(report: try report(entry, id: newItemID()))
        case .setReport(let id, let entry):
            let old = try item(id, in: draft.reports)
            return .setReport(report: Anchor(old), value: try report(entry, id: id, old: old))
        case .deleteReport(let id):
            return .deleteReport(report: try anchor(id, in: draft.reports))
        case .addRecipient(let name, let range):
            return .addRecipient(
                recipient: Recipient(id: newItemID(), name: try line(name), range: try checked(range)))
        case .setRecipient(let id, let name):
            let old = try item(id, in: draft.recipients)
            return .setRecipient(recipient: Anchor(old), name: try line(name, shown: [old.name]))
        case .deleteRecipient(let id):
            return .deleteRecipient(recipient: try anchor(id, in: draft.recipients))
        case .addContact(let entry):
            return .addContact(contact: try contact(entry, id: newItemID()))
        case .setContact(let id, let entry):
            let old = try item(id, in: draft.contacts)
            return .setContact(contact: Anchor(old), value: try contact(entry, id: id, old: old))
        case .deleteContact(let id):
            return .deleteContact(contact: try anchor(id, in: draft.contacts))
        case .addCitation(let entry):
            return .addCitation(citation: try citation(entry, id: newItemID()))
        case .setCitation(let id, let entry):
            return .setCitation(
                citation: try anchor(id, in: draft.citations), value: try citation(entry, id: id))
        case .deleteCitation(let id):
            return .deleteCitation(citation: try anchor(id, in: draft.citations))
        case .setHeader, .addTask, .setTaskText, .deleteTask, .splitTask, .splitWords, .mergeTasks,
            .setParties, .setTime,
            .confirm, .dismissWarning:
            preconditionFailure("Tasks and the header are resolved by `changes`.")
        }
    }

    private func newItemID<Item>() -> Identifier<Item> { Identifier(newID().rawValue) }

    private func report(_ entry: ReportEntry, id: ReportDuty.ID, old: ReportDuty? = nil)
        throws(CorrectionRefused) -> ReportDuty
    {
        guard entry.from.count + entry.to.count <= Self.partyLimit else { throw .tooMany }
        let shown = old.map { ($0.from + $0.to).map(\.name) + [$0.covers ?? ""] } ?? []
        var from: [Party] = []
        for name in entry.from { from.append(try party(PartyEntry(name: name), shown: shown)) }
        var to: [Party] = []
        for name in entry.to { to.append(try party(PartyEntry(name: name), shown: shown)) }
        return ReportDuty(
            id: id, from: from, to: to, by: try sensible(entry.by),
            covers: try optionalLine(entry.covers, shown: shown),
            range: try checked(entry.range))
    }

    /// A masked number that stands in its field as it was shown is the number that it masks.
    private func contact(_ entry: ContactEntry, id: ListedContact.ID, old: ListedContact? = nil)
        throws(CorrectionRefused) -> ListedContact
    {
        let shown = [old?.name, old?.title, old?.phone].compactMap { $0 }
        let phone =
            if let number = old?.phone, entry.phone == PhoneMask.maskedWhole(number) { number } else {
                try optionalLine(entry.phone, shown: shown)
            }
        return ListedContact(
            id: id, name: try line(entry.name, shown: shown),
            title: try optionalLine(entry.title, shown: shown), phone: phone, range: try checked(entry.range))
    }

    private func citation(_ entry: CitationEntry, id: CitedDocument.ID) throws(CorrectionRefused)
        -> CitedDocument
    {
        CitedDocument(
            id: id, number: try line(entry.number, 200), date: try sensible(entry.date),
            isBasis: entry.isBasis,
            range: try checked(entry.range))
    }
}
