import Domain
import Operations
import Trust

/// Keeps the store of players fresh: what would end soon is signed anew each minute, and once a day what nobody is led
/// to any more is deleted.
struct ObjectWork: RepeatedWork {
    private let objects: ObjectOptions
    private let key: SigningKey
    private let tell: @Sendable (_ isKept: Bool) -> Void

    /// Nil where there is nothing to keep fresh, or no key to do it with.
    ///
    /// - Parameter tell: whether the store could be kept fresh, at each try.
    init?(_ objects: ObjectOptions?, tell: @escaping @Sendable (_ isKept: Bool) -> Void) {
        guard let objects, let key = objects.key else { return nil }
        self.objects = objects
        self.key = key
        self.tell = tell
    }

    func round(_ round: WorkRound) async -> Duration {
        let isSigned = await attempt(round, "signing anew") {
            _ = try await PublishObjects(into: objects.store, key: key, as: round.holder).run(
                in: round.office, as: .commandLine)
        }
        let isCollected = await attempt(round, "collecting garbage") {
            let gone = try await CollectObjects(from: objects.store, as: round.holder, .daily).run(
                in: round.office, as: .commandLine)
            if !gone.isEmpty {
                round.note("loa: deleted \(gone.count) files of the store that nobody is led to any more")
            }
        }
        tell(isSigned && isCollected)
        return .seconds(60)
    }

    private func attempt(_ round: WorkRound, _ name: String, _ body: () async throws -> Void) async -> Bool {
        await round.attempt("the store of players: \(name)") {
            do { try await body() } catch ObjectsRefused.busy {
                // Another server is at it.
            }
        }
    }
}
