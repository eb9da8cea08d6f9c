/// What the reader found in a document, or what became of that by corrections.
package struct PlanDraft: Hashable, Codable, Sendable {
    package var kind: Marked<String>?
    package var number: Marked<String>?
    package var title: Marked<String>
    package var issuer: Marked<String>?
    package var place: Marked<String>?
    package var date: Marked<PartialDay>?
    package var signerAuthority: Marked<String>?
    package var signerTitle: Marked<String>?
    package var signerName: Marked<String>?
    /// Every cited document, legal bases among them.
    package var citations: [CitedDocument]
    package var sections: [PlanSection]
    /// In the order of the document.
    package var tasks: [DraftTask]
    package var reports: [ReportDuty]
    package var recipients: [Recipient]
    package var contacts: [ListedContact]
    package var warnings: [DraftWarning]

    package init(
        kind: Marked<String>? = nil, number: Marked<String>? = nil, title: Marked<String>,
        issuer: Marked<String>? = nil, place: Marked<String>? = nil, date: Marked<PartialDay>? = nil,
        signerAuthority: Marked<String>? = nil, signerTitle: Marked<String>? = nil,
        signerName: Marked<String>? = nil,
        citations: [CitedDocument] = [], sections: [PlanSection] = [],
        tasks: [DraftTask] = [], reports: [ReportDuty] = [], recipients: [Recipient] = [],
        contacts: [ListedContact] = [], warnings: [DraftWarning] = []
    ) {
        self.kind = kind
        self.number = number
        self.title = title
        self.issuer = issuer
        self.place = place
        self.date = date
        self.signerAuthority = signerAuthority
        self.signerTitle = signerTitle
        self.signerName = signerName
        self.citations = citations
        self.sections = sections
        self.tasks = tasks
        self.reports = reports
        self.recipients = recipients
        self.contacts = contacts
        self.warnings = warnings
    }

    /// Documents that the plan is issued under.
    package var bases: [CitedDocument] { citations.filter(\.isBasis) }
}

/// A heading of the numbered outline; `label` is its path, such as "V.1" or "II.3.a".
package struct PlanSection: Hashable, Codable, Sendable {
    package var label: String
    package var title: String
    package var range: TextRange?

    package init(label: String, title: String, range: TextRange?) {
        self.label = label
        self.title = title
        self.range = range
    }
}

/// Something that an official should look at before issuing.
package struct DraftWarning: Hashable, Codable, Sendable, Identifiable {
    /// Stays the same when the document is read again: the code and the place.
    package var id: String
    /// Stable name of the check, such as `taskWithoutLead`.
    package var code: String
    package var vietnamese: String
    package var english: String
    package var range: TextRange?

    package init(id: String, code: String, vietnamese: String, english: String, range: TextRange?) {
        self.id = id
        self.code = code
        self.vietnamese = vietnamese
        self.english = english
        self.range = range
    }
}
