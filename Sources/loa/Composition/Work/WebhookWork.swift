import Domain
import Operations

/// Tells agencies' programs of events, soon after they happened.
struct WebhookWork: RepeatedWork {
    private static let longestRest = Duration.seconds(2)
    /// After something was sent: more may be coming, and what failed may soon be due again.
    private static let shortestRest = Duration.milliseconds(250)

    let carrier: WebhookCarrier
    private var rest = Self.longestRest

    init(carrier: WebhookCarrier) {
        self.carrier = carrier
    }

    mutating func round(_ round: WorkRound) async -> Duration {
        var next = Self.longestRest
        await round.attempt("sending events") {
            let sent = try await SendWebhooks(as: round.holder, carry: carrier.carry).run(
                in: round.office, as: .commandLine)
            next = sent.tried > 0 ? Self.shortestRest : min(rest * 2, Self.longestRest)
        }
        rest = next
        return rest
    }
}
