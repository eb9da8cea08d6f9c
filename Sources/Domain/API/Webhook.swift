package import Foundation

/// An address of an agency's own program that is told of events.
package struct Webhook: Hashable, Sendable, Identifiable {
    package typealias ID = Identifier<Webhook>

    package enum State: String, Sendable, CaseIterable {
        case on
        /// Somebody switched it off.
        case off
        /// Nobody took what was sent for days, so it was switched off.
        case failed
    }

    package var id: ID
    package var agency: Agency.ID
    package var address: String
    /// What it is told of; nil: everything, with what later versions tell.
    package var events: Set<WebhookEvent>?
    package var state: State
    package var createdAt: Date
    package var createdBy: Account.ID?
    /// Since when nothing was taken; nil while all goes well.
    package var failingSince: Date?
    /// Until when its server asked for quiet (`Retry-After`).
    package var quietUntil: Date?
    /// Only what the ledger tells after this entry is sent.
    package var fromSequence: Int64

    package init(
        id: ID, agency: Agency.ID, address: String, events: Set<WebhookEvent>? = nil, state: State = .on,
        createdAt: Date, createdBy: Account.ID?, failingSince: Date? = nil, quietUntil: Date? = nil,
        fromSequence: Int64
    ) {
        self.id = id
        self.agency = agency
        self.address = address
        self.events = events
        self.state = state
        self.createdAt = createdAt
        self.createdBy = createdBy
        self.failingSince = failingSince
        self.quietUntil = quietUntil
        self.fromSequence = fromSequence
    }

    /// Of one agency.
    package static let limit = 10
    package static let longestAddressBytes = 1_000
    package static let secretByteCount = 32
    /// How long the secret before still signs beside a new one, so that a receiver can change in peace.
    package static let overlapSeconds: TimeInterval = 86_400
    /// The longest quiet that a receiver can ask for.
    package static let longestQuietSeconds = 86_400

    /// Whether it is told of an event; a trial always is, for somebody asked for it.
    package func takes(_ event: WebhookEvent) -> Bool {
        guard event != .test, let events else { return true }
        return events.contains(event)
    }
}

/// What a program is told of.
package enum WebhookEvent: String, Sendable, CaseIterable, Comparable {
    /// Something was done to a task that the agency leads, takes part in or judges.
    case taskChanged = "task.changed"
    case planIssued = "plan.issued"
    case planWithdrawn = "plan.withdrawn"
    /// By another plan, which was issued.
    case planReplaced = "plan.replaced"
    /// A day before a deadline, on it or after it has come; or a duty is silent.
    case reminderDue = "reminder.due"
    /// Nothing happened: somebody tries whether the address answers.
    case test = "webhook.test"

    /// What an address can be told of or not.
    package static let choices = allCases.filter { $0 != .test }

    package static func < (one: WebhookEvent, other: WebhookEvent) -> Bool { one.rawValue < other.rawValue }

    /// By the name that the ledger gives to what was done; nil for what programs aren't told of.
    package init?(action: String, subjectKind: String) {
        switch (subjectKind, action) {
        case ("plan", "IssuePlan"): self = .planIssued
        case ("plan", "WithdrawPlan"): self = .planWithdrawn
        case ("plan", "ReplacePlan"): self = .planReplaced
        case ("task", let action) where Self.taskActions.contains(action): self = .taskChanged
        default: return nil
        }
    }

    package static let planActions = ["IssuePlan", "WithdrawPlan", "ReplacePlan"]
    package static let taskActions = [
        "StartTask", "SubmitTask", "TakeBackTask", "AcceptTask", "ReturnTask", "CancelTask", "ReopenTask",
        "AskForTime", "GrantTime", "RefuseTime", "AskForContribution", "Contribute", "JudgeContribution",
        "SubmitPeriod", "AcceptPeriod", "ReturnPeriod", "CarryOverTask",
    ]
}

/// One event on its way to one address: sent until it is taken, at the most so often.
package struct WebhookDelivery: Hashable, Sendable, Identifiable {
    package typealias ID = Identifier<WebhookDelivery>

    package enum State: String, Sendable, CaseIterable {
        case waiting
        /// Claimed by a server; waiting again once its time is over.
        case sending
        case delivered
        case givenUp
    }

    package var id: ID
    package var webhook: Webhook.ID
    package var event: WebhookEvent
    /// The same for the same event, however often it is found.
    package var key: String
    package var plan: Plan.ID?
    package var task: Plan.Task.ID?
    /// JSON; the bytes that are signed.
    package var body: String
    package var madeAt: Date
    package var state: State
    package var attempts: Int
    package var nextAt: Date
    package var endedAt: Date?
    /// Of the last answer; nil where none came.
    package var status: Int?
    /// The beginning of the last answer, or why none came.
    package var answer: String?

    package init(
        id: ID, webhook: Webhook.ID, event: WebhookEvent, key: String, plan: Plan.ID?, task: Plan.Task.ID?,
        body: String, madeAt: Date, state: State = .waiting, attempts: Int = 0, nextAt: Date,
        endedAt: Date? = nil,
        status: Int? = nil, answer: String? = nil
    ) {
        self.id = id
        self.webhook = webhook
        self.event = event
        self.key = key
        self.plan = plan
        self.task = task
        self.body = body
        self.madeAt = madeAt
        self.state = state
        self.attempts = attempts
        self.nextAt = nextAt
        self.endedAt = endedAt
        self.status = status
        self.answer = answer
    }

    /// Seconds between one try and the next, three days in all; after the last there is none.
    package static let pausesSeconds: [TimeInterval] = [
        5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400,
    ]
    /// Of a pause: so that receivers that come back aren't met by all at once.
    package static let jitter = 0.2
    /// How long a server may take for what it claimed.
    package static let claimSeconds: TimeInterval = 120
    package static let longestAnswerBytes = 500
    /// Afterwards what came to its end is forgotten.
    package static let keptSeconds: TimeInterval = 30 * 86_400

    /// When the next try is due; nil after the last one.
    ///
    /// - Parameter chance: from 0 up to 1.
    package static func pause(afterAttempts attempts: Int, chance: Double) -> TimeInterval? {
        guard attempts >= 1, attempts <= pausesSeconds.count else { return nil }
        return pausesSeconds[attempts - 1] * (1 + jitter * (2 * chance - 1))
    }
}
