/// What a publication takes over of the store as it is, above all after a new root.
extension TUF.Publication {
    /// How far the ledger was when the store was signed last.
    package var previousMark: TUF.LedgerMark? { stored.flatMap { TUF.LedgerMark(in: $0.timestamp) } }

    /// The version of the timestamp that is there; 0 where the store was never begun.
    package var previousVersion: Int64 { stored?.timestamp.header.version ?? 0 }

    /// The timestamp's version as it is now, or will be with what was signed.
    package var timestampVersion: Int64 { timestamp.header.version }

    /// Whether the newest root has taken the key away that signed what is there.
    package var isRotated: Bool { stored?.isRotated ?? false }

    /// Whether a publication writes files of that name, version aside.
    static func isOwn(_ file: ExactText) -> Bool {
        guard file.string.hasSuffix(".json") else { return false }
        let name = ExactText(String(file.string.dropLast(".json".count)))
        return [(objectsRole, binBits), (Programme.role, programmeBinBits)].contains { role, bits in
            let bins = TUF.HashBins(
                keys: TUF.RoleKeys(keyIDs: [], threshold: 1), bitLength: bits, namePrefix: role)
            return name == role || bins.contains(name)
        }
    }

    /// Versions of programmes that a thief drove up go, where their own key isn't at hand to sign them anew: players
    /// forget the snapshot that named them.
    mutating func forgetForeignJumps() throws {
        guard try !isOurs(Programme.role) else { return }
        snapshot.files = snapshot.files.filter { name, file in
            Self.delegated(name) != Programme.role || file.version < TUF.StoredMetadata.versionLimit
        }
    }

    /// The role as it is published; nil when it is new.
    func stored(_ name: ExactText) throws -> TUF.Targets? {
        guard let stored, let file = snapshot.file(of: name) else { return nil }
        let role = Self.delegated(name)
        // Targets have given programmes another key since they were signed: nobody believes them any more, we neither.
        if role == Programme.role, let list = snapshot.file(of: role),
            try !stored.isSigned(role, list, by: signers(of: role))
        {
            return TUF.Targets(header: TUF.Header(version: file.version, expires: now))
        }
        return try stored.targets(name, file, by: signers(of: role))
    }

    /// Who may have signed a role of ours: our key, the one that targets name, and where root takes away the key of one
    /// server for all, that one.
    private func signers(of role: ExactText) -> [TUF.Authority] {
        let own = key(of: role).publicKey
        let servers = hasOtherKey && role == Self.objectsRole ? stored?.servers ?? [] : []
        let named = [storedTargets, currentTargets].compactMap { $0?.delegations?.authority(of: role) }
        return servers + named
            + [TUF.Authority(keyIDs: [own.keyID], threshold: 1, keys: [own.keyID: own])]
    }

    /// The number of the version to come.
    func next(after version: Int64, _ role: ExactText) throws(TUF.Refused) -> Int64 {
        // Players forget what was signed by a key that root takes away, so a thief's jump needn't be followed. No honest
        // version has had so high a number as the seconds since 1970, so no file of that name lies in a cache.
        let isJump = hasOtherKey && version >= TUF.StoredMetadata.versionLimit
        let isForgotten = version == 0 && stored != nil && root.header.version > 1
        guard !isJump, !isForgotten else { return now.secondsSince1970 }
        let (next, isBeyond) = version.addingReportingOverflow(1)
        guard !isBeyond else { throw TUF.Refused.noFurtherVersion(role: role) }
        return next
    }
}
