extension TUF {
    /// One thing in which top-level targets differ from those before: what whoever signs must have seen.
    package enum TargetsChange: Sendable, Hashable {
        case version(from: Int64, to: Int64)
        case expires(from: Instant, to: Instant)
        case approverAdded(Approver)
        case approverLost(Approver)
        /// The same key with another person, scope or end.
        case approverChanged(from: Approver, to: Approver)
        /// A rule of the policy, by the name of its field.
        case rule(ExactText)
        case delegations
        case files
        /// A field that this reader doesn't know, and can only name.
        case unknownField(ExactText)

        static func all(
            from old: (targets: Targets, policy: ReleasePolicy),
            to new: (targets: Targets, policy: ReleasePolicy)
        ) -> [TargetsChange] {
            var changes: [TargetsChange] = []
            let (before, after) = (old.targets.header, new.targets.header)
            if before.version != after.version {
                changes.append(.version(from: before.version, to: after.version))
            }
            if before.expires != after.expires {
                changes.append(.expires(from: before.expires, to: after.expires))
            }
            changes += approverChanges(old.policy.approvers, new.policy.approvers)
            changes += differences(old.policy.json, new.policy.json).filter { $0 != "approvers" }.map {
                .rule($0)
            }
            if old.targets.delegations != new.targets.delegations { changes.append(.delegations) }
            if old.targets.files != new.targets.files { changes.append(.files) }
            let unknown = differences(.object(before.custom), .object(after.custom))
                .filter { $0 != ReleasePolicy.field }
            changes += unknown.map { .unknownField($0) }
            if before.specVersion != after.specVersion { changes.append(.unknownField("spec_version")) }
            return changes
        }

        private static func approverChanges(_ old: [Approver], _ new: [Approver]) -> [TargetsChange] {
            var changes: [TargetsChange] = []
            for approver in new {
                let before = old.first { $0.key.identity == approver.key.identity }
                switch before {
                case nil: changes.append(.approverAdded(approver))
                case let before? where before != approver:
                    changes.append(.approverChanged(from: before, to: approver))
                default: break
                }
            }
            for approver in old where !new.contains(where: { $0.key.identity == approver.key.identity }) {
                changes.append(.approverLost(approver))
            }
            return changes
        }

        /// Names of members that differ.
        private static func differences(_ old: JSON, _ new: JSON) -> [ExactText] {
            guard case .object(let old) = old, case .object(let new) = new else { return [] }
            return Set(old.members.map(\.name) + new.members.map(\.name)).filter { old[$0] != new[$0] }
                .sorted()
        }
    }

    /// Top-level targets on their way from desk to desk: policy and approvers, signed offline.
    package struct TargetsCeremony: Sendable {
        package let changes: [TargetsChange]
        package let targets: Targets
        package let policy: ReleasePolicy
        package private(set) var envelope: Envelope
        private let authority: Authority

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
            changes =
                try old.map {
                    TargetsChange.all(from: ($0, try ReleasePolicy(in: $0)), to: (targets, policy))
                } ?? []
            self.envelope = envelope
            self.targets = targets
            self.policy = policy
            authority = root.authority(of: .targets)
        }

        package mutating func sign(with key: SigningKey) throws(Refused) {
            try tally.requirePlace(for: key)
            envelope.sign(with: key)
        }

        package mutating func join(_ bytes: [UInt8]) throws(Refused) {
            try envelope.join(try Envelope(reading: bytes))
        }

        package var tally: SignatureTally { SignatureTally(envelope, [authority]) }

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
