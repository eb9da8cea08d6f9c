import Domain
import Markup

/// Where things stand on the pages of the desk: in which line, and on which part of a long document.
struct DraftPlaces: Sendable {
    /// The most lines of a document that one page shows; a longer one is paged.
    static let linesPerPart = 600
    /// The most tasks that one page shows, even where more begin in its lines.
    static let tasksPerPart = 200

    /// Where each line begins, in bytes.
    private let starts: [Int]
    private let byteCount: Int
    /// The pages of a document: so many lines, and of the tasks that begin there so many, by their places in
    /// the draft.
    let parts: [(lines: ClosedRange<Int>, tasks: [Int])]

    init(_ draft: PlanDraft, _ text: String) {
        var starts = [0]
        for (offset, byte) in text.utf8.enumerated() where byte == 0x0A { starts.append(offset + 1) }
        self.starts = starts
        byteCount = text.utf8.count
        parts = Self.parts(of: draft, starts)
    }

    /// The bytes of lines, with the end of the last.
    func bytes(of lines: ClosedRange<Int>) -> Range<Int> {
        let end = lines.upperBound < starts.count ? starts[lines.upperBound] : byteCount + 1
        return starts[lines.lowerBound - 1]..<end
    }

    /// The line of a range's first byte, from 1.
    func line(of range: TextRange?) -> Int? { range.map { Self.line(of: $0.lower, starts) } }

    /// The part, from 1, whose lines hold a range's beginning; the first for what has no place.
    func part(of range: TextRange?) -> Int {
        guard let line = line(of: range) else { return 1 }
        return (parts.firstIndex { $0.lines.contains(line) } ?? 0) + 1
    }

    /// The part, from 1, that lists a task.
    func part(ofTask index: Int) -> Int { (parts.firstIndex { $0.tasks.contains(index) } ?? 0) + 1 }

    /// The desk at a place.
    static func link(_ plan: Plan.ID, part: Int, _ fragment: String) -> Link {
        Routes.correctPlan(plan.rawValue).with(
            query: part > 1 ? [("part", String(part))] : [], fragment: fragment)
    }

    /// A task without a place stands on the first page, so that it is seen at all.
    private static func parts(of draft: PlanDraft, _ starts: [Int]) -> [(
        lines: ClosedRange<Int>, tasks: [Int]
    )] {
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

    private static func line(of offset: Int, _ starts: [Int]) -> Int {
        var low = 0
        var high = starts.count
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle + 1 } else { high = middle }
        }
        return max(1, low)
    }
}
