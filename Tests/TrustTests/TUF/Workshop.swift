@testable import Trust

/// A repository with one key for each role, and the server and the client's store around it, all in memory.
struct Workshop {
    static let now = TUF.Instant(secondsSince1970: 1_800_000_000)
    static let later = now.adding(seconds: 86_400)

    var repository: TUF.Repository
    var keys: [ExactText: [SigningKey]]
    /// What the server has, by name below the metadata.
    var files: [String: [UInt8]] = [:]
    var store = MemoryStore()

    static func key(_ name: String) -> SigningKey { SigningKey(seed: SHA256.digest("key \(name)")) }

    static func header(expires: TUF.Instant = later) -> TUF.Header { TUF.Header(expires: expires) }

    /// The client trusts the first root.
    init(isConsistent: Bool = true) {
        keys = [:]
        var root = TUF.Root(header: Self.header())
        root.consistentSnapshot = isConsistent
        for role in TUF.TopRole.allCases {
            keys[role.name] = [Self.key(role.rawValue)]
            root.setKeys([Self.key(role.rawValue).publicKey], threshold: 1, of: role)
        }
        repository = TUF.Repository(root: root, targets: TUF.Targets(header: Self.header()))
        publishRoot()
        publish("targets")
        store.files["root"] = files["1.root.json"]
    }

    var online: TUF.Repository.OnlineRoles {
        TUF.Repository.OnlineRoles(
            snapshotKeys: keys["snapshot"] ?? [], timestampKeys: keys["timestamp"] ?? [],
            snapshotExpires: Self.later, timestampExpires: Self.later)
    }

    /// - Parameter extra: keys of the root before, which must sign as well.
    mutating func publishRoot(extra: [SigningKey] = []) {
        add(repository.publishRoot(signedBy: (keys["root"] ?? []) + extra))
    }

    mutating func publish(_ roles: ExactText...) {
        var signers: [ExactText: [SigningKey]] = [:]
        for role in roles { signers[role] = keys[role] ?? [] }
        for file in repository.publish(signers, online: online) { add(file) }
    }

    mutating func add(_ file: TUF.Repository.File) { files[file.path] = file.bytes }

    /// Replaces a top-level role's keys in root, without publishing it.
    mutating func setKeys(_ newKeys: [SigningKey], threshold: Int64 = 1, of role: TUF.TopRole) {
        keys[role.name] = newKeys
        repository.root.setKeys(newKeys.map(\.publicKey), threshold: threshold, of: role)
    }

    mutating func delegate(_ roles: [TUF.DelegatedRole], by parent: ExactText = "targets") {
        for role in roles where repository.targets[role.name] == nil {
            keys[role.name] = [Self.key(role.name.string)]
            repository.targets[role.name] = TUF.Targets(header: Self.header())
        }
        repository.targets[parent]?.delegations = TUF.Delegations(
            keys: roles.map { Self.key($0.name.string).publicKey }, roles: .list(roles))
    }

    static func delegated(
        _ name: ExactText, _ paths: [ExactText] = ["*"], isTerminating: Bool = false
    ) -> TUF.DelegatedRole {
        TUF.DelegatedRole(
            name: name, keys: TUF.RoleKeys(keyIDs: [key(name.string).publicKey.keyID], threshold: 1),
            isTerminating: isTerminating, scope: .paths(paths))
    }

    /// Signs a changed role for the server, whatever the repository thinks of it.
    mutating func forge(_ role: some TUF.Role, as path: String, by signers: [SigningKey]) {
        var envelope = TUF.Envelope(signing: role)
        for signer in signers { envelope.sign(with: signer) }
        files[path] = envelope.bytes
    }

    func updater(
        at start: TUF.Instant = now, limits: TUF.Limits = TUF.Limits()
    ) throws -> TUF.Updater<MemorySource, MemoryStore> {
        try TUF.Updater(source: MemorySource(files: files), store: store, start: start, limits: limits)
    }

    func refresh(at start: TUF.Instant = now, limits: TUF.Limits = TUF.Limits()) throws {
        var updater = try updater(at: start, limits: limits)
        try updater.refresh()
    }

    /// The refusal of a refresh; nil when it goes well.
    func refusal(at start: TUF.Instant = now, limits: TUF.Limits = TUF.Limits()) -> TUF.Refused? {
        do {
            try refresh(at: start, limits: limits)
            return nil
        } catch {
            return error as? TUF.Refused
        }
    }
}

struct MemorySource: TUF.MetadataSource {
    let files: [String: [UInt8]]

    /// Forgets the limit on purpose: the workflow must hold to it by itself.
    func metadata(_ name: String, limit: Int) -> [UInt8]? { files[name] }
}

final class MemoryStore: TUF.MetadataStore {
    var files: [ExactText: [UInt8]] = [:]
    /// The roles in the order in which they were stored, `-` before those taken out.
    var log: [String] = []

    func load(_ role: ExactText, limit: Int) -> [UInt8]? {
        files[role].flatMap { $0.count <= limit ? $0 : nil }
    }

    func save(_ bytes: [UInt8], of role: ExactText) {
        files[role] = bytes
        log.append(role.string)
    }

    func remove(_ role: ExactText) {
        if files.removeValue(forKey: role) != nil { log.append("-\(role)") }
    }
}
