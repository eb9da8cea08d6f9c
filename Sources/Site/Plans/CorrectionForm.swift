import Domain
import HTTP
import Operations

/// Turns the forms of the correcting page into edits of the draft.
struct CorrectionForm {
    let form: Form
    let draft: PlanDraft
    /// The document's text, whose bytes the places count.
    let text: String

    init(_ form: Form, _ draft: PlanDraft, _ text: String) {
        self.form = form
        self.draft = draft
        self.text = text
    }

    /// The edits, and the place on the page to come back to.
    func edits() throws -> ([PlanEdit], String) {
        switch form["do"] {
        case "head": return (try headEdits(), "head")
        case "confirm":
            let task = try task()
            return (
                TaskPart.allCases.filter { !task.isConfirmed($0) }.map { .confirm(task.id, $0) },
                "f-\(task.mark)"
            )
        case "change": return try changes()
        case "add": return try addition()
        case "delete": return ([.deleteTask(try task().id)], "tasks")
        case "split":
            let task = try task()
            guard let place = form["at"].flatMap({ Int($0) }) else { throw RequestRefused(.badRequest) }
            return ([.splitTask(task.id, at: place)], "f-\(task.mark)")
        case "merge":
            let task = try task()
            guard let other = draft.tasks.first(where: { $0.id.rawValue == form["other"] }) else {
                throw RequestRefused(.badRequest)
            }
            let pair = [task, other].sorted { ($0.range?.lower ?? .max) < ($1.range?.lower ?? .max) }
            return ([.mergeTasks(pair.map(\.id))], "f-\(pair[0].mark)")
        case "addReport": return ([.addReport(try report())], "reports")
        case "setReport": return ([.setReport(ReportDuty.ID(form["task"] ?? ""), try report())], "reports")
        case "deleteReport": return ([.deleteReport(ReportDuty.ID(form["task"] ?? ""))], "reports")
        case "addRecipient": return ([.addRecipient(form["name"] ?? "", range: nil)], "recipients")
        case "setRecipient":
            return (
                [.setRecipient(Recipient.ID(form["task"] ?? ""), Self.folded(form["name"] ?? ""))],
                "recipients"
            )
        case "deleteContact": return ([.deleteContact(ListedContact.ID(form["task"] ?? ""))], "recipients")
        case "deleteRecipient": return ([.deleteRecipient(Recipient.ID(form["task"] ?? ""))], "recipients")
        case "dismiss": return ([.dismissWarning(form["warning"] ?? "")], "tasks")
        default: throw RequestRefused(.badRequest)
        }
    }

    private func task() throws -> DraftTask {
        guard let task = draft.tasks.first(where: { $0.id.rawValue == form["task"] }) else {
            throw NotFound.task
        }
        return task
    }

    /// Only the fields that were changed, so that an untouched one keeps its words in the document.
    private func headEdits() throws -> [PlanEdit] {
        try HeaderField.allCases.compactMap { field in
            guard let typed = form[field.rawValue]?.trimmingSpaces() else { return nil }
            if field == .date {
                if typed.isEmpty {
                    return draft.date == nil ? nil : .setHeader(field, value: nil, range: nil)
                }
                guard let day = TypedTime.day(typed) else {
                    throw CorrectionFault(sentence: .dateNotUnderstood)
                }
                return day == draft.date?.value ? nil : .setHeader(field, value: day.description, range: nil)
            }
            let old: String? =
                switch field {
                case .kind: draft.kind?.value
                case .number: draft.number?.value
                case .title: draft.title.value
                case .issuer: draft.issuer?.value
                case .place: draft.place?.value
                case .date: nil
                case .signerAuthority: draft.signerAuthority?.value
                case .signerTitle: draft.signerTitle?.value
                case .signerName: draft.signerName?.value
                }
            return typed == (old ?? "")
                ? nil : .setHeader(field, value: typed.isEmpty ? nil : typed, range: nil)
        }
    }

