import Domain
import Vietnamese

/// Turns what a form asks for into a correction that stands by itself: with the words, places and
/// values of now.
struct EditResolver {
    static let taskTextLimitBytes = 20_000
    static let nameLimitBytes = 1_000
    static let partyLimit = 100

    let draft: PlanDraft
    let text: DocumentText
    let agencies: AgencyNames
    let newID: () -> DraftTask.ID

    func change(for edit: PlanEdit) throws(CorrectionRefused) -> Change {
        switch edit {
        case .setHeader(let field, let value, let range):
            return try header(field, value, range)
        case .addTask(let range, let at):
            return .addTask(id: newID(), at: try optionalLine(at), quote: try quote(range))
        case .setTaskText(let id, let words):
            return .setTaskText(
                task: Anchor(try task(id)),
                text: try line(
                    words, Self.taskTextLimitBytes, shown: [task(id).text.value]))
        case .deleteTask(let id):
            return .deleteTask(task: Anchor(try task(id)))
        case .splitTask(let id, let offset):
            return try split(try task(id), at: offset)
        case .mergeTasks(let ids):
            return try merge(ids)
        case .setParties(let id, let role, let entries):
            guard entries.count <= Self.partyLimit else { throw .tooMany }
            var parties: [Party] = []
            let shown = try Self.parties(of: role, in: task(id)).map(\.name)
            for entry in entries { parties.append(try party(entry, shown: shown)) }
            return .setParties(task: Anchor(try task(id)), role: role, parties: parties)
        case .setTime(let id, let time, let range):
            var words: Quote?
            if let range { words = try quote(range) }
            return .setTime(task: Anchor(try task(id)), time: time, words: words)
        case .confirm(let id, let part):
            let task = try task(id)
            return .confirm(task: Anchor(task), value: Self.value(of: part, in: task))
        case .addReport(let entry):
            return .addReport(report: try report(entry, id: ReportDuty.ID(newID().rawValue), shown: []))
        case .setReport(let id, let entry):
            let old = try item(id, in: draft.reports)
            return .setReport(
                report: Anchor(old),
                value: try report(
                    entry, id: id, shown: (old.from + old.to).map(\.name) + [old.covers ?? ""]))
        case .deleteReport(let id):
            return .deleteReport(report: Anchor(try item(id, in: draft.reports)))
        case .addRecipient(let name, let range):
            return .addRecipient(
                recipient: Recipient(
                    id: Recipient.ID(newID().rawValue), name: try line(name), range: try checked(range)))
        case .setRecipient(let id, let name):
            let old = try item(id, in: draft.recipients)
            return .setRecipient(recipient: Anchor(old), name: try line(name, shown: [old.name]))
        case .deleteRecipient(let id):
            return .deleteRecipient(recipient: Anchor(try item(id, in: draft.recipients)))
        case .deleteContact(let id):
            return .deleteContact(contact: Anchor(try item(id, in: draft.contacts)))
        case .dismissWarning(let id):
            guard draft.warnings.contains(where: { $0.id == id }) else { throw .noSuchItem }
            return .dismissWarning(id: id)
        }
    }

    private static func parties(of role: PartyRole, in task: DraftTask) -> [Party] {
        switch role {
        case .lead: task.lead
        case .with: task.with
        }
    }

    private static func value(of part: TaskPart, in task: DraftTask) -> ConfirmedValue {
        switch part {
        case .text: .text(task.text.value)
        case .lead: .lead(task.lead)
        case .with: .with(task.with)
        case .time: .time(task.time?.value)
        }
    }

    private func header(_ field: HeaderField, _ value: String?, _ range: TextRange?) throws(CorrectionRefused)
        -> Change
    {
        var typed: String?
        if let value {
            typed = try line(value, Plan.titleLimitBytes, shown: [draft.title.value])
        } else if let range {
            typed = try quote(range).text
        }
        switch field {
        case .date:
            if let typed, PartialDay(typed)?.year == nil { throw .badDate }
        case .title:
            if typed == nil { throw .badText }
        case .kind, .number, .issuer, .place, .signerAuthority, .signerTitle, .signerName:
            break
        }
        return .setHeader(field: field, value: typed, range: try checked(range))
    }

