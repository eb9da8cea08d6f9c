import Testing

@testable import Trust

struct PublicationTests {
    @Test func `A new store is found whole by a client, and holds what is added to it`() throws {
        var store = try ServedStore.begun()
        try store.publish { publication in
            for number in 0..<40 {
                let (name, file) = try ServedStore.object(number)
                try publication.add(name, file)
            }
        }
        var updater = try store.updater()
        for number in 0..<40 {
            let (name, file) = try ServedStore.object(number)
            #expect(try updater.find(name.text) == file)
        }
        #expect(throws: TUF.Refused.noSuchTarget("objects/40")) { try updater.find("objects/40") }
        #expect(try ReleasePolicy(in: updater.topLevelTargets()) == Newsroom().policy)
    }

    @Test func `One object more writes its bin, the snapshot and the timestamp, in that order`() throws {
        var store = try ServedStore.begun()
        let (name, file) = try ServedStore.object(1)
        let written = try store.publish { try $0.add(name, file) }
        #expect(written.count == 3 && written[0].hasPrefix("2.objects-"))
        #expect(written.suffix(2) == ["2.snapshot.json", "timestamp.json"])
        #expect(
            try store.publish { try $0.add(name, file) } == [], "what is there already isn't published again")
    }

    @Test func `Nothing is signed anew before half of its life is over, and everything before its end`()
        throws
    {
        var store = try ServedStore.begun()
        let lifetimes = TUF.Publication.Lifetimes()
        func later(_ seconds: Int64) -> TUF.Instant { Workshop.now.adding(seconds: seconds) }
        #expect(try store.publish(at: later(lifetimes.timestamp / 2)) == [])
        #expect(try store.publish(at: later(lifetimes.timestamp / 2 + 1)) == ["timestamp.json"])
        #expect(
            try store.publish(at: later(lifetimes.snapshot / 2 + 1)) == ["2.snapshot.json", "timestamp.json"])
        let year = try store.publish(at: later(lifetimes.objects / 2 + 1))
        #expect(year.count == 256 + 1 + 2 && year.contains("2.objects.json"))
        var updater = try store.updater(at: later(lifetimes.objects / 2 + 2))
        try updater.refresh()
    }

    @Test func `A key that root takes away is replaced in everything that it signed, at once`() throws {
        var store = try ServedStore.begun()
        let known = store.files
        var root = store.root
        let newKey = Workshop.key("another server")
        root.header.version = 2
        for role in [TUF.TopRole.snapshot, .timestamp] {
            root.setKeys([newKey.publicKey], threshold: 1, of: role)
        }
        var publication = try TUF.Publication(
            root: root, former: [store.root], key: newKey, now: Workshop.now
        ) { known[$0] }
        let written = try publication.files(mark: nil)
        #expect(written.count == 256 + 1 + 2)
        for file in written { store.files[file.path] = file.bytes }
        store.files["2.root.json"] = store.signed(root, Workshop.key("people"))
        var updater = try store.updater()
        try updater.refresh()
        #expect(updater.trusted.root.header.version == 2)
    }

    @Test func `Targets are taken only when people signed them and they are newer`() throws {
        var store = try ServedStore.begun()
        let (forged, old, new) = (
            store.targets(version: 2, by: ServedStore.server), store.targets(), store.targets(version: 2)
        )
        #expect(throws: TUF.Refused.self) { try store.publish { try $0.take(targets: forged) } }
        #expect(throws: TUF.Refused.rollback(role: "targets", trusted: 1, found: 1)) {
            try store.publish { try $0.take(targets: old) }
        }
        #expect(try store.publish { try $0.take(targets: new) }.contains("2.targets.json"))
    }

    @Test func `An object outside its folder is refused, and so is a store without targets`() throws {
        var store = try ServedStore.begun()
        let name = try TUF.TargetName("pictures/1")
        #expect(throws: TUF.Refused.unusableName("pictures/1")) {
            try store.publish { try $0.add(name, TUF.TargetFile(of: [])) }
        }
        var empty = ServedStore()
        #expect(throws: TUF.Refused.notInSnapshot("targets")) { try empty.publish() }
    }

    @Test func `Each timestamp tells how far the ledger is`() throws {
        var store = try ServedStore.begun()
        let mark = TUF.LedgerMark(size: 12, head: SHA256.digest("entry 12"))
        let (name, file) = try ServedStore.object(1)
        try store.publish(mark: mark) { try $0.add(name, file) }
        var updater = try store.updater()
        try updater.refresh()
        let timestamp = try #require(updater.trusted.timestamp)
        #expect(TUF.LedgerMark(in: timestamp) == mark)
    }

    @Test func `Whoever reads between two files finds one store or the other, whole`() throws {
        var store = try ServedStore.begun()
        let memory = MemoryStore()
        for number in 0..<20 {
            let (name, file) = try ServedStore.object(number)
            let known = store.files
            var publication = try TUF.Publication(
                root: store.root, key: ServedStore.server, now: Workshop.now
            ) {
                known[$0]
            }
            try publication.add(name, file)
            for written in try publication.files(mark: nil) {
                var updater = try store.updater(store: memory)
                try updater.refresh()
                #expect((try? updater.find(name.text)) == nil)
                store.files[written.path] = written.bytes
            }
            var updater = try store.updater(store: memory)
            #expect(try updater.find(name.text) == file)
        }
    }

    @Test(arguments: [100, 20_000])
    func `An object more costs the same bytes in a large store as in a small one`(count: Int) throws {
        var store = try ServedStore.begun()
        try store.publish { publication in
            for number in 0..<count {
                let (name, file) = try ServedStore.object(number)
                try publication.add(name, file)
            }
        }
        let (name, file) = try ServedStore.object(count)
        let written = try store.publish { try $0.add(name, file) }
        let bytes = written.reduce(0) { $0 + (store.files[$1]?.count ?? 0) }
        #expect(bytes < 80_000)
    }
}
