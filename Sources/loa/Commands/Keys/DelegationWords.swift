import Trust

/// The roles that targets delegate to, and with which keys, in lines for people.
enum DelegationWords {
    static func lines(_ targets: TUF.Targets) -> [String] {
        guard let delegations = targets.delegations else { return ["  no role of the server"] }
        switch delegations.roles {
        case .list(let roles): return roles.flatMap { lines($0, delegations.keys) } + unused(delegations)
        case .bins(let bins):
            return [
                "  the server's 2^\(bins.bitLength) bins \(Terminal.shown(bins.namePrefix.string))-… have all names: "
                    + threshold(bins.keys)
            ] + keys(bins.keys, delegations.keys) + unused(delegations)
        }
    }

    /// What to know before signing: a server of Loa needs its one key in each of its places.
    static func notes(_ targets: TUF.Targets, _ root: TUF.Root) -> [String] {
        let server = root.authority(of: .timestamp).identities
        guard let objects = targets.delegations?.authority(of: TUF.Publication.objectsRole),
            objects.identities.isDisjoint(with: server)
        else { return [] }
        return ["  (loa publish and loa serve sign with one key: that of objects isn't root's for timestamp)"]
    }

    private static func lines(_ role: TUF.DelegatedRole, _ known: [ExactText: PublicKey]) -> [String] {
        [
            "  the server's role \(Terminal.shown(role.name.string)) has \(paths(role.scope)): "
                + "\(threshold(role.keys)); "
                + (role.isTerminating
                    ? "nobody else is asked about these" : "whoever comes after it is asked too")
        ] + keys(role.keys, known)
    }

    private static func threshold(_ keys: TUF.RoleKeys) -> String {
        "\(keys.threshold) of \(keys.keyIDs.count) must sign"
    }

    private static func keys(_ role: TUF.RoleKeys, _ known: [ExactText: PublicKey]) -> [String] {
        role.keyIDs.map { "    key \(KeyWords.key($0, known))" }
    }

    /// Keys that stand there for nobody.
    private static func unused(_ delegations: TUF.Delegations) -> [String] {
        let used: Set<ExactText> =
            switch delegations.roles {
            case .list(let roles): Set(roles.flatMap(\.keys.keyIDs))
            case .bins(let bins): Set(bins.keys.keyIDs)
            }
        return delegations.keys.keys.sorted().filter { !used.contains($0) }
            .map { "  a key that no role has: \(KeyWords.key($0, delegations.keys))" }
    }

    private static func paths(_ scope: TUF.DelegatedRole.Scope) -> String {
        let (what, texts) =
            switch scope {
            case .paths(let patterns): ("", patterns)
            case .hashPrefixes(let prefixes): ("names whose digests begin with ", prefixes)
            }
        return what + texts.map { Terminal.shown($0.string) }.joined(separator: ", ")
    }
}
