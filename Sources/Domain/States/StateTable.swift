/// The life of a thing as one table: event, allowed origins, next state.
///
/// Data, so that it can be drawn and tested whole.
package struct StateTable<State: Hashable & Sendable, Event: Hashable & Sendable>: Sendable {
    package struct Transition: Sendable, Hashable {
        package let event: Event
        package let from: State
        /// Nil: the thing is gone afterwards.
        package let to: State?

        package init(_ event: Event, from: State, to: State?) {
            self.event = event
            self.from = from
            self.to = to
        }
    }

    package let transitions: [Transition]

    package init(_ transitions: [Transition]) {
        self.transitions = transitions
    }

    /// The row for a state and an event; nil when the event isn't allowed there.
    package func transition(from state: State, on event: Event) -> Transition? {
        transitions.first { $0.from == state && $0.event == event }
    }
}
