// Fuzzes what reads releases, withdrawals, programmes and policies: envelopes come from anywhere, and a policy out of targets that a
// thief may have written before anyone verifies them.
// Built with the sources of Trust as one module; see scripts/fuzz.

/// The first byte chooses what reads the rest.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzReleases(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    guard let start, count > 1 else { return 0 }
    let content = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
    switch start[0] % 4 {
    case 0: fuzzStatements(content)
    case 1: fuzzEnvelopes(content)
    case 2: fuzzPolicy(content)
    default: fuzzNames(content)
    }
    return 0
}

/// A statement has one spelling: what is taken is written as it was read.
private func fuzzStatements(_ content: [UInt8]) {
    if let release = try? Release(reading: content) {
        precondition(release.payload == content)
        precondition(release.from < release.until && !release.renditions.isEmpty && release.title.isPlain)
        ask(policy, release)
    }
    if let withdrawal = try? Withdrawal(reading: content) { precondition(withdrawal.payload == content) }
    if let programme = try? Programme(reading: content) { fuzz(programme, content) }
}

/// A programme has one spelling, a name that leads nowhere else, and orders nothing that isn't at hand.
private func fuzz(_ programme: Programme, _ content: [UInt8]) {
    precondition(programme.payload == content)
    precondition((try? TUF.TargetName(programme.name)) != nil && Programme.isName(programme.name))
    precondition((try? Programme.check(content, as: programme.name, after: content)) != nil)
    for decision in policy.decisions(programme, releases: [:], withdrawals: []) {
        if case .mayPlay = decision { preconditionFailure("Nothing plays without its release.") }
    }
}

private func key(_ name: String) -> SigningKey { SigningKey(seed: SHA256.digest("approver \(name)")) }
private let scope = PlayScope(
    classes: Set(ReleaseClass.allCases), channels: Set(ChannelKind.allCases), areas: [.country])
private let policy = ReleasePolicy(
    approvers: ["an", "binh"].map { name in
        Approver(
            key: key(name).publicKey, person: ExactText(name), name: ExactText(name),
            agency: Release.Agency(id: "a", name: "A"), scopes: [scope],
            from: TUF.Instant(secondsSince1970: 0), until: TUF.Instant(secondsSince1970: 4_000_000_000))
    })
private let now = TUF.Instant(secondsSince1970: 1_800_000_000)
/// The one release that both have signed, in `seeds/envelope`.
private let signedDigest: ExactText = "969fee4e5efbbf41b53b9e6d58e0b703b5f780faf984f1042ef44f9651779a1e"

/// Whoever has no key makes nothing play but what was signed.
private func fuzzEnvelopes(_ content: [UInt8]) {
    if let signed = try? SignedRelease(reading: content, policy: policy) {
        precondition(signed.signers.isEmpty || signed.digest == signedDigest)
        precondition(signed.digest == signed.release.digest)
        let question = PlayQuestion(at: now, in: .country, on: .board)
        if case .mayPlay = policy.decide(signed, withdrawals: [], question) {
            precondition(signed.signers.count == 2)
        }
    }
    if let withdrawal = try? SignedWithdrawal(reading: content, policy: policy) {
        precondition(withdrawal.signers.isEmpty || withdrawal.withdrawal.release == signedDigest)
    }
}

/// A policy is written as it was read, and judges every question without a fault.
private func fuzzPolicy(_ content: [UInt8]) {
    guard let json = try? JSON(reading: content), let policy = try? ReleasePolicy(json: json) else { return }
    precondition(policy.json == json)
    guard let release = try? Release(reading: examplePayload) else {
        preconditionFailure("The example is one.")
    }
    ask(policy, release)
}

private let examplePayload = Release(
    item: "i", version: 1, title: "T", agency: Release.Agency(id: "a", name: "A"), releaseClass: .routine,
    languages: ["vi"],
    renditions: [Release.Rendition(of: [1], mediaType: "image/png", language: "vi")], channels: [.board],
    areas: AreaSet([.country]), from: now.adding(seconds: -86_400), until: now.adding(seconds: 86_400),
    playsPerDay: 1, drawnUp: now
).payload

private func ask(_ policy: ReleasePolicy, _ release: Release) {
    var envelope = StatementEnvelope(payloadType: Release.payloadType, payload: release.payload)
    for name in ["an", "binh"] { envelope.sign(with: key(name)) }
    guard let signed = try? SignedRelease(reading: envelope.bytes, policy: policy) else {
        preconditionFailure("Our own envelope can't be read.")
    }
    for seconds in [0, 60, .max] as [Int64] {
        let question = PlayQuestion(
            at: release.from, lasting: seconds, in: release.areas.areas[0], on: .board,
            played: .init(ofRelease: 0, byClass: [.routine: .init(plays: 1, seconds: 60)]))
        _ = policy.decide(signed, withdrawals: [], question)
    }
}

private func fuzzNames(_ content: [UInt8]) {
    let text = ExactText(String(decoding: content, as: UTF8.self))
    guard let area = Area(text) else { return }
    precondition(area.text == text && Area.country.contains(area) && area.overlaps(area))
}
