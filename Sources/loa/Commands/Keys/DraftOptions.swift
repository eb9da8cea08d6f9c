import Trust

/// Finds out what kind of file is to be signed, and what its signatures are judged by.
struct DraftOptions {
    static let options: [CommandDescription.Option] = [
        .init(
            "before", "FILE",
            "the one before this, of the same kind: shows what changes; a later one needs it"),
        .init("root", "ROOT", "for targets: the newest root, which says whose signatures count"),
        .init(
            "before-root", "ROOT", "for targets: the root under which --before was signed (default: --root)"),
        .init("targets", "FILE", "for releases, with --root: the newest targets, which say who may approve"),
    ]

    private let beforePath: String?
    private let rootPath: String?
    private let beforeRootPath: String?
    private let targetsPath: String?

    init(_ arguments: Arguments) {
        beforePath = arguments.value("before")
        rootPath = arguments.value("root")
        beforeRootPath = arguments.value("before-root")
        targetsPath = arguments.value("targets")
    }

    /// - Parameter needsBefore: whether a later root or later targets may be taken only beside those before them.
    func draft(_ path: String, needsBefore: Bool) throws -> any SigningDraft {
        let bytes = try CarriedFile.read(path)
        if let envelope = try? StatementEnvelope(reading: bytes) {
            return try StatementDraft(envelope, policy: try policy())
        }
        let envelope: TUF.Envelope
        do throws(TUF.Refused) { envelope = try TUF.Envelope(reading: bytes) } catch {
            throw CommandFailure("\(Terminal.shown(path)) can't be signed: \(error)")
        }
        if let targets = try? envelope.read(as: TUF.Targets.self) {
            let root = try root()
            let oldRoot = try beforeRootPath.map { try RootFile.whole($0) } ?? root
            let old = try beforePath.map { try RootFile.targets($0, root: oldRoot) }
            if needsBefore { try require(old, before: targets.header.version) }
            return try TargetsDraft(bytes, after: old, root: root)
        }
        let root = try envelope.read(as: TUF.Root.self)
        let old = try beforePath.map { try RootFile.whole($0) }
        if needsBefore {
            try require(old, before: root.header.version)
            try root.requireSeparateKeys()
        }
        return try RootDraft(bytes, after: old)
    }

    private func require(_ old: (some Any)?, before version: Int64) throws {
        guard version == 1 || old != nil else {
            throw CommandFailure(
                "name the one before it by --before: what changes must be seen before it is signed")
        }
    }

    private func root() throws -> TUF.Root {
        guard let rootPath else {
            throw CommandFailure("name the newest root by --root: it says whose signatures count")
        }
        return try RootFile.whole(rootPath)
    }

    private func policy() throws -> ReleasePolicy? {
        try targetsPath.map { try ReleasePolicy(in: try RootFile.targets($0, root: try root())) }
    }
}
