import Domain
import Foundation
import Testing

@testable import Site

@Suite("Spelling and typing of dates and times") struct SpellingTests {
    @Test(
        "what the screen shows of a time is understood when it is typed again",
        arguments: [
            PlanTime.by(PartialDay("2025-06-30")!, before: true),
            .by(PartialDay("2025-06-30")!, before: false),
            .by(PartialDay("2025-01-05")!, before: false), .by(PartialDay("2025-06")!, before: false),
            .by(PartialDay("2025")!, before: true),
            .by(PartialDay("--12-10")!, before: false),
            .between(PartialDay("2025-03-01")!, PartialDay("2025-04-30")!),
            .continuous, .yearly,
        ])
    func again(_ time: PlanTime) {
        #expect(TypedTime.read(Spelling.time(time, .vi)) == time)
    }

    @Test(
        "usual short forms of a time are understood",
        arguments: [
            ("30/6/2025", "2025-06-30"), ("ngày 30/06/2025", "2025-06-30"), ("Quý II/2025", "2025-06-30"),
            ("quý 4/2025", "2025-12-31"), ("6/2025", "2025-06"), ("2025-06-30", "2025-06-30"),
        ])
    func short(_ typed: String, _ day: String) {
        #expect(TypedTime.read(typed) == .by(PartialDay(day)!, before: false))
    }

    @Test(
        "what is no time is refused",
        arguments: ["", "x", "31/13/2025", "quý V/2025", "trước", "1/2/3/4", "0/0/0", "30/6/2025 - x"])
    func refused(_ typed: String) {
        #expect(TypedTime.read(typed) == nil)
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
