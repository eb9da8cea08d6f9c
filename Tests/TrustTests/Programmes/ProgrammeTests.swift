import Testing

@testable import Trust

/// A programme orders, and permits nothing.
struct ProgrammeTests {
    private var room = Newsroom()

    private static let from = Newsroom.instant("2026-11-21T05:00:00Z")

    static func programme(
        version: Int64 = 1, place: ExactText = "15", channel: ChannelKind = .board,
        _ items: [Programme.Item] = [item()]
    ) -> Programme {
        Programme(
            version: version, place: Newsroom.area(place), channel: channel, day: "2026-11-21", items: items)
    }

    static func item(
        _ release: ExactText = Release.example.digest, after seconds: Int64 = 0, lasting: Int64 = 30
    ) -> Programme.Item {
        Programme.Item(
            release: release, from: from.adding(seconds: seconds),
            until: from.adding(seconds: seconds + lasting))
    }

    private func decide(
        _ programme: Programme = programme(), at instant: TUF.Instant = from,
        in place: Area = Newsroom.commune, on channel: ChannelKind = .board,
        played: PlayQuestion.PlayedToday = .init()
    ) throws -> PlayDecision {
        room.policy.decide(
            programme.items[0], of: programme, try room.signed(), withdrawals: room.withdrawals,
            PlayQuestion(at: instant, in: place, on: channel, played: played))
    }

    @Test func `An ordered release plays in its seconds, in its place, on its channel`() throws {
        #expect(try decide() == .mayPlay(volumePercent: 100))
        let item = Self.item()
        #expect(try decide(at: item.until.adding(seconds: -1)) == .mayPlay(volumePercent: 100))
        let early = PlayDecision.mayNot(.notOrdered(from: item.from, until: item.until))
        #expect(try decide(at: item.from.adding(seconds: -1)) == early)
        #expect(try decide(at: item.until) == early)
        #expect(try decide(in: Newsroom.area("16")) == .mayNot(.elsewhere(Newsroom.area("16"))))
        #expect(try decide(on: .loudspeaker) == .mayNot(.otherChannel(.loudspeaker)))
    }

    @Test func `No order brings back what the release or the policy refuses`() throws {
        var unit = self
        unit.room.signers = ["an"]
        #expect(try unit.decide() == .mayNot(.notApproved(persons: 1, threshold: 2)))
        unit = self
        unit.room.release.areas = AreaSet([Newsroom.area("14")])
        let elsewhere = Self.programme([Self.item(unit.room.release.digest)])
        #expect(try unit.decide(elsewhere) == .mayNot(.elsewhere(Newsroom.commune)))
        unit = self
        try unit.room.withdraw("chau")
        #expect(try unit.decide() == .mayNot(.withdrawn(by: "CHAU", reason: "Sai ngày")))
        unit = self
        unit.room.policy.quietHours = [.init(scope: Newsroom.scope(), from: 12 * 60, until: 13 * 60)]
        #expect(try unit.decide() == .mayNot(.quietHours(from: "12:00", until: "13:00")))
        #expect(try decide(played: .init(ofRelease: 8)) == .mayNot(.playedEnough(perDay: 8)))
    }

    @Test func `What would run into quiet hours or past the release's end is not begun`() throws {
        var unit = self
        unit.room.policy.quietHours = [.init(scope: Newsroom.scope(), from: 12 * 60 + 1, until: 13 * 60)]
        #expect(try unit.decide() == .mayPlay(volumePercent: 100))
        let long = Self.programme([Self.item(lasting: 61)])
        #expect(try unit.decide(long) == .mayNot(.quietHours(from: "12:01", until: "13:00")))
        // Begun late, it is as short as what is left of it.
        #expect(try unit.decide(long, at: Self.from.adding(seconds: 1)) != .mayPlay(volumePercent: 100))
    }

    @Test func `The release that an item names is asked, and no other`() throws {
        let other = Self.programme([Self.item(ExactText(Hexadecimal.encode(SHA256.digest("another"))))])
        #expect(try decide(other) == .mayNot(.noRelease(other.items[0].release)))
        let missing = room.policy.decide(
            Self.item(), of: Self.programme(), nil, withdrawals: [],
            PlayQuestion(at: Self.from, in: Newsroom.commune, on: .board))
        #expect(missing == .mayNot(.noRelease(Release.example.digest)))
        let stray = room.policy.decide(
            Self.item(after: 60), of: Self.programme(), try room.signed(), withdrawals: [],
            PlayQuestion(at: Self.from.adding(seconds: 60), in: Newsroom.commune, on: .board))
        #expect(stray != .mayPlay(volumePercent: 100))
    }

    @Test func `A day is judged as a whole: plays and minutes add up`() throws {
        var unit = self
        let items = (0..<10).map { Self.item(after: $0 * 60) }
        let signed = [Release.example.digest: try room.signed()]
        func decisions(_ room: Newsroom) -> [PlayDecision] {
            room.policy.decisions(Self.programme(items), releases: signed, withdrawals: [])
        }
        #expect(decisions(room).map { $0 == .mayPlay(volumePercent: 100) } == (0..<10).map { $0 < 8 })
        unit.room.policy.ceilings = [.init(scope: Newsroom.scope(), playsPerDay: 100, minutesPerDay: 2)]
        #expect(decisions(unit.room)[3] == .mayPlay(volumePercent: 100))
        #expect(decisions(unit.room)[4] == .mayNot(.tooManyMinutes(perDay: 2)))
    }

