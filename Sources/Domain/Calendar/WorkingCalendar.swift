/// A day that is off although it isn't at the weekend, or a day of the weekend that is worked in exchange.
package struct Holiday: Hashable, Sendable {
    package enum Kind: String, Codable, Sendable, CaseIterable {
        case off
        /// Worked in exchange for another day ("làm bù").
        case work
    }

    package var day: CalendarDay
    package var kind: Kind
    package var name: String
    /// The law, or the number of the document that announced it.
    package var source: String

    package init(day: CalendarDay, kind: Kind, name: String, source: String) {
        self.day = day
        self.kind = kind
        self.name = name
        self.source = source
    }
}

/// A holiday that a law states, for each year in which it is in force.
package struct HolidayRule: Hashable, Sendable, Identifiable {
    package enum Calendar: String, Codable, Sendable, CaseIterable {
        case solar
        case lunar
    }

    package var id: String
    package var calendar: Calendar
    package var month: Int
    package var day: Int
    /// Consecutive days, this one the first.
    package var dayCount: Int
    package var name: String
    package var source: String
    package var firstYear: Int
    /// Nil while it is in force.
    package var lastYear: Int?

    package init(
        id: String, calendar: Calendar, month: Int, day: Int, dayCount: Int, name: String, source: String,
        firstYear: Int, lastYear: Int?
    ) {
        self.id = id
        self.calendar = calendar
        self.month = month
        self.day = day
        self.dayCount = dayCount
        self.name = name
        self.source = source
        self.firstYear = firstYear
        self.lastYear = lastYear
    }

    /// Whether the law leaves some of its days to be announced: two of the five of Tết, one of the two about 2
    /// September.
    package var isInPart: Bool { ["tet", "national-day"].contains(id) }

    /// Its days in a Gregorian year; empty where it isn't in force.
    package func days(in year: Int) -> [Holiday] {
        guard year >= firstYear, year <= lastYear ?? year else { return [] }
        let first =
            switch calendar {
            case .solar: CalendarDay(year: year, month: month, day: day)
            // The lunar year begins in January or February, so its spring months lie in the same Gregorian year.
            case .lunar: LunarDay(year: year, month: month, day: day).flatMap { CalendarDay($0) }
            }
        guard let first else { return [] }
        return (0..<dayCount).map {
            Holiday(day: first.adding(days: $0), kind: .off, name: name, source: source)
        }
    }
}

/// Which days of some years are worked: weekends and the law's holidays are not, and what was announced for a year
/// comes before both.
package struct WorkingCalendar: Sendable {
    package let years: ClosedRange<Int>
    private var days: [CalendarDay: Holiday] = [:]
    /// What was announced for its years.
    let announced: Set<CalendarDay>
    /// Days of holidays of which the law states only a part.
    private(set) var inPart: Set<CalendarDay> = []
    /// Nothing asked of a calendar goes further.
    package static let longestDays = 4_000

    package init(years: ClosedRange<Int>, rules: [HolidayRule], announced: [Holiday]) {
        self.years = years
        self.announced = Set(announced.map(\.day))
        for year in years {
            for holiday in rules.flatMap({ $0.days(in: year) }) { days[holiday.day] = holiday }
            inPart.formUnion(rules.filter(\.isInPart).flatMap { $0.days(in: year) }.map(\.day))
        }
        for holiday in announced { days[holiday.day] = holiday }
    }

    /// What the calendar has for a day besides its being a weekday or not.
    package func holiday(on day: CalendarDay) -> Holiday? { days[day] }

    /// All its holidays and exchanged days, in order.
    package var holidays: [Holiday] { days.values.sorted { $0.day < $1.day } }

    package func isWorkingDay(_ day: CalendarDay) -> Bool {
        switch days[day]?.kind {
        case .off: false
        case .work: true
        case nil: day.weekday < 5
        }
    }

    /// The day itself, or the first working day after it.
    package func workingDay(onOrAfter day: CalendarDay) -> CalendarDay {
        var result = day
        for _ in 0..<Self.longestDays where !isWorkingDay(result) { result = result.adding(days: 1) }
        return result
    }

    /// The day itself, or the last working day before it.
    package func workingDay(onOrBefore day: CalendarDay) -> CalendarDay {
        var result = day
        for _ in 0..<Self.longestDays where !isWorkingDay(result) { result = result.adding(days: -1) }
        return result
    }

    /// The day that lies a number of working days after (or, negative, before) a day, that day not counted.
    package func adding(workingDays count: Int, to day: CalendarDay) -> CalendarDay {
        var left = min(abs(count), Self.longestDays)
        var result = day
        for _ in 0..<(Self.longestDays * 2) where left > 0 {
            result = result.adding(days: count < 0 ? -1 : 1)
            if isWorkingDay(result) { left -= 1 }
        }
        return result
    }

    /// Working days after one day up to and including another; negative when the other lies before.
    package func workingDays(from start: CalendarDay, to end: CalendarDay) -> Int {
        let length = min(abs(end.dayNumber - start.dayNumber), Self.longestDays)
        let first = min(start, end)
        let count = (0..<length).count { isWorkingDay(first.adding(days: $0 + 1)) }
        return start <= end ? count : -count
    }
}
