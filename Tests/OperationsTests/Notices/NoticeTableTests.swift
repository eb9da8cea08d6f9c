import Domain
import Foundation
import Testing

@testable import Operations

/// The table of who is told has a line for each verb on tasks, and the documents show it.
struct NoticeTableTests {
    /// Every action that a source of the operations records about a task.
    private func recorded() throws -> Set<String> {
        let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources/Operations")
        let files = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
        var actions: Set<String> = []
        for case let file as URL in files where file.pathExtension == "swift" {
            let text = try String(contentsOf: file, encoding: .utf8)
            for match in text.matches(of: /(?:save|record)\(\s*"([A-Za-z]+)",\s*(?:"task"|\[|detail)/) {
                actions.insert(String(match.1))
            }
            for match in text.matches(of: /\? "([A-Z][A-Za-z]+)" : "([A-Z][A-Za-z]+)",\s*(?:"task"|\[)/) {
                actions.formUnion([String(match.1), String(match.2)])
            }
        }
        return actions
    }

    @Test func `Each verb on tasks says who is told, or why nobody is`() throws {
        let recorded = try recorded()
        #expect(recorded.count > 20)
        let lines = Set(NoticeLine.all.map(\.action))
        #expect(recorded.subtracting(lines) == [])
        #expect(lines.subtracting(recorded) == [])
        for line in NoticeLine.all {
            #expect((line.rule == nil) == line.told.isEmpty && (line.rule == nil) == !line.silence.isEmpty)
        }
    }

    /// LOA_WRITE_SNAPSHOTS=1 draws it anew, and fails.
    @Test func `The documents show the table as it is`() throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "docs/notices.md")
        let rows = NoticeLine.all.map { line in
            let action = line.action + (line.part.map { " (\($0.rawValue))" } ?? "")
            let told =
                line.told.isEmpty
                ? "nobody: \(line.silence)" : line.told.map(\.rawValue).joined(separator: ", ")
            return "| \(action) | \(line.rule?.rawValue ?? "") | \(told) | \(line.standing.words) |\n"
        }
        let text = """
            # Who is told of what happened

            Drawn from `NoticeLine.all` by a test. Notices are made from the ledger, so that no verb has to remember them;
            whoever did it isn't told, and nothing is told that no longer holds (the last column). An agency is told by its
            focal point, else by its deputy, head, accounts, and at last the planner.

            | on a task | notice | told | while it is |
            |---|---|---|---|

            """ + rows.joined() + """

                Of a plan: `IssuePlan` and `ResolveParty` tell each agency how many tasks it got (assigned), `ApplyReorganisation` the
                successors (takenOver), `WithdrawPlan` and `ReplacePlan` each agency that had tasks which ended with the plan
                (planWithdrawn, planReplaced), each once for a plan and an agency. Days that come near and pass: `docs/operations/mail.md`.

                """
        if ProcessInfo.processInfo.environment["LOA_WRITE_SNAPSHOTS"] != nil {
            try Data(text.utf8).write(to: file)
            Issue.record("drawn anew: \(file.lastPathComponent)")
            return
        }
        #expect(try String(contentsOf: file, encoding: .utf8) == text, "LOA_WRITE_SNAPSHOTS=1 draws it anew")
    }
}