    @Test func `A programme reads as it was written, and has one spelling and one name`() throws {
        let programme = Self.programme(place: "15/02701")
        #expect(try Programme(reading: programme.payload) == programme)
        #expect(programme.name == "programmes/15-02701.board.2026-11-21.json")
        #expect(throws: ProgrammeRefused.self) { try Programme(reading: programme.payload + [0x0A]) }
        let pretty = Array(String(decoding: programme.payload, as: UTF8.self).replacing(":", with: ": ").utf8)
        #expect(throws: ProgrammeRefused.self) { try Programme(reading: pretty) }
    }

    @Test(arguments: [
        ("\"loa-programme\":1", "\"loa-programme\":2"), ("\"version\":1", "\"version\":0"),
        ("\"version\":1", "\"version\":1.5"), ("\"version\":1", "\"version\":1,\"version\":2"),
        ("\"version\":1", "\"version\":1099511627777"), ("\"place\":\"15\"", "\"place\":\"15/../16\""),
        ("\"channel\":\"board\"", "\"channel\":\"siren\""), ("2026-11-21\"", "2026-11-31\""),
        ("\"day\":\"2026-11-21\"", "\"day\":\"2026-11-25\""), ("\"items\":[", "\"more\":1,\"items\":["),
        ("05:00:30Z", "05:00:00Z"), ("\"release\":\"", "\"release\":\"0"), ("05:00:30Z", "05:02:00Z"),
    ])
    func `Any other programme is refused`(part: String, other: String) throws {
        let programme = Self.programme([Self.item(), Self.item(after: 60)])
        let text = String(decoding: programme.payload, as: UTF8.self)
        let changed = text.replacing(part, with: other)
        #expect(changed != text, "the part \(part) is there")
        #expect(throws: ProgrammeRefused.self) { try Programme(reading: Array(changed.utf8)) }
    }

    @Test func `Endless programmes are refused before they are read`() {
        let long = [UInt8](repeating: 0x20, count: Programme.limitBytes + 1)
        #expect(throws: ProgrammeRefused.self) { try Programme(reading: long) }
        let many = Self.programme((0...3000).map { Self.item(after: $0 * 2, lasting: 1) })
        #expect(throws: ProgrammeRefused.self) { try Programme(reading: many.payload) }
    }
}

/// Whoever has the online keys signs an old order anew.
struct ProgrammeAttackTests {
    private let known = ProgrammeTests.programme(version: 5)

    private func check(_ new: Programme, after known: [UInt8]?) throws {
        try Programme.check(
            new.payload, as: known.map { _ in self.known.name } ?? new.name, after: known,
            at: Newsroom.noon)
    }

    @Test func `An older programme is refused, however freshly it was signed`() throws {
        #expect(throws: ProgrammeRefused.older(known: 5, found: 4)) {
            try check(ProgrammeTests.programme(version: 4), after: known.payload)
        }
        try check(ProgrammeTests.programme(version: 6, []), after: known.payload)
        try check(known, after: known.payload)
        try check(ProgrammeTests.programme(version: 1), after: nil)
    }

    @Test func `Another programme of the same version is refused`() throws {
        #expect(throws: ProgrammeRefused.older(known: 5, found: 5)) {
            try check(ProgrammeTests.programme(version: 5, []), after: known.payload)
        }
    }

    @Test func `A number far ahead is refused, and a thief's highest one leaves room for the next second`()
        throws
    {
        let now = Newsroom.noon.secondsSince1970
        for version in [now + 1, 1 << 40] {
            #expect(throws: ProgrammeRefused.ahead(found: version)) {
                try check(ProgrammeTests.programme(version: version, []), after: known.payload)
            }
        }
        let thief = ProgrammeTests.programme(version: now, [])
        try check(thief, after: known.payload)
        let next = ProgrammeTests.programme(version: now + 1)
        try Programme.check(
            next.payload, as: known.name, after: thief.payload, at: Newsroom.noon.adding(seconds: 1))
    }

    @Test func `What an earlier program kept with a number far ahead binds nobody`() throws {
        try check(
            ProgrammeTests.programme(version: 2),
            after: ProgrammeTests.programme(version: 1 << 40, []).payload)
    }

    @Test func `A device that has lost its time takes what is counted`() throws {
        let start = TUF.Instant(secondsSince1970: 0)
        try Programme.check(known.payload, as: known.name, after: nil, at: start)
        #expect(throws: ProgrammeRefused.self) {
            let far = ProgrammeTests.programme(version: Newsroom.noon.secondsSince1970)
            try Programme.check(far.payload, as: far.name, after: nil, at: start)
        }
    }

    @Test func `A programme doesn't take the name of another place, channel or day`() throws {
        let other = ProgrammeTests.programme(version: 9, place: "16")
        #expect(throws: ProgrammeRefused.otherName(found: other.name)) {
            try check(other, after: known.payload)
        }
        #expect(throws: ProgrammeRefused.otherName(found: other.name)) {
            try Programme.check(other.payload, as: known.name, after: nil, at: Newsroom.noon)
        }
    }

    @Test func `What is no programme doesn't take one's place, so that an older one can't follow it`() throws
    {
        #expect(throws: ProgrammeRefused.self) {
            try Programme.check(Array("{}".utf8), as: known.name, after: known.payload, at: Newsroom.noon)
        }
        // Another repository's folder of that name is none of our business.
        try Programme.check(Array("{}".utf8), as: "programmes/a", after: nil, at: Newsroom.noon)
        try Programme.check(Array("{}".utf8), as: "programmes/a", after: Array("[]".utf8), at: Newsroom.noon)
    }
}
