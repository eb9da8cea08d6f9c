import Trust

/// The rules of a policy, and how one list of them becomes another, in lines for people.
enum RuleWords {
    /// What a rule is about, and what it says.
    private struct Rule: Hashable {
        let subject: String
        let value: String

        var line: String { "  \(value): \(subject)" }
    }

    static func lines(_ policy: ReleasePolicy) -> [String] {
        fields.flatMap { field in
            let lines = rules(of: policy, field).map(\.line)
            guard field == "thresholds" else { return lines }
            return lines + ["  elsewhere \(ReleasePolicy.standardThreshold) different persons approve"]
        }
    }

    /// What becomes of the field's rules; from what to what, where one only says something else.
    static func changes(_ field: ExactText, from old: ReleasePolicy, to new: ReleasePolicy) -> [String] {
        var (gone, come) = (rules(of: old, field), [Rule]())
        for rule in rules(of: new, field) {
            if let at = gone.firstIndex(of: rule) { gone.remove(at: at) } else { come.append(rule) }
        }
        var lines: [String] = []
        for rule in come {
            if let at = gone.firstIndex(where: { $0.subject == rule.subject }) {
                lines.append("\(rule.value) instead of \(gone.remove(at: at).value): \(rule.subject)")
            } else {
                lines.append("new: \(rule.value): \(rule.subject)")
            }
        }
        lines += gone.map { "no more: \($0.value): \($0.subject)" }
        return lines.isEmpty ? ["the order changes"] : lines
    }

    static func scope(_ scope: PlayScope) -> String {
        "\(ReleaseWords.classes(scope.classes)); \(ReleaseWords.channels(scope.channels)); "
            + "in \(ReleaseWords.areas(scope.areas))"
    }

    private static let fields: [ExactText] = [
        "thresholds", "quiet_hours", "ceilings", "volumes", "withdrawn", "minutes_ahead_of_utc",
    ]

    private static func rules(of policy: ReleasePolicy, _ field: ExactText) -> [Rule] {
        switch field {
        case "thresholds":
            policy.thresholds.map { rule in
                Rule(
                    subject: "\(ReleaseWords.classes(rule.classes)) in \(ReleaseWords.areas(rule.areas))",
                    value: "\(rule.persons) persons approve")
            }
        case "quiet_hours":
            policy.quietHours.map { rule in
                let clock = ReleasePolicy.QuietHours.clock
                return Rule(
                    subject: scope(rule.scope),
                    value: "quiet from \(clock(rule.from)) until \(clock(rule.until))")
            }
        case "ceilings":
            policy.ceilings.map { rule in
                Rule(
                    subject: scope(rule.scope),
                    value: "at most \(rule.playsPerDay) plays and \(rule.minutesPerDay) minutes a day")
            }
        case "volumes":
            policy.volumes.map { rule in
                Rule(subject: scope(rule.scope), value: "volume at most \(rule.percent) of 100")
            }
        case "withdrawn": policy.withdrawn.map { Rule(subject: $0.string, value: "withdrawn for good") }
        case "minutes_ahead_of_utc":
            [Rule(subject: "local time", value: "\(policy.minutesAheadOfUTC) minutes ahead of UTC")]
        default: []
        }
    }
}
