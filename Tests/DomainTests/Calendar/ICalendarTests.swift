import Domain
import Foundation
import Testing

struct ICalendarTests {
    private func event(_ change: (inout ICalendar.Event) -> Void = { _ in }) throws -> ICalendar.Event {
        var event = ICalendar.Event(
            uid: "01.02@loa", revision: 3, changedAt: Date(timeIntervalSince1970: 1_763_700_000.9),
            day: try #require(CalendarDay(year: 2026, month: 2, day: 28)), title: "Họp báo")
        change(&event)
        return event
    }

    private func text(_ events: ICalendar.Event...) -> String {
        String(decoding: ICalendar(name: "Loa", events: events).bytes, as: UTF8.self)
    }

    /// Lines as a reader joins them again.
    private func unfolded(_ text: String) -> [String] {
        text.replacing("\r\n ", with: "").components(separatedBy: "\r\n")
    }

    @Test func `A day is an event of the whole day, which ends where the next begins`() throws {
        let lines = unfolded(text(try event()))
        #expect(lines.contains("DTSTART;VALUE=DATE:20260228") && lines.contains("DTEND;VALUE=DATE:20260301"))
        #expect(lines.contains("DTSTAMP:20251121T044000Z"))
        #expect(
            lines.contains("SEQUENCE:3") && lines.contains("UID:01.02@loa")
                && lines.contains("STATUS:CONFIRMED"))
        #expect(lines.first == "BEGIN:VCALENDAR" && lines.suffix(2) == ["END:VCALENDAR", ""])
        #expect(!lines.contains("BEGIN:VALARM"))
    }

    @Test func `An instant before 1970 is that instant`() throws {
        let lines = unfolded(text(try event { $0.changedAt = Date(timeIntervalSince1970: -1) }))
        #expect(lines.contains("DTSTAMP:19691231T235959Z"))
    }

    @Test(arguments: [0, 1, 2, 3]) func `No line passes 75 octets and none cuts a letter in two`(shift: Int)
        throws
    {
        let title =
            String(repeating: "x", count: shift) + String(repeating: "Phổ biến, tuyên truyền 🎉 ", count: 30)
        let bytes = ICalendar(name: title, events: [try event { $0.title = title }]).bytes
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast()
        for line in lines {
            #expect(line.last == UInt8(ascii: "\r"))
            #expect(line.count - 1 <= 75)
            #expect(String(validating: line, as: UTF8.self) != nil, "a letter was cut")
        }
        let joined = unfolded(String(decoding: bytes, as: UTF8.self))
        let escaped = title.replacing(",", with: "\\,")
        #expect(joined.contains("SUMMARY:\(escaped)") && joined.contains("X-WR-CALNAME:\(escaped)"))
    }

    @Test func `What people wrote can't begin a line of its own`() throws {
        let hostile = "a;b,c\\d\r\nEND:VEVENT\rBEGIN:VALARM\u{0}\u{2028}\u{85}z\te"
        let lines = unfolded(
            text(
                try event {
                    $0.title = hostile; $0.note = hostile; $0.uid = hostile
                }))
        let escaped = "a\\;b\\,c\\\\d\\nEND:VEVENT\\nBEGIN:VALARM\\nz e"
        #expect(lines.contains("SUMMARY:\(escaped)") && lines.contains("DESCRIPTION:\(escaped)"))
        #expect(lines.count { $0 == "END:VEVENT" } == 1 && !lines.contains("BEGIN:VALARM"))
    }

    @Test func `What was cancelled says so and reminds of nothing`() throws {
        let cancelled = unfolded(
            text(
                try event {
                    $0.isCancelled = true; $0.reminderHours = 15
                }))
        #expect(cancelled.contains("STATUS:CANCELLED") && !cancelled.contains("BEGIN:VALARM"))
        let live = unfolded(text(try event { $0.reminderHours = 15 }))
        #expect(live.contains("BEGIN:VALARM") && live.contains("TRIGGER:-PT15H"))
    }

    @Test func `The same events give the same bytes`() throws {
        let one = try event()
        #expect(text(one, one) == text(one, one))
        #expect(text() == text() && !text().contains("VEVENT"))
    }
}
