import Testing
import Vietnamese

@Suite struct NumberTests {
    @Test(
        "Numbers are spelled in words",
        arguments: [
            (0, "không"), (5, "năm"), (10, "mười"), (15, "mười lăm"), (21, "hai mươi mốt"),
            (24, "hai mươi bốn"), (55, "năm mươi lăm"), (100, "một trăm"), (105, "một trăm linh năm"),
            (110, "một trăm mười"), (1000, "một nghìn"), (1005, "một nghìn không trăm linh năm"),
            (1_250_000, "một triệu hai trăm năm mươi nghìn"), (2_000_000_001, "hai tỷ không trăm linh một"),
            (-7, "âm bảy"),
        ])
    func spells(number: Int, words: String) {
        #expect(Vietnamese.spelled(number) == words)
    }

    @Test("The least and greatest integers are spelled without a trap") func spellsExtremes() {
        #expect(
            Vietnamese.spelled(.min).hasPrefix("âm chín tỷ tỷ")
                || Vietnamese.spelled(.min).hasPrefix("âm chín"))
        #expect(Vietnamese.grouped(.min) == "-9.223.372.036.854.775.808")
    }

    @Test(
        "Thousands are parted by stops, decimals by a comma",
        arguments: [("1.234.567", 1_234_567.0), ("1,5", 1.5), ("12 000", 12_000), ("0", 0), ("7", 7)])
    func reads(text: String, number: Double) {
        #expect(Vietnamese.number(reading: text) == number)
    }

    @Test("What is no number is refused", arguments: ["", "1.23", "1,", "a", "1.2345", "1,2,3", "1234.567"])
    func refuses(text: String) {
        #expect(Vietnamese.number(reading: text) == nil)
    }
}
