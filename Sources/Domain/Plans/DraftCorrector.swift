/// Applies corrections to a draft one after the other, finding their targets by name or place.
struct DraftCorrector {
    /// From this likeness of places on, two readings' items are the same thing.
    static let sameLikeness = 0.3
    /// Below it, the place is so different that a person should look again.
    static let surelySameLikeness = 0.6

    var draft: PlanDraft
    private(set) var conflicts: [CorrectionConflict] = []
    /// Where each task stands in `draft.tasks`; kept true by `place` and `remove`.
    private var positions: [DraftTask.ID: Int]
    /// Removed tasks stay as gaps until the end, so that positions hold; 10,000 deletions are not
    /// 10,000 shifts.
    private var removed: Set<DraftTask.ID> = []

    init(draft: PlanDraft) {
        self.draft = draft
        positions = Dictionary(
            draft.tasks.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { one, _ in one })
    }

    /// The draft in the order of the document.
    func finished() -> PlanDraft {
        var result = draft
        result.tasks = draft.tasks.filter { !removed.contains($0.id) }.enumerated().sorted {
            ($0.element.range?.lower ?? .max, $0.offset) < ($1.element.range?.lower ?? .max, $1.offset)
        }.map(\.element)
        return result
    }

    mutating func apply(_ correction: Correction) {
        let mark = correction.by.map { Confirmation(by: $0, at: correction.at) }
        switch correction.change {
        case .setHeader(let field, let value, let range):
            setHeader(field, to: value, range: range, mark: mark)
        case .addTask(let id, let at, let quote):
            if isRead(quote.range, in: draft.tasks, except: removed, by: { $0.text.rule != personRule }) {
                note(.foundAgain, correction)
            }
            place(
                DraftTask(
                    id: id, at: at,
                    text: Marked(quote.text, range: quote.range, rule: personRule, confirmation: mark),
                    range: quote.range, confirmations: confirmations(mark, of: [.text])))
        case .setTaskText(let anchor, let text):
            change(anchor, by: correction) { task in
                task.text = Marked(text, range: task.text.range, rule: personRule, confirmation: mark)
                task.confirmations[.text] = mark
            }
        case .deleteTask(let anchor):
            // Gone already, by the reader or by another hand: what was wanted holds.
            if let found = find(anchor) { remove(found.id) }
        case .splitTask(let anchor, let pieces):
            split(anchor, into: pieces, by: correction, mark: mark)
        case .mergeTasks(let anchors, let text):
            merge(anchors, text: text, by: correction, mark: mark)
        case .setParties(let anchor, let role, let parties):
            change(anchor, by: correction) { task in
                switch role {
                case .lead: task.lead = parties
                case .with: task.with = parties
                }
                task.confirmations[role == .lead ? .lead : .with] = mark
            }
        case .setTime(let anchor, let time, let words):
            change(anchor, by: correction) { task in
                task.time = time.map { Marked($0, range: words?.range, rule: personRule, confirmation: mark) }
                task.timeWords = words?.text
                task.confirmations[.time] = mark
            }
        case .confirm(let anchor, let value):
            confirm(anchor, value, by: correction, mark: mark)
        case .addReport, .setReport, .deleteReport, .addRecipient, .setRecipient, .deleteRecipient,
            .addContact, .setContact, .deleteContact, .addCitation, .setCitation, .deleteCitation,
            .dismissWarning:
            applyToLists(correction, mark: mark)
        }
    }

