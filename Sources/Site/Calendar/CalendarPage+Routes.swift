import Domain
import HTTP
import Markup
import Operations
import Store

extension SitePages {
    mutating func addCalendar() {
        get(Routes.calendar, mayKeep: true) { visit in
            visit.html(try await visit.calendarPage().view(visit.screen))
        }
        addFeeds()
        addHolidays()
    }
}

extension Visit {
    func calendarPage() async throws -> CalendarPage {
        let office = site.office
        let today = office.today
        let view = CalendarPage.View(rawValue: query("view")) ?? .month
        let asked = CalendarDay(iso: query("on")) ?? today
        let day = CalendarPage.years.contains(asked.year) ? asked : today
        let own = session?.agencyNames ?? [:]
        let ownOrder = actor.roles.map(\.agency)
        var whose = CalendarPage.Whose(text: query("of"))
        if whose == nil { whose = ownOrder.first.map { .agency($0) } ?? .everything }
        let shown = whose ?? .everything
        let days = CalendarPage.days(view, day)
        let perDay =
            switch view {
            case .month: CalendarPage.tasksInCell
            case .year: 0
            case .day: CalendarPage.tasksOnDay
            }
        let due = try await ShowDueDays(
            shown.scope, days, tasksPerDay: perDay, everyPeriod: true
        ).run(in: office, as: actor)
        let years = days.lowerBound.year...days.upperBound.year
        var choices: [(value: String, name: String)] = []
        for agency in ownOrder
        where !choices.contains(where: { $0.value == CalendarPage.Whose.agency(agency).text }) {
            choices.append((CalendarPage.Whose.agency(agency).text, own[agency] ?? agency.rawValue))
        }
        if shown != .everything, !choices.contains(where: { $0.value == shown.text }) {
            choices.append((shown.text, due.name ?? shown.text))
        }
        return CalendarPage(
            view: view, whose: shown, day: day, today: today, due: due,
            working: try await ShowWorkingCalendar(years: years).run(in: office, as: actor),
            lunar: LunarDates(days), choices: choices,
            tellsUnannounced: actor.roles.contains { $0.role == .planner || $0.role == .administrator })
    }
}
