extension Plan.Task {
    /// Where a task, a contribution or a period of a task stands.
    package enum State: String, Codable, Sendable, CaseIterable {
        case open
        case inProgress
        /// Reported done; waits for whoever asked for it.
        case submitted
        case accepted
        /// Not enough yet; has a reason.
        case returned
        /// No longer to be done; has a reason, such as that its plan was withdrawn.
        case cancelled

        /// Somebody still has to do something.
        package var isLive: Bool { standing == .pending || standing == .submitted }
        /// Whoever is charged with it has to do something.
        package var isPending: Bool { standing == .pending }

        package var standing: Standing {
            switch self {
            case .open, .inProgress, .returned: .pending
            case .submitted: .submitted
            case .accepted: .accepted
            case .cancelled: .cancelled
            }
        }
    }

    /// States as counts and lists take them together.
    package enum Standing: String, Codable, Sendable, CaseIterable {
        case pending
        case submitted
        case accepted
        case cancelled
    }

    package enum Event: String, Codable, Sendable, CaseIterable {
        case start
        case submit
        /// Whoever submitted wants it back before it is judged.
        case takeBack
        case accept
        case `return`
        case cancel
        case reopen
    }

    /// The life of a task, whole; contributions and periods have the same.
    package static let life = StateTable<State, Event>([
        .init(.start, from: .open, to: .inProgress),
        .init(.submit, from: .open, to: .submitted),
        .init(.cancel, from: .open, to: .cancelled),
        .init(.submit, from: .inProgress, to: .submitted),
        .init(.cancel, from: .inProgress, to: .cancelled),
        .init(.takeBack, from: .submitted, to: .inProgress),
        .init(.accept, from: .submitted, to: .accepted),
        .init(.return, from: .submitted, to: .returned),
        .init(.cancel, from: .submitted, to: .cancelled),
        .init(.start, from: .returned, to: .inProgress),
        .init(.submit, from: .returned, to: .submitted),
        .init(.cancel, from: .returned, to: .cancelled),
        .init(.reopen, from: .accepted, to: .inProgress),
        .init(.reopen, from: .cancelled, to: .open),
    ])
}
