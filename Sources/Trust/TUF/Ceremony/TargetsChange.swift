extension TUF {
    /// One thing in which top-level targets differ from those before: what whoever signs must have seen.
    package enum TargetsChange: Sendable, Hashable {
        case version(from: Int64, to: Int64)
        case expires(from: Instant, to: Instant)
        case approverAdded(Approver)
        case approverLost(Approver)
        /// The same person with another key: what a thief of one desk would want, too.
        case approverHasOtherKey(from: Approver, to: Approver)
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
            var lost = without(old, keysOf: new)
            var changes: [TargetsChange] = []
            for approver in without(new, keysOf: old) {
                guard let at = lost.firstIndex(where: { $0.person == approver.person }) else {
                    changes.append(.approverAdded(approver))
                    continue
                }
                changes.append(.approverHasOtherKey(from: lost.remove(at: at), to: approver))
            }
            for approver in new {
                guard let before = old.first(where: { $0.key.identity == approver.key.identity }),
                    before != approver
                else { continue }
                changes.append(.approverChanged(from: before, to: approver))
            }
            return changes + lost.map { .approverLost($0) }
        }

        /// Those whose keys the others don't have, however these are written.
        private static func without(_ approvers: [Approver], keysOf others: [Approver]) -> [Approver] {
            let known = Set(others.map(\.key.identity))
            return approvers.filter { !known.contains($0.key.identity) }
        }

        /// Names of members that differ.
        private static func differences(_ old: JSON, _ new: JSON) -> [ExactText] {
            guard case .object(let old) = old, case .object(let new) = new else { return [] }
            return Set(old.members.map(\.name) + new.members.map(\.name)).filter { old[$0] != new[$0] }
                .sorted()
        }
    }
}
