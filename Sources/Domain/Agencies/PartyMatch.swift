/// What a party named in a plan is.
package enum PartyMatch: Hashable, Sendable {
    /// One agency acts, no doubt.
    case sure(Acting)
    /// A person has to choose; best first.
    case unsure([Candidate])
    /// Many at once; a person ticks them off. Those that the words plainly mean are ticked already.
    case group([Member])
    /// No agency of the register bears such a name.
    case unknown

    /// Who acts today, and whom the plan's words named at its time where that is another.
    package struct Acting: Hashable, Sendable {
        package var agency: Agency.ID
        package var named: Agency.ID?

        package init(_ agency: Agency.ID, named: Agency.ID? = nil) {
            self.agency = agency
            self.named = named
        }
    }

    /// An agency that may be meant.
    package struct Candidate: Hashable, Sendable {
        package enum Reason: Hashable, Sendable {
            /// It bears the name, but so does another.
            case sameName
            /// It bears the name, but belongs elsewhere.
            case elsewhere
            /// It does the work of the named one, which was divided; the part that it took.
            case tookPart(String?)
            /// The named one had ended before the plan's day; this one goes on with its work.
            case endedBefore
            /// It began only after the plan's day.
            case notYet
            /// Its name is like the one in the plan.
            case similar
            /// It was meant the last time, but has changed since.
            case answeredBefore
        }

        package var acting: Acting
        package var reason: Reason

        package init(_ acting: Acting, _ reason: Reason) {
            self.acting = acting
            self.reason = reason
        }
    }

    /// One that a group may hold.
    package struct Member: Hashable, Sendable {
        package var acting: Acting
        /// Whether the words plainly mean it.
        package var isTicked: Bool

        package init(_ acting: Acting, isTicked: Bool) {
            self.acting = acting
            self.isTicked = isTicked
        }
    }

    /// Nil where nothing needs to be asked.
    package var question: PartyQuestion.Kind? {
        switch self {
        case .sure: nil
        case .unsure: .unsure
        case .group: .group
        case .unknown: .unknown
        }
    }
}
