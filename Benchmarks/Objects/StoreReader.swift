import Foundation
import Locks
import Operations
import Trust

/// A player's client that reads a store again and again while others write to it, on a thread of its own.
///
/// Each time it must find the newest of what was published before it began, whole.
final class StoreReader: Sendable {
    private struct State {
        var reads = 0
        var failure: String?
        var isStopped = false
    }

    private struct Missing: Error {
        let name: ExactText
    }

    private let store: ObjectStore
    private let published: @Sendable () -> Int
    private let state = Locked(State())
    private let ended = DispatchSemaphore(value: 0)

    /// - Parameters:
    ///   - published: the number of the last release whose publication has ended; -1 before the first.
    ///   - keeps: whether it goes on with the metadata of the time before, as a device does, or begins anew.
    init(_ store: ObjectStore, published: @escaping @Sendable () -> Int, keeps: Bool) {
        self.store = store
        self.published = published
        let thread = Thread { [self] in
            while !state.withLock({ $0.isStopped || $0.failure != nil }) {
                do {
                    let kept = KeptMetadata()
                    kept.files[TUF.TopRole.root.name] = try store.metadata("1.root.json")
                    repeat { try read(kept) } while keeps && !state.withLock(\.isStopped)
                } catch {
                    state.withLock { $0.failure = "\(error)" }
                }
            }
            ended.signal()
        }
        thread.stackSize = 1 << 23
        thread.start()
    }

    /// How often it has read, and what it couldn't; ends it.
    func stop() -> (reads: Int, failure: String?) {
        state.withLock { $0.isStopped = true }
        ended.wait()
        return state.withLock { ($0.reads, $0.failure) }
    }

    private func read(_ kept: KeptMetadata) throws {
        let newest = published()
        let now = TUF.Instant(secondsSince1970: Int64(Date().timeIntervalSince1970))
        var updater = try TUF.Updater(source: StoreSource(store: store), store: kept, start: now)
        try updater.refresh()
        if newest >= 0 {
            let name = BenchStore.name(newest)
            let file = try updater.find(name)
            let target = try TUF.TargetName(name)
            let path = target.path(of: file, isConsistent: true).dropFirst("objects/".count)
            guard let object = ObjectName(String(path), in: .objects),
                let bytes = try store.storage.read(object, limit: 1 << 20)
            else { throw Missing(name: name) }
            var check = TUF.TargetCheck(target, file)
            try check.add(bytes)
            try check.finish()
        }
        state.withLock { $0.reads += 1 }
    }
}

/// The store's metadata as it lies on the disk.
private struct StoreSource: TUF.MetadataSource {
    let store: ObjectStore

    func metadata(_ name: String, limit: Int) throws -> [UInt8]? { try store.metadata(name) }
}

/// What a client trusts, in memory; for one thread.
private final class KeptMetadata: TUF.MetadataStore {
    var files: [ExactText: [UInt8]] = [:]

    func load(_ role: ExactText, limit: Int) -> [UInt8]? { files[role] }
    func save(_ bytes: [UInt8], of role: ExactText) { files[role] = bytes }
    func remove(_ role: ExactText) { files[role] = nil }
}
