import Domain
import Foundation
import Operations
import Store
import Trust

/// What a server does by itself, each minute: reorganisations whose day has come, reminders, letters.
///
/// However many servers run, each is done once. Owns its task; `stop()` ends it and waits for what is in hand.
final class DailyWork: Sendable {
    static let interval = Duration.seconds(60)

    private let task: Task<Void, Never>
    private let office: Office
    private let holder = DailyWork.holder()

    /// - Parameter carrier: nil where no mail server is set; reminders then reach the inboxes alone.
    init(_ office: Office, carrier: LetterCarrier?, note: @escaping @Sendable (String) -> Void) {
        self.office = office
        task = Task { [holder] in
            var done = WorkDone()
            // What one of them can't do, the next minute tries again; the others go on.
            func attempt(_ name: String, _ body: () async throws -> Void) async {
                do { try await body() } catch { note("loa: \(name) failed: \(error)") }
            }
            while !Task.isCancelled {
                await attempt("the day's work") {
                    try await done.unlessDone(in: office) {
                        var isApplied = false
                        // First, so that whoever takes over is told.
                        await attempt("a reorganisation") {
                            let applied = try await ApplyDueReorganisations().run(
                                in: office, as: .commandLine)
                            if applied > 0 { note("loa: put \(applied) reorganisations into effect") }
                            isApplied = true
                        }
                        let outcome = try await RemindOfTasks(as: holder).run(in: office, as: .commandLine)
                        return isApplied && outcome != .elsewhere
                    }
                }
                if let carrier {
                    await attempt("sending letters") {
                        let sent = try await SendLetters(as: holder, carry: carrier.carry).run(
                            in: office, as: .commandLine)
                        if let failure = sent.lastFailure {
                            note("loa: \(sent.failed) letters couldn't leave: \(failure)")
                        }
                    }
                }
                // Cancelled, it ends early, and the loop with it.
                try? await Task.sleep(for: Self.interval)
            }
        }
    }

    func stop() async {
        task.cancel()
        await task.value
        // Stopped in the middle of its round, it would hold the others up for two minutes.
        try? await GiveBackLeases(of: holder).run(in: office, as: .commandLine)  // they end by themselves
    }

    /// Names this process in leases.
    static func holder() -> String {
        "\(ProcessInfo.processInfo.processIdentifier)-"
            + SecureRandom.bytes(8).map { String($0, radix: 16) }.joined(separator: ".")
    }
}
