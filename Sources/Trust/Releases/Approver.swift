/// A person's key, and how far and how long it speaks.
package struct Approver: Sendable, Hashable {
    package let key: PublicKey
    /// The person, under one name in all entries: two keys of one person are one person.
    package let person: ExactText
    /// The person's name, for people.
    package let name: ExactText
    package let agency: Release.Agency
    package let scopes: [PlayScope]
    package let from: TUF.Instant
    package let until: TUF.Instant

    package init(
        key: PublicKey, person: ExactText, name: ExactText, agency: Release.Agency, scopes: [PlayScope],
        from: TUF.Instant, until: TUF.Instant
    ) {
        self.key = key
        self.person = person
        self.name = name
        self.agency = agency
        self.scopes = scopes
        self.from = from
        self.until = until
    }

    init(_ json: JSON) throws(TUF.Refused) {
        self = try TUF.FieldReader.statement(
            json, "approver", fields: ["key", "person", "name", "agency", "scopes", "valid"]
        ) { fields throws(TUF.Refused) in
            guard let key = fields.object["key"].flatMap({ PublicKey(json: $0) }), key.isUsable else {
                throw fields.refused("key", "is none that can verify")
            }
            let scopes = try fields.list("scopes", limit: 20) { json throws(TUF.Refused) in
                try PlayScope(json, "approver.scopes")
            }
            let valid = try TUF.FieldReader.statement(
                fields.object["valid"], "approver.valid", fields: ["from", "until"]
            ) { fields throws(TUF.Refused) in
                (from: try fields.instant("from"), until: try fields.instant("until"))
            }
            return Approver(
                key: key, person: try fields.identifier("person"),
                name: try fields.words("name", limitBytes: 300),
                agency: try Release.Agency(fields.object["agency"]), scopes: scopes, from: valid.from,
                until: valid.until)
        }
    }

    var json: JSON {
        .object([
            "key": key.json, "person": .text(person), "name": .text(name), "agency": agency.json,
            "scopes": .array(scopes.map(\.json)),
            "valid": .object(["from": .text(from.description), "until": .text(until.description)]),
        ])
    }

    func isValid(at instant: TUF.Instant) -> Bool { from <= instant && instant < until }

    /// Whether the person may speak so, on that channel, there.
    package func covers(_ releaseClass: ReleaseClass, _ channel: ChannelKind, _ place: Area) -> Bool {
        scopes.contains { $0.covers(releaseClass, channel, place) }
    }

    /// Whether the person may approve all of the release, on each of its channels and in each of its areas.
    func covers(_ release: Release) -> Bool {
        release.channels.allSatisfy { channel in
            release.areas.areas.allSatisfy { covers(release.releaseClass, channel, $0) }
        }
    }
}
