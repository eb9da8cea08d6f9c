import Domain
import Foundation
import Testing

@testable import Site

@Suite("Spelling and typing of dates and times") struct SpellingTests {
    /// Every kind of time with every kind of day in it; a new kind doesn't compile until it has its row.
    private static let everyTime: [PlanTime] = {
        let days = [
            "2025-06-30", "2025-01-05", "2028-02-29", "2025-06", "2025-02", "2025", "--12-10", "--02-29",
            "---05", "---31",
        ]
        .compactMap { PartialDay($0) }
        func times(like kind: PlanTime) -> [PlanTime] {
            switch kind {
            case .by: days.flatMap { [.by($0, before: true), .by($0, before: false)] }
            case .between: days.flatMap { start in days.map { .between(start, $0) } }
            case .continuous, .yearly: [kind]
            }
        }
        return [.by(days[0], before: true), .between(days[0], days[0]), .continuous, .yearly].flatMap(times)
    }()

    @Test(
        "what the screen shows of a time is understood when it is typed again", arguments: Language.allCases)
    func again(_ language: Language) {
        #expect(Self.everyTime.count == 122)
        for time in Self.everyTime {
            let shown = Spelling.time(time, language)
            #expect(TypedTime().read(shown) == time, "\(shown)")
        }
    }

    @Test(
        "usual short forms of a time are understood",
        arguments: [
            ("30/6/2025", "2025-06-30"), ("ngày 30/06/2025", "2025-06-30"), ("Quý II/2025", "2025-06-30"),
            ("quý 4/2025", "2025-12-31"), ("6/2025", "2025-06"), ("2025-06-30", "2025-06-30"),
            ("tháng 6/2026", "2026-06"), ("trong tháng 6 năm 2026", "2026-06"), ("năm 2026", "2026"),
            ("ngày 25 hằng tháng", "---25"), ("đến ngày 20/5", "2025-05-20"), ("tháng 6", "2025-06"),
            ("ngày 05 tháng 9 năm 2025", "2025-09-05"), ("quý II năm 2026", "2026-06-30"),
            ("20/12 hàng năm", "--12-20"),
        ])
    func short(_ typed: String, _ day: String) {
        #expect(TypedTime(year: 2025).read(typed) == .by(PartialDay(day)!, before: false))
    }

    @Test("the words before a day say whether the day itself is in time")
    func before() {
        #expect(TypedTime().read("Trước ngày 25 hằng tháng") == .by(PartialDay("---25")!, before: true))
        #expect(TypedTime(year: 2026).read("trước 20/5") == .by(PartialDay("2026-05-20")!, before: true))
        #expect(
            TypedTime(year: 2026).read("từ ngày 10/5 đến ngày 20/5")
                == .between(PartialDay("2026-05-10")!, PartialDay("2026-05-20")!))
    }

    @Test(
        "what is no time is refused",
        arguments: [
            "", "x", "31/13/2025", "quý V/2025", "trước", "1/2/3/4", "0/0/0", "30/6/2025 - x", "20/5",
            "tháng 6",
            "31/9/2025", "29/02/2026", "tháng 13/2025", "32 hằng tháng", "30/02 hằng năm", "tháng 6 hằng năm",
        ])
    func refused(_ typed: String) {
        #expect(TypedTime().read(typed) == nil)
    }

    @Test("days are written as Decree 30/2020 asks: a nought before days under 10 and the months 1 and 2")
    func days() {
        #expect(Spelling.day(CalendarDay(year: 2026, month: 1, day: 5)!) == "05/01/2026")
        #expect(Spelling.day(CalendarDay(year: 2026, month: 6, day: 30)!) == "30/6/2026")
        #expect(Spelling.instant(Date(timeIntervalSince1970: 1_763_700_000)) == "21/11/2025 11:40")
        #expect(
            Spelling.size(512) == "512 B" && Spelling.size(16_038) == "16 KB"
                && Spelling.size(52_428_800) == "50,0 MB")
    }
}

@Suite("QR code") struct QRCodeTests {
    @Test("a code has its three finders, its quiet timing lines, and refuses what is too long")
    func shape() throws {
        let code = try #require(QRCode("otpauth://totp/Loa:planner?secret=JBSWY3DPEHPK3PXP&issuer=Loa"))
        let size = code.modules.count
        #expect((size - 17) % 4 == 0)
        for (row, column) in [(0, 0), (0, size - 7), (size - 7, 0)] {
            for at in 0..<7 {
                #expect(code.modules[row][column + at] && code.modules[row + at][column])
                #expect(code.modules[row + 6][column + at] && code.modules[row + at][column + 6])
            }
        }
        for at in 8..<(size - 8) { #expect(code.modules[6][at] == (at % 2 == 0)) }
        #expect(QRCode(String(repeating: "x", count: 272)) == nil)
        #expect(QRCode(String(repeating: "x", count: 271)) != nil)
    }
}
