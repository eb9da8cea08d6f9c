import Testing
import Vietnamese

@Suite struct DateTests {
    @Test(
        "Days below 10 and the months 1 and 2 get a zero",
        arguments: [
            ((2026, 1, 5), "ngày 05 tháng 01 năm 2026"), ((2026, 6, 15), "ngày 15 tháng 6 năm 2026"),
            ((2024, 2, 29), "ngày 29 tháng 02 năm 2024"), ((2025, 12, 9), "ngày 09 tháng 12 năm 2025"),
        ])
    func spellsDates(date: (Int, Int, Int), text: String) throws {
        let day = try #require(VietnameseDate(year: date.0, month: date.1, day: date.2))
        #expect(day.spelled == text)
        #expect(VietnameseDate(reading: text) == day)
    }

    @Test(
        "Printed forms are read day first",
        arguments: [
            "05/01/2026", "5/1/2026", "05-01-2026", "5.1.2026", "ngày 05 tháng 01 năm 2026",
            "ngày05 /01/2026",
        ])
    func readsDates(text: String) {
        #expect(VietnameseDate(reading: text) == VietnameseDate(year: 2026, month: 1, day: 5))
    }

    @Test(
        "Days that don't exist and other texts are refused",
        arguments: [
            "31/02/2026", "29/02/2025", "2026-01-05", "tháng 5/2026", "", "1/2", "99999999999/1/2026",
        ])
    func refuses(text: String) {
        #expect(VietnameseDate(reading: text) == nil)
    }
}
