/// What one place plays on one channel on one day: approved releases in their order, to the second.
///
/// The server's own word, a target of the online role `programmes`. It orders; nothing plays because of it that the
/// releases and the policy don't allow. Its bytes are its canonical JSON and no others; docs/trust/programmes.md tells
/// the fields.
package struct Programme: Sendable, Hashable {
    /// The role that targets delegates to the server, and the folder of its targets.
    package static let role: ExactText = "programmes"
    /// Bytes.
    package static let limitBytes = 524_288
    private static let itemLimit = 3000
    private static let daySeconds: Int64 = 86_400

    /// One play.
    package struct Item: Sendable, Hashable {
        /// The digest of the release.
        package let release: ExactText
        package let from: TUF.Instant
        package let until: TUF.Instant

        package init(release: ExactText, from: TUF.Instant, until: TUF.Instant) {
            self.release = release
            self.from = from
            self.until = until
        }

        package func isOn(at instant: TUF.Instant) -> Bool { from <= instant && instant < until }
    }

    /// Counts up from 1 with each change of the day's order in that place.
    package let version: Int64
    package let place: Area
    package let channel: ChannelKind
    /// `2026-12-01`, local time.
    package let day: ExactText
    /// One after the other.
    package let items: [Item]

    package init(version: Int64, place: Area, channel: ChannelKind, day: ExactText, items: [Item]) {
        self.version = version
        self.place = place
        self.channel = channel
        self.day = day
        self.items = items
    }

    /// The target's name: `programmes/15-02701.board.2026-12-01.json`.
    package var name: ExactText {
        let place = place.text.string.replacing("/", with: "-")
        return ExactText("\(Self.role)/\(place).\(channel.rawValue).\(day).json")
    }

    /// Throws unless the bytes are a programme of this version, in its one spelling.
    package init(reading payload: [UInt8]) throws(ProgrammeRefused) {
        do throws(ReleaseRefused) {
            let json = try Release.json(payload, limitBytes: Self.limitBytes)
            do throws(TUF.Refused) { self = try Self.read(json) } catch { throw ReleaseRefused(error) }
        } catch {
            throw ProgrammeRefused.malformed("\(error)")
        }
        guard self.payload == payload else { throw ProgrammeRefused.malformed("it isn't in canonical form") }
    }

    /// The one spelling of a programme that was written by hand.
    package static func canonical(_ bytes: [UInt8]) throws(ProgrammeRefused) -> [UInt8] {
        do throws(ReleaseRefused) {
            return try Release.json(bytes, limitBytes: Self.limitBytes).canonicalBytes
        } catch {
            throw ProgrammeRefused.malformed("\(error)")
        }
    }

    private static func read(_ json: JSON) throws(TUF.Refused) -> Programme {
        try TUF.FieldReader.statement(
            json, "programme", fields: ["loa-programme", "version", "place", "channel", "day", "items"]
        ) { fields throws(TUF.Refused) in
            try fields.version("loa-programme")
            guard let place = Area(try fields.text("place")) else {
                throw fields.refused("place", "is no place")
            }
            guard let channel = ChannelKind(rawValue: try fields.text("channel").string) else {
                throw fields.refused("channel", "is an unknown one")
            }
            let day = try fields.text("day")
            guard let midnight = TUF.Instant(ExactText("\(day)T00:00:00Z")) else {
                throw fields.refused("day", "is no day such as 2026-12-01")
            }
            let items = try fields.list("items", limit: itemLimit) { json throws(TUF.Refused) in
                try Item(json)
            }
            for (one, next) in zip(items, items.dropFirst()) where next.from < one.until {
                throw fields.refused("items", "overlap or are out of order")
            }
            // Wherever on earth that day is; the day is for finding, the items' own times are what counts.
            let (first, last) = (
                midnight.adding(seconds: -daySeconds), midnight.adding(seconds: 2 * daySeconds)
            )
            guard items.allSatisfy({ first <= $0.from && $0.until <= last }) else {
                throw fields.refused("items", "leave the day")
            }
            return Programme(
                version: try fields.number("version", 1...(1 << 40)), place: place, channel: channel,
                day: day,
                items: items)
        }
    }

    /// The bytes of the target.
    package var payload: [UInt8] {
        JSON.object([
            "loa-programme": .integer(1), "version": .integer(version), "place": .text(place.text),
            "channel": .text(ExactText(channel.rawValue)), "day": .text(day),
            "items": .array(items.map(\.json)),
        ]).canonicalBytes
    }
}

extension Programme.Item {
    fileprivate init(_ json: JSON) throws(TUF.Refused) {
        self = try TUF.FieldReader.statement(json, "items", fields: ["release", "from", "until"]) {
            fields throws(TUF.Refused) in
            let item = Programme.Item(
                release: try fields.digest("release"), from: try fields.instant("from"),
                until: try fields.instant("until"))
            guard item.from < item.until else { throw fields.refused("until", "isn't after its beginning") }
            return item
        }
    }

    fileprivate var json: JSON {
        .object([
            "release": .text(release), "from": .text(ExactText(from.description)),
            "until": .text(ExactText(until.description)),
        ])
    }
}
