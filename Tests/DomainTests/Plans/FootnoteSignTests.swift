import Testing

@testable import Domain

struct FootnoteSignTests {
    private static let text = """
        1. Các sở, ngành, địa phương1 và doanh nghiệp2 thực hiện.
        1 Các đơn vị thuộc tỉnh.
        2 Doanh nghiệp nhà nước.
        """

    @Test func `Footnotes are the lines that begin with a number without a stop`() {
        #expect(FootnoteSign.notes(in: Array(Self.text.utf8)) == [1, 2])
        #expect(FootnoteSign.notes(in: Array("1. Một\n2) Hai\n30 ngày\n2025 Năm\n".utf8)).isEmpty)
    }

    @Test(arguments: [
        ("địa phương1 và doanh nghiệp2.", "địa phương¹ và doanh nghiệp²."),
        ("địa phương1", "địa phương¹"), ("(địa phương12)", "(địa phương¹²)"),
    ])
    func `A footnote's number is raised where it is glued to a word`(pair: (String, String)) {
        #expect(FootnoteSign.raising([1, 2, 12], in: pair.0) == pair.1)
        #expect(FootnoteSign.lowered(pair.1) == pair.0)
    }

    @Test(arguments: [
        "Nghị quyết 1", "quốc lộ QL1", "2 km2", "địa phương3", "mẫu B1", "xã2/huyện", "tuần1a", "năm 2012",
        "địa phương 1", "covid-1", "trang1-2",
    ])
    func `Other numbers stay`(text: String) {
        #expect(FootnoteSign.raising([1, 2], in: text) == text)
    }
}
