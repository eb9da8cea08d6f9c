import Testing

@testable import Domain

struct SpokenTimeTests {
    @Test(
        arguments: [
            ("hang tuan", Rhythm.week), ("hang quy", .quarter), ("dinh ky hang thang", .month),
            ("moi quy 1 lan", .quarter), ("1 lan thang", .month), ("6 thang mot lan", .halfYear),
            ("2 lan nam", .halfYear),
            ("3 lan nam", nil), ("lan 2 nam 2026", nil), ("thang 1 lan", .month),
            ("dinh ky 6 thang hang nam giua nhiem ky", .halfYear), ("dinh ky 6 thang mot lan", .halfYear),
            ("hang thang 6 thang nam", .month), ("hang quy 6 thang 9 thang va nam", .quarter),
            ("hang nam", .year), ("hang nam 2026", nil), ("truoc mua lu", nil), ("thang 6 2026", nil),
            ("truoc ngay 15 thang cuoi quy", .quarter), ("hang ngay", nil),
            ("thuc hien ke hoach hang nam", nil),
        ] as [(String, Rhythm?)])
    func `Words tell how often, a number behind them makes them one`(key: String, rhythm: Rhythm?) {
        #expect(SpokenTime(key: key).rhythm == rhythm)
    }

    @Test func `A report's own name tells what it covers`() {
        #expect(SpokenTime(key: "6 thang dau nam", isBare: true).spans == [.halfYear])
        #expect(SpokenTime(key: "quy i", isBare: true).spans == [.quarter])
        #expect(SpokenTime(key: "thang 6 thang nam", isBare: true).spans == [.month, .halfYear, .year])
        #expect(SpokenTime(key: "quy").spans.isEmpty)
    }

    @Test(arguments: [
        ("truoc tet nguyen dan", "2026-01-05", "2026-02-17"),
        ("truoc tet nguyen dan", "2026-02-18", "2027-02-06"),
        ("hoan thanh truoc dip tet nguyen dan nam 2028", "2026-01-05", "2028-01-26"),
        ("truoc tet nguyen dan dinh mui", "2026-01-05", "2027-02-06"),
        ("truoc tet nguyen dan at ty", "2024-11-05", "2025-01-29"),
        ("cham nhat ram thang gieng", "2026-01-05", "2026-03-03"),
    ])
    func `A feast falls by Vietnam's lunar calendar`(key: String, start: String, day: String) throws {
        let time = SpokenTime(key: key).time(from: try #require(CalendarDay(iso: start)))
        let isBefore = key.contains("truoc")
        #expect(time == .by(try #require(PartialDay(day)), before: isBefore))
    }

    @Test(arguments: [
        "truoc trong va sau tet nguyen dan", "dip tet nguyen dan", "sau tet nguyen dan", "truoc mua lu",
        "truoc tet nguyen dan hang nam",
    ])
    func `Words without a last day give none`(key: String) throws {
        #expect(SpokenTime(key: key).time(from: try #require(CalendarDay(iso: "2026-01-05"))) == nil)
    }
}
