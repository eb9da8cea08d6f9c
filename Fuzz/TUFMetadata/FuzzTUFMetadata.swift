// Fuzzes what reads metadata that a stranger may have written: JSON, envelopes, the four roles, patterns, names,
// keys; and of statements and files of keys, which come the same way.
// Built with the sources of Trust as one module; see scripts/fuzz.

/// The first byte chooses what reads the rest.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzTUFMetadata(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    guard let start, count > 1 else { return 0 }
    let content = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
    switch start[0] % 5 {
    case 0: fuzzJSON(content)
    case 1: fuzzEnvelope(content)
    case 2: fuzzTrust(content)
    case 4: fuzzFiles(content)
    default: fuzzNames(content)
    }
    return 0
}

/// What was read is written and read back as the same; the canonical form has only one spelling.
private func fuzzJSON(_ content: [UInt8]) {
    guard let json = try? JSON(reading: content) else { return }
    let serialized = json.serialized
    guard let again = try? JSON(reading: serialized) else {
        preconditionFailure("Our own JSON can't be read.")
    }
    precondition(
        again == json && again.canonicalBytes == json.canonicalBytes && again.serialized == serialized)
}

/// Nothing that stands in metadata is lost by reading and writing them.
private func fuzzEnvelope(_ content: [UInt8]) {
    guard let envelope = try? TUF.Envelope(reading: content) else { return }
    let again = try? TUF.Envelope(reading: envelope.bytes)
    precondition(again == envelope)
    precondition(envelope.signedBytes == envelope.signed.canonicalBytes)
    check(envelope, TUF.Root.self)
    check(envelope, TUF.Timestamp.self)
    check(envelope, TUF.Snapshot.self)
    check(envelope, TUF.Targets.self)
}

private func check<Role: TUF.Role>(_ envelope: TUF.Envelope, _: Role.Type) {
    guard let role = try? envelope.read(as: Role.self) else { return }
    precondition(role.json == envelope.signed)
    guard let root = role as? TUF.Root else { return }
    for top in TUF.TopRole.allCases { _ = root.authority(of: top).validSigners(of: envelope) }
}

private let now = TUF.Instant(secondsSince1970: 1_800_000_000)
private let key = SigningKey(seed: [UInt8](repeating: 7, count: 32))
private let header = TUF.Header(expires: now.adding(seconds: 86_400))
private let trusted = makeTrusted()
private let timestamp = TUF.Timestamp(header: header, snapshot: TUF.MetaFile(version: 1))

private func makeTrusted() -> TUF.TrustedSet {
    var root = TUF.Root(header: header)
    for role in TUF.TopRole.allCases { root.setKeys([key.publicKey], threshold: 1, of: role) }
    var envelope = TUF.Envelope(signing: root)
    envelope.sign(with: key)
    guard let trusted = try? TUF.TrustedSet(root: envelope.bytes, start: now) else {
        preconditionFailure("Our own root is not trusted.")
    }
    return trusted
}

/// Whoever has no key makes nothing trusted but what was signed; a signature may be spelt differently, no more.
private func fuzzTrust(_ content: [UInt8]) {
    var set = trusted
    precondition((try? set.update(root: content)) == nil)
    if (try? set.update(timestamp: content)) == true {
        precondition(set.timestamp?.json == timestamp.json)
    }
}

/// Envelopes of statements and files of keys, which are carried by hand from anywhere.
private func fuzzFiles(_ content: [UInt8]) {
    if let envelope = try? StatementEnvelope(reading: content) {
        precondition((try? StatementEnvelope(reading: envelope.bytes)) == envelope)
        _ = envelope.persons(among: [StatementEnvelope.Signer(person: ExactText("an"), key: key.publicKey)])
    }
    if let file = try? KeyFile(reading: content) {
        precondition((try? KeyFile(reading: file.bytes)) == file)
    }
}

private func fuzzNames(_ content: [UInt8]) {
    let half = content.count / 2
    let one = ExactText(String(decoding: content[..<half], as: UTF8.self))
    let other = ExactText(String(decoding: content[half...], as: UTF8.self))
    _ = TUF.PathPattern(one).matches(other)
    precondition((one == other) == (TUF.fileName(of: one) == TUF.fileName(of: other)))
    precondition(!TUF.fileName(of: one).utf8.contains(0x2F) && TUF.fileName(of: one).utf8.count < 240)
    if let name = try? TUF.TargetName(one) {
        let path = name.path(of: TUF.TargetFile(of: []), isConsistent: true)
        precondition(path.utf8.allSatisfy { 0x20 < $0 && $0 < 0x7F && $0 != 0x3F && $0 != 0x23 })
        precondition(!path.split(separator: "/").contains { $0 == ".." || $0 == "." })
    }
    if let instant = TUF.Instant(one) { precondition(instant.description == one.string) }
    let key = PublicKey(
        json: .object([
            "keytype": .text(ExactText("ecdsa")), "scheme": .text(ExactText("ecdsa-sha2-nistp256")),
            "keyval": .object(["public": .text(other)]),
        ]))
    _ = key?.verifies(content, over: content)
    _ = key?.identity
}
