import Testing

@testable import Domain

struct CompensationTests {
    private static let rules = [
        HolidayRule(
            id: "tet", calendar: .lunar, month: 1, day: 1, dayCount: 3, name: "Tết Nguyên đán",
            source: "Luật",
            firstYear: 2013, lastYear: nil),
        HolidayRule(
            id: "hung-kings", calendar: .lunar, month: 3, day: 10, dayCount: 1, name: "Giỗ Tổ",
            source: "Luật",
            firstYear: 2013, lastYear: nil),
        HolidayRule(
            id: "reunification", calendar: .solar, month: 4, day: 30, dayCount: 1, name: "Ngày Chiến thắng",
            source: "Luật", firstYear: 2013, lastYear: nil),
        HolidayRule(
            id: "labour", calendar: .solar, month: 5, day: 1, dayCount: 1, name: "Ngày Quốc tế lao động",
            source: "Luật", firstYear: 2013, lastYear: nil),
    ]

    private func proposed(_ year: Int, _ announced: [(String, Holiday.Kind, String)] = []) throws -> [String]
    {
        let days = try announced.map {
            Holiday(day: try #require(CalendarDay(iso: $0.0)), kind: $0.1, name: $0.2, source: "Thông báo")
        }
        return WorkingCalendar(years: year...year, rules: Self.rules, announced: days).proposedCompensations
            .map { "\($0.day) \($0.name)" }
    }

    @Test func `A holiday on a Sunday is made up on the Monday, two days in a row on two days`() throws {
        #expect(try proposed(2026) == ["2026-04-27 Nghỉ bù Giỗ Tổ"])
        // 30 April 2022 is a Saturday.
        #expect(
            try proposed(2022).suffix(2) == [
                "2022-05-02 Nghỉ bù Ngày Chiến thắng", "2022-05-03 Nghỉ bù Ngày Quốc tế lao động",
            ])
    }

    @Test func `What is entered isn't proposed again, nor what somebody decided otherwise`() throws {
        #expect(try proposed(2026, [("2026-04-27", .off, "Nghỉ bù Giỗ Tổ")]).isEmpty)
        #expect(try proposed(2026, [("2026-04-28", .off, "nghỉ bù")]).isEmpty)
        #expect(try proposed(2026, [("2026-04-27", .work, "Làm bù")]).isEmpty)
        #expect(try proposed(2026, [("2026-04-27", .off, "Hoán đổi")]) == ["2026-04-28 Nghỉ bù Giỗ Tổ"])
    }

    @Test func `Tet waits until the rest of its days is announced`() throws {
        // 6 February 2027, a Saturday, is the first day of the lunar year.
        #expect(try proposed(2027).contains { $0.contains("Tết") } == false)
        let announced: [(String, Holiday.Kind, String)] = [
            ("2027-02-05", .off, "Tết Nguyên đán"), ("2027-02-09", .off, "Tết Nguyên đán"),
        ]
        #expect(
            try proposed(2027, announced).filter { $0.contains("Tết") } == [
                "2027-02-10 Nghỉ bù Tết Nguyên đán", "2027-02-11 Nghỉ bù Tết Nguyên đán",
            ])
    }

    @Test func `A proposal counts for nothing, and an empty year is known as such`() throws {
        let calendar = WorkingCalendar(years: 2026...2027, rules: Self.rules, announced: [])
        #expect(calendar.isWorkingDay(try #require(CalendarDay(iso: "2026-04-27"))))
        #expect(calendar.unannouncedYears == [2026, 2027])
        let day = Holiday(
            day: try #require(CalendarDay(iso: "2026-02-16")), kind: .off, name: "Tết", source: "Thông báo")
        #expect(
            WorkingCalendar(years: 2026...2027, rules: Self.rules, announced: [day]).unannouncedYears == [
                2027
            ])
    }
}
