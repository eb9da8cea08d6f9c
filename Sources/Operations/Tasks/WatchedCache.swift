import Domain
import Foundation
import Locks
import Store

/// What branches' overviews show of the watched lists, kept until the ledger moves: a province's take tens of
/// milliseconds in a country's data, and its map is looked at week by week.
final class WatchedCache: Sendable {
    struct Key: Hashable, Sendable {
        var root: Agency.ID
        /// Lateness is told by the day.
        var today: CalendarDay
        var length: Int
    }

    private struct State {
        var head: LedgerHead?
        var entries: [Key: (lists: [WatchList: WatchedList], madeAt: Date)] = [:]
    }

    /// For what is changed past Loa, which no entry of the ledger tells.
    private static let longestSeconds: TimeInterval = 30
    /// Branches kept at once; each has a few tasks.
    private static let limit = 200

    private let state = Locked(State())

    /// What was kept of the data with this head.
    func lists(_ key: Key, head: LedgerHead?, now: Date) -> [WatchList: WatchedList]? {
        state.withLock { state in
            guard state.head == head, let found = state.entries[key],
                (0..<Self.longestSeconds).contains(now.timeIntervalSince(found.madeAt))
            else { return nil }
            return found.lists
        }
    }

    /// - Parameter head: as it was before the lists were read.
    func keep(_ lists: [WatchList: WatchedList], _ key: Key, head: LedgerHead?, now: Date) {
        state.withLock { state in
            if state.head != head || state.entries.count >= Self.limit { state.entries.removeAll() }
            state.head = head
            state.entries[key] = (lists, now)
        }
    }
}
