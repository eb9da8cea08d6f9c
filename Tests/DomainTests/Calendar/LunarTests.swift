import Testing

@testable import Domain

struct LunarTests {
    private static let years = lunarTable.split(separator: "\n").map { line in
        line.split(separator: " ").map(String.init)
    }

    @Test(arguments: years)
    func `Each year begins, leaps and counts its days as another ephemeris says`(row: [String]) throws {
        let first = try #require(CalendarDay(iso: row[0]))
        let months = LunarYear(first.year).months
        #expect(months.first?.start == first.dayNumber)
        #expect(String(months.first(where: \.isLeap)?.number ?? 0) == row[1])
        #expect(months.map { $0.dayCount == 30 ? "1" : "0" }.joined() == row[2])
        #expect(months.allSatisfy { (29...30).contains($0.dayCount) })
    }

    @Test func `The table has all years that can be turned`() {
        #expect(Self.years.map { $0[0].prefix(4) } == LunarDay.years.map { String($0)[...] })
    }

    @Test func `Every day turns into a lunar day and back`() throws {
        let start = try #require(CalendarDay(year: 1984, month: 11, day: 1))
        for offset in 0..<900 {
            let day = start.adding(days: offset)
            let lunar = try #require(LunarDay(day))
            #expect(CalendarDay(lunar) == day)
        }
    }

    @Test(arguments: [
        ("2025-01-29", 2025, 1, 1), ("2025-01-28", 2024, 12, 29), ("2025-04-07", 2025, 3, 10),
        ("2026-02-17", 2026, 1, 1), ("2026-04-26", 2026, 3, 10), ("2024-09-17", 2024, 8, 15),
    ])
    func `Feasts fall on the days that everybody kept`(iso: String, year: Int, month: Int, day: Int) throws {
        let lunar = try #require(LunarDay(year: year, month: month, day: day))
        #expect(CalendarDay(lunar)?.description == iso)
        #expect(try LunarDay(#require(CalendarDay(iso: iso))) == lunar)
    }

    @Test func `A month that comes twice is two months`() throws {
        let first = try #require(LunarDay(year: 2025, month: 6, day: 1))
        let second = try #require(LunarDay(year: 2025, month: 6, isLeap: true, day: 1))
        #expect(CalendarDay(first)?.description == "2025-06-25")
        #expect(CalendarDay(second)?.description == "2025-07-25")
        #expect(try LunarDay(#require(CalendarDay(iso: "2025-07-25")))?.isLeap == true)
    }

    @Test func `Days that don't exist are none`() throws {
        #expect(LunarDay(year: 2024, month: 12, day: 30) == nil)
        #expect(LunarDay(year: 2024, month: 6, isLeap: true, day: 1) == nil)
        #expect(LunarDay(year: 1967, month: 1, day: 1) == nil)
        #expect(LunarDay(year: 2101, month: 1, day: 1) == nil)
        #expect(try LunarDay(#require(CalendarDay(year: 1960, month: 1, day: 1))) == nil)
    }
}
