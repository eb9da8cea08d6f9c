package import Domain
import Foundation
import SQL
import Store

/// The days of a year that an administrator entered; the law's holidays are not among them.
package struct ListAnnouncedDays: Operation {
    private let year: Int

    package init(year: Int) {
        self.year = year
    }

    package func run(in office: Office, as actor: Actor) async throws -> Set<CalendarDay> {
        guard actor != .nobody else { throw AccessRefused.signInFirst }
        return try await office.pool.read { [year] db in
            guard let first = CalendarDay(year: year, month: 1, day: 1),
                let last = CalendarDay(year: year, month: 12, day: 31)
            else { return [] }
            return Set(try db.announcedHolidays(first...last).map(\.day))
        }
    }
}
