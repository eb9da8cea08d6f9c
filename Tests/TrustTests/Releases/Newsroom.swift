@testable import Trust

/// A policy with three approvers, a release that two of them have signed, and ways to spoil both.
struct Newsroom {
    static let noon = instant("2026-11-21T05:00:00Z")
    static let picture = Array("a picture".utf8)
    static let commune = area("15/02701")
    static let agency = Release.Agency(id: "so-vhttdl", name: "Sở Văn hóa, Thể thao và Du lịch")

    var release = Release.example
    var policy: ReleasePolicy
    var signers = ["an", "binh"]
    var withdrawals: [SignedWithdrawal] = []

    static func instant(_ text: ExactText) -> TUF.Instant {
        guard let instant = TUF.Instant(text) else { preconditionFailure("no time: \(text)") }
        return instant
    }

    static func area(_ text: ExactText) -> Area {
        guard let area = Area(text) else { preconditionFailure("no area: \(text)") }
        return area
    }

    static func key(_ name: String) -> SigningKey { SigningKey(seed: SHA256.digest("approver \(name)")) }

    static func scope(
        _ classes: Set<ReleaseClass> = Set(ReleaseClass.allCases),
        _ channels: Set<ChannelKind> = Set(ChannelKind.allCases), _ areas: [ExactText] = ["vn"]
    ) -> PlayScope {
        PlayScope(classes: classes, channels: channels, areas: areas.map { area($0) })
    }

    static func approver(
        _ name: String, person: String? = nil, scopes: [PlayScope] = [scope()],
        from: ExactText = "2026-01-01T00:00:00Z", until: ExactText = "2027-01-01T00:00:00Z"
    ) -> Approver {
        Approver(
            key: key(name).publicKey, person: ExactText(person ?? name), name: ExactText(name.uppercased()),
            agency: agency, scopes: scopes, from: instant(from), until: instant(until))
    }

    init() {
        policy = ReleasePolicy(approvers: ["an", "binh", "chau"].map { Self.approver($0) })
    }

    /// The envelope as it stands on the server.
    var envelope: [UInt8] {
        var envelope = StatementEnvelope(payloadType: Release.payloadType, payload: release.payload)
        for signer in signers { envelope.sign(with: Self.key(signer)) }
        return envelope.bytes
    }

    func signed() throws -> SignedRelease { try SignedRelease(reading: envelope, policy: policy) }

    func decide(
        at instant: TUF.Instant = noon, lasting seconds: Int64 = 0, in place: Area = commune,
        on channel: ChannelKind = .board, played: PlayQuestion.PlayedToday = .init()
    ) throws -> PlayDecision {
        policy.decide(
            try signed(), withdrawals: withdrawals,
            PlayQuestion(at: instant, lasting: seconds, in: place, on: channel, played: played))
    }

    mutating func withdraw(_ names: String..., drawnUp: TUF.Instant = noon) throws {
        let statement = Withdrawal(release: release.digest, reason: "Sai ngày", drawnUp: drawnUp)
        var envelope = StatementEnvelope(payloadType: Withdrawal.payloadType, payload: statement.payload)
        for name in names { envelope.sign(with: Self.key(name)) }
        withdrawals.append(try SignedWithdrawal(reading: envelope.bytes, policy: policy))
    }
}

extension Release {
    static let example = Release(
        item: "tin-42", version: 3, title: "Lịch tiêm chủng tháng 12", agency: Newsroom.agency,
        releaseClass: .routine, languages: ["vi"],
        renditions: [Rendition(of: Newsroom.picture, mediaType: "image/png", language: "vi")],
        channels: [.board, .loudspeaker], areas: AreaSet([Newsroom.area("15")]),
        from: Newsroom.instant("2026-11-20T00:00:00Z"), until: Newsroom.instant("2026-12-20T00:00:00Z"),
        playsPerDay: 8,
        answersTo: Reason(
            plan: "211/KH-UBND", task: "nv-7", words: "Thông báo lịch tiêm chủng đến từng thôn"),
        drawnUp: Newsroom.instant("2026-11-19T02:00:00Z"))
}
