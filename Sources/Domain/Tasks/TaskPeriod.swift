package import Foundation

extension Plan.Task {
    /// One interval of a duty that returns, or of a continuous one.
    ///
    /// Those that nobody has touched are not stored: they follow from the rhythm.
    package struct Period: Hashable, Sendable {
        package var from: CalendarDay
        /// The last day of it.
        package var to: CalendarDay
        /// The last day on which its report is in time.
        package var due: CalendarDay
        package var state: State
        package var revision: Int
        package var note: String?
        /// Why it was returned.
        package var reason: String?
        package var submittedAt: Date?
        package var submittedBy: Account.ID?

        package init(
            from: CalendarDay, to: CalendarDay, due: CalendarDay, state: State = .open, revision: Int = 0,
            note: String? = nil, reason: String? = nil, submittedAt: Date? = nil,
            submittedBy: Account.ID? = nil
        ) {
            self.from = from
            self.to = to
            self.due = due
            self.state = state
            self.revision = revision
            self.note = note
            self.reason = reason
            self.submittedAt = submittedAt
            self.submittedBy = submittedBy
        }
    }

    /// No list of periods is longer; a weekly duty fills it in ten years.
    package static let periodLimit = 520

    /// The periods that begin between two days, oldest first; empty for a duty without a rhythm.
    ///
    /// A period is due on the day that the plan names ("trước ngày 20 hằng tháng" inside each month), else on its
    /// last day.
    package func periods(from start: CalendarDay, to end: CalendarDay) -> [Period] {
        guard let rhythm, start <= end else { return [] }
        var periods: [Period] = []
        var day = rhythm.start(of: start)
        while day <= end, periods.count < Self.periodLimit {
            let next = rhythm.end(of: day)
            periods.append(Period(from: day, to: next.adding(days: -1), due: due(in: day, before: next)))
            day = next
        }
        return periods
    }

    /// The last day in time of the period that begins on one day and has ended on another.
    package func due(in start: CalendarDay, before next: CalendarDay) -> CalendarDay {
        let last = next.adding(days: -1)
        if let time, case .by(let part, _) = time, part.returns,
            let due = Deadline(of: time, from: start)?.due, due <= last
        {
            return max(due, start)
        }
        return last
    }
}
