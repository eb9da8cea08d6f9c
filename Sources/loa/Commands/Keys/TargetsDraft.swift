import Trust

/// Top-level targets on their way.
struct TargetsDraft: SigningDraft {
    private var ceremony: TUF.TargetsCeremony

    init(_ ceremony: TUF.TargetsCeremony) { self.ceremony = ceremony }

    init(_ bytes: [UInt8], after old: TUF.Targets?, root: TUF.Root) throws {
        ceremony = try TUF.TargetsCeremony(reading: bytes, after: old, root: root)
    }

    var title: String { "targets, version \(ceremony.targets.header.version)" }
    var lines: [String] { PolicyWords.lines(ceremony) }
    var signatureLines: [String] { PolicyWords.missing(ceremony) }
    var bytes: [UInt8] { ceremony.envelope.bytes }
    var digest: String { Hexadecimal.encode(SHA256.digest(ceremony.envelope.signedBytes)) }

    mutating func sign(with key: SigningKey) throws {
        do throws(TUF.Refused) { try ceremony.sign(with: key) } catch {
            throw CommandFailure(
                "the root gives this key no place in targets: its signature would be worth nothing")
        }
    }

    mutating func join(_ bytes: [UInt8]) throws { try ceremony.join(bytes) }
}
