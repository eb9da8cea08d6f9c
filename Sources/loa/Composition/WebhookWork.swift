import Domain
import Operations

/// Tells agencies' programs of events, soon after they happened.
///
/// Owns its task; `stop()` ends it and waits for what is in hand.
final class WebhookWork: Sendable {
    static let interval = Duration.seconds(2)
    /// After something was sent: more may be coming, and what failed may soon be due again.
    static let busyInterval = Duration.milliseconds(250)

    private let task: Task<Void, Never>

    init(_ office: Office, carrier: WebhookCarrier, note: @escaping @Sendable (String) -> Void) {
        let holder = DailyWork.holder()
        task = Task {
            var pause = Self.interval
            while !Task.isCancelled {
                do {
                    let sent = try await SendWebhooks(as: holder, carry: carrier.carry)
                        .run(in: office, as: .commandLine)
                    pause = sent.tried > 0 ? Self.busyInterval : min(pause * 2, Self.interval)
                } catch {
                    pause = Self.interval
                    // The next round tries again.
                    note("loa: events could not be sent: \(error)")
                }
                // Cancelled, it ends early, and the loop with it.
                try? await Task.sleep(for: pause)
            }
        }
    }

    func stop() async {
        task.cancel()
        await task.value
    }
}
