/// Why somebody is told of something.
package enum NoticeRule: String, Codable, Sendable, CaseIterable {
    /// An agency got tasks: a plan was issued, or one of its parties was told to be this agency.
    case assigned
    /// Tasks came over from an agency that is no more.
    case takenOver
    case dueInSeven, dueInOne, dueToday
    case lateOne, lateThree, lateSeven
    /// A continuous duty without a sign of life for its rhythm.
    case silent, silentThree, silentSeven
    case returned, contributionAsked, contributionReturned
    /// The lead's answer to a coordinator, and the coordinator's part at the lead's.
    case contributionAccepted, contributionCancelled, contributionSubmitted
    case timeAsked, timeGranted, timeRefused
    /// The planner asks how it stands.
    case reminded
    /// Waits for the planner's judgement.
    case submitted
    /// The planner accepted it, cancelled it, opened it again.
    case accepted, cancelled, reopened
    /// A period's report was accepted; the planner set how often the duty returns.
    case periodAccepted, rhythmSet
    /// The plan that carries the duty out was replaced, or ended without a successor.
    case implementationReplaced, implementationEnded
    /// The plan was taken back, or another took its place: what the agency had of it ended.
    case planWithdrawn, planReplaced
    /// Given to this account inside its agency.
    case delegated
    /// Another agency said something about it.
    case commented
    /// A letter about it didn't reach whom it was for.
    case mailFailed
    /// An address of the agency's program took nothing for days and was switched off.
    case webhookOff

    /// Kinds that a person may want at once and not in the day's digest.
    package enum Urgency: String, Sendable, CaseIterable {
        case returned, escalated
    }

    package var urgency: Urgency? {
        switch self {
        case .returned, .contributionReturned: .returned
        case .lateOne, .lateThree, .lateSeven, .silentThree, .silentSeven: .escalated
        case .assigned, .takenOver, .dueInSeven, .dueInOne, .dueToday, .silent, .contributionAsked,
            .contributionAccepted, .contributionCancelled, .contributionSubmitted, .timeAsked, .timeGranted,
            .timeRefused, .reminded, .submitted, .accepted, .cancelled, .reopened, .delegated, .commented,
            .periodAccepted, .rhythmSet, .implementationReplaced, .implementationEnded, .planWithdrawn,
            .planReplaced,
            .mailFailed, .webhookOff:
            nil
        }
    }
}

/// How far up a reminder climbs.
package enum Rung: String, Sendable, CaseIterable, Comparable {
    case focalPoint
    /// Who stands in for the focal point.
    case deputy
    case head
    /// The planners of the plan's agency.
    case planner

    package static func < (one: Rung, other: Rung) -> Bool {
        (allCases.firstIndex(of: one) ?? 0) < (allCases.firstIndex(of: other) ?? 0)
    }

    package var post: Post.Kind? {
        switch self {
        case .focalPoint: .focalPoint
        case .deputy: .deputyFocalPoint
        case .head: .head
        case .planner: nil
        }
    }
}
