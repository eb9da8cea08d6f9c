package import Foundation

/// A mail to one person: the day's digest, or what was wanted at once.
///
/// Holds no words: they are written from its notices when it leaves, so that what was destroyed meanwhile isn't sent.
package struct Letter: Hashable, Sendable, Identifiable {
    package typealias ID = Identifier<Letter>

    package enum Kind: String, Sendable, CaseIterable {
        case digest, atOnce
    }

    package enum State: String, Sendable, CaseIterable {
        case waiting
        /// A server has it in hand; if that server dies, another takes over when its time is up.
        case sending
        /// The mail server has taken it.
        case sent
        /// Refused at once, or returned later.
        case bounced
        /// The mail server couldn't be reached, again and again.
        case givenUp
    }

    package var id: ID
    package var kind: Kind
    package var recipient: NoticeRecipient
    package var address: String
    package var state: State
    package var attempts: Int
    package var madeAt: Date
    package var endedAt: Date?
    /// What the mail server said last.
    package var answer: String?

    package init(
        id: ID, kind: Kind, recipient: NoticeRecipient, address: String, state: State = .waiting,
        attempts: Int = 0, madeAt: Date, endedAt: Date? = nil, answer: String? = nil
    ) {
        self.id = id
        self.kind = kind
        self.recipient = recipient
        self.address = address
        self.state = state
        self.attempts = attempts
        self.madeAt = madeAt
        self.endedAt = endedAt
        self.answer = answer
    }

    /// Seconds until the next try, after so many; nil: given up.
    package static func pause(afterAttempts attempts: Int) -> TimeInterval? {
        let minutes = [1, 5, 15, 60, 240, 720]
        return attempts >= 1 && attempts <= minutes.count ? TimeInterval(minutes[attempts - 1] * 60) : nil
    }

    /// Longer than any server may take over one batch of letters.
    package static let sendingSeconds: TimeInterval = 1_800
}

/// How an account wants to be told; its address is personal data.
package struct NoticeSettings: Hashable, Sendable {
    package var email: String?
    package var usesMail: Bool
    /// Of the day's digest, from midnight in Vietnam.
    package var minute: Int
    package var atOnce: Set<NoticeRule.Urgency>
    package var onDaysOff: Bool

    package static let standard = NoticeSettings(
        email: nil, usesMail: true, minute: 7 * 60 + 30, atOnce: [], onDaysOff: false)

    package init(
        email: String?, usesMail: Bool, minute: Int, atOnce: Set<NoticeRule.Urgency>, onDaysOff: Bool
    ) {
        self.email = email
        self.usesMail = usesMail
        self.minute = minute
        self.atOnce = atOnce
        self.onDaysOff = onDaysOff
    }
}
