import Testing

@testable import Trust

struct PlayDecisionTests {
    private var room = Newsroom()

    @Test func `An approved release plays where, when and how it was approved`() throws {
        #expect(try room.decide() == .mayPlay(volumePercent: 100))
        #expect(try room.decide(in: Newsroom.area("15"), on: .loudspeaker) == .mayPlay(volumePercent: 100))
    }

    @Test func `A statement reads as it was written, and has one spelling`() throws {
        let again = try Release(reading: room.release.payload)
        #expect(again == room.release)
        #expect(again.digest == room.release.digest)
        #expect(again.rendition(of: Newsroom.picture) != nil)
    }

    @Test(
        arguments: [
            ("2026-11-19T23:59:59Z", 0, PlayRefused.notYet(from: Newsroom.instant("2026-11-20T00:00:00Z"))),
            ("2026-12-20T00:00:00Z", 0, .over(until: Newsroom.instant("2026-12-20T00:00:00Z"))),
            ("2026-12-19T23:59:00Z", 61, .over(until: Newsroom.instant("2026-12-20T00:00:00Z"))),
        ] as [(ExactText, Int64, PlayRefused)])
    func `Outside its window it is silent`(time: ExactText, seconds: Int64, reason: PlayRefused) throws {
        #expect(try room.decide(at: Newsroom.instant(time), lasting: seconds) == .mayNot(reason))
    }

    @Test(arguments: ["vn", "16", "16/02701", "14/02701"] as [ExactText])
    func `Outside its areas it is silent, and in a larger place than approved too`(place: ExactText) throws {
        #expect(try room.decide(in: Newsroom.area(place)) == .mayNot(.elsewhere(Newsroom.area(place))))
    }

