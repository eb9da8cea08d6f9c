import Domain

/// Lunar days of consecutive days; the moon is asked only where a month may end.
struct LunarDates: Sendable {
    struct Date: Hashable, Sendable {
        var month: Int
        var isLeap: Bool
        var day: Int

        /// As in `15`, and on the first day of a month `1/8`, `1/6n` for a leap month ("nhuận").
        var text: String { day == 1 ? "1/\(month)\(isLeap ? "n" : "")" : String(day) }

        /// As in `15/8`.
        var whole: String { "\(day)/\(month)\(isLeap ? "n" : "")" }
    }

    private var dates: [CalendarDay: Date] = [:]

    init(_ days: ClosedRange<CalendarDay>) {
        var known: Date?
        for number in days.lowerBound.dayNumber...days.upperBound.dayNumber {
            let day = CalendarDay(dayNumber: number)
            // Months have 29 or 30 days.
            if let before = known, before.day < 29 {
                known = Date(month: before.month, isLeap: before.isLeap, day: before.day + 1)
            } else {
                known = LunarDay(day).map { Date(month: $0.month, isLeap: $0.isLeap, day: $0.day) }
            }
            dates[day] = known
        }
    }

    /// Nil outside of the years that can be turned.
    subscript(day: CalendarDay) -> Date? { dates[day] }
}
