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
        /// Of a report whose figures a law closes: how much it covers, which may be more than what passed since the
        /// report before ("6 tháng" after that of the first quarter).
        package var span: SpokenTime.Span?

        package init(
            from: CalendarDay, to: CalendarDay, due: CalendarDay, state: State = .open, revision: Int = 0,
            note: String? = nil, reason: String? = nil, submittedAt: Date? = nil,
            submittedBy: Account.ID? = nil, span: SpokenTime.Span? = nil
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
            self.span = span
        }

        /// The first day whose figures it reports.
        package var coversFrom: CalendarDay {
            span?.months.map { ReportSchedule.start(of: $0, closingOn: to) } ?? from
        }
    }

    /// No list of periods is longer; a weekly duty fills it in ten years.
    package static let periodLimit = 520

    /// The periods that begin until a day, oldest first; empty for a duty without a rhythm.
    ///
    /// A period is due on the day that the plan names ("trước ngày 20 hằng tháng" inside each month), else on its
    /// last day. One that was due before `start` isn't asked for.
    package func periods(from start: CalendarDay, to end: CalendarDay) -> [Period] {
        guard start <= end else { return [] }
        var periods: [Period] = []
        var next = period(onOrAfter: start)
        while let period = next, period.from <= end, periods.count < Self.periodLimit {
            if period.due >= start { periods.append(period) }
            next = self.period(onOrAfter: period.to.adding(days: 1))
        }
        return periods
    }

    /// The period that a day falls in, or the first after it; nil for a duty that doesn't return.
    private func period(onOrAfter day: CalendarDay) -> Period? {
        guard let rhythm else { return nil }
        if let reporting { return reporting.period(onOrAfter: day, time: time) }
        let (start, next) = (rhythm.start(of: day), rhythm.end(of: day))
        return Period(
            from: start, to: next.adding(days: -1), due: deadline(in: start, before: next).due)
    }

    /// The printed day and the last day of a period.
    private func deadline(of period: Period) -> Deadline {
        if let reporting {
            return reporting.deadline(closingOn: period.to, time)
                ?? Deadline(printed: period.due, due: period.due)
        }
        return deadline(in: period.from, before: period.to.adding(days: 1))
    }

    /// The day by which the task is due next.
    ///
    /// For a duty that returns, that of its first period which isn't handed in; for others the one that the plan names.
    /// Nil without such a day, and for a continuous duty, which can only be silent.
    ///
    /// - Parameters:
    ///   - start: the first day that counts.
    ///   - isHandedIn: of one of its periods.
    package func nextDeadline(
        from start: CalendarDay, isHandedIn: (Period) -> Bool = { _ in false }
    ) -> Deadline? {
        guard time != .continuous else { return nil }
        guard rhythm != nil else { return time.flatMap { Deadline(of: $0, from: start) } }
        var next = period(onOrAfter: start)
        for _ in 0..<Self.periodLimit {
            guard let period = next else { return nil }
            if period.due >= start, !isHandedIn(period) { return deadline(of: period) }
            next = self.period(onOrAfter: period.to.adding(days: 1))
        }
        return nil
    }

    /// Of the period that begins on one day and has ended on another.
    private func deadline(in start: CalendarDay, before next: CalendarDay) -> Deadline {
        let last = next.adding(days: -1)
        guard let time, case .by(let part, let isBefore) = time, part.returns,
            // "trước ngày 01 hằng tháng" ends the month before, so that month's report is the one it asks for.
            let deadline = Deadline(
                of: time, from: first(of: part, from: start, to: last).adding(days: isBefore ? 1 : 0)),
            deadline.due <= last
        else { return Deadline(printed: last, due: last) }
        return deadline
    }

    /// From where a period's day is looked for: "ngày 15 tháng cuối quý" in its last month.
    private func first(of part: PartialDay, from start: CalendarDay, to last: CalendarDay) -> CalendarDay {
        guard part.month == nil, let month = CalendarDay(year: last.year, month: last.month, day: 1) else {
            return start
        }
        return max(start, month)
    }
}
