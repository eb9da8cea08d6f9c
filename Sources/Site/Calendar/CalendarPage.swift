import Domain
import Markup
import Operations
import Store

/// Due days by month, year or day, with lunar days and holidays.
struct CalendarPage: Sendable {
    enum View: String, Sendable, CaseIterable { case month, year, day }

    /// Whose days.
    enum Whose: Hashable, Sendable {
        case agency(Agency.ID)
        case plan(Plan.ID)
        case everything

        /// As it stands in an address.
        var text: String {
            switch self {
            case .agency(let id): "agency.\(id)"
            case .plan(let id): "plan.\(id)"
            case .everything: "all"
            }
        }

        init?(text: String) {
            if text == "all" {
                self = .everything
            } else if text.hasPrefix("agency."), text.utf8.count < 80 {
                self = .agency(Agency.ID(String(text.dropFirst(7))))
            } else if text.hasPrefix("plan."), text.utf8.count < 80 {
                self = .plan(Plan.ID(String(text.dropFirst(5))))
            } else {
                return nil
            }
        }

        var scope: DueScope {
            switch self {
            case .agency(let id): .agencies([id])
            case .plan(let id): .plan(id)
            case .everything: .everything
            }
        }
    }

    /// Tasks in one cell of a month; the rest is on the day's own page.
    static let tasksInCell = 3
    static let tasksOnDay = 500
    /// Years that can be looked at: those of the lunar calendar.
    static let years = LunarDay.years

    var view: View
    var whose: Whose
    var day: CalendarDay
    var today: CalendarDay
    var due: DueDays
    var working: WorkingCalendar
    var lunar: LunarDates
    /// What may be chosen besides everything: the asker's agencies, and the plan or agency that is shown.
    var choices: [(value: String, name: String)]
    /// The visitor plans or administers, and is told when nothing was announced for the year.
    var tellsUnannounced = false

    static func link(_ whose: Whose, _ view: View = .month, _ day: CalendarDay? = nil) -> Link {
        Routes.calendar().with(
            query: [("of", whose.text)] + (view == .month ? [] : [("view", view.rawValue)])
                + (day.map { [("on", $0.description)] } ?? []))
    }

    func link(_ view: View, _ day: CalendarDay) -> Link { Self.link(whose, view, day) }

    /// The days that a view needs: whole weeks for a month.
    static func days(_ view: View, _ day: CalendarDay) -> ClosedRange<CalendarDay> {
        switch view {
        case .day: return day...day
        case .year:
            return day.adding(
                days: 1 - day.dayOfYear)...(CalendarDay(year: day.year, month: 12, day: 31) ?? day)
        case .month:
            let first = day.adding(days: 1 - day.day)
            let last = first.adding(days: CalendarDay.dayCount(ofMonth: day.month, year: day.year) - 1)
            return first.adding(days: -first.weekday)...last.adding(days: 6 - last.weekday)
        }
    }
}

extension CalendarDay {
    /// 1 for New Year's Day.
    var dayOfYear: Int { dayNumber - (CalendarDay(year: year, month: 1, day: 1)?.dayNumber ?? dayNumber) + 1 }

    /// The same day so many months later, or the last day of that month; stays within the years 1...9999.
    func adding(months: Int) -> CalendarDay {
        let number = year * 12 + month - 1 + months
        let (year, month) = (min(max(number / 12, 1), 9999), number % 12 + 1)
        let last = CalendarDay.dayCount(ofMonth: month, year: year)
        return CalendarDay(year: year, month: month, day: min(day, last)) ?? self
    }
}
