import Domain
import Operations
import Store

/// Each minute: reorganisations whose day has come, reminders, letters.
struct DailyWork: RepeatedWork {
    /// Nil where no mail server is set; reminders then reach the inboxes alone.
    let carrier: LetterCarrier?
    private var done = WorkDone()

    init(carrier: LetterCarrier?) {
        self.carrier = carrier
    }

    mutating func round(_ round: WorkRound) async -> Duration {
        await round.attempt("the day's work") {
            try await done.unlessDone(in: round.office) {
                // First, so that whoever takes over is told.
                let isApplied = await Self.applyReorganisations(round)
                let outcome = try await RemindOfTasks(as: round.holder).run(
                    in: round.office, as: .commandLine)
                return isApplied && outcome != .elsewhere
            }
        }
        if let carrier { await Self.send(by: carrier, round) }
        return .seconds(60)
    }

    /// False where they failed.
    private static func applyReorganisations(_ round: WorkRound) async -> Bool {
        await round.attempt("a reorganisation") {
            let applied = try await ApplyDueReorganisations().run(in: round.office, as: .commandLine)
            if applied > 0 { round.note("loa: put \(applied) reorganisations into effect") }
        }
    }

    private static func send(by carrier: LetterCarrier, _ round: WorkRound) async {
        await round.attempt("sending letters") {
            let sent = try await SendLetters(as: round.holder, carry: carrier.carry).run(
                in: round.office, as: .commandLine)
            if let failure = sent.lastFailure {
                round.note("loa: \(sent.failed) letters couldn't leave: \(failure)")
            }
        }
    }
}
