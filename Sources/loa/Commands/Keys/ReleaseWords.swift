import Trust

/// What a release says, in lines for people.
enum ReleaseWords {
    static func lines(_ release: Release) -> [String] {
        var lines = [
            "  \(Terminal.shown(release.title.string)) (\(release.item), version \(release.version))",
            "  class: \(classes([release.releaseClass]))",
            "  issued by \(agency(release.agency)), drawn up \(release.drawnUp)",
        ]
        if let reason = release.answersTo {
            lines.append("  answers to task \(reason.task) of \(Terminal.shown(reason.plan.string)):")
            lines.append("    \(Terminal.shown(reason.words.string))")
        }
        lines.append("  on \(channels(release.channels)), in \(areas(release.areas))")
        lines.append(
            "  from \(release.from) until \(release.until), at most \(release.playsPerDay) times a day")
        for rendition in release.renditions {
            lines.append(
                "  in \(rendition.language): \(rendition.mediaType), \(rendition.length) bytes, SHA-256 \(rendition.sha256)"
            )
        }
        return lines
    }

    static func lines(_ withdrawal: Withdrawal) -> [String] {
        [
            "  of the release \(withdrawal.release)", "  drawn up \(withdrawal.drawnUp)",
            "  because: \(Terminal.shown(withdrawal.reason.string))",
        ]
    }

    /// The person, and by which key: names can be written by anybody.
    static func name(_ approver: Approver) -> String {
        words(approver, ", key \(KeyWords.identifier(approver.key))")
    }

    static func person(_ approver: Approver) -> String { words(approver, "") }

    private static func words(_ approver: Approver, _ more: String) -> String {
        "\(Terminal.shown(approver.name.string)) (\(approver.person), \(agency(approver.agency))\(more))"
    }

    private static func agency(_ agency: Release.Agency) -> String {
        "\(Terminal.shown(agency.name.string)) [\(agency.id)]"
    }

    static func classes(_ classes: Set<ReleaseClass>) -> String {
        ReleaseClass.allCases.filter { classes.contains($0) }.map { "\($0.rawValue) (\($0.vietnamese))" }
            .joined(separator: ", ")
    }

    static func channels(_ channels: Set<ChannelKind>) -> String {
        guard channels.count < ChannelKind.allCases.count else { return "all channels" }
        return channels.map(\.rawValue).sorted().joined(separator: ", ")
    }

    static func areas(_ areas: AreaSet) -> String {
        // All of them, however many: what isn't shown could be signed unseen.
        areas.areas.map { $0 == .country ? "all of the country" : $0.description }.joined(separator: ", ")
    }
}
