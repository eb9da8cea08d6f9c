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
        return lines
    }

    static func changes(_ ceremony: TUF.RootCeremony) -> [String] {
        guard let old = ceremony.old else { return lines(ceremony.new) }
        let changes = ceremony.changes.map { "  " + sentence($0, old, ceremony.new) }
        return changes + ["All of it then:"] + lines(ceremony.new)
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
        tally.signers.map { "Signed by \(holder($0))" }
            + tally.worthless.map { "A signature that counts for nothing: \(Terminal.shown($0.string))" }
    }

    static func holder(_ key: PublicKey) -> String {
        "\(Terminal.shown(key.holder?.string ?? "(no name)")) \(key.keyID)"
            + (key.isDemonstration ? " (DEMONSTRATION)" : "")
    }

    private static func key(_ keyID: ExactText, _ root: TUF.Root) -> String {
        let name = root.keys[keyID].map { $0.holder?.string ?? "(no name)" } ?? "(no such key)"
        return "\(Terminal.shown(name)) \(Terminal.shown(keyID.string))"
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
        case .keyFields(let keyID): "beside the key \(key(keyID, new)) stands something else than before"
        case .unknownField(let name):
            "a field that this program doesn't know changes: \(Terminal.shown(name.string))"
        }
    }
}
