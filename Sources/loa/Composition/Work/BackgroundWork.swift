import Domain
import Foundation
import Operations
import Trust

/// What a server does by itself, round after round; each round's work is done once, however many servers run.
protocol RepeatedWork: Sendable {
    /// Does a round, and says how long to rest until the next.
    mutating func round(_ round: WorkRound) async -> Duration
}

/// What a round needs to know.
struct WorkRound: Sendable {
    let office: Office
    /// This process's name in leases.
    let holder: String
    let note: @Sendable (String) -> Void

    /// Does a part of the round; what fails is noted, and the rest of it and the next round go on.
    @discardableResult
    func attempt(_ name: String, _ body: () async throws -> Void) async -> Bool {
        do {
            try await body()
            return true
        } catch {
            note("loa: \(name) failed: \(error)")
            return false
        }
    }
}

/// Work that is being repeated.
///
/// Owns its task; `stop()` ends it and waits for what is in hand.
final class BackgroundWork: Sendable {
    private let task: Task<Void, Never>
    private let round: WorkRound

    init(_ office: Office, _ work: some RepeatedWork, note: @escaping @Sendable (String) -> Void) {
        let round = WorkRound(office: office, holder: Self.holder(), note: note)
        self.round = round
        task = Task {
            var work = work
            while !Task.isCancelled {
                let rest = await work.round(round)
                // Cancelled, it ends early, and the loop with it.
                try? await Task.sleep(for: rest)
            }
        }
    }

    func stop() async {
        task.cancel()
        await task.value
        // Stopped in the middle of its round, it would hold the others up until its leases end by themselves.
        try? await GiveBackLeases(of: round.holder).run(in: round.office, as: .commandLine)
    }

    /// Names this process in leases.
    static func holder() -> String {
        "\(ProcessInfo.processInfo.processIdentifier)-"
            + SecureRandom.bytes(8).map { String($0, radix: 16) }.joined(separator: ".")
    }
}
