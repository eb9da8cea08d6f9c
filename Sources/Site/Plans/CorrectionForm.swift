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
            let edit: PlanEdit =
                form["in"] == "words" ? .splitWords(task.id, at: place) : .splitTask(task.id, at: place)
            return ([edit], "f-\(task.mark)")
        case "merge":
            let task = try task()
            guard let other = draft.tasks.first(where: { $0.id.rawValue == form["other"] }) else {
                throw RequestRefused(.badRequest)
            }
            let pair = [task, other].sorted { ($0.range?.lower ?? .max) < ($1.range?.lower ?? .max) }
            return ([.mergeTasks(pair.map(\.id))], "f-\(pair[0].mark)")
        case "dismiss": return ([.dismissWarning(form["warning"] ?? "")], "tasks")
        case let name?: return try listEdits(name)
        case nil: throw RequestRefused(.badRequest)
        }
    }

    /// Days without a year are of the plan's.
    var typedTime: TypedTime { TypedTime(year: draft.date?.value.year) }

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
                guard let day = typedTime.day(typed) else {
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
        guard let range = picked ?? place(of: form["text"] ?? "") else {
            throw CorrectionFault(sentence: .wordsNotInDocument)
        }
        let details = TaskDetails(
            lead: entries(lines(PartyRole.lead.rawValue), keeping: []),
            with: entries(lines(PartyRole.with.rawValue), keeping: []),
            time: try time((form["when"] ?? "").trimmingSpaces()))
        let section = draft.sections.last { ($0.range?.lower ?? .max) <= range.lower }?.label
        return ([.addTask(range: range, at: section, details: details)], "tasks")
    }

    /// The words that were picked in the document for this form.
    var picked: TextRange? {
        guard let lower = form["lower"].flatMap({ Int($0) }), let upper = form["upper"].flatMap({ Int($0) })
        else { return nil }
        return TextRange(lower: lower, upper: upper, within: text.utf8.count)
    }

    /// Where typed words stand in the document; signs of footnotes stand there as plain numbers.
    func place(of typed: String) -> TextRange? {
        let typed = Self.folded(typed)
        return WordSearch.range(of: typed, in: text)
            ?? WordSearch.range(of: FootnoteSign.lowered(typed), in: text)
    }

    private func time(_ typed: String) throws -> PlanTime? {
        if typed.isEmpty { return nil }
        guard let time = typedTime.read(typed) else { throw CorrectionFault(sentence: .timeNotUnderstood) }
        return time
    }

    func lines(_ name: String) -> [String] {
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
