import Trust

/// Finds out what kind of file is to be signed, and what its signatures are judged by.
struct DraftOptions {
    static let options: [CommandDescription.Option] = [
        .init(
            "before", "FILE",
            "the one before this, of the same kind: shows what changes; a later root needs it")
    ]

    private let beforePath: String?

    init(_ arguments: Arguments) {
        beforePath = arguments.value("before")
    }

    /// - Parameter needsBefore: whether a later root may be taken only beside the one before it.
    func draft(_ path: String, needsBefore: Bool) throws -> any SigningDraft {
        let bytes = try CarriedFile.read(path)
        let envelope: TUF.Envelope
        do throws(TUF.Refused) { envelope = try TUF.Envelope(reading: bytes) } catch {
            throw CommandFailure("\(Terminal.shown(path)) can't be signed: \(error)")
        }
        let root = try envelope.read(as: TUF.Root.self)
        let old = try beforePath.map { try RootFile.whole($0) }
        if needsBefore, root.header.version > 1, old == nil {
            throw CommandFailure(
                "name the root before it by --before: what a root changes must be seen before it is signed")
        }
        return try RootDraft(bytes, after: old)
    }
}
