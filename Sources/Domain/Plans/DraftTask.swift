/// One duty out of a document, before the plan is issued.
package struct DraftTask: DraftItem, Identifiable {
    package typealias ID = Identifier<DraftTask>

    package var id: ID
    /// Path of the heading that it stands under, as in `sections`.
    package var at: String?
    package var text: Marked<String>
    package var lead: [Party]
    package var with: [Party]
    package var time: Marked<PlanTime>?
    /// The words of the time as printed; nil where there are none.
    package var timeWords: String?
    /// The whole unit of the document; the text's own range may be smaller.
    package var range: TextRange?
    package var confirmations: [TaskPart: Confirmation]

    package init(
        id: ID, at: String? = nil, text: Marked<String>, lead: [Party] = [], with: [Party] = [],
        time: Marked<PlanTime>? = nil, timeWords: String? = nil, range: TextRange?,
        confirmations: [TaskPart: Confirmation] = [:]
    ) {
        self.id = id
        self.at = at
        self.text = text
        self.lead = lead
        self.with = with
        self.time = time
        self.timeWords = timeWords
        self.range = range
        self.confirmations = confirmations
    }

    package func isConfirmed(_ part: TaskPart) -> Bool { confirmations[part] != nil }
}

/// What of a task can be confirmed by itself.
package enum TaskPart: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
    case text, lead, with, time
}

/// Who leads or takes part, as printed, with the agency of Loa that it is where that's known.
package struct Party: Hashable, Codable, Sendable {
    package var name: String
    package var range: TextRange?
    package var rule: String
    package var agency: Agency.ID?

    package init(name: String, range: TextRange? = nil, rule: String = personRule, agency: Agency.ID? = nil) {
        self.name = name
        self.range = range
        self.rule = rule
        self.agency = agency
    }
}
