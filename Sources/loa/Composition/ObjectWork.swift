import Domain
import Operations

/// Keeps the store of players fresh: what would end soon is signed anew, and once a day what nobody is led to any more
/// is deleted; each once, however many servers share it.
///
/// Owns its task; `stop()` ends it and waits for what is in hand.
final class ObjectWork: Sendable {
    static let interval = Duration.seconds(60)

    private let task: Task<Void, Never>
    private let office: Office
    private let holder = DailyWork.holder()

    /// - Parameters:
    ///   - objects: nil, or without a key, where there is nothing to keep fresh.
    ///   - tell: whether the store could be kept fresh, at each try.
    init(
        _ office: Office, _ objects: ObjectOptions?, note: @escaping @Sendable (String) -> Void,
        tell: @escaping @Sendable (_ isKept: Bool) -> Void
    ) {
        self.office = office
        guard let objects, let key = objects.key else {
            task = Task {}
            return
        }
        task = Task { [holder] in
            // What one of them can't do, a later round tries again.
            func attempt(_ name: String, _ body: () async throws -> Void) async -> Bool {
                do { try await body() } catch ObjectsRefused.busy {
                    // Another server is at it.
                } catch {
                    note("loa: the store of players: \(name) failed: \(error)")
                    return false
                }
                return true
            }
            while !Task.isCancelled {
                let isSigned = await attempt("signing anew") {
                    _ = try await PublishObjects(into: objects.store, key: key, as: holder).run(
                        in: office, as: .commandLine)
                }
                let isCollected = await attempt("collecting garbage") {
                    let gone = try await CollectObjects(from: objects.store, as: holder, .daily).run(
                        in: office, as: .commandLine)
                    if !gone.isEmpty {
                        note("loa: deleted \(gone.count) files of the store that nobody is led to any more")
                    }
                }
                tell(isSigned && isCollected)
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
}
