extension Plan.Task.State {
    /// Whether more is done than in another state; what was cancelled is behind all.
    package func isFurther(than other: Self) -> Bool { rank > other.rank }

    private var rank: Int {
        switch self {
        case .cancelled: 0
        case .open: 1
        case .returned: 2
        case .inProgress: 3
        case .submitted: 4
        case .accepted: 5
        }
    }
}

extension Contribution {
    /// This part of a task with another one of the same task that the agency takes over: one part, which is done when
    /// both are.
    ///
    /// All that was asked and said stays; the earlier day holds, and the state of the one that is less far. A part
    /// that was no longer wanted adds nothing.
    package func joined(with other: Contribution) -> Contribution {
        guard state != .cancelled else { return other.renamed(as: self) }
        guard other.state != .cancelled else { return self }
        let behind = state.isFurther(than: other.state) ? other : self
        var joined = self
        joined.state = behind.state
        joined.reason = behind.reason
        joined.submittedAt = behind.submittedAt
        joined.submittedBy = behind.submittedBy
        joined.asked = Self.line(asked, other.asked)
        joined.note = Self.line(note, other.note)
        joined.due = [due, other.due].compactMap { $0 }.min()
        joined.askedAt = min(askedAt, other.askedAt)
        return joined
    }

    private func renamed(as one: Contribution) -> Contribution {
        var renamed = self
        renamed.id = one.id
        renamed.agency = one.agency
        renamed.revision = one.revision
        return renamed
    }

    private static func line(_ one: String?, _ other: String?) -> String? {
        guard let one, let other, one != other else { return one ?? other }
        return "\(one); \(other)"
    }
}
