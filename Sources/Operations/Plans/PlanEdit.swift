package import Domain

/// One correction as a form asks for it; the operation finds the words and places itself.
package enum PlanEdit: Sendable, Hashable {
    case setHeader(HeaderField, value: String?, range: TextRange?)
    /// The words chosen in the document become a task, with what is known of it.
    case addTask(range: TextRange, at: String?, details: TaskDetails = TaskDetails())
    case setTaskText(DraftTask.ID, String)
    case deleteTask(DraftTask.ID)
    /// At a byte offset of the document's text, inside the task's own words.
    case splitTask(DraftTask.ID, at: Int)
    /// At a byte offset of the words that the task shows, where a person gave it words of their own.
    case splitWords(DraftTask.ID, at: Int)
    case mergeTasks([DraftTask.ID])
    case setParties(DraftTask.ID, PartyRole, [PartyEntry])
    case setTime(DraftTask.ID, PlanTime?, words: TextRange?)
    case confirm(DraftTask.ID, TaskPart)
    case addReport(ReportEntry)
    case setReport(ReportDuty.ID, ReportEntry)
    case deleteReport(ReportDuty.ID)
    case addRecipient(String, range: TextRange?)
    case setRecipient(Recipient.ID, String)
    case deleteRecipient(Recipient.ID)
    case addContact(ContactEntry)
    case setContact(ListedContact.ID, ContactEntry)
    case deleteContact(ListedContact.ID)
    case addCitation(CitationEntry)
    case setCitation(CitedDocument.ID, CitationEntry)
    case deleteCitation(CitedDocument.ID)
    /// A warning's or a conflict's identifier.
    case dismissWarning(String)
}

/// Parties and time of a new task; what is empty is left to be read or corrected.
package struct TaskDetails: Sendable, Hashable {
    package var lead: [PartyEntry]
    package var with: [PartyEntry]
    package var time: PlanTime?

    package init(lead: [PartyEntry] = [], with: [PartyEntry] = [], time: PlanTime? = nil) {
        self.lead = lead
        self.with = with
        self.time = time
    }
}

/// A person of an appended list as typed.
package struct ContactEntry: Sendable, Hashable {
    package var name: String
    package var title: String?
    package var phone: String?
    package var range: TextRange?

    package init(name: String, title: String?, phone: String?, range: TextRange? = nil) {
        self.name = name
        self.title = title
        self.phone = phone
        self.range = range
    }
}

/// A cited document as typed.
package struct CitationEntry: Sendable, Hashable {
    package var number: String
    package var date: PartialDay?
    package var isBasis: Bool
    package var range: TextRange?

    package init(number: String, date: PartialDay?, isBasis: Bool, range: TextRange? = nil) {
        self.number = number
        self.date = date
        self.isBasis = isBasis
        self.range = range
    }
}

/// A party as typed, or as words chosen in the document, or both.
package struct PartyEntry: Sendable, Hashable {
    package var name: String?
    package var range: TextRange?
    package var agency: Agency.ID?

    package init(name: String? = nil, range: TextRange? = nil, agency: Agency.ID? = nil) {
        self.name = name
        self.range = range
        self.agency = agency
    }
}

/// A duty to report as typed.
package struct ReportEntry: Sendable, Hashable {
    package var from: [String]
    package var to: [String]
    package var by: PartialDay?
    package var covers: String?
    package var range: TextRange?

    package init(from: [String], to: [String], by: PartialDay?, covers: String?, range: TextRange? = nil) {
        self.from = from
        self.to = to
        self.by = by
        self.covers = covers
        self.range = range
    }
}
