import Trust

/// What a root says, and what it changes, in lines for people.
enum RootWords {
    static func lines(_ root: TUF.Root) -> [String] {
        var lines = DemonstrationWords.lines(root.isDemonstration)
        lines.append("  version \(root.header.version), ends \(root.header.expires)")
        for role in TUF.TopRole.allCases {
            let authority = root.authority(of: role)
            lines.append("  \(role.rawValue): \(authority.threshold) of \(authority.keyIDs.count) must sign")
            for keyID in authority.keyIDs.sorted() { lines.append("    \(key(keyID, root))") }
            if [.root, .targets].contains(role), Int64(authority.keyIDs.count) == authority.threshold {
                lines.append(
                    "    (none to spare: one lost key, and \(role.rawValue) can't be signed any more)")
            }
        }
        return lines + notes(root)
            + unknown(root.unknownFields)
    }

    static func unknown(_ fields: [ExactText]) -> [String] {
        fields.map { "  a field that this program doesn't know: \(Terminal.shown($0.string))" }
    }

    /// So that all signers know that they have been shown changes of the same file.
    static func compared(with old: some TUF.Role) -> String {
        let digest = Hexadecimal.encode(SHA256.digest(old.json.canonicalBytes))
        return "  compared with version \(old.header.version), digest \(digest):"
    }

    /// What to know before signing: the root is right, and yet of no use to a server of Loa.
    private static func notes(_ root: TUF.Root) -> [String] {
        let (snapshot, timestamp) = (root.authority(of: .snapshot), root.authority(of: .timestamp))
        let isOne = !snapshot.identities.isDisjoint(with: timestamp.identities)
        guard !isOne || snapshot.threshold != 1 || timestamp.threshold != 1 else { return [] }
        return [
            "  (loa publish and loa serve sign snapshot and timestamp with one key: they can't use this root)"
        ]
    }

    static func changes(_ ceremony: TUF.RootCeremony) -> [String] {
        guard let old = ceremony.old else { return lines(ceremony.new) }
        return [compared(with: old)]
            + ceremony.changes.map { "  " + sentence($0, old, ceremony.new) } + ["All of it then:"]
            + lines(ceremony.new)
    }

    /// Who has signed, and who else must.
    static func missing(_ ceremony: TUF.RootCeremony) -> [String] {
        var lines = signatures(ceremony.tally)
        let (own, before) = ceremony.missing
        if own > 0 { lines.append("It needs \(own) more of its own root keys.") }
        if before > 0 { lines.append("It needs \(before) more of the root keys before it.") }
        if own == 0, before == 0 {
            lines.append("It is complete: publish it as \(ceremony.new.header.version).root.json.")
        }
        return lines
    }

    static func signatures(_ tally: TUF.SignatureTally) -> [String] {
        tally.signers.map { "Signed by \(KeyWords.holder($0))" }
            + tally.worthless.map { "A signature that counts for nothing: \(Terminal.shown($0.string))" }
    }

    private static func key(_ keyID: ExactText, _ root: TUF.Root) -> String {
        KeyWords.key(keyID, root.keys)
    }

    private static func sentence(_ change: TUF.RootChange, _ old: TUF.Root, _ new: TUF.Root) -> String {
        switch change {
        case .version(let from, let to): "version \(from) becomes \(to)"
        case .expires(let from, let to): "it ended \(from), and will end \(to)"
        case .threshold(let role, let from, let to):
            "\(role.rawValue): \(to) keys must sign, instead of \(from)"
        case .keyAdded(let role, let keyID): "\(role.rawValue) gains \(key(keyID, new))"
        case .keyRevoked(let role, let keyID): "\(role.rawValue) loses \(key(keyID, old))"
        case .consistentSnapshot(let isOn): "consistent snapshots are \(isOn ? "on" : "off")"
        case .keyFields(let keyID):
            "beside the key \(key(keyID, new)) stands something else than before (\(key(keyID, old)))"
        case .unknownField(let name):
            "a field that this program doesn't know changes: \(Terminal.shown(name.string))"
        }
    }
}