    private func split(_ task: DraftTask, at offset: Int) throws(CorrectionRefused) -> Change {
        guard let range = task.range, range.lower < offset, offset < range.upper,
            let first = text.quote(text.trimmed(TextRange(range.lower, offset))),
            let second = text.quote(text.trimmed(TextRange(offset, range.upper)))
        else { throw .badSplit }
        return .splitTask(
            task: Anchor(task),
            pieces: [NewPiece(id: task.id, quote: first), NewPiece(id: newID(), quote: second)])
    }

    /// In the order of the document, whatever the order of choosing.
    private func merge(_ ids: [DraftTask.ID]) throws(CorrectionRefused) -> Change {
        let wanted = Set(ids)
        guard wanted.count == ids.count, (2...Change.pieceLimit).contains(ids.count) else { throw .badMerge }
        let tasks = draft.tasks.filter { wanted.contains($0.id) }
        guard tasks.count == ids.count else { throw .noSuchItem }
        let words = tasks.map(\.text.value).joined(separator: " ")
        return .mergeTasks(
            tasks: tasks.map { Anchor($0) },
            text: try line(words, Self.taskTextLimitBytes * 4, shown: [words]))
    }

    private func party(_ entry: PartyEntry, shown: [String]) throws(CorrectionRefused) -> Party {
        let range = try checked(entry.range)
        var name: String
        if let typed = entry.name {
            name = try line(typed, shown: shown)
        } else if let range {
            name = try quote(range).text
        } else {
            throw .badText
        }
        guard name.utf8.count <= Self.nameLimitBytes else { throw .badText }
        name = name.trimmingEnd(of: [",", ";", "."])
        guard !name.isEmpty else { throw .badText }
        return Party(name: name, range: range, agency: entry.agency ?? agencies.agency(named: name))
    }

    private func report(_ entry: ReportEntry, id: ReportDuty.ID, shown: [String]) throws(CorrectionRefused)
        -> ReportDuty
    {
        guard entry.from.count + entry.to.count <= Self.partyLimit else { throw .tooMany }
        var from: [Party] = []
        for name in entry.from { from.append(try party(PartyEntry(name: name), shown: shown)) }
        var to: [Party] = []
        for name in entry.to { to.append(try party(PartyEntry(name: name), shown: shown)) }
        return ReportDuty(
            id: id, from: from, to: to, by: entry.by, covers: try optionalLine(entry.covers, shown: shown),
            range: try checked(entry.range))
    }

    private func task(_ id: DraftTask.ID) throws(CorrectionRefused) -> DraftTask {
        try item(id, in: draft.tasks)
    }

    private func item<Item: DraftItem>(_ id: Identifier<Item>, in items: [Item]) throws(CorrectionRefused)
        -> Item
    {
        guard let item = items.first(where: { $0.id == id }) else { throw .noSuchItem }
        return item
    }

    private func quote(_ range: TextRange) throws(CorrectionRefused) -> Quote {
        guard let quote = text.quote(text.trimmed(range)), quote.text.utf8.count <= Self.taskTextLimitBytes
        else {
            throw .badRange
        }
        return quote
    }

    private func checked(_ range: TextRange?) throws(CorrectionRefused) -> TextRange? {
        guard let range else { return nil }
        return try quote(range).range
    }

    /// A typed line, with the digits of telephone numbers that the form showed masked.
    ///
    /// - Parameter shown: what stood in the field before.
    private func line(_ typed: String, _ limit: Int = nameLimitBytes, shown: [String] = [])
        throws(CorrectionRefused) -> String
    {
        guard let line = TypedText.line(typed, limitBytes: limit) else { throw .badText }
        // The document is asked last: somebody may have copied the number from the page.
        let document =
            line.utf8.contains(UInt8(ascii: "*")) ? [String(decoding: text.bytes, as: UTF8.self)] : []
        guard let whole = PhoneMask.restored(line, from: shown + document) else { throw .maskedNumber }
        return whole
    }

    private func optionalLine(_ typed: String?, shown: [String] = []) throws(CorrectionRefused) -> String? {
        guard let typed, !typed.allSatisfy(\.isWhitespace) else { return nil }
        return try line(typed, 200, shown: shown)
    }
}

extension String {
    fileprivate func trimmingEnd(of signs: Set<Character>) -> String {
        var result = self
        while let last = result.last, signs.contains(last) || last == " " { result.removeLast() }
        return result
    }
}
