/// One correction's content.
///
/// Places are ranges of the stored text, which never changes, so that it survives a re-reading.
package enum Change: Hashable, Codable, Sendable {
    /// `value` nil empties the field (the title can't be emptied). Dates in the form of
    /// `PartialDay`.
    case setHeader(field: HeaderField, value: String?, range: TextRange?)
    case addTask(id: DraftTask.ID, at: String?, quote: Quote)
    case setTaskText(task: Anchor<DraftTask>, text: String)
    case deleteTask(task: Anchor<DraftTask>)
    /// Replaces a task by pieces in the order given; the first keeps its identifier, parties and
    /// time, the others take those parties and that time over.
    case splitTask(task: Anchor<DraftTask>, pieces: [NewPiece])
    /// Joins tasks into the first of them.
    case mergeTasks(tasks: [Anchor<DraftTask>], text: String)
    case setParties(task: Anchor<DraftTask>, role: PartyRole, parties: [Party])
    /// `time` nil: no time.
    case setTime(task: Anchor<DraftTask>, time: PlanTime?, words: Quote?)
    /// Carries the value that was confirmed, because a later reader may find another one.
    case confirm(task: Anchor<DraftTask>, value: ConfirmedValue)
    case addReport(report: ReportDuty)
    case setReport(report: Anchor<ReportDuty>, value: ReportDuty)
    case deleteReport(report: Anchor<ReportDuty>)
    case addRecipient(recipient: Recipient)
    case setRecipient(recipient: Anchor<Recipient>, name: String)
    case deleteRecipient(recipient: Anchor<Recipient>)
    case addContact(contact: ListedContact)
    case setContact(contact: Anchor<ListedContact>, value: ListedContact)
    case deleteContact(contact: Anchor<ListedContact>)
    case addCitation(citation: CitedDocument)
    case setCitation(citation: Anchor<CitedDocument>, value: CitedDocument)
    case deleteCitation(citation: Anchor<CitedDocument>)
    /// Also of a conflict, by ``CorrectionConflict/id``.
    case dismissWarning(id: String)

    /// The most pieces of one split and tasks of one merge.
    package static let pieceLimit = 50
}

package enum HeaderField: String, Codable, Sendable, CaseIterable {
    case kind, number, title, issuer, place, date, signerAuthority, signerTitle, signerName
}

package enum PartyRole: String, Codable, Sendable, CaseIterable {
    /// Chủ trì.
    case lead
    /// Phối hợp.
    case with
}

/// Words of the document, with marks repaired and white space folded, and where they stand.
package struct Quote: Hashable, Codable, Sendable {
    package var text: String
    package var range: TextRange

    package init(text: String, range: TextRange) {
        self.text = text
        self.range = range
    }
}

/// A piece of a split task.
package struct NewPiece: Hashable, Codable, Sendable {
    package var id: DraftTask.ID
    package var quote: Quote

    package init(id: DraftTask.ID, quote: Quote) {
        self.id = id
        self.quote = quote
    }
}

/// What a person confirmed of a task.
package enum ConfirmedValue: Hashable, Codable, Sendable {
    case text(String)
    case lead([Party])
    case with([Party])
    case time(PlanTime?)

    package var part: TaskPart {
        switch self {
        case .text: .text
        case .lead: .lead
        case .with: .with
        case .time: .time
        }
    }
}

/// Points at an item of a draft: its identifier, and the place where it stood when the correction
/// was made.
package struct Anchor<Item: DraftItem>: Hashable, Codable, Sendable {
    package var id: Identifier<Item>
    package var range: TextRange?

    package init(id: Identifier<Item>, range: TextRange?) {
        self.id = id
        self.range = range
    }

    package init(_ item: Item) {
        self.init(id: item.id, range: item.range)
    }
}
