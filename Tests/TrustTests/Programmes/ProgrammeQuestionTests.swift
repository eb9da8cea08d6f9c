import Testing

@testable import Trust

/// A whole day, judged for a device or an instant that somebody asks about.
struct ProgrammeQuestionTests {
    private var room = Newsroom()
    private let programme = ProgrammeTests.programme()

    private func decide(
        _ place: Area = Newsroom.commune, _ channel: ChannelKind = .board, after seconds: Int64? = nil
    ) throws -> PlayDecision {
        let signed = try room.signed()
        let item = ProgrammeTests.item(signed.digest)
        return try #require(
            room.policy.decisions(
                ProgrammeTests.programme([item]), releases: [signed.digest: signed], withdrawals: [],
                for: (place, channel), at: seconds.map { item.from.adding(seconds: $0) }
            ).first)
    }

    @Test func `A device elsewhere or on another channel plays none of it`() throws {
        #expect(try decide() == .mayPlay(volumePercent: 100))
        let other = Newsroom.area("16")
        #expect(try decide(other) == .mayNot(.elsewhere(other)))
        #expect(try decide(Newsroom.commune, .loudspeaker) == .mayNot(.otherChannel(.loudspeaker)))
    }

    @Test func `An item that is on at the instant is judged then, and from its beginning otherwise`() throws {
        var unit = self
        unit.room.release.from = programme.items[0].from.adding(seconds: 10)
        #expect(try unit.decide() != .mayPlay(volumePercent: 100))
        #expect(try unit.decide(after: 9) != .mayPlay(volumePercent: 100))
        #expect(try unit.decide(after: 15) == .mayPlay(volumePercent: 100))
        #expect(try unit.decide(after: 3600) != .mayPlay(volumePercent: 100))
    }
}
