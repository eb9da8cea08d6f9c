extension Plan {
    /// A duty of an issued plan: a frozen copy of the draft's, with the sentence that demands it.
    package struct Task: Hashable, Sendable, Identifiable {
        package typealias ID = Identifier<Plan.Task>

        package enum State: String, Codable, Sendable, CaseIterable {
            case open
            /// Its plan was withdrawn or replaced.
            case closed
        }

        package enum Event: String, Codable, Sendable, CaseIterable {
            case close
        }

        package static let life = StateTable<State, Event>([.init(.close, from: .open, to: .closed)])

        package var id: ID
        package var plan: Plan.ID
        /// The draft's task that it is a copy of.
        package var draft: DraftTask.ID
        /// 1, 2, 3 … in the order of the document.
        package var position: Int
        package var state: State
        package var at: String?
        package var text: String
        /// Where the words stand in the document's text.
        package var range: TextRange?
        package var lead: [Party]
        package var with: [Party]
        package var time: PlanTime?
        package var timeWords: String?
        package var deadline: Deadline?

        package init(
            id: ID, plan: Plan.ID, draft: DraftTask.ID, position: Int, state: State = .open, at: String?,
            text: String,
            range: TextRange?, lead: [Party], with: [Party], time: PlanTime?, timeWords: String?,
            deadline: Deadline?
        ) {
            self.id = id
            self.plan = plan
            self.draft = draft
            self.position = position
            self.state = state
            self.at = at
            self.text = text
            self.range = range
            self.lead = lead
            self.with = with
            self.time = time
            self.timeWords = timeWords
            self.deadline = deadline
        }

        package func timeState(today: CalendarDay) -> TimeState {
            TimeState(time: time, due: deadline?.due, today: today)
        }
    }
}
