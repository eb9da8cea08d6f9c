extension TUF {
    /// Top-level targets on their way from desk to desk: policy and approvers, signed offline.
    package struct TargetsCeremony: Sendable {
        package let changes: [TargetsChange]
        package let targets: Targets
        package let policy: ReleasePolicy
        /// The targets before these, by which the changes are told; nil for the first ones.
        package let old: (targets: Targets, policy: ReleasePolicy)?
        package let root: Root
        package private(set) var envelope: Envelope

        /// - Parameters:
        ///   - policy: the value of the field `x-loa`.
        ///   - roles: online roles that targets delegate to, in order.
        ///   - old: the targets before; nil for the first ones. Their files and unknown fields stay.
        package init(
            policy json: JSON, delegatingTo roles: [(name: ExactText, key: PublicKey)], after old: Targets?,
            root: Root, expires: Instant
        ) throws {
            let policy = try ReleasePolicy(json: json)
            let keys = policy.approvers.map(\.key) + roles.map(\.key)
            if !root.isDemonstration, let key = keys.first(where: \.isDemonstration) {
                throw RootEditRefused.demonstrationKey(keyID: key.keyID)
            }
            var targets = old ?? Targets(header: Header(version: 0, expires: expires))
            targets.header.version += 1
            targets.header.expires = expires
            targets.header.custom[ReleasePolicy.field] = json
            if root.isDemonstration { targets.header.markAsDemonstration() }
            if !roles.isEmpty { targets.delegations = Self.delegations(roles) }
            try self.init(Envelope(signing: targets), after: old, root: root)
        }

        /// Targets that came back from another desk, with the signatures made there.
        package init(reading bytes: [UInt8], after old: Targets?, root: Root) throws {
            try self.init(try Envelope(reading: bytes), after: old, root: root)
        }

        private init(_ envelope: Envelope, after old: Targets?, root: Root) throws {
            let targets = try envelope.read(as: Targets.self)
            if let old, targets.header.version <= old.header.version {
                throw Refused.rollback(
                    role: TopRole.targets.name, trusted: old.header.version, found: targets.header.version)
            }
            let policy = try ReleasePolicy(in: targets)
            try root.requireSeparateKeys(in: targets, policy)
            self.old = try old.map { ($0, try ReleasePolicy(in: $0)) }
            changes = self.old.map { TargetsChange.all(from: $0, to: (targets, policy)) } ?? []
            self.root = root
            self.envelope = envelope
            self.targets = targets
            self.policy = policy
        }

        package mutating func sign(with key: SigningKey) throws(Refused) {
            try tally.requirePlace(for: key)
            envelope.sign(with: key)
        }

        package mutating func join(_ bytes: [UInt8]) throws(Refused) {
            try envelope.join(try Envelope(reading: bytes))
        }

        package var tally: SignatureTally { SignatureTally(envelope, [root.authority(of: .targets)]) }

        /// Each role has the folder of its own name, and nobody else is asked about it.
        private static func delegations(_ roles: [(name: ExactText, key: PublicKey)]) -> Delegations {
            Delegations(
                keys: roles.map(\.key),
                roles: .list(
                    roles.map { name, key in
                        DelegatedRole(
                            name: name, keys: RoleKeys(keyIDs: [key.keyID], threshold: 1),
                            isTerminating: true,
                            scope: .paths([ExactText("\(name)/*")]))
                    }))
        }
    }
}
