extension Release {
    /// The bytes that are signed.
    package var payload: [UInt8] { json.canonicalBytes }

    /// Throws unless the bytes are a release of this version, in its one spelling.
    package init(reading payload: [UInt8]) throws(ReleaseRefused) {
        let json = try Self.json(payload, limitBytes: Self.limitBytes)
        do throws(TUF.Refused) {
            self = try TUF.FieldReader.statement(
                json, "release", fields: Self.fields, optional: ["answers_to"]
            ) {
                fields throws(TUF.Refused) in try Release(fields)
            }
        } catch {
            throw ReleaseRefused(error)
        }
        guard self.payload == payload else { throw ReleaseRefused.malformed("it isn't in canonical form") }
    }

    /// Strict JSON within bounds.
    static func json(_ payload: [UInt8], limitBytes: Int) throws(ReleaseRefused) -> JSON {
        guard payload.count <= limitBytes else {
            throw ReleaseRefused.malformed("it is longer than \(limitBytes) bytes")
        }
        do throws(JSONRefused) { return try JSON(reading: payload) } catch {
            throw ReleaseRefused.malformed("\(error)")
        }
    }

    private static let fields: Set<ExactText> = [
        "loa-release", "item", "version", "title", "agency", "class", "languages", "renditions", "channels",
        "areas", "valid", "plays_per_day", "answers_to", "drawn_up",
    ]
    private static let renditionLimit = 64
    private static let longestSeconds: Int64 = 1100 * 86_400

    private init(_ fields: TUF.FieldReader) throws(TUF.Refused) {
        try fields.version("loa-release")
        let valid = try Self.window(fields)
        self.init(
            item: try fields.identifier("item"), version: try fields.number("version", 1...1_000_000),
            title: try fields.words("title", limitBytes: 1000), agency: try Agency(fields.object["agency"]),
            releaseClass: try Self.releaseClass(fields),
            languages: try fields.ascending("languages", limit: 16) { Self.isLanguage($0) ? $0 : nil },
            renditions: try fields.list("renditions", limit: Self.renditionLimit) {
                json throws(TUF.Refused) in
                try Rendition(json)
            },
            channels: Set(try fields.ascending("channels", limit: 8) { ChannelKind(rawValue: $0.string) }),
            areas: try AreaSet(fields, "areas"), from: valid.from, until: valid.until,
            playsPerDay: try fields.number("plays_per_day", 1...1440),
            answersTo: fields.has("answers_to") ? try Reason(fields.object["answers_to"]) : nil,
            drawnUp: try fields.instant("drawn_up"))
        guard Set(renditions.map(\.sha256)).count == renditions.count else {
            throw fields.refused("renditions", "has one twice")
        }
        guard Set(renditions.map(\.language)) == Set(languages) else {
            throw fields.refused(
                "renditions", "and languages: each language needs a rendition, and no other has one")
        }
        guard from < until, until.secondsSince1970 - from.secondsSince1970 <= Self.longestSeconds else {
            throw fields.refused("valid", "is empty or longer than three years")
        }
    }

    private static func window(
        _ fields: TUF.FieldReader
    ) throws(TUF.Refused) -> (from: TUF.Instant, until: TUF.Instant) {
        try TUF.FieldReader.statement(
            fields.object["valid"], "\(fields.place).valid", fields: ["from", "until"]
        ) {
            fields throws(TUF.Refused) in (try fields.instant("from"), try fields.instant("until"))
        }
    }

    private static func releaseClass(_ fields: TUF.FieldReader) throws(TUF.Refused) -> ReleaseClass {
        let name = try fields.text("class")
        guard let found = ReleaseClass(rawValue: name.string) else {
            throw fields.refused("class", "is an unknown \(name)")
        }
        return found
    }

    /// A tag such as `vi`, `hmn` or `zh-Hans` (BCP 47, the common forms).
    private static func isLanguage(_ text: ExactText) -> Bool {
        let parts = text.string.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count <= 3, let first = parts.first, 2...3 ~= first.utf8.count,
            first.utf8.allSatisfy({ 0x61...0x7A ~= $0 })
        else { return false }
        return parts.dropFirst().allSatisfy { part in
            2...8 ~= part.utf8.count
                && part.utf8.allSatisfy { 0x61...0x7A ~= $0 || 0x41...0x5A ~= $0 || 0x30...0x39 ~= $0 }
        }
    }

    private var json: JSON {
        var object: JSONObject = [
            "loa-release": .integer(1), "item": .text(item), "version": .integer(version),
            "title": .text(title),
            "agency": agency.json, "class": .text(releaseClass.rawValue), "languages": JSON(languages),
            "renditions": .array(renditions.map(\.json)),
            "channels": JSON(channels.map { ExactText($0.rawValue) }.sorted()), "areas": areas.json,
            "valid": .object(["from": .text(from.description), "until": .text(until.description)]),
            "plays_per_day": .integer(playsPerDay), "drawn_up": .text(drawnUp.description),
        ]
        object["answers_to"] = answersTo?.json
        return .object(object)
    }
}

extension Release.Agency {
    init(_ json: JSON?) throws(TUF.Refused) {
        self = try TUF.FieldReader.statement(json, "agency", fields: ["id", "name"]) {
            fields throws(TUF.Refused) in
            Release.Agency(id: try fields.identifier("id"), name: try fields.words("name", limitBytes: 500))
        }
    }

    var json: JSON { .object(["id": .text(id), "name": .text(name)]) }
}

extension Release.Reason {
    fileprivate init(_ json: JSON?) throws(TUF.Refused) {
        self = try TUF.FieldReader.statement(json, "answers_to", fields: ["plan", "task", "words"]) {
            fields throws(TUF.Refused) in
            Release.Reason(
                plan: try fields.words("plan", limitBytes: 500), task: try fields.identifier("task"),
                words: try fields.words("words", limitBytes: 8000))
        }
    }

    fileprivate var json: JSON { .object(["plan": .text(plan), "task": .text(task), "words": .text(words)]) }
}

extension Release.Rendition {
    fileprivate init(_ json: JSON) throws(TUF.Refused) {
        self = try TUF.FieldReader.statement(
            json, "renditions", fields: ["sha256", "length", "media_type", "language"]
        ) { fields throws(TUF.Refused) in
            let mediaType = try fields.text("media_type")
            guard Self.isMediaType(mediaType) else {
                throw fields.refused("media_type", "is none: \(mediaType)")
            }
            return Release.Rendition(
                sha256: try fields.digest("sha256"), length: try fields.number("length", 1...(1 << 40)),
                mediaType: mediaType,
                language: try fields.text("language"))
        }
    }

    private static func isMediaType(_ text: ExactText) -> Bool {
        let parts = text.string.split(separator: "/", omittingEmptySubsequences: false)
        return parts.count == 2
            && parts.allSatisfy { part in
                1...60 ~= part.utf8.count
                    && part.utf8.allSatisfy {
                        0x61...0x7A ~= $0 || 0x30...0x39 ~= $0 || ".+-".utf8.contains($0)
                    }
            }
    }

    fileprivate var json: JSON {
        .object([
            "sha256": .text(sha256), "length": .integer(length), "media_type": .text(mediaType),
            "language": .text(language),
        ])
    }
}

extension ReleaseRefused {
    init(_ refused: TUF.Refused) {
        if case .malformed(let reason) = refused {
            self = .malformed(reason)
        } else {
            self = .malformed("\(refused)")
        }
    }
}
