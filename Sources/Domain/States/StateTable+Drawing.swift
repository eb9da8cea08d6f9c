extension StateTable
where
    State: RawRepresentable & CaseIterable, State.RawValue == String, Event: RawRepresentable & CaseIterable,
    Event.RawValue == String
{
    /// The table as Markdown: a row for each state, a column for each event, the next state in the cell.
    package var markdown: String {
        let head = "| state | " + Event.allCases.map(\.rawValue).joined(separator: " | ") + " |\n"
        let rule = "|---|" + String(repeating: "---|", count: Event.allCases.count) + "\n"
        let rows = State.allCases.map { state in
            let cells = Event.allCases.map { event in
                transition(from: state, on: event).map { $0.to?.rawValue ?? "(gone)" } ?? ""
            }
            return "| **\(state.rawValue)** | " + cells.joined(separator: " | ") + " |\n"
        }
        return head + rule + rows.joined()
    }

    /// The same as a drawing in Mermaid's language, one arrow for each row of the table.
    package var diagram: String {
        let arrows = transitions.map {
            "    \($0.from.rawValue) --> \($0.to?.rawValue ?? "[*]"): \($0.event.rawValue)"
        }
        return "stateDiagram-v2\n" + arrows.joined(separator: "\n") + "\n"
    }
}