    @Test func `A commune's release doesn't play in the whole province`() throws {
        var room = room
        room.release.areas = AreaSet([Newsroom.commune])
        #expect(try room.decide() == .mayPlay(volumePercent: 100))
        #expect(try room.decide(in: Newsroom.area("15")) == .mayNot(.elsewhere(Newsroom.area("15"))))
        #expect(
            try room.decide(in: Newsroom.area("15/02702")) == .mayNot(.elsewhere(Newsroom.area("15/02702"))))
    }

    @Test(arguments: [ChannelKind.social, .portal, .message])
    func `On other channels it is silent`(channel: ChannelKind) throws {
        #expect(try room.decide(on: channel) == .mayNot(.otherChannel(channel)))
    }

    @Test(
        arguments: [
            // 22:00 in Vietnam is 15:00 in UTC.
            ("2026-11-21T14:59:59Z", 0, true), ("2026-11-21T15:00:00Z", 0, false),
            ("2026-11-21T14:59:00Z", 60, true),
            ("2026-11-21T14:59:00Z", 61, false), ("2026-11-21T17:30:00Z", 0, false),
            ("2026-11-21T21:59:59Z", 0, false),
            ("2026-11-21T22:00:00Z", 0, true), ("2026-11-21T22:00:00Z", 61_200, true),
            ("2026-11-21T22:00:00Z", 61_201, false), ("2026-11-21T05:00:00Z", 200_000, false),
        ] as [(ExactText, Int64, Bool)])
    func `Quiet hours are quiet, over midnight and for what would run into them`(
        time: ExactText, seconds: Int64, mayPlay: Bool
    ) throws {
        var room = room
        room.policy.quietHours = [
            .init(scope: Newsroom.scope([.routine, .priority]), from: 22 * 60, until: 5 * 60)
        ]
        let answer = try room.decide(at: Newsroom.instant(time), lasting: seconds)
        #expect(
            answer
                == (mayPlay
                    ? .mayPlay(volumePercent: 100) : .mayNot(.quietHours(from: "22:00", until: "05:00"))))
        room.release.releaseClass = .emergency
        #expect(try room.decide(at: Newsroom.instant(time), lasting: seconds) == .mayPlay(volumePercent: 100))
    }

    @Test(
        arguments: [("05:29", true), ("05:30", false), ("06:59", false), ("07:00", true)]
            as [(ExactText, Bool)])
    func `Quiet hours within a day are quiet`(clock: ExactText, mayPlay: Bool) throws {
        var room = room
        room.policy.minutesAheadOfUTC = 0
        room.policy.quietHours = [.init(scope: Newsroom.scope(), from: 330, until: 420)]
        let answer = try room.decide(at: Newsroom.instant(ExactText("2026-11-21T\(clock):00Z")))
        #expect((answer == .mayPlay(volumePercent: 100)) == mayPlay)
    }

    @Test func `It plays as often a day as approved, and no device plays more than the ceilings`() throws {
        var room = room
        let often = PlayQuestion.PlayedToday(ofRelease: 8)
        #expect(try room.decide(played: often) == .mayNot(.playedEnough(perDay: 8)))
        room.policy.ceilings = [
            .init(scope: Newsroom.scope([.routine, .priority]), playsPerDay: 10, minutesPerDay: 30)
        ]
        func played(_ plays: Int64, _ seconds: Int64) -> PlayQuestion.PlayedToday {
            .init(byClass: [
                .routine: .init(plays: plays - 1, seconds: seconds), .priority: .init(plays: 1, seconds: 0),
                .emergency: .init(plays: 99, seconds: 99_999),
            ])
        }
        #expect(try room.decide(played: played(9, 0)) == .mayPlay(volumePercent: 100))
        #expect(try room.decide(played: played(10, 0)) == .mayNot(.tooManyPlays(perDay: 10)))
        #expect(try room.decide(lasting: 60, played: played(5, 1740)) == .mayPlay(volumePercent: 100))
        #expect(try room.decide(lasting: 61, played: played(5, 1740)) == .mayNot(.tooManyMinutes(perDay: 30)))
    }

    @Test func `The lowest ceiling of volume that reaches the place holds`() throws {
        var room = room
        room.policy.volumes = [
            .init(scope: Newsroom.scope(), percent: 80),
            .init(scope: Newsroom.scope([.routine], [.board], ["15/02701"]), percent: 40),
            .init(scope: Newsroom.scope([.routine], [.board], ["15/02702"]), percent: 10),
        ]
        #expect(try room.decide() == .mayPlay(volumePercent: 40))
        #expect(try room.decide(on: .loudspeaker) == .mayPlay(volumePercent: 80))
    }

    @Test func `One person's withdrawal is enough, where that person may speak`() throws {
        var room = room
        room.policy.approvers.append(
            Newsroom.approver("dung", scopes: [Newsroom.scope([.routine], [.board], ["15/02701"])]))
        try room.withdraw("dung")
        #expect(try room.decide() == .mayNot(.withdrawn(by: "DUNG", reason: "Sai ngày")))
        #expect(try room.decide(in: Newsroom.area("15/02702")) == .mayPlay(volumePercent: 100))
        #expect(try room.decide(on: .loudspeaker) == .mayPlay(volumePercent: 100))
        try room.withdraw("chau")
        #expect(try room.decide(on: .loudspeaker) == .mayNot(.withdrawn(by: "CHAU", reason: "Sai ngày")))
    }

    @Test func `A withdrawal outlives the key that signed it, and an ended key can't begin one`() throws {
        var room = room
        room.policy.approvers.append(Newsroom.approver("dung", until: "2026-11-22T00:00:00Z"))
        let later = Newsroom.instant("2026-12-01T05:00:00Z")
        try room.withdraw("dung", drawnUp: later)
        #expect(try room.decide(at: later) == .mayPlay(volumePercent: 100))
        try room.withdraw("dung")
        #expect(try room.decide(at: later) == .mayNot(.withdrawn(by: "DUNG", reason: "Sai ngày")))
    }

    @Test func `A withdrawal of another release, or by a stranger, stops nothing`() throws {
        var other = room
        other.release.version = 4
        try other.withdraw("an")
        var room = room
        room.withdrawals = other.withdrawals
        try room.withdraw("stranger")
        #expect(try room.decide() == .mayPlay(volumePercent: 100))
    }

    @Test func `The policy itself can withdraw for good`() throws {
        var room = room
        room.policy.withdrawn = [room.release.digest]
        #expect(try room.decide() == .mayNot(.withdrawnByPolicy))
    }
}

struct ThresholdTests {
    private func threshold(_ areas: [ExactText], _ rules: [(Set<ReleaseClass>, [ExactText], Int64)]) -> Int64
    {
        var room = Newsroom()
        room.release.areas = AreaSet(areas.map { Newsroom.area($0) })
        room.policy.thresholds = rules.map {
            .init(classes: $0.0, areas: $0.1.map { Newsroom.area($0) }, persons: $0.2)
        }
        return room.policy.threshold(for: room.release)
    }

    @Test func `Two different persons approve where no rule says otherwise`() {
        #expect(threshold(["15"], []) == 2)
        #expect(threshold(["15"], [([.emergency], ["vn"], 1)]) == 2)
    }

    @Test func `A rule holds in all areas inside of its own`() {
        #expect(threshold(["15/02701"], [([.routine], ["15"], 3)]) == 3)
        #expect(threshold(["15/02701"], [([.routine], ["15"], 1)]) == 1)
        #expect(threshold(["15/02701"], [([.routine], ["14"], 5)]) == 2)
    }

    @Test func `A mild rule for a part doesn't make the whole mild, and a strict one makes it strict`() {
        #expect(threshold(["15"], [([.routine], ["15/02701"], 1)]) == 2)
        #expect(threshold(["15"], [([.routine], ["15/02701"], 4)]) == 4)
        #expect(threshold(["14", "15"], [([.routine], ["15"], 1)]) == 2)
        #expect(threshold(["15"], [([.routine], ["vn"], 1), ([.routine], ["15"], 3)]) == 3)
    }
}
