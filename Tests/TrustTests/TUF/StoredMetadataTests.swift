import Testing

@testable import Trust

/// Whoever can write to a server's store, with keys or without, and what the server's next publication makes of it.
struct StoredMetadataTests {
    private static let evil: ExactText = "objects/evil"
    private static let newKey = Workshop.key("another server")

    /// A store with an object, and the name of the bin that it lies in.
    private func begun() throws -> (store: ServedStore, bin: ExactText) {
        var store = try ServedStore.begun()
        let (name, file) = try ServedStore.object(1)
        try store.publish { try $0.add(name, file) }
        let bins = TUF.HashBins(
            keys: TUF.RoleKeys(keyIDs: [], threshold: 1), bitLength: 8, namePrefix: "objects")
        return (store, bins.bin(for: name.text))
    }

    private func replaceObject(in store: inout ServedStore) throws {
        let (name, _) = try ServedStore.object(1)
        try store.publish { try $0.add(name, TUF.TargetFile(of: [9])) }
    }

    /// The second root of a store, which takes the server's key away.
    private func rotated(_ store: ServedStore) -> TUF.Root {
        var root = store.root
        root.header.version = 2
        for role in [TUF.TopRole.snapshot, .timestamp] {
            root.setKeys([Self.newKey.publicKey], threshold: 1, of: role)
        }
        return root
    }

    /// What the new server publishes after that.
    private func recover(
        _ store: inout ServedStore, targets: [UInt8]? = nil, lastRoot: Int64 = 0,
        now: TUF.Instant = Workshop.now
    ) throws -> [String] {
        let known = store.files
        var publication = try TUF.Publication(
            root: rotated(store), former: [store.root], lastRoot: lastRoot, key: Self.newKey, now: now
        ) { known[$0] }
        if let targets { try publication.take(targets: targets) }
        let written = try publication.files(mark: nil)
        for file in written { store.files[file.path] = file.bytes }
        store.files["2.root.json"] = store.signed(rotated(store), Workshop.key("people"))
        return written.map(\.path)
    }

