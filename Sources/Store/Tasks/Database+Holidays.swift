package import Domain
package import Foundation
package import SQL

extension Holiday.Kind: SQLConvertible {}
extension HolidayRule.Calendar: SQLConvertible {}

extension Database {
    /// What the law states, with the years for which it did.
    package func holidayRules() throws -> [HolidayRule] {
        try rows(
            """
            SELECT holiday_rule_id, calendar, month, day, day_count, name, source, first_year, last_year
            FROM holiday_rule
            ORDER BY calendar DESC, month, day, holiday_rule_id
            """
        ).map { row in
            HolidayRule(
                id: try row.get("holiday_rule_id"), calendar: try row.get("calendar"),
                month: try row.get("month"), day: try row.get("day"), dayCount: try row.get("day_count"),
                name: try row.get("name"), source: try row.get("source"),
                firstYear: try row.get("first_year"),
                lastYear: try row.get("last_year"))
        }
    }

    /// The days announced for years, both ends included.
    package func announcedHolidays(_ days: ClosedRange<CalendarDay>) throws -> [Holiday] {
        try rows(
            """
            SELECT day, kind, name, source
            FROM holiday
            WHERE day BETWEEN \(days.lowerBound) AND \(days.upperBound)
            ORDER BY day
            """
        ).map {
            Holiday(
                day: try $0.get("day"), kind: try $0.get("kind"), name: try $0.get("name"),
                source: try $0.get("source"))
        }
    }

    package func save(_ holiday: Holiday, at instant: Date, by account: Account.ID?) throws {
        try execute(
            """
            INSERT INTO holiday (day, kind, name, source, entered_at, entered_by)
            VALUES (\(holiday.day), \(holiday.kind), \(holiday.name), \(holiday.source), \(instant), \(account))
            ON CONFLICT (day) DO UPDATE
            SET kind = excluded.kind, name = excluded.name, source = excluded.source,
                entered_at = excluded.entered_at, entered_by = excluded.entered_by
            """)
    }

    /// False when there was none.
    package func removeHoliday(_ day: CalendarDay) throws -> Bool {
        try execute("DELETE FROM holiday WHERE day = \(day)") == 1
    }

    /// Rules and announced days of some years as one calendar.
    package func workingCalendar(years: ClosedRange<Int>) throws -> WorkingCalendar {
        guard let first = CalendarDay(year: years.lowerBound, month: 1, day: 1),
            let last = CalendarDay(year: years.upperBound, month: 12, day: 31)
        else { return WorkingCalendar(years: years, rules: [], announced: []) }
        return WorkingCalendar(
            years: years, rules: try holidayRules(), announced: try announcedHolidays(first...last))
    }
}
