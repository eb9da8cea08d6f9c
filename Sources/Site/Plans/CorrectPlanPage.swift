import Domain
import Markup

/// A draft beside its document: everything that was read, to be corrected and confirmed.
struct CorrectPlanPage: Sendable {
    /// A task as it stands now, after all corrections.
    struct Task: Sendable {
        var task: DraftTask
        /// From 1, in the order of the document.
        var number: Int
        /// The line of the document where it begins; nil where no words stand behind it.
        var line: Int?
        var warnings: [DraftWarning]
        /// Places where it can be split: a byte offset and the words that the second half begins with.
        var cuts: [(offset: Int, words: String)]

        /// Confirmed whole: its words, its parties and its time.
        var isConfirmed: Bool { TaskPart.allCases.allSatisfy(task.isConfirmed) }
    }

    /// A form that stands open.
    enum Editing: Sendable, Equatable {
        case nothing
        case head
        case task(String)
        case split(String)
        case merge(String)
        case report(String)
        case recipient(String)
        case newTask
        case newReport
    }

    /// The most lines of a document that one page shows; a longer one is paged.
    static let linesPerPart = 600
    /// The most tasks that one page shows, even where more begin in its lines.
    static let tasksPerPart = 200

    var plan: Plan
    var draft: PlanDraft
    var file: String
    var text: MarkedText
    /// Part of a long document, from 1.
    var part: Int
    var partCount: Int
    var tasks: [Task]
    /// Tasks outside this part, for merging with a neighbour and for counting.
    var confirmedCount: Int
    /// Warnings that belong to no task of this part.
    var warnings: [DraftWarning]
    var conflicts: [CorrectionConflict]
    var agencies: [Agency]
    var canUndo: Bool
    var canRedo: Bool
    var canCorrect: Bool
    var canIssue: Bool
    var canDelete: Bool
    var editing: Editing
    /// Notes of the conversion: recognised text, converted letters.
    var notices: [Phrase]
    /// What was wrong with the form that was just sent.
    var fault: Phrase?
    /// Where each line begins, in bytes; for links from offsets to lines.
    private let lineStarts: [Int]
}

extension CorrectPlanPage {
    /// What the page is made of, as the office hands it over.
    struct Source: Sendable {
        var plan: Plan
        var draft: PlanDraft
        var conflicts: [CorrectionConflict]
        var text: String
        var fileName: String
        var notices: [Phrase]
        var canUndo: Bool
        var canRedo: Bool
        var allowed: Set<Action>
        var agencies: [Agency]
    }

    init(_ source: Source, part wanted: Int, editing: Editing, fault: Phrase? = nil) {
        let starts = Self.lineStarts(source.text)
        let parts = Self.parts(of: source.draft, starts)
        let partCount = parts.count
        let part = min(max(1, wanted), partCount)
        let shown = parts[part - 1]
        let lines = shown.lines
        let end = lines.upperBound < starts.count ? starts[lines.upperBound] : source.text.utf8.count + 1
        let bytes = starts[lines.lowerBound - 1]..<end

        plan = source.plan
        draft = source.draft
        file = source.fileName
        self.part = part
        self.partCount = partCount
        conflicts = source.conflicts
        agencies = source.agencies
        canUndo = source.canUndo
        canRedo = source.canRedo
        canCorrect = source.allowed.contains(.correctPlan)
        canIssue = source.allowed.contains(.issuePlan)
        canDelete = source.allowed.contains(.deleteDraft)
        self.editing = editing
        notices = source.notices
        self.fault = fault
        lineStarts = starts
        confirmedCount = source.draft.tasks.count { task in TaskPart.allCases.allSatisfy(task.isConfirmed) }

        var free = source.draft.warnings
        let utf8 = Array(source.text.utf8)
        tasks = shown.tasks.map { index in
            let task = source.draft.tasks[index]
            let own = free.filter { warning in
                guard let place = warning.range, let range = task.range else { return false }
                return range.overlapCount(place) > 0
            }
            free.removeAll { own.contains($0) }
            let isSplit = editing == .split(task.id.rawValue)
            return Task(
                task: task, number: index + 1, line: task.range.map { Self.line(of: $0.lower, starts) },
                warnings: own,
                cuts: isSplit ? task.range.map { Self.cuts(in: utf8, $0) } ?? [] : [])
        }
        warnings = free.filter { $0.range.map { bytes.contains($0.lower) } ?? true }
        text = MarkedText(
            source.text, lines: lines, marks: Self.marks(of: source.draft, tasks: shown.tasks, within: bytes))
    }

    /// The pages of a document: so many lines, and of the tasks that begin there so many, by their places in
    /// the draft.
    ///
    /// A task without a place stands on the first page, so that it is seen at all.
    static func parts(of draft: PlanDraft, _ starts: [Int]) -> [(lines: ClosedRange<Int>, tasks: [Int])] {
        let count = max(1, (starts.count + linesPerPart - 1) / linesPerPart)
        var tasks = [[Int]](repeating: [], count: count)
        for (index, task) in draft.tasks.enumerated() {
            let line = task.range.map { Self.line(of: $0.lower, starts) } ?? 1
            tasks[min(count - 1, (line - 1) / linesPerPart)].append(index)
        }
        return tasks.enumerated().flatMap { part, tasks in
            let lines = (part * linesPerPart + 1)...min((part + 1) * linesPerPart, starts.count)
            let cuts = Array(stride(from: 0, to: max(1, tasks.count), by: tasksPerPart))
            return cuts.map { (lines, Array(tasks[$0..<min($0 + tasksPerPart, tasks.count)])) }
        }
    }

    /// The line of an offset, from 1.
    func line(of range: TextRange?) -> Int? { range.map { Self.line(of: $0.lower, lineStarts) } }

    static func lineStarts(_ text: String) -> [Int] {
        var starts = [0]
        for (offset, byte) in text.utf8.enumerated() where byte == 0x0A { starts.append(offset + 1) }
        return starts
    }

    static func line(of offset: Int, _ starts: [Int]) -> Int {
        var low = 0
        var high = starts.count
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle + 1 } else { high = middle }
        }
        return max(1, low)
    }

    /// Beginnings of lines and sentences inside a task: where one duty may end and the next begin.
    static func cuts(in bytes: [UInt8], _ range: TextRange) -> [(offset: Int, words: String)] {
        var cuts: [(Int, String)] = []
        var isAtBreak = false
        for offset in range.lower..<min(range.upper, bytes.count) {
            let byte = bytes[offset]
            if byte == 0x0A || byte == 0x2E || byte == 0x3B {
                isAtBreak = true
            } else if isAtBreak, byte > 0x20 {
                isAtBreak = false
                let tail = String(
                    decoding: bytes[offset..<min(offset + 240, range.upper, bytes.count)], as: UTF8.self)
                cuts.append(
                    (offset, tail.split(whereSeparator: \.isWhitespace).prefix(10).joined(separator: " ")))
            }
            if cuts.count == 60 { break }
        }
        return cuts
    }
}
