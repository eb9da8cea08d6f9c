import Domain
import Operations

/// Tells agencies' programs of events, soon after they happened.
///
/// Owns its task; `stop()` ends it and waits for what is in hand.
final class WebhookWork: Sendable {
    static let interval = Duration.seconds(2)

    private let task: Task<Void, Never>

    init(_ office: Office, carrier: WebhookCarrier, note: @escaping @Sendable (String) -> Void) {
        let holder = DailyWork.holder()
        task = Task {
            while !Task.isCancelled {
                do {
                    try await SendWebhooks(as: holder, carry: carrier.carry).run(in: office, as: .commandLine)
                } catch {
                    // The next round tries again.
                    note("loa: events could not be sent: \(error)")
                }
                // Cancelled, it ends early, and the loop with it.
                try? await Task.sleep(for: Self.interval)
            }
        }
    }

    func stop() async {
        task.cancel()
        await task.value
    }
}
