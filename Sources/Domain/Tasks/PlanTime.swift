/// When a task is to be done, as the document says it.
package enum PlanTime: Hashable, Codable, Sendable {
    /// A last day. `before`: the words are "trước ngày X", so X itself is too late.
    case by(PartialDay, before: Bool)
    case between(PartialDay, PartialDay)
    case continuous
    case yearly
}

/// The day by which a task is due, beside the day that the document prints.
package struct Deadline: Hashable, Codable, Sendable {
    /// As printed: "trước ngày 30/6/2025" → 30 June.
    package var printed: CalendarDay
    /// The last day that is in time: for "trước ngày X" the day before X, the safe reading;
    /// otherwise `printed`.
    package var due: CalendarDay

    package init(printed: CalendarDay, due: CalendarDay) {
        self.printed = printed
        self.due = due
    }

    /// Nil for times without a last day, and for days that don't exist.
    ///
    /// - Parameter start: for days that return each year or month, the first occurrence on or after this day counts.
    package init?(of time: PlanTime, from start: CalendarDay) {
        switch time {
        case .by(let part, let before):
            guard let day = part.occurrence(onOrAfter: start) else { return nil }
            // "trước tháng 6" ends with 31 May, "trước ngày 30/6" with 29 June.
            let first = part.returns ? day : (part.first ?? day)
            self.init(printed: day, due: before ? first.adding(days: -1) : day)
        case .between(_, let end):
            guard let day = end.occurrence(onOrAfter: start) else { return nil }
            self.init(printed: day, due: day)
        case .continuous, .yearly:
            return nil
        }
    }
}

/// Where a task stands on a day; what lists are filtered by.
package enum TimeState: String, Codable, Sendable, CaseIterable {
    case overdue
    case dueSoon
    case later
    /// Continuous, or each year without a day.
    case continuous
    /// The document gives no time.
    case none

    /// Due within so many days from today counts as soon.
    package static let soonDays = 14

    package init(time: PlanTime?, due: CalendarDay?, today: CalendarDay) {
        switch (time, due) {
        case (.some(.continuous), nil), (.some(.yearly), nil):
            self = .continuous
        case (_, .some(let due)):
            self = due < today ? .overdue : due <= today.adding(days: Self.soonDays) ? .dueSoon : .later
        case (_, nil):
            self = .none
        }
    }
}
