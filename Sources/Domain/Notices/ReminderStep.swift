/// One step of reminding: so many working days from a day, these people.
package struct ReminderStep: Hashable, Sendable {
    package enum Subject: String, Sendable, CaseIterable {
        /// The last day in time of a task, of a period of a duty that returns, or of a contribution.
        case deadline
        /// The day from which a continuous duty counts as silent.
        case silence
    }

    package var rule: NoticeRule
    package var subject: Subject
    /// Negative: before the day; 0: on it, or on the last working day before it.
    package var workingDays: Int
    package var rungs: [Rung]

    /// The whole table: who was told once is told again with those above, so that nobody hears of it behind their back.
    package static let all: [ReminderStep] = [
        .init(rule: .dueInSeven, subject: .deadline, workingDays: -7, rungs: [.focalPoint]),
        .init(rule: .dueInOne, subject: .deadline, workingDays: -1, rungs: [.focalPoint]),
        .init(rule: .dueToday, subject: .deadline, workingDays: 0, rungs: [.focalPoint]),
        .init(rule: .lateOne, subject: .deadline, workingDays: 1, rungs: [.focalPoint, .deputy]),
        .init(rule: .lateThree, subject: .deadline, workingDays: 3, rungs: [.focalPoint, .deputy, .head]),
        .init(
            rule: .lateSeven, subject: .deadline, workingDays: 7,
            rungs: [.focalPoint, .deputy, .head, .planner]),
        .init(rule: .silent, subject: .silence, workingDays: 0, rungs: [.focalPoint]),
        .init(rule: .silentThree, subject: .silence, workingDays: 3, rungs: [.focalPoint, .deputy, .head]),
        .init(
            rule: .silentSeven, subject: .silence, workingDays: 7,
            rungs: [.focalPoint, .deputy, .head, .planner]),
    ]

    /// When the step speaks about something that is due (or silent from) a day.
    package func day(for due: CalendarDay, in calendar: WorkingCalendar) -> CalendarDay {
        if workingDays != 0 { return calendar.adding(workingDays: workingDays, to: due) }
        // Told on a holiday a last day is missed; a silence can wait for the next working day.
        return subject == .deadline
            ? calendar.workingDay(onOrBefore: due) : calendar.workingDay(onOrAfter: due)
    }

    /// Days that nobody worked through are caught up so far back and no further.
    package static let longestPauseDays = 31
    /// No step lies further from its day: seven working days over the longest feast.
    private static let reachDays = 40

    /// For each day that something may be due on: the step to speak of it, if days after one and up to another are
    /// worked through now.
    ///
    /// After a pause only the last step of each speaks; those before it are never caught up.
    package static func speaking(
        _ subject: Subject, after last: CalendarDay, on today: CalendarDay, in calendar: WorkingCalendar
    ) -> [CalendarDay: ReminderStep] {
        let first = max(last, today.adding(days: -longestPauseDays))
        guard first < today else { return [:] }
        let steps = all.filter { $0.subject == subject }
        var result: [CalendarDay: ReminderStep] = [:]
        var due = first.adding(days: -reachDays)
        while due <= today.adding(days: reachDays) {
            let reached = steps.filter {
                (first.adding(days: 1)...today).contains($0.day(for: due, in: calendar))
            }
            if let step = reached.last { result[due] = step }
            due = due.adding(days: 1)
        }
        return result
    }
}
