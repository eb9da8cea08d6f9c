/// What a law says of periodic reports: when their figures are closed and when they are sent.
package struct ReportingRule: Hashable, Sendable, Identifiable {
    package var id: String
    package var source: String
    package var firstDay: CalendarDay
    /// Nil while it is in force.
    package var lastDay: CalendarDay?
    /// The day of a period's last month with which its figures end; the next period begins the day after.
    package var lastFigureDay: Int
    /// The day of that month by which the report is sent, where nobody names another.
    package var sendingDay: Int

    /// All that this program knows, the oldest first.
    package static let all: [ReportingRule] = [
        ReportingRule(
            id: "nd-09-2019", source: "Nghị định 09/2019/NĐ-CP, Điều 12, 13",
            firstDay: CalendarDay(year: 2019, month: 3, day: 12) ?? CalendarDay(dayNumber: 17_967),
            lastDay: nil,
            lastFigureDay: 14, sendingDay: 25)
    ]

    package static func inForce(on day: CalendarDay) -> ReportingRule? {
        all.last { $0.firstDay <= day && day <= $0.lastDay ?? day }
    }

    package static func named(_ id: String) -> ReportingRule? { all.first { $0.id == id } }
}

/// When in each year a periodic report is closed, and how much of the year it then covers.
///
/// A month has one closing at most: the longer report takes the place of the shorter (that of half a year stands for
/// those of June and of the second quarter).
package struct ReportSchedule: Hashable, Codable, Sendable {
    package struct Closing: Hashable, Codable, Sendable {
        /// 1...12.
        package var month: Int
        package var span: SpokenTime.Span
    }

    package private(set) var rule: ReportingRule.ID
    /// In the order of months; never empty.
    package private(set) var closings: [Closing]

    /// Nil where there is nothing to report: no span of months, or a printed day that fits none.
    ///
    /// - Parameters:
    ///   - spans: what the duty reports.
    ///   - time: a day of each year that it prints must lie near the closing that it is about.
    package init?(by rule: ReportingRule, _ spans: Set<SpokenTime.Span>, time: PlanTime? = nil) {
        let own = spans.filter { $0.months != nil }
        closings = (1...12).compactMap { month in
            own.filter { $0.closes(in: month) }.max().map { Closing(month: month, span: $0) }
        }
        self.rule = rule.id
        if case .by(let part, _) = time, part.returns, let month = part.month {
            // From the month before the figures end ("năm: trước ngày 05/11") to the second after.
            func distance(_ closing: Closing) -> Int { (month - closing.month + 18) % 12 - 6 }
            let near = closings.filter { (-1...2).contains(distance($0)) }
            closings = near.min { abs(distance($0)) < abs(distance($1)) }.map { [$0] } ?? []
        }
        if closings.isEmpty { return nil }
    }

    /// Without the closings that other duties' reports to the same place take with a longer one; itself where that
    /// would be all.
    package func leaving(_ others: [ReportSchedule]) -> ReportSchedule {
        var result = self
        result.closings.removeAll { own in
            others.contains { $0.closings.contains { $0.month == own.month && $0.span > own.span } }
        }
        return result.closings.isEmpty ? self : result
    }

    /// How often it is asked for, as near as a rhythm can say.
    package var rhythm: Rhythm {
        closings.count == 1 ? .year : closings.map(\.span).min()?.rhythm ?? .year
    }

    private var law: ReportingRule? { ReportingRule.named(rule) }

    /// The period that a day falls in, or the first after it; its due day by the printed time, else by the law.
    package func period(onOrAfter day: CalendarDay, time: PlanTime?) -> Plan.Task.Period? {
        guard let law else { return nil }
        for year in day.year...day.year + 1 {
            for closing in closings {
                guard let end = CalendarDay(year: year, month: closing.month, day: law.lastFigureDay),
                    end >= day
                else { continue }
                let slot = closings.map(\.span).min()?.months ?? 12
                return Plan.Task.Period(
                    from: Self.start(of: slot, closingOn: end), to: end,
                    due: deadline(closingOn: end, time, law).due, span: closing.span)
            }
        }
        return nil
    }

    func deadline(closingOn end: CalendarDay, _ time: PlanTime?) -> Deadline? {
        law.map { deadline(closingOn: end, time, $0) }
    }

    private func deadline(closingOn end: CalendarDay, _ time: PlanTime?, _ law: ReportingRule) -> Deadline {
        if let time, case .by(let part, _) = time, part.returns {
            // "Trước ngày 20 hằng tháng" comes after the figures, a day of the year may come in the month before.
            let first = end.adding(days: part.month == nil ? 1 : -Self.daysAhead)
            if let deadline = Deadline(of: time, from: first) { return deadline }
        }
        let day = CalendarDay(year: end.year, month: end.month, day: law.sendingDay) ?? end
        return Deadline(printed: day, due: day)
    }

    /// From the first day of one month to the fourteenth of the next.
    private static let daysAhead = 44

    /// The first day of so many months whose last day is given.
    static func start(of months: Int, closingOn end: CalendarDay) -> CalendarDay {
        let month = end.year * 12 + end.month - 1 - months
        return CalendarDay(year: month / 12, month: month % 12 + 1, day: end.day + 1) ?? end
    }
}

extension SpokenTime.Span {
    /// A quarter closes in March, June, September and December, half a year in June and December.
    fileprivate func closes(in month: Int) -> Bool {
        switch self {
        case .week: false
        case .month: true
        case .quarter: month % 3 == 0
        case .halfYear: month % 6 == 0
        case .nineMonths: month == 9
        case .year: month == 12
        }
    }
}
