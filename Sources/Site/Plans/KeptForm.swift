import Domain
import HTTP

/// A form that couldn't be saved, so that nothing typed into it is lost: it stands open again with its words.
struct KeptForm: Sendable {
    /// Where on the page it stands: what it was about, or, where that is gone, a form for a new one.
    var editing: CorrectPlanPage.Editing
    var fault: Phrase
    /// Somebody else changed the draft meanwhile; what stands now is shown beside what was typed.
    var isConflict: Bool
    /// What the form was to change isn't in the draft any more.
    var isGone: Bool
    private let fields: [String: String]

    init(_ form: Form, _ draft: PlanDraft, fault: Phrase, isConflict: Bool = false) {
        let (editing, isGone) = Self.editing(form["do"] ?? "", form["task"] ?? "", draft)
        self.editing = editing
        self.isGone = isGone
        self.fault = fault
        self.isConflict = isConflict
        var fields: [String: String] = [:]
        for name in Self.names {
            for name in [name, Self.before + name] {
                // A browser sends line ends of its own (HTML, 4.10.21.4).
                fields[name] = form[name]?.replacing("\r\n", with: "\n")
            }
        }
        self.fields = fields
    }

    /// The name under which a form says what stood in a field when it was opened.
    static let before = "was-"

    /// What fields of the page's forms are called.
    private static let names =
        HeaderField.allCases.map(\.rawValue) + [
            "text", "lead", "with", "when", "at", "other", "from", "to", "by", "covers", "number", "date",
            "name",
            "title", "phone", "basis", "lower", "upper", "part", "do",
        ]

    subscript(name: String) -> String? { fields[name] }

    /// What a field shows: the typed words where they were changed, else what stands now.
    func value(_ name: String, now: String) -> String {
        guard let typed = fields[name] else { return now }
        return typed == fields[Self.before + name] && !isGone ? now : typed
    }

    private static func editing(_ act: String, _ id: String, _ draft: PlanDraft)
        -> (CorrectPlanPage.Editing, isGone: Bool)
    {
        let isTask = draft.tasks.contains { $0.id.rawValue == id }
        switch act {
        case "head": return (.head, false)
        case "add": return (.newTask, false)
        case "change": return isTask ? (.task(id), false) : (.newTask, true)
        case "split": return isTask ? (.split(id), false) : (.nothing, true)
        case "merge": return isTask ? (.merge(id), false) : (.nothing, true)
        default: break
        }
        for kind in ListKind.allCases {
            if act == kind.act("add") { return (.newItem(kind), false) }
            if act == kind.act("set") {
                return draft.has(kind, id) ? (.item(kind, id), false) : (.newItem(kind), true)
            }
        }
        return (.nothing, false)
    }
}

extension PlanDraft {
    fileprivate func has(_ kind: ListKind, _ id: String) -> Bool {
        switch kind {
        case .report: reports.contains { $0.id.rawValue == id }
        case .citation: citations.contains { $0.id.rawValue == id }
        case .recipient: recipients.contains { $0.id.rawValue == id }
        case .contact: contacts.contains { $0.id.rawValue == id }
        }
    }
}