    /// The same file with something else inside, under the signature that it had.
    private func tamper<Content: TUF.Role>(
        _ path: String, _: Content.Type, in store: inout ServedStore, _ change: (inout Content) -> Void
    ) throws {
        let envelope = try TUF.Envelope(reading: try #require(store.files[path]))
        var content = try envelope.read(as: Content.self)
        change(&content)
        let text = String(decoding: envelope.bytes, as: UTF8.self).replacing(
            String(decoding: envelope.signedBytes, as: UTF8.self),
            with: String(decoding: TUF.Envelope(signing: content).signedBytes, as: UTF8.self))
        #expect(Array(text.utf8) != store.files[path])
        store.files[path] = Array(text.utf8)
    }

    private func refusedFile(_ body: () throws -> Void) -> String? {
        do {
            try body()
            return nil
        } catch TUF.Refused.notAsSigned(let file, _) {
            return file
        } catch {
            return "\(error)"
        }
    }

    @Test func `A target that somebody without a key has put into a bin is never signed`() throws {
        var (store, bin) = try begun()
        try tamper("2.\(bin).json", TUF.Targets.self, in: &store) {
            $0.files[Self.evil] = TUF.TargetFile(of: [6, 6, 6])
        }
        let before = store.files
        #expect(refusedFile { try replaceObject(in: &store) } == "2.\(bin).json")
        #expect(store.files == before)
    }

    @Test(arguments: ["timestamp.json", "2.snapshot.json", "1.targets.json"])
    func `A version that somebody without a key has driven up is never signed`(name: String) throws {
        var (store, _) = try begun()
        let far = Int64.max - 1
        switch name {
        case "timestamp.json": try tamper(name, TUF.Timestamp.self, in: &store) { $0.header.version = far }
        case "2.snapshot.json": try tamper(name, TUF.Snapshot.self, in: &store) { $0.header.version = far }
        default: try tamper(name, TUF.Targets.self, in: &store) { $0.header.version = far }
        }
        #expect(refusedFile { try replaceObject(in: &store) } == name)
        // Nor by a server that only keeps the store fresh.
        #expect(refusedFile { try store.publish(at: Workshop.now.adding(seconds: 86_400)) } == name)
    }

    @Test(arguments: ["2.snapshot.json", "1.targets.json", "1.objects.json", "bin"])
    func `Where a file is missing, nothing is signed, and it is named`(name: String) throws {
        var (store, bin) = try begun()
        let name = name == "bin" ? "2.\(bin).json" : name
        store.files[name] = nil
        #expect(refusedFile { try replaceObject(in: &store) } == name)
    }

    @Test func `A bin that the thief of another key has signed gets no signature of the role's own key`()
        throws
    {
        // Programmes have a key of their own, which isn't on the server.
        var store = try ServedStore.begun(programmesKey: Workshop.key("programmes"))
        let name = ProgrammeTests.programme().name
        let bins = TUF.HashBins(
            keys: TUF.RoleKeys(keyIDs: [], threshold: 1), bitLength: 4, namePrefix: "programmes")
        let bin = bins.bin(for: name)
        let planted = TUF.Targets(
            header: Workshop.header(expires: Workshop.now.adding(seconds: 1 << 28)),
            files: [Self.evil: TUF.TargetFile(of: [6])])
        let bytes = store.signed(planted, ServedStore.server)
        store.files["1.\(bin).json"] = bytes
        try store.republish(bin, version: 1, bytes)
        let target = try TUF.TargetName(name)
        let refused = refusedFile { try store.publish { try $0.add(target, TUF.TargetFile(of: [1])) } }
        #expect(refused == "1.\(bin).json")
    }

    @Test func `After the last number the store says so, and doesn't trap`() throws {
        var (store, _) = try begun()
        try jump(to: .max, in: &store)
        #expect(throws: TUF.Refused.noFurtherVersion(role: "snapshot")) { try replaceObject(in: &store) }
    }

    /// A thief who has the server's key drives the versions up.
    private func jump(to version: Int64, in store: inout ServedStore) throws {
        var timestamp = try read("timestamp.json", TUF.Timestamp.self, in: store)
        var snapshot = try read("\(timestamp.snapshot.version).snapshot.json", TUF.Snapshot.self, in: store)
        for (name, file) in snapshot.files where name.string.hasPrefix("objects-0") {
            var bin = try read("\(file.version).\(name)", TUF.Targets.self, in: store)
            bin.header.version = version
            let bytes = store.signed(bin, ServedStore.server)
            store.files["\(version).\(name)"] = bytes
            snapshot.files[name] = TUF.MetaFile(version: version, of: bytes)
        }
        snapshot.header.version = version
        let bytes = store.signed(snapshot, ServedStore.server)
        store.files["\(version).snapshot.json"] = bytes
        timestamp.header.version = version
        timestamp.snapshot = TUF.MetaFile(version: version, of: bytes)
        store.files["timestamp.json"] = store.signed(timestamp, ServedStore.server)
    }

    private func read<Content: TUF.Role>(
        _ name: String, _: Content.Type, in store: ServedStore
    ) throws -> Content {
        try TUF.Envelope(reading: try #require(store.files[name])).read(as: Content.self)
    }

    @Test(arguments: [Int64.max, Int64.max - 1, 1 << 40, (1 << 40) - 1, 7] as [Int64])
    func `A new root brings store and player back, however far a thief has driven the versions`(
        version: Int64
    )
        throws
    {
        var (store, _) = try begun()
        let memory = MemoryStore()
        try jump(to: version, in: &store)
        var updater = try store.updater(store: memory)
        let (name, file) = try ServedStore.object(1)
        #expect(try updater.find(name.text) == file)
        let written = try recover(&store, targets: store.targets(version: 2, server: Self.newKey.publicKey))
        #expect(written.count == 256 + 4)
        let found = try read("timestamp.json", TUF.Timestamp.self, in: store).header.version
        #expect(found == (version < 1 << 40 ? version + 1 : Workshop.now.secondsSince1970))
        updater = try store.updater(store: memory)
        #expect(try updater.find(name.text) == file)
    }

    @Test func `A key that root took away signs nothing more that the server believes`() throws {
        var (store, _) = try begun()
        let thief = store
        _ = try recover(&store, targets: store.targets(version: 2, server: Self.newKey.publicKey))
        #expect(try recover(&store, lastRoot: 2) == [])
        // The thief writes once more, with the old key, and the disk's own new root beside it.
        store.files["timestamp.json"] = thief.files["timestamp.json"]
        #expect(refusedFile { _ = try recover(&store, lastRoot: 2) } == "timestamp.json")
    }

    @Test func `Targets that nobody signed, named by a thief, give way to those that people sign next`()
        throws
    {
        var (store, _) = try begun()
        try store.republish("targets", version: .max, [1])
        #expect(refusedFile { try store.publish() } == "\(Int64.max).targets.json")
        #expect(throws: TUF.Refused.notInSnapshot("targets")) { _ = try recover(&store) }
        let targets = store.targets(version: 2, server: Self.newKey.publicKey)
        #expect(try recover(&store, targets: targets).contains("2.targets.json"))
        let (name, file) = try ServedStore.object(1)
        var updater = try store.updater()
        #expect(try updater.find(name.text) == file)
    }

    /// Programmes' own key isn't on the server, and goes with the server's.
    @Test(arguments: [3, .max] as [Int64])
    func `Programmes come back too, by their new key, in a publication after the server's`(version: Int64)
        throws
    {
        let (old, new) = (Workshop.key("programmes"), Workshop.key("programmes 2"))
        var store = try ServedStore.begun(programmesKey: old)
        let name = try TUF.TargetName(ProgrammeTests.programme().name)
        let planted = TUF.Targets(
            header: TUF.Header(version: version, expires: Workshop.later),
            files: [Self.evil: TUF.TargetFile(of: [6])])
        let bin = TUF.HashBins(
            keys: TUF.RoleKeys(keyIDs: [], threshold: 1), bitLength: 4, namePrefix: "programmes"
        ).bin(for: name.text)
        let bytes = store.signed(planted, old)
        store.files["\(version).\(bin).json"] = bytes
        try store.republish(bin, version: version, bytes)
        store.programmesKey = new
        _ = try recover(&store, targets: store.targets(version: 2, server: Self.newKey.publicKey))
        let (known, file) = (store.files, TUF.TargetFile(of: [1]))
        var publication = try TUF.Publication(
            root: rotated(store), former: [store.root], lastRoot: 2, key: Self.newKey, programmesKey: new,
            now: Workshop.now
        ) { known[$0] }
        try publication.add(name, file)
        for file in try publication.files(mark: nil) { store.files[file.path] = file.bytes }
        var updater = try store.updater()
        #expect(try updater.find(name.text) == file)
        #expect(throws: TUF.Refused.noSuchTarget(Self.evil)) { try updater.find(Self.evil) }
    }
}
