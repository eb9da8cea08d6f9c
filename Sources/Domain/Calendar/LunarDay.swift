/// A day of Vietnam's lunar calendar, which counts by the moon and the sun as seen at 105° east (UTC+7).
///
/// Beijing's calendar counts by UTC+8 and differs now and then: the lunar new year of 1985 came a month earlier in
/// Vietnam, that of 2007 a day.
package struct LunarDay: Hashable, Sendable {
    package let year: Int
    /// 1...12.
    package let month: Int
    /// The month comes a second time under the same number.
    package let isLeap: Bool
    /// 1...30.
    package let day: Int

    /// The years that can be turned: Vietnam has kept UTC+7 for its calendar since 1968.
    package static let years = 1968...2100

    /// Nil for a day that doesn't exist: not each month has thirty days, and few years have a leap month.
    package init?(year: Int, month: Int, isLeap: Bool = false, day: Int) {
        guard Self.years.contains(year), (1...12).contains(month), (1...30).contains(day),
            let found = LunarYear(year).month(month, isLeap: isLeap), day <= found.dayCount
        else { return nil }
        self.year = year
        self.month = month
        self.isLeap = isLeap
        self.day = day
    }

    /// Nil outside ``years``.
    package init?(_ day: CalendarDay) {
        for year in [day.year, day.year - 1] where Self.years.contains(year) {
            guard
                let month = LunarYear(year).months.last(where: { $0.start <= day.dayNumber }),
                day.dayNumber < month.start + month.dayCount
            else { continue }
            self.year = year
            self.month = month.number
            isLeap = month.isLeap
            self.day = day.dayNumber - month.start + 1
            return
        }
        return nil
    }
}

extension CalendarDay {
    /// The day on which a lunar day falls.
    package init?(_ lunar: LunarDay) {
        guard let month = LunarYear(lunar.year).month(lunar.month, isLeap: lunar.isLeap) else { return nil }
        self.init(dayNumber: month.start + lunar.day - 1)
    }
}

/// The months of one lunar year, first to twelfth.
struct LunarYear {
    struct Month {
        var number: Int
        var isLeap: Bool
        /// As `CalendarDay.dayNumber`.
        var start: Int
        var dayCount: Int
    }

    private(set) var months: [Month] = []

    init(_ year: Int) {
        // Months are numbered from the eleventh, which holds the winter solstice.
        let all = Self.fromEleventh(before: year) + Self.fromEleventh(before: year + 1)
        guard let first = all.firstIndex(where: { $0.number == 1 && !$0.isLeap }) else { return }
        let end = all[(first + 1)...].firstIndex { $0.number == 1 && !$0.isLeap } ?? all.endIndex
        months = Array(all[first..<end])
    }

    func month(_ number: Int, isLeap: Bool) -> Month? {
        months.first { $0.number == number && $0.isLeap == isLeap }
    }

    /// From the eleventh month that begins in the year before up to the next eleventh, which is left out.
    private static func fromEleventh(before year: Int) -> [Month] {
        let first = lunation(ofEleventhMonthIn: year - 1)
        let count = lunation(ofEleventhMonthIn: year) - first
        let starts = (0...count).map { Moon.newMoonDay(first + $0) }
        // Of thirteen months the first without a major solar term repeats the number before it.
        let leap =
            count == 13
            ? (1..<count).first { Sun.term(atStartOf: starts[$0]) == Sun.term(atStartOf: starts[$0 + 1]) }
            : nil
        return (0..<count).map { index in
            let repeats = leap.map { index >= $0 } ?? false
            let place = 11 + index - (repeats ? 1 : 0)
            return Month(
                number: (place - 1) % 12 + 1, isLeap: index == leap, start: starts[index],
                dayCount: starts[index + 1] - starts[index])
        }
    }

    /// The lunation that holds the winter solstice of a Gregorian year.
    private static func lunation(ofEleventhMonthIn year: Int) -> Int {
        let earliest = CalendarDay(year: year, month: 12, day: 18)?.dayNumber ?? 0
        // The sun passes 270° on the day at whose end it is beyond.
        let solstice = (earliest..<(earliest + 8)).first { Sun.term(atStartOf: $0 + 1) == 9 } ?? earliest
        var lunation = Moon.lunation(near: solstice) + 1
        while Moon.newMoonDay(lunation) > solstice { lunation -= 1 }
        return lunation
    }
}
