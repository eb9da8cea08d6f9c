package import Foundation

extension Plan {
    /// A duty of an issued plan: a frozen copy of the draft's, with the sentence that demands it and what became
    /// of it since.
    package struct Task: Hashable, Sendable, Identifiable {
        package typealias ID = Identifier<Plan.Task>

        /// What the plan's words demand.
        package enum Kind: String, Codable, Sendable, CaseIterable {
            case duty
            /// A report to somebody ("báo cáo … về Sở … trước ngày …").
            case report
        }

        package var id: ID
        package var plan: Plan.ID
        /// The draft's task, or duty to report, that it is a copy of.
        package var draft: DraftTask.ID
        /// 1, 2, 3 … in the order of the document, duties to report after all others.
        package var position: Int
        package var kind: Kind
        package var at: String?
        package var text: String
        /// Where the words stand in the document's text.
        package var range: TextRange?
        package var lead: [Party]
        package var with: [Party]
        package var time: PlanTime?
        package var timeWords: String?
        /// For duties that return: that of the period that is due next.
        package var deadline: Deadline?
        /// How often it returns, or how often a continuous duty must show signs of life; nil: once.
        package var rhythm: Rhythm?
        /// Of a periodic report whose figures a law closes; nil: periods of the calendar.
        package var reporting: ReportSchedule?
        package var state: State
        /// Counts the changes; whoever changes it sends the number seen, so that the second of two is told.
        package var revision: Int
        package var progress: Progress

        package init(
            id: ID, plan: Plan.ID, draft: DraftTask.ID, position: Int, kind: Kind = .duty,
            state: State = .open,
            at: String?, text: String, range: TextRange?, lead: [Party], with: [Party], time: PlanTime?,
            timeWords: String?, deadline: Deadline?, rhythm: Rhythm? = nil, reporting: ReportSchedule? = nil,
            revision: Int = 1, progress: Progress = Progress()
        ) {
            self.id = id
            self.plan = plan
            self.draft = draft
            self.position = position
            self.kind = kind
            self.state = state
            self.at = at
            self.text = text
            self.range = range
            self.lead = lead
            self.with = with
            self.time = time
            self.timeWords = timeWords
            self.deadline = deadline
            self.rhythm = rhythm
            self.reporting = reporting
            self.revision = revision
            self.progress = progress
        }

        package func timeState(today: CalendarDay) -> TimeState {
            TimeState(time: time, due: deadline?.due, today: today)
        }

        /// A continuous duty that has shown no sign of life for the length of its rhythm.
        package func isSilent(today: CalendarDay) -> Bool {
            guard state.isLive, let silentFrom = progress.silentFrom else { return false }
            return silentFrom <= today
        }

        /// Due soon, and either nobody has begun or somebody's part is still missing.
        package func isAtRisk(today: CalendarDay) -> Bool {
            timeState(today: today) == .dueSoon && state.isPending
                && (state == .open || progress.openContributions > 0)
        }
    }
}

extension Plan.Task {
    /// What was done about a task since it was issued.
    package struct Progress: Hashable, Sendable {
        /// Why it was returned or cancelled; nil in other states.
        package var reason: String?
        /// What the lead said when submitting.
        package var note: String?
        /// Why the lead submitted while contributions were missing.
        package var missingReason: String?
        package var submittedAt: Date?
        package var submittedBy: Account.ID?
        /// When it was accepted or cancelled.
        package var endedAt: Date?
        /// Inside the lead agency.
        package var delegate: Account.ID?
        package var changedAt: Date?
        package var changedBy: Account.ID?
        /// Evidence, a period's report, a contribution, a beginning: the last day of any.
        package var lastSign: CalendarDay?
        /// The day from which a continuous duty counts as silent if nothing comes before.
        package var silentFrom: CalendarDay?
        /// Contributions asked for and not yet handed in.
        package var openContributions: Int
        /// Handed in, and the lead hasn't looked at them yet.
        package var deliveredContributions: Int
        /// An extension is asked for and not answered.
        package var asksForTime: Bool

        package init(
            reason: String? = nil, note: String? = nil, missingReason: String? = nil,
            submittedAt: Date? = nil,
            submittedBy: Account.ID? = nil, endedAt: Date? = nil, delegate: Account.ID? = nil,
            changedAt: Date? = nil, changedBy: Account.ID? = nil, lastSign: CalendarDay? = nil,
            silentFrom: CalendarDay? = nil, openContributions: Int = 0, deliveredContributions: Int = 0,
            asksForTime: Bool = false
        ) {
            self.reason = reason
            self.note = note
            self.missingReason = missingReason
            self.submittedAt = submittedAt
            self.submittedBy = submittedBy
            self.endedAt = endedAt
            self.delegate = delegate
            self.changedAt = changedAt
            self.changedBy = changedBy
            self.lastSign = lastSign
            self.silentFrom = silentFrom
            self.openContributions = openContributions
            self.deliveredContributions = deliveredContributions
            self.asksForTime = asksForTime
        }
    }
}
