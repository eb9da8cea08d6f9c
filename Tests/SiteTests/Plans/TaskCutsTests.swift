import Domain
import Testing

@testable import Site

@Suite("Where a task may be cut") struct TaskCutsTests {
    private func cuts(_ text: String) -> TaskCuts {
        TaskCuts(in: Array(text.utf8), TextRange(0, text.utf8.count))
    }

    @Test(
        "is the end of a sentence, an item or, without any, a clause",
        arguments: [
            ("Một việc. Hai việc; ba việc.", ["Hai việc; ba việc.", "ba việc."]),
            ("Việc tại TP. Kon Tum trước ngày 30.6.2025. Báo cáo kết quả.", ["Báo cáo kết quả."]),
            ("Tuyên truyền:\n- Biên giới\n+ Biển đảo", ["- Biên giới + Biển đảo", "+ Biển đảo"]),
            ("Tuyên truyền, phổ biến, giáo dục", ["phổ biến, giáo dục", "giáo dục"]),
            ("Câu dài bị ngắt\nở cuối dòng. Câu sau.", ["Câu sau."]), ("Không có chỗ nào", []),
        ])
    func places(_ text: String, _ expected: [String]) {
        #expect(cuts(text).cuts.map(\.words) == expected)
        for cut in cuts(text).cuts {
            #expect(
                String(decoding: Array(text.utf8)[cut.offset...], as: UTF8.self).first?.isWhitespace == false)
        }
    }

    @Test("is first offered where the halves are the most alike")
    func best() {
        let text =
            "A b. " + String(repeating: "chữ ", count: 10) + "hết. " + String(repeating: "chữ ", count: 10)
            + "hết. Z."
        let found = cuts(text)
        #expect(found.best == found.cuts[1].offset)
    }

    @Test("is offered in the task's own words before the lines that name its parties")
    func own() {
        let text = "Tuyên truyền, cổ động.\n- Cơ quan chủ trì: Sở Y tế.\n- Thời gian: Quý I/2026."
        let words = TextRange(0, "Tuyên truyền, cổ động.".utf8.count)
        let found = TaskCuts(in: Array(text.utf8), TextRange(0, text.utf8.count), words: words)
        #expect(found.cuts.first { $0.offset == found.best }?.words.hasPrefix("cổ động.") == true)
        #expect(found.cuts.count == 3)
    }
}
