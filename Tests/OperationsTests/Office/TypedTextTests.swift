import Testing

@testable import Operations

struct TypedTextTests {
    @Test(arguments: [
        ("một dòng", "một dòng"), ("dòng 1\r\ndòng 2", "dòng 1\ndòng 2"), ("a\rb\nc", "a\nb\nc"),
        ("\n\n  đầu \t dòng \n\n\n\n  sau  \n", "đầu dòng\n\nsau"), ("a\u{2028}b\u{2029}c", "a\nb\nc"),
    ])
    func `Lines of a longer text are kept, each folded`(typed: String, kept: String) {
        #expect(TypedText.lines(typed, limitBytes: 100) == kept)
        #expect(TypedText.line(typed, limitBytes: 100)?.contains { $0.isNewline } == false)
    }

    @Test(arguments: [
        "", " \r\n \t", "a\u{0}b", "a\nb\u{1b}c", "a\u{202E}b", String(repeating: "dài\n", count: 30),
    ])
    func `What is empty, too long or can't be shown is refused in several lines too`(typed: String) {
        #expect(TypedText.lines(typed, limitBytes: 100) == nil)
    }
}
