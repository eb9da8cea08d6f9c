import Trust

/// What is trusted during one command: forgotten after it, or kept in a folder, so that the next one isn't led back.
final class RememberedMetadata: TUF.MetadataStore {
    private var files: [ExactText: [UInt8]]
    private let folder: MetadataFolder?

    /// - Parameters:
    ///   - root: the one that the person trusts.
    ///   - folder: as `loa-player trust` keeps it; nil to forget.
    init(root: [UInt8], folder path: String?) throws {
        files = [TUF.TopRole.root.name: root]
        guard let path else {
            folder = nil
            return
        }
        let given = try TUF.TrustedSet(root: root, start: Terminal.now).root
        let folder = try MetadataFolder(path)
        self.folder = folder
        let name = TUF.TopRole.root.name
        if let kept = try folder.load(name, limit: TUF.Limits().rootBytes) {
            let known = try TUF.TrustedSet(root: kept, start: Terminal.now).root
            guard known.header.version != given.header.version || kept == root else {
                throw CommandFailure(
                    "\(Terminal.shown(path)) trusts another root of version \(known.header.version): give --root that one"
                )
            }
            files[name] = kept
        } else {
            try folder.save(root, of: name)
        }
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
