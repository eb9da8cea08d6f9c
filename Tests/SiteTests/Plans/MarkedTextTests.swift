import Testing

@testable import Site

@Suite("Marked text") struct MarkedTextTests {
    @Test("marks that overlap become flat runs that bear all of them")
    func overlaps() {
        let text = "Sở Văn hóa chủ trì"
        let whole = text.utf8.count
        let marked = MarkedText(
            text, lines: 1...1,
            marks: [
                .init(id: "t1", kind: .task, range: 0..<whole, sign: "1"),
                .init(id: "t1-lead-0", kind: .lead, range: 0..<"Sở Văn hóa".utf8.count),
            ])
        let runs = marked.lines[0].runs
        #expect(runs.map(\.text) == ["Sở Văn hóa", " chủ trì"])
        #expect(runs.map(\.kinds) == [[.task, .lead], [.task]])
        #expect(runs.map(\.ids) == [["t1", "t1-lead-0"], ["t1"]])
        #expect(runs[0].begins.map(\.id) == ["t1", "t1-lead-0"])
        #expect(runs[1].begins.isEmpty)
    }

    @Test("a mark goes on over a line's end and begins only once")
    func lines() {
        let marked = MarkedText(
            "ab\ncd\nef", lines: 1...3, marks: [.init(id: "t1", kind: .task, range: 1..<5)])
        #expect(marked.lines.map(\.number) == [1, 2, 3])
        #expect(marked.lines.map(\.start) == [0, 3, 6])
        #expect(marked.lines[0].runs.map(\.text) == ["a", "b"])
        #expect(marked.lines[1].runs.map(\.ids) == [["t1"]])
        #expect(marked.lines[1].runs[0].begins.isEmpty)
        #expect(marked.lines[2].runs.map(\.ids) == [[]])
    }

    @Test("the text comes out as it went in, whatever the marks", arguments: [0, 1, 2, 3, 4, 5, 6, 7])
    func keepsText(_ offset: Int) {
        let text = "Ủy ban nhân dân\n\ntỉnh ữ"
        let bytes = text.utf8.count
        let marks = (0..<6).map { number in
            let lower = (number * 3 + offset) % bytes
            return MarkedText.Mark(
                id: "m\(number)", kind: .with, range: lower..<min(bytes, lower + number + 2))
        }
        let marked = MarkedText(text, lines: 1...99, marks: marks)
        #expect(marked.lines.map { $0.runs.map(\.text).joined() }.joined(separator: "\n") == text)
    }

    @Test("a line of a million letters is cut into pieces that can be shown")
    func longLine() {
        let marked = MarkedText(String(repeating: "ữ", count: 400_000), lines: 1...1, marks: [])
        #expect(marked.lines[0].runs.allSatisfy { $0.text.utf8.count <= MarkedText.lineLimitBytes + 4 })
        #expect(marked.lines[0].runs.map(\.text).joined().count == 400_000)
    }
}
