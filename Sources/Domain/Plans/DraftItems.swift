/// A part of a draft that corrections can point at: by its identifier, else by its place in the
/// text.
package protocol DraftItem: Hashable, Codable, Sendable {
    var id: Identifier<Self> { get set }
    var range: TextRange? { get }
}

/// An item of a list that people add to, change and delete as a whole: a report, a recipient, a contact, a citation.
package protocol ListedItem: DraftItem {
    /// Where a draft keeps such items.
    static var list: WritableKeyPath<PlanDraft, [Self]> { get }
    var range: TextRange? { get set }
    /// Set when a person entered or changed it.
    var confirmation: Confirmation? { get set }
}

/// Who must report to whom by when.
package struct ReportDuty: ListedItem, Identifiable {
    package typealias ID = Identifier<ReportDuty>
    package static var list: WritableKeyPath<PlanDraft, [ReportDuty]> { \.reports }

    package var id: ID
    package var from: [Party]
    package var to: [Party]
    package var by: PartialDay?
    /// "6 tháng", "năm" or what else it covers.
    package var covers: String?
    package var range: TextRange?
    package var confirmation: Confirmation?

    package init(
        id: ID, from: [Party], to: [Party], by: PartialDay?, covers: String?, range: TextRange?,
        confirmation: Confirmation? = nil
    ) {
        self.id = id
        self.from = from
        self.to = to
        self.by = by
        self.covers = covers
        self.range = range
        self.confirmation = confirmation
    }
}

/// A line of "Nơi nhận".
package struct Recipient: ListedItem, Identifiable {
    package typealias ID = Identifier<Recipient>
    package static var list: WritableKeyPath<PlanDraft, [Recipient]> { \.recipients }

    package var id: ID
    package var name: String
    package var range: TextRange?
    package var confirmation: Confirmation?

    package init(id: ID, name: String, range: TextRange?, confirmation: Confirmation? = nil) {
        self.id = id
        self.name = name
        self.range = range
        self.confirmation = confirmation
    }
}

/// A row of an appended list of persons.
///
/// Personal data: its number is masked wherever it is shown.
package struct ListedContact: ListedItem, Identifiable {
    package typealias ID = Identifier<ListedContact>
    package static var list: WritableKeyPath<PlanDraft, [ListedContact]> { \.contacts }

    package var id: ID
    package var name: String
    package var title: String?
    package var phone: String?
    package var range: TextRange?
    package var confirmation: Confirmation?

    package init(
        id: ID, name: String, title: String?, phone: String?, range: TextRange?,
        confirmation: Confirmation? = nil
    ) {
        self.id = id
        self.name = name
        self.title = title
        self.phone = phone
        self.range = range
        self.confirmation = confirmation
    }
}