    private func changes() throws -> ([PlanEdit], String) {
        let task = try task()
        var edits: [PlanEdit] = []
        let words = Self.folded(form["text"] ?? "")
        if words != Self.folded(task.text.value) { edits.append(.setTaskText(task.id, words)) }
        for (role, old) in [(PartyRole.lead, task.lead), (.with, task.with)] {
            let names = lines(role.rawValue)
            if names != old.map(\.name) {
                edits.append(.setParties(task.id, role, entries(names, keeping: old)))
            }
        }
        let typed = (form["when"] ?? "").trimmingSpaces()
        if typed != (task.time.map { Spelling.time($0.value, .vi) } ?? "") {
            edits.append(.setTime(task.id, try time(typed), words: nil))
        }
        return (edits, "f-\(task.mark)")
    }

    /// A new task's words are those picked in the document, or typed ones that stand there.
    private func addition() throws -> ([PlanEdit], String) {
        let typed = Self.folded(form["text"] ?? "")
        let picked: TextRange? =
            form["lower"].flatMap { Int($0) }.flatMap { lower in
                form["upper"].flatMap { Int($0) }.flatMap {
                    TextRange(lower: lower, upper: $0, within: text.utf8.count)
                }
            }
        guard let range = picked ?? WordSearch.range(of: typed, in: text) else {
            throw CorrectionFault(sentence: .wordsNotInDocument)
        }
        // Understood before anything is changed.
        _ = try time((form["when"] ?? "").trimmingSpaces())
        let place = draft.sections.last { ($0.range?.lower ?? .max) <= range.lower }?.label
        return ([.addTask(range: range, at: place)], "tasks")
    }

    /// Parties and time of a task that was just added with this form.
    func details(of task: DraftTask.ID) throws -> [PlanEdit] {
        var edits: [PlanEdit] = []
        for role in PartyRole.allCases {
            let names = lines(role.rawValue)
            if !names.isEmpty { edits.append(.setParties(task, role, entries(names, keeping: []))) }
        }
        if let time = try time((form["when"] ?? "").trimmingSpaces()) {
            edits.append(.setTime(task, time, words: nil))
        }
        return edits
    }

    private func time(_ typed: String) throws -> PlanTime? {
        if typed.isEmpty { return nil }
        guard let time = TypedTime.read(typed) else { throw CorrectionFault(sentence: .timeNotUnderstood) }
        return time
    }

    private func report() throws -> ReportEntry {
        let typed = (form["by"] ?? "").trimmingSpaces()
        let day = typed.isEmpty ? nil : TypedTime.day(typed)
        if !typed.isEmpty, day == nil { throw CorrectionFault(sentence: .dateNotUnderstood) }
        let covers = (form["covers"] ?? "").trimmingSpaces()
        return ReportEntry(
            from: lines("from"), to: lines("to"), by: day, covers: covers.isEmpty ? nil : covers, range: nil)
    }

    private func lines(_ name: String) -> [String] {
        (form[name] ?? "").split(whereSeparator: \.isNewline).map { Self.folded(String($0)) }.filter {
            !$0.isEmpty
        }
    }

    /// A party that stays keeps its words in the document and its agency.
    private func entries(_ names: [String], keeping old: [Party]) -> [PartyEntry] {
        names.map { name in
            let kept = old.first { $0.name == name }
            return PartyEntry(name: name, range: kept?.range, agency: kept?.agency)
        }
    }

    static func folded(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

/// Finds typed words in a document, whatever white space stands between them there.
enum WordSearch {
    /// The first place; nil where the words stand nowhere, or are fewer than two letters.
    static func range(of words: String, in text: String) -> TextRange? {
        let wanted = words.utf8.filter { $0 > 0x20 }
        guard wanted.count >= 2 else { return nil }
        var letters: [UInt8] = []
        var places: [Int] = []
        for (offset, byte) in text.utf8.enumerated() where byte > 0x20 {
            letters.append(byte)
            places.append(offset)
        }
        guard letters.count >= wanted.count else { return nil }
        for start in 0...(letters.count - wanted.count)
        where letters[start] == wanted[0] && letters[start..<start + wanted.count].elementsEqual(wanted) {
            return TextRange(places[start], places[start + wanted.count - 1] + 1)
        }
        return nil
    }
}
