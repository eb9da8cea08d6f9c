import Trust

/// A repository that changes at random, the same way for the same seed.
struct History {
    private(set) var files: [String: [UInt8]] = [:]
    /// What each target holds.
    private(set) var contents: [ExactText: String] = [:]

    private var repository: TUF.Repository
    private var random: SplitMix
    private var rootKeys: [SigningKey]
    private var targetsKeys: [SigningKey]
    private var online: TUF.Repository.OnlineRoles
    /// Delegated roles, and whether a pattern or the digest of a name leads to each.
    private var delegated: [(name: ExactText, key: SigningKey, scope: TUF.DelegatedRole.Scope)] = []
    private var rolesOfTargets: [ExactText: ExactText] = [:]

    private static let expires = TUF.Instant(secondsSince1970: 4_102_444_800)
    private static let names: [ExactText] = [
        "bảng tin.png", "loa/xã 1.opus", "loa/xã 2.opus", "a", "b/c/d.txt", "đê/quye\u{302}\u{301}t",
        "đê/quyết", "x+y=z",
    ]

    init(seed: UInt64) {
        var random = SplitMix(state: seed)
        rootKeys = (0..<3).map { _ in Self.key(&random) }
        targetsKeys = (0..<2).map { _ in Self.key(&random) }
        let snapshotKey = Self.key(&random)
        let timestampKey = Self.key(&random)
        online = TUF.Repository.OnlineRoles(
            snapshotKeys: [snapshotKey], timestampKeys: [timestampKey], snapshotExpires: Self.expires,
            timestampExpires: Self.expires)
        var header = TUF.Header(expires: Self.expires)
        header.custom["x-loa"] = .object(["sổ cái": .integer(1)])
        var root = TUF.Root(header: header)
        root.consistentSnapshot = random.next() % 4 != 0
        repository = TUF.Repository(
            root: root, targets: TUF.Targets(header: TUF.Header(expires: Self.expires)))
        self.random = random
        setRootKeys()
        add(repository.publishRoot(signedBy: Array(rootKeys.prefix(2))))
        addTarget()
        publish(["targets"])
    }

    mutating func advance() {
        switch random.next() % 7 {
        case 0: rotateRoot()
        case 1: rotateOnline()
        case 2: delegate()
        case 3: add(repository.publishTimestamp(online: online))
        case 4: removeTarget()
        default: publish([addTarget()])
        }
    }

    private mutating func setRootKeys() {
        repository.root.setKeys(rootKeys.map(\.publicKey), threshold: 2, of: .root)
        repository.root.setKeys(targetsKeys.map(\.publicKey), threshold: 2, of: .targets)
        repository.root.setKeys(online.snapshotKeys.map(\.publicKey), threshold: 1, of: .snapshot)
        repository.root.setKeys(online.timestampKeys.map(\.publicKey), threshold: 1, of: .timestamp)
    }

    private mutating func rotateRoot() {
        let old = rootKeys
        rootKeys[Int(random.next() % 3)] = Self.key(&random)
        setRootKeys()
        add(repository.publishRoot(signedBy: Array(Set(old + rootKeys))))
    }

    private mutating func rotateOnline() {
        online.snapshotKeys = [Self.key(&random)]
        online.timestampKeys = [Self.key(&random)]
        setRootKeys()
        add(repository.publishRoot(signedBy: rootKeys))
        publish([])
    }

    private mutating func delegate() {
        let name = ExactText("vai trò \(delegated.count)/\(random.next() % 100)")
        let scope: TUF.DelegatedRole.Scope =
            switch random.next() % 3 {
            case 0: .paths(["loa/*", "?"])
            case 1: .paths(["*/*", "b/c/[a-d].*"])
            default: .hashPrefixes(["0", "1", "2", "3", "a", "bc"])
            }
        delegated.append((name, Self.key(&random), scope))
        repository.targets[name] = TUF.Targets(header: TUF.Header(expires: Self.expires))
        let roles = delegated.map {
            TUF.DelegatedRole(
                name: $0.name, keys: TUF.RoleKeys(keyIDs: [$0.key.publicKey.keyID], threshold: 1),
                scope: $0.scope)
        }
        repository.targets["targets"]?.delegations = TUF.Delegations(
            keys: delegated.map(\.key.publicKey), roles: .list(roles))
        publish([name, "targets"])
    }

    /// Puts a target where clients find it: in the role that has it, else the first that may.
    @discardableResult
    private mutating func addTarget() -> ExactText {
        let name = Self.names[Int(random.next() % UInt64(Self.names.count))]
        let role = rolesOfTargets[name] ?? owner(of: name)
        let content = "content \(random.next())"
        let file = TUF.TargetFile(
            of: Array(content.utf8), custom: .object(["lần": .integer(Int64(contents.count))]))
        repository.targets[role]?.files[name] = file
        rolesOfTargets[name] = role
        contents[name] = content
        let isConsistent = repository.root.consistentSnapshot == true
        let digest = file.hashes["sha256"]?.string ?? ""
        var steps = name.string.split(separator: "/").map(String.init)
        if isConsistent { steps[steps.count - 1] = "\(digest).\(steps[steps.count - 1])" }
        files["targets/\(steps.joined(separator: "/"))"] = Array(content.utf8)
        return role
    }

    private mutating func removeTarget() {
        guard let name = contents.keys.min(), let role = rolesOfTargets[name] else { return }
        repository.targets[role]?.files[name] = nil
        contents[name] = nil
        rolesOfTargets[name] = nil
        publish([role])
    }

    private mutating func owner(of target: ExactText) -> ExactText {
        guard random.next() % 3 != 0 else { return "targets" }
        let roles = delegated.map {
            TUF.DelegatedRole(name: $0.name, keys: .init(keyIDs: [], threshold: 1), scope: $0.scope)
        }
        return roles.first { $0.covers(target) }?.name ?? "targets"
    }

    private mutating func publish(_ roles: Set<ExactText>) {
        var signers: [ExactText: [SigningKey]] = [:]
        for role in roles {
            signers[role] = role == "targets" ? targetsKeys : delegated.filter { $0.name == role }.map(\.key)
        }
        for file in repository.publish(signers, online: online) { add(file) }
    }

    private mutating func add(_ file: TUF.Repository.File) {
        files["metadata/\(file.path)"] = file.bytes
    }

    private static func key(_ random: inout SplitMix) -> SigningKey {
        SigningKey(seed: SHA256.digest("fixture \(random.next())"))
    }
}

/// A small generator of random numbers that any run can repeat.
struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