    private mutating func applyToLists(_ correction: Correction, mark: Confirmation?) {
        switch correction.change {
        case .addReport(let report): add(report, by: correction, mark: mark)
        case .setReport(let anchor, let value): set(anchor, to: value, by: correction, mark: mark)
        case .deleteReport(let anchor): delete(anchor)
        case .addRecipient(let recipient): add(recipient, by: correction, mark: mark)
        case .setRecipient(let anchor, let name):
            changeListed(anchor, by: correction, mark: mark) { $0.name = name }
        case .deleteRecipient(let anchor): delete(anchor)
        case .addContact(let contact): add(contact, by: correction, mark: mark)
        case .setContact(let anchor, let value): set(anchor, to: value, by: correction, mark: mark)
        case .deleteContact(let anchor): delete(anchor)
        case .addCitation(let citation): add(citation, by: correction, mark: mark)
        case .setCitation(let anchor, let value): set(anchor, to: value, by: correction, mark: mark)
        case .deleteCitation(let anchor): delete(anchor)
        case .dismissWarning(let id):
            draft.warnings.removeAll { $0.id == id }
            conflicts.removeAll { $0.id == id }
        case .setHeader, .addTask, .setTaskText, .deleteTask, .splitTask, .mergeTasks, .setParties, .setTime,
            .confirm:
            preconditionFailure("Tasks and the header are changed by `apply`.")
        }
    }

    private func confirmations(_ mark: Confirmation?, of parts: [TaskPart]) -> [TaskPart: Confirmation] {
        guard let mark else { return [:] }
        return Dictionary(uniqueKeysWithValues: parts.map { ($0, mark) })
    }

    private mutating func setHeader(
        _ field: HeaderField, to value: String?, range: TextRange?, mark: Confirmation?
    ) {
        let marked = value.map { Marked($0, range: range, rule: personRule, confirmation: mark) }
        switch field {
        case .kind: draft.kind = marked
        case .number: draft.number = marked
        case .title: draft.title = marked ?? draft.title
        case .issuer: draft.issuer = marked
        case .place: draft.place = marked
        case .date:
            draft.date = value.flatMap { PartialDay($0) }.map {
                Marked($0, range: range, rule: personRule, confirmation: mark)
            }
        case .signerAuthority: draft.signerAuthority = marked
        case .signerTitle: draft.signerTitle = marked
        case .signerName: draft.signerName = marked
        }
    }
}

// MARK: - Finding and changing tasks

extension DraftCorrector {
    mutating func note(_ reason: CorrectionConflict.Reason, _ correction: Correction) {
        conflicts.append(CorrectionConflict(correction: correction, reason: reason))
    }

    /// A task by its name, else the one whose place is most like the anchor's.
    private func find(_ anchor: Anchor<DraftTask>) -> (id: DraftTask.ID, isChanged: Bool)? {
        if let position = positions[anchor.id], !removed.contains(anchor.id) {
            let likeness =
                anchor.range.flatMap { range in draft.tasks[position].range.map { range.likeness($0) } } ?? 1
            return (anchor.id, likeness < Self.surelySameLikeness)
        }
        // A task that a correction took away is gone, and must not be found again in its neighbour.
        if removed.contains(anchor.id) { return nil }
        guard let found = match(anchor, in: draft.tasks, except: removed) else { return nil }
        return (draft.tasks[found.index].id, found.likeness < Self.surelySameLikeness)
    }

    private mutating func change(
        _ anchor: Anchor<DraftTask>, by correction: Correction, _ body: (inout DraftTask) -> Void
    ) {
        guard let found = find(anchor), let position = positions[found.id] else {
            return note(.targetMissing, correction)
        }
        if found.isChanged { note(.targetChanged, correction) }
        body(&draft.tasks[position])
    }

    private mutating func place(_ task: DraftTask) {
        var task = task
        var suffix = 2
        let wanted = task.id
        while positions[task.id] != nil {
            task.id = DraftTask.ID("\(wanted)-\(suffix)")
            suffix += 1
        }
        positions[task.id] = draft.tasks.count
        draft.tasks.append(task)
    }

    private mutating func remove(_ id: DraftTask.ID) {
        removed.insert(id)
    }

    private mutating func split(
        _ anchor: Anchor<DraftTask>, into pieces: [NewPiece], by correction: Correction, mark: Confirmation?
    ) {
        guard let found = find(anchor), let position = positions[found.id], let first = pieces.first else {
            return note(.targetMissing, correction)
        }
        if found.isChanged { note(.targetChanged, correction) }
        let whole = draft.tasks[position]
        // A later reader may have split it by itself: its pieces make way for the person's.
        let span = pieces.reduce(first.quote.range) { $0.union($1.quote.range) }
        for task in draft.tasks where task.id != whole.id && !removed.contains(task.id) {
            guard let range = task.range, task.text.rule != personRule else { continue }
            if span.overlapCount(range) * 2 > range.count { remove(task.id) }
        }
        for (index, piece) in pieces.enumerated() {
            var task = whole
            task.text = Marked(
                piece.quote.text, range: piece.quote.range, rule: personRule, confirmation: mark)
            task.range = piece.quote.range
            task.confirmations[.text] = mark
            if index == 0 {
                draft.tasks[position] = task
            } else {
                task.id = piece.id
                place(task)
            }
        }
    }

