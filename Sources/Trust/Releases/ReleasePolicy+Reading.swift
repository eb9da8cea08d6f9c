extension ReleasePolicy {
    private static let approverLimit = 2000
    private static let ruleLimit = 200
    private static let withdrawnLimit = 10_000

    /// The policy that top-level targets metadata carries.
    ///
    /// Throws when it has none: then nothing may play.
    package init(in targets: TUF.Targets) throws(ReleaseRefused) {
        guard let json = targets.header.custom[Self.field] else {
            throw ReleaseRefused.malformed("targets carry no policy")
        }
        try self.init(json: json)
        let delegated = Set((targets.delegations?.keys ?? [:]).values.map(\.identity))
        // An online key orders what persons have approved; as a person's it could approve by itself.
        if let approver = approvers.first(where: { delegated.contains($0.key.identity) }) {
            throw ReleaseRefused.malformed(
                "the approver \(approver.name) has the key \(approver.key.keyID), which the targets give to the server"
            )
        }
    }

    package init(json: JSON) throws(ReleaseRefused) {
        do throws(TUF.Refused) {
            self = try TUF.FieldReader.statement(
                json, "policy",
                fields: [
                    "loa-policy", "approvers", "thresholds", "quiet_hours", "ceilings", "volumes",
                    "withdrawn", "minutes_ahead_of_utc",
                ]
            ) { fields throws(TUF.Refused) in try ReleasePolicy(fields) }
        } catch {
            throw ReleaseRefused(error)
        }
    }

    private init(_ fields: TUF.FieldReader) throws(TUF.Refused) {
        try fields.version("loa-policy")
        func rules<Rule>(
            _ field: ExactText, _ own: Set<ExactText>, _ read: (TUF.FieldReader) throws(TUF.Refused) -> Rule
        ) throws(TUF.Refused) -> [Rule] {
            try fields.list(field, limit: Self.ruleLimit) { json throws(TUF.Refused) in
                try TUF.FieldReader.statement(json, "policy.\(field)", fields: own, read: read)
            }
        }
        self.init(
            approvers: try fields.list("approvers", limit: Self.approverLimit) { json throws(TUF.Refused) in
                try Approver(json)
            },
            thresholds: try rules("thresholds", ["classes", "areas", "persons"]) {
                fields throws(TUF.Refused) in
                try Threshold(fields)
            },
            quietHours: try rules("quiet_hours", ["scope", "from", "until"]) { fields throws(TUF.Refused) in
                try QuietHours(fields)
            },
            ceilings: try rules("ceilings", ["scope", "plays_per_day", "minutes_per_day"]) {
                fields throws(TUF.Refused) in
                Ceiling(
                    scope: try PlayScope(fields.object["scope"], "policy.ceilings.scope"),
                    playsPerDay: try fields.number("plays_per_day", 0...10_000),
                    minutesPerDay: try fields.number("minutes_per_day", 0...1440))
            },
            volumes: try rules("volumes", ["scope", "percent"]) { fields throws(TUF.Refused) in
                Volume(
                    scope: try PlayScope(fields.object["scope"], "policy.volumes.scope"),
                    percent: try fields.number("percent", 0...100))
            }, withdrawn: try Self.digests(fields),
            minutesAheadOfUTC: try fields.number("minutes_ahead_of_utc", -720...840))
        // A key that two persons have doesn't tell who signed; one with two entries might outlive its end.
        guard Set(approvers.map(\.key.identity)).count == approvers.count else {
            throw fields.refused("approvers", "has one key twice")
        }
        if let (one, other) = likelySamePersons {
            throw fields.refused(
                "approvers",
                "has \(one.name) (\(one.person)) and \(other.name) (\(other.person)), likely one person: write the "
                    + "person alike in both, or tell their names apart")
        }
    }

    /// Two approvers who count as two persons, though they differ in nothing but capital letters, spaces and the way
    /// in which accents are put together: their keys would be counted twice.
    private var likelySamePersons: (Approver, Approver)? {
        var known: [[String]: Approver] = [:]
        for approver in approvers {
            let name = approver.name.string.lowercased().split(whereSeparator: \.isWhitespace)
            for likeness in [
                [approver.person.string.lowercased()],
                [name.joined(separator: " "), approver.agency.id.string.lowercased()],
            ] {
                if let other = known[likeness], other.person != approver.person { return (other, approver) }
                known[likeness] = approver
            }
        }
        return nil
    }

    private static func digests(_ fields: TUF.FieldReader) throws(TUF.Refused) -> [ExactText] {
        let digests = try fields.texts("withdrawn")
        guard digests.count <= withdrawnLimit, digests.allSatisfy(\.isDigest) else {
            throw fields.refused("withdrawn", "has too many, or one that is no SHA-256 in lower-case digits")
        }
        return digests
    }

    package var json: JSON {
        .object([
            "loa-policy": .integer(1), "approvers": .array(approvers.map(\.json)),
            "thresholds": .array(thresholds.map(\.json)), "quiet_hours": .array(quietHours.map(\.json)),
            "ceilings": .array(
                ceilings.map { ceiling in
                    .object([
                        "scope": ceiling.scope.json, "plays_per_day": .integer(ceiling.playsPerDay),
                        "minutes_per_day": .integer(ceiling.minutesPerDay),
                    ])
                }),
            "volumes": .array(
                volumes.map { .object(["scope": $0.scope.json, "percent": .integer($0.percent)]) }),
            "withdrawn": JSON(withdrawn), "minutes_ahead_of_utc": .integer(minutesAheadOfUTC),
        ])
    }
}

