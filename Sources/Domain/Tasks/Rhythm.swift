/// How often a duty returns.
package enum Rhythm: String, Codable, Sendable, CaseIterable {
    case week
    case month
    case quarter
    case halfYear
    case year

    /// What a continuous duty keeps until the planner sets another: a sign of life each quarter.
    package static let ofContinuousDuties = Rhythm.quarter

    /// Of the times that name one ("hằng năm", "ngày 20 hằng tháng"); nil for the others.
    package init?(_ time: PlanTime) {
        switch time {
        case .yearly: self = .year
        case .continuous: self = .ofContinuousDuties
        case .by(let part, _) where part.returns: self = part.month == nil ? .month : .year
        case .by, .between: return nil
        }
    }

    /// The first day of the week (Monday), month, quarter, half-year or year that holds a day.
    package func start(of day: CalendarDay) -> CalendarDay {
        guard let months else { return day.adding(days: -day.weekday) }
        let month = (day.month - 1) / months * months + 1
        return CalendarDay(year: day.year, month: month, day: 1) ?? day
    }

    /// The first day after the period that holds a day.
    package func end(of day: CalendarDay) -> CalendarDay {
        let start = start(of: day)
        guard let months else { return start.adding(days: 7) }
        let month = start.month - 1 + months
        return CalendarDay(year: start.year + month / 12, month: month % 12 + 1, day: 1) ?? day
    }

    /// The day on which something that must come within one rhythm after a day hasn't.
    package func silence(after day: CalendarDay) -> CalendarDay {
        guard let months else { return day.adding(days: 8) }
        let month = day.month - 1 + months
        let year = day.year + month / 12
        let last = CalendarDay.dayCount(ofMonth: month % 12 + 1, year: year)
        let same = CalendarDay(year: year, month: month % 12 + 1, day: min(day.day, last)) ?? day
        return same.adding(days: 1)
    }

    /// Nil for the week.
    private var months: Int? {
        switch self {
        case .week: nil
        case .month: 1
        case .quarter: 3
        case .halfYear: 6
        case .year: 12
        }
    }
}

extension CalendarDay {
    /// 0 for Monday to 6 for Sunday.
    package var weekday: Int {
        let rest = (dayNumber + 3) % 7
        return rest < 0 ? rest + 7 : rest
    }

    /// Counts weeks from Monday to Sunday; the week of 1970-01-01 is 0.
    package var week: Int { (dayNumber - weekday + 3) / 7 }

    /// The Monday of a week as `week` counts them.
    package init(week: Int) { self.init(dayNumber: week * 7 - 3) }
}
