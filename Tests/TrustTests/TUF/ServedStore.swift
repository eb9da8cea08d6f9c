@testable import Trust

/// A store in memory, with a root and targets that people signed, as a server publishes into it.
struct ServedStore {
    static let server = Workshop.key("server")

    /// Of programmes, where targets give them one of their own.
    var programmesKey: SigningKey?
    /// Metadata by name.
    var files: [String: [UInt8]] = [:]
    let root: TUF.Root

    init() {
        var root = TUF.Root(header: Workshop.header(expires: Workshop.now.adding(seconds: 1 << 30)))
        for role in TUF.TopRole.allCases {
            let key = [.root, .targets].contains(role) ? Workshop.key("people") : Self.server
            root.setKeys([key.publicKey], threshold: 1, of: role)
        }
        self.root = root
        files["1.root.json"] = signed(root, Workshop.key("people"))
    }

    /// With targets published.
    static func begun(programmesKey: SigningKey? = nil) throws -> ServedStore {
        var store = ServedStore()
        store.programmesKey = programmesKey
        let targets = store.targets()
        try store.publish { try $0.take(targets: targets) }
        return store
    }

    static func object(_ number: Int) throws -> (TUF.TargetName, TUF.TargetFile) {
        (
            try TUF.TargetName(ExactText("objects/\(number)")),
            TUF.TargetFile(of: Array("content \(number)".utf8))
        )
    }

    func signed(_ role: some TUF.Role, _ key: SigningKey) -> [UInt8] {
        var envelope = TUF.Envelope(signing: role)
        envelope.sign(with: key)
        return envelope.bytes
    }

    /// - Parameter server: whose key objects get.
    func targets(
        version: Int64 = 1, by key: SigningKey = Workshop.key("people"),
        server: PublicKey = Self.server.publicKey
    ) -> [UInt8] {
        var header = Workshop.header(expires: Workshop.now.adding(seconds: 1 << 30))
        header.version = version
        header.custom[ReleasePolicy.field] = Newsroom().policy.json
        var keys: [(role: ExactText, key: PublicKey)] = [("objects", server)]
        if let programmesKey { keys.append(("programmes", programmesKey.publicKey)) }
        let roles = keys.map { role, key in
            TUF.DelegatedRole(
                name: role, keys: TUF.RoleKeys(keyIDs: [key.keyID], threshold: 1), isTerminating: true,
                scope: .paths([ExactText("\(role)/*")]))
        }
        return signed(
            TUF.Targets(
                header: header,
                delegations: TUF.Delegations(keys: keys.map(\.key), roles: .list(roles))), key)
    }

    @discardableResult
    mutating func publish(
        at now: TUF.Instant = Workshop.now, mark: TUF.LedgerMark? = nil,
        _ change: (inout TUF.Publication) throws -> Void = { _ in }
    ) throws -> [String] {
        let known = files
        var publication = try TUF.Publication(
            root: root, key: Self.server, programmesKey: programmesKey, now: now
        ) { known[$0] }
        try change(&publication)
        let written = try publication.files(mark: mark)
        for file in written { files[file.path] = file.bytes }
        return written.map(\.path)
    }

    func updater(at now: TUF.Instant = Workshop.now, store: MemoryStore = MemoryStore()) throws
        -> TUF.Updater<MemorySource, MemoryStore>
    {
        if store.files.isEmpty { store.files["root"] = files["1.root.json"] }
        return try TUF.Updater(source: MemorySource(files: files), store: store, start: now)
    }
}
