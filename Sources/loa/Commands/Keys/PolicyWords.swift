import Trust

/// What targets and their policy say, and what they change, in lines for people.
enum PolicyWords {
    static func lines(_ ceremony: TUF.TargetsCeremony) -> [String] {
        guard let old = ceremony.old else { return all(ceremony) }
        return [RootWords.compared(with: old.targets)]
            + ceremony.changes.flatMap { sentences($0, old, ceremony) }.map { "  " + $0 }
            + ["All of it then:"] + all(ceremony)
    }

    static func missing(_ ceremony: TUF.TargetsCeremony) -> [String] {
        let missing = ceremony.tally.missing.reduce(0, +)
        return RootWords.signatures(ceremony.tally)
            + [
                missing > 0
                    ? "It needs \(missing) more of the keys that root has for targets."
                    : "It is complete: publish it as \(ceremony.targets.header.version).targets.json."
            ]
    }

    private static func all(_ ceremony: TUF.TargetsCeremony) -> [String] {
        let targets = ceremony.targets
        var lines = DemonstrationWords.lines(targets.header.isDemonstration)
        lines.append("  version \(targets.header.version), ends \(targets.header.expires)")
        for approver in ceremony.policy.approvers { lines += approverLines(approver) }
        lines += RuleWords.lines(ceremony.policy)
        lines += DelegationWords.lines(targets) + DelegationWords.notes(targets, ceremony.root)
        return lines + ["  \(targets.files.count) targets of its own"] + fileLines(targets).map { "  " + $0 }
            + RootWords.unknown(targets.unknownFields)
    }

    private static func approverLines(_ approver: Approver) -> [String] {
        [
            "  approver \(ReleaseWords.person(approver))", "    key \(KeyWords.holder(approver.key))",
            "    from \(approver.from) until \(approver.until)",
        ] + approver.scopes.map { "    \(RuleWords.scope($0))" }
            + RootWords.unknown(approver.key.unknownFields).map { "  " + $0 }
    }

    private static func fileLines(_ targets: TUF.Targets) -> [String] {
        targets.files.names.map { name in
            let file = targets.files[name]
            let hashes = (file?.hashes ?? [:]).sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
            let more = file?.fields.members.map(\.name.string) ?? []
            return Terminal.shown(
                "  \(name): \(file?.length ?? 0) bytes, \((hashes + more).joined(separator: ", "))")
        }
    }

    private static func sentences(
        _ change: TUF.TargetsChange, _ old: (targets: TUF.Targets, policy: ReleasePolicy),
        _ new: TUF.TargetsCeremony
    ) -> [String] {
        switch change {
        case .version(let from, let to): return ["version \(from) becomes \(to)"]
        case .expires(let from, let to): return ["they ended \(from), and will end \(to)"]
        case .approverAdded(let approver):
            let isKnown = old.policy.approvers.contains { $0.person == approver.person }
            return ["\(isKnown ? "one more key of" : "a new approver:") \(ReleaseWords.name(approver))"]
        case .approverLost(let approver):
            let isKept = new.policy.approvers.contains { $0.person == approver.person }
            return ["\(isKept ? "one key less of" : "no approver any more:") \(ReleaseWords.name(approver))"]
        case .approverHasOtherKey(let from, let to):
            return ["ANOTHER KEY for the approver \(ReleaseWords.person(to)):"] + block(from, to)
        case .approverChanged(let from, let to):
            return ["another person, scope or end: \(ReleaseWords.name(to)):"] + block(from, to)
        case .rule(let name):
            return ["\(name) of the policy changes:"]
                + RuleWords.changes(name, from: old.policy, to: new.policy).map { "  " + $0 }
        case .delegations:
            return ["the server's roles change:"]
                + block(DelegationWords.lines(old.targets), DelegationWords.lines(new.targets))
        case .files:
            return ["targets of its own change:"] + block(fileLines(old.targets), fileLines(new.targets))
        case .unknownField(let name):
            return ["a field that this program doesn't know changes: \(Terminal.shown(name.string))"]
        }
    }

    private static func block(_ old: Approver, _ new: Approver) -> [String] {
        block(approverLines(old), approverLines(new))
    }

    /// Both, one below the other; where they read alike, what differs is a value that isn't shown.
    private static func block(_ old: [String], _ new: [String]) -> [String] {
        guard old != new else { return ["  (in fields that this program doesn't know)"] }
        return ["  before:"] + old.map { "  " + $0 } + ["  now:"] + new.map { "  " + $0 }
    }
}
