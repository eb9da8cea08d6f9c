import Testing

@testable import Trust

/// Whoever has the server's disk and its online keys makes no player speak.
struct ReleaseAttackTests {
    private var room = Newsroom()

    private func refused(_ persons: Int, _ threshold: Int64 = 2) -> PlayDecision {
        .mayNot(.notApproved(persons: persons, threshold: threshold))
    }

    @Test func `What nobody has approved doesn't play`() throws {
        var room = room
        room.signers = []
        #expect(try room.decide() == refused(0))
        room.signers = ["stranger", "thief"]
        #expect(try room.decide() == refused(0))
        #expect(try room.signed().strangers == 2)
    }

    @Test func `An approved text doesn't carry another picture`() throws {
        #expect(room.release.rendition(of: Array("another picture".utf8)) == nil)
        #expect(room.release.rendition(of: Newsroom.picture + [0]) == nil)
        // The thief exchanges the digest in the statement: the signatures are over the other one.
        var forged = room.release
        forged.renditions = [.init(of: Array("another picture".utf8), mediaType: "image/png", language: "vi")]
        let envelope = try StatementEnvelope(reading: room.envelope)
        let text = String(decoding: envelope.bytes, as: UTF8.self).replacing(
            Base64.encode(room.release.payload).string, with: Base64.encode(forged.payload).string)
        let signed = try SignedRelease(reading: Array(text.utf8), policy: room.policy)
        #expect(signed.release == forged)
        #expect(
            room.policy.decide(
                signed, withdrawals: [], .init(at: Newsroom.noon, in: Newsroom.commune, on: .board))
                == refused(0))
    }

    @Test func `One person's two keys are one person`() throws {
        var room = room
        room.policy.approvers.append(Newsroom.approver("an 2", person: "an"))
        room.signers = ["an", "an 2"]
        #expect(try room.decide() == refused(1))
        room.signers = ["an", "an 2", "chau"]
        #expect(try room.decide() == .mayPlay(volumePercent: 100))
    }

    @Test func `One key's signature, repeated, is one approval`() throws {
        let text = String(decoding: room.envelope, as: UTF8.self)
        let first = try #require(text.firstRange(of: "{\"keyid\""))
        let end = try #require(text[first.lowerBound...].firstRange(of: "}"))
        let entry = text[first.lowerBound..<end.upperBound]
        let alone = text[..<first.lowerBound] + "\(entry),\(entry)]}"
        let signed = try SignedRelease(reading: Array(alone.utf8), policy: room.policy)
        #expect(signed.persons(at: Newsroom.noon).count == 1)
    }

    @Test func `A revoked key counts for nothing`() throws {
        var room = room
        room.policy.approvers.removeAll { $0.person == "binh" }
        #expect(try room.decide() == refused(1))
    }

    @Test func `An expired key and one that isn't valid yet count for nothing`() throws {
        var room = room
        room.policy.approvers[1] = Newsroom.approver("binh", until: "2026-11-21T05:00:00Z")
        #expect(try room.decide() == refused(1))
        #expect(try room.decide(at: Newsroom.noon.adding(seconds: -1)) == .mayPlay(volumePercent: 100))
        room.policy.approvers[1] = Newsroom.approver("binh", from: "2026-11-21T05:00:01Z")
        #expect(try room.decide() == refused(1))
        #expect(try room.decide(at: Newsroom.noon.adding(seconds: 1)) == .mayPlay(volumePercent: 100))
    }

    @Test(arguments: [
        Newsroom.scope([.priority, .emergency]), Newsroom.scope([.routine], [.board]),
        Newsroom.scope([.routine], [.board, .loudspeaker], ["15/02701"]),
        Newsroom.scope([.routine], [.board, .loudspeaker], ["14"]),
    ])
    func `A key out of its scope counts for nothing, even where part of the release is inside`(
        scope: PlayScope
    ) throws {
        var room = room
        room.policy.approvers[1] = Newsroom.approver("binh", scopes: [scope])
        #expect(try room.decide() == refused(1))
        #expect(try room.signed().standings(at: Newsroom.noon).map(\.standing) == [.counts, .outOfScope])
    }

    @Test func `Scopes of one approver add up`() throws {
        var room = room
        room.policy.approvers[1] = Newsroom.approver(
            "binh",
            scopes: [Newsroom.scope([.routine], [.board]), Newsroom.scope([.routine], [.loudspeaker])])
        #expect(try room.decide() == .mayPlay(volumePercent: 100))
    }

    @Test func `A signature over another kind of statement is no approval`() throws {
        var other = StatementEnvelope(
            payloadType: "application/vnd.loa.release.v2+json", payload: room.release.payload)
        for signer in room.signers { other.sign(with: Newsroom.key(signer)) }
        #expect(throws: ReleaseRefused.unknownKind("application/vnd.loa.release.v2+json")) {
            try SignedRelease(reading: other.bytes, policy: room.policy)
        }
        let moved = String(decoding: other.bytes, as: UTF8.self).replacing(".v2+json", with: ".v1+json")
        #expect(try SignedRelease(reading: Array(moved.utf8), policy: room.policy).signers == [])
        #expect(throws: ReleaseRefused.unknownKind(Release.payloadType)) {
            try SignedWithdrawal(reading: room.envelope, policy: room.policy)
        }
    }

    @Test func `A hint of another key helps nobody`() throws {
        let (an, chau) = (Newsroom.key("an").publicKey.keyID, Newsroom.key("chau").publicKey.keyID)
        let text = String(decoding: room.envelope, as: UTF8.self).replacing(an.string, with: chau.string)
        let signed = try SignedRelease(reading: Array(text.utf8), policy: room.policy)
        #expect(signed.signers.map(\.person) == ["binh"])
        #expect(signed.strangers == 1)
    }

    @Test func `A policy with one key in two entries is refused whole`() throws {
        var policy = room.policy
        policy.approvers.append(Newsroom.approver("an", person: "dung"))
        #expect(throws: ReleaseRefused.self) { try ReleasePolicy(json: policy.json) }
        #expect(try ReleasePolicy(json: room.policy.json) == room.policy)
    }

    @Test func `The policy comes out of targets that are signed offline, and out of nothing else`() throws {
        var workshop = Workshop()
        workshop.repository.targets["targets"]?.header.custom[ReleasePolicy.field] = room.policy.json
        workshop.publish("targets")
        var updater = try workshop.updater()
        try updater.refresh()
        let metadata = try #require(workshop.store.files["targets"])
        let targets = try TUF.Envelope(reading: metadata).read(as: TUF.Targets.self)
        #expect(try ReleasePolicy(in: targets) == room.policy)
        #expect(throws: ReleaseRefused.self) { try ReleasePolicy(in: TUF.Targets(header: Workshop.header())) }
        // The thief signs a policy of their own with all keys of the server.
        var forged = try #require(workshop.repository.targets["targets"])
        forged.header.version += 1
        forged.header.custom[ReleasePolicy.field] =
            ReleasePolicy(approvers: [Newsroom.approver("thief")]).json
        let thieves = [Workshop.key("snapshot"), Workshop.key("timestamp")]
        workshop.forge(forged, as: "3.targets.json", by: thieves)
        workshop.repository.targets["targets"] = forged
        workshop.keys["targets"] = thieves
        workshop.publish("targets")
        #expect(throws: TUF.Refused.self) { try workshop.refresh() }
    }
}
