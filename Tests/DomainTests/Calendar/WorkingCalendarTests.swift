import Testing

@testable import Domain

struct WorkingCalendarTests {
    private static let rules = [
        HolidayRule(
            id: "tet", calendar: .lunar, month: 1, day: 1, dayCount: 3, name: "Tết", source: "BLLĐ",
            firstYear: 2013, lastYear: nil),
        HolidayRule(
            id: "kings", calendar: .lunar, month: 3, day: 10, dayCount: 1, name: "Giỗ Tổ", source: "BLLĐ",
            firstYear: 2013, lastYear: nil),
        HolidayRule(
            id: "victory", calendar: .solar, month: 4, day: 30, dayCount: 1, name: "30/4", source: "BLLĐ",
            firstYear: 2013, lastYear: 2030),
    ]

    private func day(_ iso: String) throws -> CalendarDay { try #require(CalendarDay(iso: iso)) }

    private func calendar(_ announced: [Holiday] = []) -> WorkingCalendar {
        WorkingCalendar(years: 2025...2026, rules: Self.rules, announced: announced)
    }

    @Test func `Weekends and the law's holidays aren't worked`() throws {
        let calendar = calendar()
        #expect(calendar.isWorkingDay(try day("2025-06-20")))
        #expect(!calendar.isWorkingDay(try day("2025-06-21")))
        #expect(!calendar.isWorkingDay(try day("2025-01-29")))
        #expect(!calendar.isWorkingDay(try day("2025-04-07")))
        #expect(!calendar.isWorkingDay(try day("2026-04-30")))
        #expect(calendar.holiday(on: try day("2026-02-17"))?.name == "Tết")
    }

    @Test func `What is announced comes before the rest`() throws {
        // 2 May 2025 was off, 26 April worked in exchange.
        let calendar = calendar([
            Holiday(day: try day("2025-05-02"), kind: .off, name: "Hoán đổi", source: "TB 6150"),
            Holiday(day: try day("2025-04-26"), kind: .work, name: "Làm bù", source: "TB 6150"),
        ])
        #expect(!calendar.isWorkingDay(try day("2025-05-02")))
        #expect(calendar.isWorkingDay(try day("2025-04-26")))
        #expect(calendar.workingDay(onOrAfter: try day("2025-04-30")).description == "2025-05-01")
        #expect(calendar.workingDay(onOrBefore: try day("2025-05-04")).description == "2025-05-01")
    }

    @Test func `Working days are counted and added past holidays`() throws {
        let calendar = calendar()
        let friday = try day("2025-01-24")
        // Tết's first three days are 29 to 31 January: Wednesday to Friday.
        #expect(calendar.adding(workingDays: 3, to: friday).description == "2025-02-03")
        #expect(calendar.adding(workingDays: -3, to: try day("2025-02-03")) == friday)
        #expect(calendar.workingDays(from: friday, to: try day("2025-02-03")) == 3)
        #expect(calendar.workingDays(from: try day("2025-02-03"), to: friday) == -3)
        #expect(calendar.workingDays(from: friday, to: friday) == 0)
    }

    @Test func `A rule ends with its last year`() {
        #expect(Self.rules[2].days(in: 2030).count == 1 && Self.rules[2].days(in: 2031).isEmpty)
        #expect(Self.rules[2].days(in: 2012).isEmpty)
    }
}
