import Foundation
import Testing

@testable import Domain

struct TaskLifeTests {
    /// Every state with the next one for start, submit, takeBack, accept, return, cancel, reopen; `-` refused.
    private static let grid: [(Plan.Task.State, String)] = [
        (.open, "inProgress submitted - - - cancelled -"),
        (.inProgress, "- submitted - - - cancelled -"),
        (.submitted, "- - inProgress accepted returned cancelled -"),
        (.accepted, "- - - - - - inProgress"),
        (.returned, "inProgress submitted - - - cancelled -"),
        (.cancelled, "- - - - - - open"),
    ]

    @Test(arguments: grid)
    func `A task goes exactly where its table says`(state: Plan.Task.State, row: String) {
        let found = Plan.Task.Event.allCases.map {
            Plan.Task.life.transition(from: state, on: $0)?.to?.rawValue ?? "-"
        }
        #expect(found.joined(separator: " ") == row)
    }

    @Test func `The grid has every state, and the table no row twice`() {
        #expect(Self.grid.map(\.0) == Plan.Task.State.allCases)
        let keys = Plan.Task.life.transitions.map { "\($0.from) \($0.event)" }
        #expect(Set(keys).count == keys.count)
    }

    /// The page of the documents is drawn from the tables; LOA_WRITE_SNAPSHOTS=1 draws it anew, and fails.
    @Test func `The documents show the lives as they are`() throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "docs/lives.md")
        let lives = [
            ("A plan", Plan.life.markdown, Plan.life.diagram),
            ("A task, a contribution, a period", Plan.Task.life.markdown, Plan.Task.life.diagram),
            ("An extension of time", TaskExtension.life.markdown, TaskExtension.life.diagram),
        ]
        let text =
            "# Lives\n\nDrawn from the tables in `Sources/Domain` by a test; states down, events across, the next "
            + "state in the cell.\n"
            + lives.map { "\n## \($0)\n\n\($1)\n```mermaid\n\($2)```\n" }.joined()
        if ProcessInfo.processInfo.environment["LOA_WRITE_SNAPSHOTS"] != nil {
            try Data(text.utf8).write(to: file)
            Issue.record("drawn anew: \(file.lastPathComponent)")
            return
        }
        #expect(try String(contentsOf: file, encoding: .utf8) == text, "LOA_WRITE_SNAPSHOTS=1 draws it anew")
    }
}
