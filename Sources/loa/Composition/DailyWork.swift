import Domain
import Foundation
import Operations
import Store
import Trust

/// What a server does by itself beside answering: reminders and letters, each minute.
///
/// Owns its task; `stop()` ends it and waits for what is in hand.
final class DailyWork: Sendable {
    static let interval = Duration.seconds(60)

    private let task: Task<Void, Never>

    init(_ office: Office, carrier: LetterCarrier?, note: @escaping @Sendable (String) -> Void) {
        let holder = Self.holder()
        task = Task {
            var seen: (head: LedgerHead?, day: CalendarDay)?
            while !Task.isCancelled {
                do {
                    let head = try await office.changes.head()
                    // Nothing was done since, and it is the same day: there is nobody to tell.
                    if seen == nil || seen?.head != head || seen?.day != office.today {
                        let day = office.today
                        if try await RemindOfTasks(as: holder).run(in: office, as: .commandLine) != .elsewhere
                        {
                            seen = (try await office.changes.head(), day)
                        }
                    }
                    if let carrier {
                        _ = try await SendLetters(as: holder, carry: carrier.carry).run(
                            in: office, as: .commandLine)
                    }
                } catch {
                    // The next minute tries again.
                    note("loa: the day's work failed: \(error)")
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

    /// Names this process in leases.
    static func holder() -> String {
        "\(ProcessInfo.processInfo.processIdentifier)-"
            + SecureRandom.bytes(8).map { String($0, radix: 16) }.joined(separator: ".")
    }
}
