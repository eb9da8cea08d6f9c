package import Foundation

/// A calendar of whole days as other programs read it (RFC 5545, with the names of RFC 7986).
///
/// Whole days have no time and no zone, so none is named: a day in Vietnam stays that day wherever it is read.
package struct ICalendar: Sendable {
    /// Something on one day.
    package struct Event: Hashable, Sendable {
        /// The same for ever, and no other event's.
        package var uid: String
        /// Goes up whenever the event changes.
        package var revision: Int
        package var changedAt: Date
        package var day: CalendarDay
        package var title: String
        /// Several lines.
        package var note: String
        /// Where it is shown; an http or https address.
        package var address: String?
        package var isCancelled: Bool
        /// Hours before the day begins at which the reader's program reminds; nil: not at all.
        package var reminderHours: Int?

        package init(
            uid: String, revision: Int, changedAt: Date, day: CalendarDay, title: String, note: String = "",
            address: String? = nil, isCancelled: Bool = false, reminderHours: Int? = nil
        ) {
            self.uid = uid
            self.revision = revision
            self.changedAt = changedAt
            self.day = day
            self.title = title
            self.note = note
            self.address = address
            self.isCancelled = isCancelled
            self.reminderHours = reminderHours
        }
    }

    /// Of whoever makes calendars.
    static let product = "-//Loa//Calendar//VI"
    /// A line is no longer, its end not counted.
    static let lineOctets = 75
    /// How often programs are asked to look again.
    static let refreshHours = 1

    package var name: String
    package var events: [Event]

    package init(name: String, events: [Event]) {
        self.name = name
        self.events = events
    }

    /// The whole, in UTF-8.
    package var bytes: [UInt8] {
        var lines = Lines()
        lines.add("BEGIN", "VCALENDAR")
        lines.add("VERSION", "2.0")
        lines.add("PRODID", Self.product)
        lines.add("CALSCALE", "GREGORIAN")
        lines.add("NAME", text: name)
        lines.add("X-WR-CALNAME", text: name)
        lines.add("REFRESH-INTERVAL;VALUE=DURATION", "PT\(Self.refreshHours)H")
        lines.add("X-PUBLISHED-TTL", "PT\(Self.refreshHours)H")
        for event in events { lines.add(event) }
        lines.add("END", "VCALENDAR")
        return lines.bytes
    }
}

/// Content lines: escaped, folded, ended as the standard asks.
private struct Lines {
    private(set) var bytes: [UInt8] = []

    mutating func add(_ event: ICalendar.Event) {
        add("BEGIN", "VEVENT")
        add("UID", text: event.uid)
        add("DTSTAMP", Self.instant(event.changedAt))
        add("LAST-MODIFIED", Self.instant(event.changedAt))
        add("SEQUENCE", String(event.revision))
        add("DTSTART;VALUE=DATE", Self.day(event.day))
        add("DTEND;VALUE=DATE", Self.day(event.day.adding(days: 1)))
        add("SUMMARY", text: event.title)
        if !event.note.isEmpty { add("DESCRIPTION", text: event.note) }
        if let address = event.address { add("URL", address.filter { $0 > " " }) }
        add("STATUS", event.isCancelled ? "CANCELLED" : "CONFIRMED")
        // A day by which something is due keeps nobody busy.
        add("TRANSP", "TRANSPARENT")
        if let hours = event.reminderHours, !event.isCancelled {
            add("BEGIN", "VALARM")
            add("ACTION", "DISPLAY")
            add("DESCRIPTION", text: event.title)
            add("TRIGGER", "-PT\(hours)H")
            add("END", "VALARM")
        }
        add("END", "VEVENT")
    }

    /// A value that people wrote.
    mutating func add(_ name: String, text: String) { add(name, Self.escaped(text)) }

    /// Folds between characters: a blank at a line's beginning says that it goes on, and counts.
    mutating func add(_ name: String, _ value: String) {
        var length = 0
        for scalar in (name + ":" + value).unicodeScalars {
            let width = UTF8.width(scalar)
            if length + width > ICalendar.lineOctets {
                bytes += [0x0D, 0x0A, 0x20]
                length = 1
            }
            bytes.append(contentsOf: UTF8.encode(scalar) ?? .init())
            length += width
        }
        bytes += [0x0D, 0x0A]
    }

    /// RFC 5545, 3.3.11: commas, semicolons, backslashes and ends of lines; other controls have no place in a text.
    static func escaped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.replacing("\r\n", with: "\n").unicodeScalars {
            switch scalar {
            case "\\", ";", ",":
                result.append("\\")
                result.append(scalar)
            case "\n", "\r", "\u{2028}", "\u{2029}":
                result.append("\\")
                result.append("n")
            case "\t": result.append(" ")
            case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value): break
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    /// As in `20261121`.
    static func day(_ day: CalendarDay) -> String { day.description.filter { $0 != "-" } }

    /// As in `20261121T013000Z`, in UTC.
    static func instant(_ instant: Date) -> String {
        let seconds = Int(instant.timeIntervalSince1970.rounded(.down))
        let days = seconds >= 0 ? seconds / 86_400 : -((86_399 - seconds) / 86_400)
        let rest = seconds - days * 86_400
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
        return day(CalendarDay(dayNumber: days)) + "T" + two(rest / 3600) + two(rest / 60 % 60)
            + two(rest % 60) + "Z"
    }
}
