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
    let conflicts: [CorrectionConflict]
    /// Numbers that the page shows masked whatever their form.
    let knownPhones: KnownPhones
    let newID: () -> DraftTask.ID

    /// One change, or for a new task with its details several, which belong together.
    func changes(for edit: PlanEdit) throws(CorrectionRefused) -> [Change] {
        switch edit {
        case .addTask(let range, let at, let details):
            return try addition(range, at: at, details)
        case .setHeader(let field, let value, let range):
            return [try header(field, value, range)]
        case .setTaskText(let id, let words):
            let task = try item(id, in: draft.tasks)
            return [
                .setTaskText(
                    task: Anchor(task),
                    text: try line(words, Self.taskTextLimitBytes, shown: [task.text.value]))
            ]
        case .deleteTask(let id):
            return [.deleteTask(task: try anchor(id, in: draft.tasks))]
        case .splitTask(let id, let offset):
            return [try split(try item(id, in: draft.tasks), at: offset)]
        case .splitWords(let id, let offset):
            return [try splitWords(try item(id, in: draft.tasks), at: offset)]
        case .mergeTasks(let ids):
            return [try merge(ids)]
        case .setParties(let id, let role, let entries):
            let task = try item(id, in: draft.tasks)
            let shown = Self.parties(of: role, in: task).map(\.name)
            return [
                .setParties(task: Anchor(task), role: role, parties: try parties(entries, shown: shown))
            ]
        case .setTime(let id, let time, let range):
            var words: Quote?
            if let range { words = try quote(range) }
            return [.setTime(task: try anchor(id, in: draft.tasks), time: try sensible(time), words: words)]
        case .confirm(let id, let part):
            let task = try item(id, in: draft.tasks)
            return [.confirm(task: Anchor(task), value: Self.value(of: part, in: task))]
        case .dismissWarning(let id):
            guard
                draft.warnings.contains(where: { $0.id == id }) || conflicts.contains(where: { $0.id == id })
            else { throw .noSuchItem }
            return [.dismissWarning(id: id)]
        case .addReport, .setReport, .deleteReport, .addRecipient, .setRecipient, .deleteRecipient,
            .addContact, .setContact, .deleteContact, .addCitation, .setCitation, .deleteCitation:
            return [try listChange(for: edit)]
        }
    }

    /// A new task, then its parties and its time, so that each can be confirmed by itself.
    private func addition(_ range: TextRange, at: String?, _ details: TaskDetails) throws(CorrectionRefused)
        -> [Change]
    {
        let quote = try quote(range)
        let task = Anchor<DraftTask>(id: newID(), range: quote.range)
        var changes: [Change] = [.addTask(id: task.id, at: try optionalLine(at), quote: quote)]
        for (role, entries) in [(PartyRole.lead, details.lead), (.with, details.with)] where !entries.isEmpty
        {
            changes.append(.setParties(task: task, role: role, parties: try parties(entries)))
        }
        if let time = try sensible(details.time) {
            changes.append(.setTime(task: task, time: time, words: nil))
        }
        return changes
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
            if let typed {
                guard let day = PartialDay(typed), day.year != nil else { throw .badDate }
                guard day.isSensible else { throw .farOff }
            }
        case .title:
            if typed == nil { throw .badText }
        case .kind, .number, .issuer, .place, .signerAuthority, .signerTitle, .signerName:
            break
        }
        return .setHeader(field: field, value: typed, range: try checked(range))
    }

    /// Cuts before a word; a place inside one stands for its beginning.
    ///
    /// Cut inside the words that the task shows, the lines that name its parties go to neither half.
    private func split(_ task: DraftTask, at offset: Int) throws(CorrectionRefused) -> Change {
        let shownWords = task.text.range.flatMap { $0.lower < offset && offset < $0.upper ? $0 : nil }
        guard let range = shownWords ?? task.range, range.lower < offset, offset < range.upper else {
            throw .badSplit
        }
        let place = text.wordStart(at: offset)
        guard range.lower < place,
            let first = text.quote(text.trimmed(TextRange(range.lower, place))),
            let second = text.quote(text.trimmed(TextRange(place, range.upper)))
        else { throw .badSplit }
        return .splitTask(
            task: Anchor(task),
            pieces: [
                NewPiece(id: task.id, quote: shown(first)), NewPiece(id: newID(), quote: shown(second)),
            ])
    }

    /// Each half keeps its words, and the part of the document that they are most like.
    private func splitWords(_ task: DraftTask, at offset: Int) throws(CorrectionRefused) -> Change {
        let words = DocumentText(task.text.value)
        let place = words.wordStart(at: offset)
        guard let range = task.text.range ?? task.range, offset > 0, offset < words.bytes.count else {
            throw .badSplit
        }
        let halves = [words.bytes[..<place], words.bytes[place...]].map {
            String(decoding: $0, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        }
        guard halves.allSatisfy({ !$0.isEmpty }) else { throw .badSplit }
        let cut = text.cut(of: range, between: halves[0], and: halves[1])
        let ranges =
            cut.map { [TextRange(range.lower, $0), TextRange($0, range.upper)].map(text.trimmed) }
            ?? [range, range]
        return .splitTask(
            task: Anchor(task),
            pieces: zip([task.id, newID()], zip(halves, ranges)).map { id, half in
                NewPiece(id: id, quote: Quote(text: half.0.joined(separator: " "), range: half.1))
            })
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

    private func sensible(_ time: PlanTime?) throws(CorrectionRefused) -> PlanTime? {
        if time?.isFarOff == true { throw .farOff }
        if time?.isReversed == true { throw .reversedTime }
        return time
    }

    func sensible(_ day: PartialDay?) throws(CorrectionRefused) -> PartialDay? {
        if day?.isSensible == false { throw .farOff }
        return day
    }

    func party(_ entry: PartyEntry, shown: [String]) throws(CorrectionRefused) -> Party {
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

    private func parties(_ entries: [PartyEntry], shown: [String] = []) throws(CorrectionRefused) -> [Party] {
        guard entries.count <= Self.partyLimit else { throw .tooMany }
        var parties: [Party] = []
        for entry in entries { parties.append(try party(entry, shown: shown)) }
        return parties
    }

    func anchor<Item: DraftItem>(_ id: Identifier<Item>, in items: [Item]) throws(CorrectionRefused)
        -> Anchor<Item>
    {
        Anchor(try item(id, in: items))
    }

    func item<Item: DraftItem>(_ id: Identifier<Item>, in items: [Item]) throws(CorrectionRefused)
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
        return shown(quote)
    }

    /// Words of the document as tasks show them.
    private func shown(_ quote: Quote) -> Quote {
        var quote = quote
        quote.text = FootnoteSign.raising(text.notes, in: quote.text)
        return quote
    }

    func checked(_ range: TextRange?) throws(CorrectionRefused) -> TextRange? {
        guard let range else { return nil }
        return try quote(range).range
    }

    /// A typed line, with the digits of telephone numbers that the form showed masked.
    ///
    /// - Parameter shown: what stood in the field before.
    func line(_ typed: String, _ limit: Int = nameLimitBytes, shown: [String] = [])
        throws(CorrectionRefused) -> String
    {
        guard let line = TypedText.line(typed, limitBytes: limit) else { throw .badText }
        // The document is asked last: somebody may have copied the number from the page.
        let document =
            line.utf8.contains(UInt8(ascii: "*")) ? [String(decoding: text.bytes, as: UTF8.self)] : []
        guard let whole = PhoneMask.restored(line, from: shown + document, knowing: knownPhones) else {
            throw .maskedNumber
        }
        return whole
    }

    func optionalLine(_ typed: String?, shown: [String] = []) throws(CorrectionRefused) -> String? {
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
