extension TUF {
    /// Why a root or a policy isn't signed or published: a key would speak for persons and lie on the server at once.
    package enum KeysNotSeparate: Error, Sendable, Hashable, CustomStringConvertible {
        /// An approver's key is one that root gives to an online role.
        case approverOnline(name: ExactText, role: TopRole, keyID: ExactText)
        /// A key that signs root or targets would sign snapshot or timestamp.
        case holderOnline(keyID: ExactText)
        /// A key that signs root or targets would order what plays.
        case holderDelegated(role: TopRole, keyID: ExactText)

        package var description: String {
            switch self {
            case .approverOnline(let name, let role, let keyID):
                "the approver \(name) has the key \(keyID), which lies on the server for \(role.rawValue): whoever "
                    + "steals the server could approve"
            case .holderOnline(let keyID):
                "the key \(keyID) can't sign root or targets and lie on the server for snapshot or timestamp"
            case .holderDelegated(let role, let keyID):
                "the key \(keyID) signs \(role.rawValue): it can't lie on the server too"
            }
        }
    }
}

extension TUF.Root {
    /// A key that would sign offline and lie on the server at once; nil where there is none.
    var keyOnlineAndOffline: PublicKey? {
        let offline = authority(of: .root).identities.union(authority(of: .targets).identities)
        return [TUF.TopRole.snapshot, .timestamp].lazy
            .flatMap { authority(of: $0).keys.values }
            .first { offline.contains($0.identity) }
    }

    /// Throws where a key would sign offline and lie on the server at once.
    package func requireSeparateKeys() throws(TUF.KeysNotSeparate) {
        if let key = keyOnlineAndOffline { throw .holderOnline(keyID: key.keyID) }
    }

    /// Throws where approvers have keys of the server, or the server keys of root's or targets' holders.
    ///
    /// That no approver has a key to which the targets themselves delegate is asked whenever a policy is read.
    package func requireSeparateKeys(
        in targets: TUF.Targets, _ policy: ReleasePolicy
    ) throws(TUF.KeysNotSeparate) {
        try requireSeparateKeys()
        for role in [TUF.TopRole.snapshot, .timestamp] {
            let online = authority(of: role).identities
            if let approver = policy.approvers.first(where: { online.contains($0.key.identity) }) {
                throw .approverOnline(name: approver.name, role: role, keyID: approver.key.keyID)
            }
        }
        let delegated = targets.delegations.map { Array($0.keys.values) } ?? []
        for role in [TUF.TopRole.root, .targets] {
            let offline = authority(of: role).identities
            if let key = delegated.first(where: { offline.contains($0.identity) }) {
                throw .holderDelegated(role: role, keyID: key.keyID)
            }
        }
    }
}
