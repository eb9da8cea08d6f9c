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

    /// The periods that begin until a day, oldest first; empty for a duty without a rhythm.
    ///
    /// A period is due on the day that the plan names ("trước ngày 20 hằng tháng" inside each month), else on its
    /// last day. One that was due before `start` isn't asked for.
    package func periods(from start: CalendarDay, to end: CalendarDay) -> [Period] {
        guard let rhythm, start <= end else { return [] }
        var periods: [Period] = []
        var day = rhythm.start(of: start)
        while day <= end, periods.count < Self.periodLimit {
            let next = rhythm.end(of: day)
            let due = deadline(in: day, before: next).due
            if due >= start { periods.append(Period(from: day, to: next.adding(days: -1), due: due)) }
            day = next
        }
        return periods
    }

    /// The day by which the task is due next.
    ///
    /// For a duty that returns, that of its first period which isn't handed in; for others the one that the plan names.
    /// Nil without such a day, and for a continuous duty, which can only be silent.
    ///
    /// - Parameters:
    ///   - start: the first day that counts.
    ///   - isHandedIn: of the period that begins on a day.
    package func nextDeadline(
        from start: CalendarDay, isHandedIn: (CalendarDay) -> Bool = { _ in false }
    ) -> Deadline? {
        guard time != .continuous else { return nil }
        guard let rhythm else { return time.flatMap { Deadline(of: $0, from: start) } }
        var day = rhythm.start(of: start)
        for _ in 0..<Self.periodLimit {
            let next = rhythm.end(of: day)
            let deadline = deadline(in: day, before: next)
            if deadline.due >= start, !isHandedIn(day) { return deadline }
            day = next
        }
        return nil
    }

    /// Of the period that begins on one day and has ended on another.
    private func deadline(in start: CalendarDay, before next: CalendarDay) -> Deadline {
        let last = next.adding(days: -1)
        guard let time, case .by(let part, let isBefore) = time, part.returns,
            // "trước ngày 01 hằng tháng" ends the month before, so that month's report is the one it asks for.
            let deadline = Deadline(of: time, from: isBefore ? start.adding(days: 1) : start),
            deadline.due <= last
        else { return Deadline(printed: last, due: last) }
        return deadline
    }
}
