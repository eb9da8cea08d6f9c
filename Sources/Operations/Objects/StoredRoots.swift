import Trust

/// The roots of a store, each signed by the one before it, and those that come with a publication.
struct StoredRoots {
    /// The first one first; never empty.
    let all: [TUF.Root]
    /// The newest one's file.
    let newestBytes: [UInt8]
    /// Those that come now.
    let new: [NewObject]

    var newest: TUF.Root { all[all.count - 1] }
    /// The newest first.
    var former: [TUF.Root] { all.dropLast().reversed() }

    /// Throws unless they follow one another, and the store still has the one that the office published last.
    init(
        _ coming: [[UInt8]], in store: ObjectStore, _ memory: StoreMemory, now: TUF.Instant
    ) throws {
        let known = try store.roots()
        var chain = Chain(now: now)
        for (at, bytes) in known.enumerated() {
            do throws(TUF.Refused) { try chain.add(bytes) } catch {
                throw ObjectsRefused.changed("\(at + 1).root.json isn't what people signed: \(error)")
            }
        }
        var files = known
        var new: [NewObject] = []
        for bytes in coming where bytes != known.last {
            do throws(TUF.Refused) { try chain.add(bytes) } catch {
                throw ObjectsRefused.notSigned("\(error)")
            }
            files.append(bytes)
            let version = chain.all.last?.header.version ?? 1
            new.append(try store.metadata(named: "\(version).root.json", bytes))
        }
        guard let newestBytes = files.last else { throw ObjectsRefused.noRoot }
        // Whoever puts a first root into an empty store begins anew.
        guard known.isEmpty || memory.isLastRoot(in: files) else {
            throw ObjectsRefused.changed(
                "it no longer has \(memory.root?.version ?? 1).root.json as it was published")
        }
        (all, self.newestBytes, self.new) = (chain.all, newestBytes, new)
    }

    private struct Chain {
        let now: TUF.Instant
        private(set) var all: [TUF.Root] = []
        private var trusted: TUF.TrustedSet?

        init(now: TUF.Instant) {
            self.now = now
        }

        mutating func add(_ bytes: [UInt8]) throws(TUF.Refused) {
            if trusted == nil {
                trusted = try TUF.TrustedSet(root: bytes, start: now)
            } else {
                try trusted?.update(root: bytes)
            }
            if let trusted { all.append(trusted.root) }
        }
    }
}
