import Domain
import Locks

/// Corrected drafts and masked texts of the plans looked at last.
///
/// A revision never changes, so servers need not tell one another.
final class DraftCache: Sendable {
    struct Entry: Sendable {
        var revision: Int
        /// The reader's version is part of the key: reading again makes a revision of its own.
        var corrected: PlanDraft.Corrected
        var text: String
        var canUndo: Bool
        var canRedo: Bool
    }

    /// Bytes of text held at most; what a draft takes beside it is about as much again.
    static let limitBytes = 64 * 1024 * 1024
    static let limitCount = 1_000

    private struct State {
        var entries: [Plan.ID: (entry: Entry, used: Int)] = [:]
        var bytes = 0
        var clock = 0
    }

    private let state = Locked(State())

    func entry(_ plan: Plan.ID, revision: Int) -> Entry? {
        state.withLock { state in
            guard let found = state.entries[plan], found.entry.revision == revision else { return nil }
            state.clock += 1
            state.entries[plan]?.used = state.clock
            return found.entry
        }
    }

    func keep(_ entry: Entry, of plan: Plan.ID) {
        let bytes = entry.text.utf8.count
        guard bytes < Self.limitBytes else { return }
        state.withLock { state in
            if let old = state.entries.removeValue(forKey: plan) { state.bytes -= old.entry.text.utf8.count }
            state.clock += 1
            state.entries[plan] = (entry, state.clock)
            state.bytes += bytes
            while state.bytes > Self.limitBytes || state.entries.count > Self.limitCount,
                let oldest = state.entries.min(by: { $0.value.used < $1.value.used })
            {
                state.entries.removeValue(forKey: oldest.key)
                state.bytes -= oldest.value.entry.text.utf8.count
            }
        }
    }

    func forget(_ plan: Plan.ID) {
        state.withLock { state in
            if let old = state.entries.removeValue(forKey: plan) { state.bytes -= old.entry.text.utf8.count }
        }
    }
}
