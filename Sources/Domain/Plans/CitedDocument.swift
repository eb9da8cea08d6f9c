/// A document that the plan cites.
package struct CitedDocument: ListedItem, Identifiable {
    package typealias ID = Identifier<CitedDocument>
    package static var list: WritableKeyPath<PlanDraft, [CitedDocument]> { \.citations }

    package var id: ID
    package var number: String?
    package var date: PartialDay?
    /// The plan is issued under it ("Căn cứ …").
    package var isBasis: Bool
    package var range: TextRange?
    package var confirmation: Confirmation?

    package init(
        id: ID, number: String?, date: PartialDay?, isBasis: Bool = false, range: TextRange?,
        confirmation: Confirmation? = nil
    ) {
        self.id = id
        self.number = number
        self.date = date
        self.isBasis = isBasis
        self.range = range
        self.confirmation = confirmation
    }

    /// Readings that were stored before citations could be corrected name neither identifier nor basis.
    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        number = try fields.decodeIfPresent(String.self, forKey: .number)
        date = try fields.decodeIfPresent(PartialDay.self, forKey: .date)
        range = try fields.decodeIfPresent(TextRange.self, forKey: .range)
        confirmation = try fields.decodeIfPresent(Confirmation.self, forKey: .confirmation)
        isBasis = try fields.decodeIfPresent(Bool.self, forKey: .isBasis) ?? false
        let place = range.map { "\($0.lower)-\($0.upper)" } ?? number ?? "none"
        id = try fields.decodeIfPresent(ID.self, forKey: .id) ?? ID(place)
    }
}
