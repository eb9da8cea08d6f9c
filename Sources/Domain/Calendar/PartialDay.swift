/// A day as far as a document gives it: `2025-06-30`, `2025-06`, `2025`; `--12-10` returns each
/// year, `---20` each month.
package struct PartialDay: Hashable, Codable, Sendable, CustomStringConvertible {
    package let year: Int?
    package let month: Int?
    package let day: Int?

    /// Nil where the parts can't stand together: no part at all, a year with a day but no month, a
    /// day out of range.
    ///
    /// A printed day that its month doesn't have (31 June) is kept, because the document says so;
    /// it has no `last` day.
    package init?(year: Int? = nil, month: Int? = nil, day: Int? = nil) {
        if let year, !(1...9999).contains(year) { return nil }
        if let month, !(1...12).contains(month) { return nil }
        if let day, !(1...31).contains(day) { return nil }
        switch (year, month, day) {
        case (nil, nil, nil), (.some, nil, .some), (nil, .some, nil): return nil
        default: break
        }
        self.year = year
        self.month = month
        self.day = day
    }

    package init(_ day: CalendarDay) {
        year = day.year
        month = day.month
        self.day = day.day
    }

    /// Reads the written form that `description` gives.
    package init?(_ text: String) {
        let allowed = text.utf8.allSatisfy { (48...57).contains($0) || $0 == 45 }
        guard allowed, text.utf8.count <= 10 else { return nil }
        let part: PartialDay?
        if text.hasPrefix("---") {
            part = PartialDay(day: Int(text.dropFirst(3)))
        } else if text.hasPrefix("--") {
            let numbers = text.dropFirst(2).split(separator: "-", omittingEmptySubsequences: false).map {
                Int($0)
            }
            guard numbers.count == 2 else { return nil }
            part = PartialDay(month: numbers[0], day: numbers[1])
        } else {
            let numbers = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
            guard (1...3).contains(numbers.count), !numbers.contains(nil) else { return nil }
            part = PartialDay(
                year: numbers[0], month: numbers.count > 1 ? numbers[1] : nil,
                day: numbers.count > 2 ? numbers[2] : nil)
        }
        guard let part, part.description == text else { return nil }
        self = part
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let part = PartialDay(text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "Not a day or part of one: \(text)")
        }
        self = part
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }

    /// Whether it comes back each year or month.
    package var returns: Bool { year == nil }

    /// The first day that it covers; nil for one that returns or doesn't exist.
    package var first: CalendarDay? {
        guard let year else { return nil }
        return CalendarDay(year: year, month: month ?? 1, day: day ?? 1)
    }

    /// The last day that it covers (June 2025 → 30 June); nil for one that returns or doesn't
    /// exist.
    package var last: CalendarDay? {
        guard let year else { return nil }
        let lastMonth = month ?? 12
        return CalendarDay(
            year: year, month: lastMonth, day: day ?? CalendarDay.dayCount(ofMonth: lastMonth, year: year))
    }

    /// The first time on or after a day; for one that doesn't return, its last day.
    ///
    /// A day that a month lacks (the 31st, 29 February) stands for that month's last day.
    package func occurrence(onOrAfter start: CalendarDay) -> CalendarDay? {
        guard returns, let day else { return last }
        var year = start.year
        var month = self.month ?? start.month
        for _ in 0..<3 {
            let wanted = min(day, CalendarDay.dayCount(ofMonth: month, year: year))
            if let candidate = CalendarDay(year: year, month: month, day: wanted), candidate >= start {
                return candidate
            }
            if self.month != nil || month == 12 { year += 1 }
            if self.month == nil { month = month % 12 + 1 }
        }
        return nil
    }

    package var description: String {
        func padded(_ number: Int, _ width: Int = 2) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        guard let year else {
            return (month.map { "--" + padded($0) } ?? "--") + "-" + padded(day ?? 0)
        }
        return ([padded(year, 4)] + [month, day].compactMap { $0 }.map { padded($0) }).joined(separator: "-")
    }
}
