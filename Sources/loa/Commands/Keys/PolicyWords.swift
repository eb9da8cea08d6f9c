import Trust

/// What targets and their policy say, and what they change, in lines for people.
enum PolicyWords {
    static func lines(_ ceremony: TUF.TargetsCeremony) -> [String] {
        let changes = ceremony.changes.map { "  " + sentence($0) }
        return changes + (changes.isEmpty ? [] : ["All of it then:"]) + all(ceremony)
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
        let (header, policy) = (ceremony.targets.header, ceremony.policy)
        var lines = DemonstrationWords.lines(header.isDemonstration)
        lines.append("  version \(header.version), ends \(header.expires)")
        for approver in policy.approvers {
            lines += ["  approver \(ReleaseWords.name(approver))"] + scopes(approver)
        }
        for rule in policy.thresholds {
            let classes = ReleaseWords.classes(rule.classes)
            lines.append("  \(rule.persons) persons approve \(classes) in \(ReleaseWords.areas(rule.areas))")
        }
        lines.append("  elsewhere \(ReleasePolicy.standardThreshold) different persons approve")
        lines += policy.quietHours.map { rule in
            "  quiet from \(ReleasePolicy.QuietHours.clock(rule.from)) until "
                + "\(ReleasePolicy.QuietHours.clock(rule.until)): \(scope(rule.scope))"
        }
        lines += policy.ceilings.map { rule in
            "  at most \(rule.playsPerDay) plays and \(rule.minutesPerDay) minutes a day: \(scope(rule.scope))"
        }
        lines += policy.volumes.map { "  volume at most \($0.percent) of 100: \(scope($0.scope))" }
        lines += policy.withdrawn.map { "  withdrawn for good: \($0)" }
        lines.append("  local time is \(policy.minutesAheadOfUTC) minutes ahead of UTC")
        if case .list(let roles)? = ceremony.targets.delegations?.roles {
            lines += roles.map {
                "  the server's role \(Terminal.shown($0.name.string)) has \(paths($0.scope))"
            }
        }
        return lines + ["  \(ceremony.targets.files.count) targets of its own"]
    }

    private static func paths(_ scope: TUF.DelegatedRole.Scope) -> String {
        switch scope {
        case .paths(let patterns): patterns.map { Terminal.shown($0.string) }.joined(separator: ", ")
        case .hashPrefixes(let prefixes): "names whose digests begin with \(prefixes.count) prefixes"
        }
    }

    private static func scopes(_ approver: Approver) -> [String] {
        ["    from \(approver.from) until \(approver.until)"] + approver.scopes.map { "    \(scope($0))" }
    }

    private static func scope(_ scope: PlayScope) -> String {
        "\(ReleaseWords.classes(scope.classes)); \(ReleaseWords.channels(scope.channels)); "
            + "in \(ReleaseWords.areas(scope.areas))"
    }

    private static func sentence(_ change: TUF.TargetsChange) -> String {
        switch change {
        case .version(let from, let to): "version \(from) becomes \(to)"
        case .expires(let from, let to): "they ended \(from), and will end \(to)"
        case .approverAdded(let approver): "a new approver: \(ReleaseWords.name(approver))"
        case .approverLost(let approver): "no approver any more: \(ReleaseWords.name(approver))"
        case .approverChanged(_, let approver): "another person, scope or end: \(ReleaseWords.name(approver))"
        case .rule(let name): "\(name) of the policy changes"
        case .delegations: "the server's roles change"
        case .files: "targets of its own change"
        case .unknownField(let name):
            "a field that this program doesn't know changes: \(Terminal.shown(name.string))"
        }
    }
}
