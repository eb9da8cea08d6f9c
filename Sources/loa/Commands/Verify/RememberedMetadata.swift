import Trust

/// What is trusted during one command: forgotten after it, or kept in a folder, so that the next one isn't led back.
final class RememberedMetadata: TUF.MetadataStore {
    private var files: [ExactText: [UInt8]]
    private let folder: MetadataFolder?
    /// Beside what is trusted now, the root that the person gave.
    private static let given: ExactText = "given"

    /// - Parameters:
    ///   - root: the one that the person trusts.
    ///   - folder: as `loa-player trust` keeps it; nil to forget.
    init(root: [UInt8], folder path: String?) throws {
        files = [TUF.TopRole.root.name: root]
        guard let path else {
            folder = nil
            return
        }
        let folder = try MetadataFolder(path)
        self.folder = folder
        let name = TUF.TopRole.root.name
        guard let kept = try folder.load(name, limit: TUF.Limits().rootBytes) else {
            try folder.save(root, of: Self.given)
            try folder.save(root, of: name)
            return
        }
        // What is kept follows from the root that was given first, and counts for that one only.
        let first = try folder.load(Self.given, limit: TUF.Limits().rootBytes) ?? kept
        guard first == root else {
            let version = try TUF.TrustedSet(root: first, start: Terminal.now).root.header.version
            throw CommandFailure(
                "\(Terminal.shown(path)) trusts another root of version \(version): give --root that one, or name a new "
                    + "folder for this one")
        }
        files[name] = kept
    }

    func load(_ role: ExactText, limit: Int) throws -> [UInt8]? {
        try files[role] ?? folder?.load(role, limit: limit)
    }

    func save(_ bytes: [UInt8], of role: ExactText) throws {
        files[role] = bytes
        try folder?.save(bytes, of: role)
        try folder?.settle()
    }

    func remove(_ role: ExactText) throws {
        files[role] = nil
        try folder?.remove(role)
    }
}
