import Testing

@testable import Trust

struct GarbageTests {
    /// A store whose objects are replaced again and again, and all that was ever told to its clients.
    private struct History {
        var store: ServedStore
        var now = Workshop.now
        /// Paths below the address of targets.
        var objects: Set<String> = []
        var timestamps: [[UInt8]] = []

        init() throws {
            store = try ServedStore.begun(programmesKey: ServedStore.server)
            note()
        }

        mutating func note() { timestamps.append(store.files["timestamp.json"] ?? []) }

        /// What the object, or for odd numbers the programme, of that number is for this version.
        static func object(_ number: Int, _ version: Int) throws -> (TUF.TargetName, TUF.TargetFile) {
            (
                try TUF.TargetName(ExactText("\(number % 2 == 0 ? "objects" : "programmes")/\(number)")),
                TUF.TargetFile(of: Array("content \(number) \(version)".utf8))
            )
        }

        static func stored(_ name: TUF.TargetName, _ file: TUF.TargetFile) -> String {
            name.path(of: file, isConsistent: true)
        }

        mutating func put(_ number: Int, _ version: Int) throws {
            let (name, file) = try Self.object(number, version)
            objects.insert(Self.stored(name, file))
            try store.publish(at: now) { try $0.add(name, file) }
            note()
        }

        func garbage() throws -> (metadata: [String], objects: Set<String>) {
            let known = store.files
            let garbage = try TUF.Garbage(metadata: known.keys, now: now) { known[$0] }
            return (garbage.metadata, try garbage.targets(among: objects))
        }

        mutating func collect() throws {
            let garbage = try garbage()
            for name in garbage.metadata { store.files[name] = nil }
            objects.subtract(garbage.objects)
        }

        /// Everything that a client finds who met this timestamp, and still believes it.
        func missing(after timestamp: [UInt8]) throws -> [String] {
            var missing: [String] = []
            func read<Content: TUF.Role>(_ name: String, _: Content.Type) throws -> Content? {
                guard let bytes = store.files[name] else {
                    missing.append(name)
                    return nil
                }
                return try TUF.Envelope(reading: bytes).read(as: Content.self)
            }
            let told = try TUF.Envelope(reading: timestamp).read(as: TUF.Timestamp.self)
            guard told.header.expires > now else { return [] }
            let snapshot = try read("\(told.snapshot.version).snapshot.json", TUF.Snapshot.self)
            for (name, file) in snapshot?.files ?? [:] {
                let targets = try read("\(file.version).\(name)", TUF.Targets.self)
                for name in targets?.files.names ?? [] {
                    guard let file = targets?.files[name] else { continue }
                    let path = Self.stored(try TUF.TargetName(name), file)
                    if !objects.contains(path) { missing.append(path) }
                }
            }
            return missing
        }
    }

    /// The same numbers for the same seed.
    private struct Draws {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state >> 33
        }
    }

    private static let day: Int64 = 86_400

    @Test(arguments: 0..<2)
    func `Whoever believes an unexpired timestamp finds all that it leads to`(seed: UInt64) throws {
        var history = try History()
        var random = Draws(state: seed)
        var isSmaller = false
        for step in 0..<40 {
            // Bursts, pauses, and weeks in which the server slept.
            let pause: Int64 = [1, 600, 3600, Self.day, 5 * Self.day, 20 * Self.day][Int(random.next() % 6)]
            history.now = history.now.adding(seconds: pause)
            try history.put(Int(random.next() % 12), step)
            if random.next() % 4 == 0 {
                history.now = history.now.adding(seconds: Int64(random.next() % 7200))
                let before = history.objects.count
                try history.collect()
                if history.objects.count < before { isSmaller = true }
                for timestamp in history.timestamps {
                    #expect(try history.missing(after: timestamp) == [])
                }
            }
        }
        #expect(isSmaller, "a run in which nothing goes tells nothing")
    }

    @Test func `A replaced object goes when the last snapshot that leads to it has ended, and not before`()
        throws
    {
        var history = try History()
        try history.put(1, 1)
        let (name, file) = try History.object(1, 1)
        try history.put(1, 2)
        let life = TUF.Publication.Lifetimes().snapshot + TUF.Garbage.graceSeconds
        history.now = Workshop.now.adding(seconds: life - 1)
        #expect(try history.garbage().objects == [])
        history.now = Workshop.now.adding(seconds: life)
        #expect(try history.garbage().objects == [History.stored(name, file)])
        // The one that is there now has ended as well, and stays whole.
        #expect(try history.garbage().metadata.contains("2.snapshot.json"))
        #expect(try !history.garbage().metadata.contains("3.snapshot.json"))
    }

    @Test func `Roots, targets, what is newest and what isn't ours stay for ever`() throws {
        var history = try History()
        let targets = history.store.targets(version: 2)
        try history.store.publish { try $0.take(targets: targets) }
        for number in 0..<5 { try history.put(number, number) }
        for name in [
            "README.json", "5.strange.json", "07.snapshot.json", "+1.snapshot.json", "x.snapshot.json",
        ] {
            history.store.files[name] = [1]
        }
        history.now = history.now.adding(seconds: 1000 * Self.day)
        let gone = try history.garbage().metadata
        #expect(
            !gone.isEmpty
                && gone.allSatisfy { name in
                    [".snapshot.", ".objects-", ".programmes-"].contains { name.contains($0) }
                })
        try history.collect()
        #expect(
            ["1.targets.json", "2.targets.json", "1.root.json"].allSatisfy { history.store.files[$0] != nil })
        #expect(history.objects.count == 5)
        try history.put(9, 9)
        var updater = try history.store.updater(at: history.now)
        #expect(try updater.find("objects/2") == History.object(2, 2).1)
    }

    @Test(arguments: ["timestamp.json", "snapshot", "bin", "old snapshot"])
    func `Where something can't be read, nothing goes`(what: String) throws {
        var history = try History()
        try history.put(1, 1)
        try history.put(1, 2)
        history.now = history.now.adding(seconds: 1000 * Self.day)
        let names = [
            "timestamp.json": "timestamp.json", "snapshot": "3.snapshot.json",
            "old snapshot": "1.snapshot.json",
            "bin": try #require(history.store.files.keys.first { $0.hasPrefix("3.programmes-") }),
        ]
        let name = try #require(names[what])
        history.store.files[name] = Array("{}".utf8)
        #expect(throws: (any Error).self) { try history.garbage() }
        if what != "old snapshot" {
            history.store.files[name] = nil
            #expect(throws: (any Error).self) { try history.garbage() }
        }
    }

    @Test func `What a publication left that died half-way isn't taken for published`() throws {
        var history = try History()
        try history.put(1, 1)
        // An object and its bin were written, and no snapshot.
        let known = history.store.files
        var publication = try TUF.Publication(
            root: history.store.root, key: ServedStore.server, now: history.now
        ) { known[$0] }
        let (name, file) = try History.object(1, 2)
        try publication.add(name, file)
        let left = try publication.files(mark: nil)
        history.store.files[left[0].path] = left[0].bytes
        history.objects.insert(History.stored(name, file))
        // While a bin in the store names it, it stays; the next publication writes over the bin.
        #expect(try history.garbage().objects == [])
        try history.put(1, 3)
        #expect(try history.garbage().objects == [History.stored(name, file)])
    }
}
