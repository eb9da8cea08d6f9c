import Domain
import Operations

/// Keeps the store of players fresh: what would end soon is signed anew, once, however many servers share it.
///
/// Owns its task; `stop()` ends it and waits for what is in hand.
final class ObjectWork: Sendable {
    static let interval = Duration.seconds(60)

    private let task: Task<Void, Never>

    /// - Parameter objects: nil, or without a key, where there is nothing to keep fresh.
    init(_ office: Office, _ objects: ObjectOptions?, note: @escaping @Sendable (String) -> Void) {
        guard let objects, let key = objects.key else {
            task = Task {}
            return
        }
        let holder = DailyWork.holder()
        task = Task {
            while !Task.isCancelled {
                do {
                    _ = try await PublishObjects(into: objects.store, key: key, as: holder).run(
                        in: office, as: .commandLine)
                } catch ObjectsRefused.busy {
                    // Another server is at it.
                } catch {
                    // The next round tries again.
                    note("loa: the store of players couldn't be kept fresh: \(error)")
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
