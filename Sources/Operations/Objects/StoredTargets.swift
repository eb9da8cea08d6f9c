import Trust

/// Targets of a store by name, as its metadata vouch for them; those on their way into it too.
struct StoredTargets {
    private let store: ObjectStore
    /// What was added and isn't written yet, by name.
    private var coming: [ExactText: [UInt8]] = [:]

    init(_ store: ObjectStore) {
        self.store = store
    }

    /// The file's bytes; nil where the publication has no target of that name, or the store has lost it.
    func bytes(_ name: TUF.TargetName, in publication: TUF.Publication) throws -> [UInt8]? {
        if let bytes = coming[name.text] { return bytes }
        guard let target = try publication.target(name),
            let stored = ObjectName(path: "targets/\(name.path(of: target, isConsistent: true))"),
            let bytes = try store.storage.read(stored, limit: ObjectStore.metadataLimitBytes)
        else { return nil }
        var check = TUF.TargetCheck(name, target)
        try check.add(bytes)
        try check.finish()
        return bytes
    }

    /// The names of all withdrawals of a release, by their numbers.
    func withdrawals(of release: ExactText, in publication: TUF.Publication) throws -> [TUF.TargetName] {
        var names: [TUF.TargetName] = []
        for number in 1...Withdrawal.limitPerRelease {
            let name = try TUF.TargetName(Withdrawal.targetName(of: release, number: number))
            guard try coming[name.text] != nil || publication.target(name) != nil else { break }
            names.append(name)
        }
        return names
    }

    func release(_ digest: ExactText, in publication: TUF.Publication) throws -> [UInt8]? {
        try bytes(try TUF.TargetName(ExactText("objects/release-\(digest).json")), in: publication)
    }

    /// Adds it to the publication.
    mutating func add(
        _ bytes: [UInt8], as name: TUF.TargetName, _ custom: JSON? = nil,
        to publication: inout TUF.Publication
    ) throws -> NewObject {
        let target = TUF.TargetFile(of: bytes, custom: custom)
        guard let file = ObjectName(path: "targets/\(name.path(of: target, isConsistent: true))") else {
            throw TUF.Refused.unusableName(name.text)
        }
        try publication.add(name, target)
        coming[name.text] = bytes
        return NewObject(name: file, bytes: bytes)
    }
}