extension ReleasePolicy.Threshold {
    fileprivate init(_ fields: TUF.FieldReader) throws(TUF.Refused) {
        classes = Set(try fields.ascending("classes", limit: 3) { ReleaseClass(rawValue: $0.string) })
        areas = try AreaSet(fields, "areas")
        persons = try fields.number("persons", 1...10)
    }

    fileprivate var json: JSON {
        .object([
            "classes": JSON(classes.map { ExactText($0.rawValue) }.sorted()), "areas": areas.json,
            "persons": .integer(persons),
        ])
    }
}

extension ReleasePolicy.QuietHours {
    fileprivate init(_ fields: TUF.FieldReader) throws(TUF.Refused) {
        scope = try PlayScope(fields.object["scope"], "policy.quiet_hours.scope")
        from = try Self.minutes(fields, "from")
        until = try Self.minutes(fields, "until")
        guard from != until else {
            throw fields.refused("until", "is when it begins: say a whole day in two parts")
        }
    }

    /// `22:30` as minutes since midnight.
    private static func minutes(_ fields: TUF.FieldReader, _ field: ExactText) throws(TUF.Refused) -> Int64 {
        let digits = Array(try fields.text(field).utf8)
        guard digits.count == 5, digits[2] == 0x3A,
            [0, 1, 3, 4].allSatisfy({ 0x30...0x39 ~= digits[$0] })
        else { throw fields.refused(field, "is no time of day such as 22:30") }
        let values = digits.map { Int64($0) - 0x30 }
        let (hour, minute) = (values[0] * 10 + values[1], values[3] * 10 + values[4])
        guard hour < 24, minute < 60 else { throw fields.refused(field, "is no time of day such as 22:30") }
        return hour * 60 + minute
    }

    /// A time of day as the policy writes it.
    package static func clock(_ minutes: Int64) -> String {
        func padded(_ number: Int64) -> String { (number < 10 ? "0" : "") + String(number) }
        return "\(padded(minutes / 60)):\(padded(minutes % 60))"
    }

    fileprivate var json: JSON {
        .object(["scope": scope.json, "from": .text(Self.clock(from)), "until": .text(Self.clock(until))])
    }
}
