package import Domain
import Foundation
import SQL
import Store

/// Enters an announced day: off, or worked in exchange.
package struct SetHoliday: Operation {
    private let holiday: Holiday
    private let replaces: Bool

    /// - Parameters:
    ///   - holiday: its source is the document that announced it.
    ///   - replaces: takes the place of what is entered for the day; else such a day is refused.
    package init(_ holiday: Holiday, replaces: Bool = false) {
        self.holiday = holiday
        self.replaces = replaces
    }

    package func run(in office: Office, as actor: Actor) async throws {
        let now = office.now()
        guard let name = TypedText.line(holiday.name, limitBytes: 200),
            let source = TypedText.line(holiday.source, limitBytes: 500)
        else { throw TaskRefused.badText }
        guard holiday.day.isSensible else { throw TaskRefused.farDay }
        var checked = holiday
        checked.name = name
        checked.source = source
        try await office.pool.write { [checked, replaces] db in
            try Office.require(.manageHolidays, by: actor, on: Permission.Subject())
            if let entered = try db.announcedHolidays(checked.day...checked.day).first {
                if entered == checked { return }
                guard replaces else { throw TaskRefused.dayEntered(entered) }
            }
            try db.save(checked, at: now, by: actor.accountID)
            try Office.record(
                "SetHoliday", "holiday", checked.day.description,
                ["kind": checked.kind.rawValue, "name": name, "source": source], by: actor, at: now, in: db)
        }
    }
}

/// Takes an announced day away; what the law states stays.
package struct RemoveHoliday: Operation {
    private let day: CalendarDay

    package init(_ day: CalendarDay) {
        self.day = day
    }

    package func run(in office: Office, as actor: Actor) async throws {
        let now = office.now()
        try await office.pool.write { [day] db in
            try Office.require(.manageHolidays, by: actor, on: Permission.Subject())
            guard try db.removeHoliday(day) else { throw TaskRefused.badDay }
            try Office.record("RemoveHoliday", "holiday", day.description, [:], by: actor, at: now, in: db)
        }
    }
}

/// The working calendar of some years: the law's holidays and what was announced.
package struct ShowWorkingCalendar: Operation {
    package static let yearLimit = 10
    private let years: ClosedRange<Int>

    package init(years: ClosedRange<Int>) {
        self.years = years.lowerBound...min(years.upperBound, years.lowerBound + Self.yearLimit - 1)
    }

    package func run(in office: Office, as actor: Actor) async throws -> WorkingCalendar {
        guard actor != .nobody else { throw AccessRefused.signInFirst }
        return try await office.pool.read { [years] db in try db.workingCalendar(years: years) }
    }
}