    private mutating func merge(
        _ anchors: [Anchor<DraftTask>], text: String, by correction: Correction, mark: Confirmation?
    ) {
        let found = anchors.map { find($0) }
        if found.contains(where: { $0 == nil }) { note(.targetMissing, correction) }
        var seen: Set<DraftTask.ID> = []
        let ids = found.compactMap { $0?.id }.filter { seen.insert($0).inserted }
        guard let first = ids.first, let position = positions[first] else { return }
        if found.contains(where: { $0?.isChanged == true }) { note(.targetChanged, correction) }
        var whole = draft.tasks[position]
        for id in ids.dropFirst() {
            guard let other = positions[id].map({ draft.tasks[$0] }) else { continue }
            whole.lead += other.lead.filter { party in !whole.lead.contains { $0.name == party.name } }
            whole.with += other.with.filter { party in !whole.with.contains { $0.name == party.name } }
            if whole.time == nil, other.time != nil || whole.timeWords == nil {
                whole.time = other.time
                whole.timeWords = other.timeWords
            }
            whole.range =
                whole.range.map { range in other.range.map { range.union($0) } ?? range } ?? other.range
            remove(id)
        }
        whole.text = Marked(text, range: whole.range, rule: personRule, confirmation: mark)
        whole.confirmations = confirmations(mark, of: [.text])
        draft.tasks[position] = whole
    }

    private mutating func confirm(
        _ anchor: Anchor<DraftTask>, _ value: ConfirmedValue, by correction: Correction, mark: Confirmation?
    ) {
        var differs = false
        change(anchor, by: correction) { task in
            switch value {
            case .text(let text):
                differs = FootnoteSign.lowered(task.text.value) != FootnoteSign.lowered(text)
                if differs { task.text.value = text }
                task.text.confirmation = mark
            case .lead(let parties):
                differs = task.lead.map(\.name) != parties.map(\.name)
                task.lead = parties
            case .with(let parties):
                differs = task.with.map(\.name) != parties.map(\.name)
                task.with = parties
            case .time(let time):
                differs = task.time?.value != time
                if differs { task.time = time.map { Marked($0, range: nil, rule: personRule) } }
                task.time?.confirmation = mark
            }
            task.confirmations[value.part] = mark
        }
        if differs { note(.readingDiffers, correction) }
    }

    /// Where an item stands, by its name or else its place.
    func match<Item: DraftItem>(
        _ anchor: Anchor<Item>, in items: [Item], except gone: Set<Identifier<Item>> = []
    ) -> (index: Int, likeness: Double)? {
        if let index = items.firstIndex(where: { $0.id == anchor.id && !gone.contains($0.id) }) {
            return (index, 1)
        }
        guard let range = anchor.range else { return nil }
        var best: (index: Int, likeness: Double)?
        for (index, item) in items.enumerated() where !gone.contains(item.id) {
            guard let place = item.range else { continue }
            let likeness = range.likeness(place)
            if likeness >= Self.sameLikeness, likeness > best?.likeness ?? 0 { best = (index, likeness) }
        }
        return best
    }

    /// Whether the reader found an item at about the place where a person adds one.
    func isRead<Item: DraftItem>(
        _ range: TextRange?, in items: [Item], except gone: Set<Identifier<Item>> = [],
        by isReaders: (Item) -> Bool
    ) -> Bool {
        guard let range else { return false }
        return items.contains { item in
            guard let place = item.range, !gone.contains(item.id), isReaders(item) else { return false }
            return range.likeness(place) >= Self.surelySameLikeness
        }
    }
}
