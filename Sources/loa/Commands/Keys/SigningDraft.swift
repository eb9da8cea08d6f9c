import Trust

/// A file on its way from desk to desk, of whatever kind: what whoever signs must see, and the signatures.
protocol SigningDraft {
    /// What it is, such as "root, version 2".
    var title: String { get }
    /// What it says or changes.
    var lines: [String] { get }
    /// Who has signed, and who else must.
    var signatureLines: [String] { get }
    var bytes: [UInt8] { get }
    /// SHA-256 of what is signed: two desks compare it by telephone.
    var digest: String { get }
    mutating func sign(with key: SigningKey) throws
    /// Takes the signatures out of another copy.
    mutating func join(_ bytes: [UInt8]) throws
}

extension SigningDraft {
    /// Stands below all that is shown: nothing of it can differ where this is the same.
    var digestLine: String { "Digest of what is signed: \(digest)" }
}

/// A root on its way.
struct RootDraft: SigningDraft {
    private var ceremony: TUF.RootCeremony

    init(_ ceremony: TUF.RootCeremony) { self.ceremony = ceremony }

    init(_ bytes: [UInt8], after old: TUF.Root?) throws {
        ceremony = try TUF.RootCeremony(reading: bytes, after: old)
    }

    var title: String { "root, version \(ceremony.new.header.version)" }
    var lines: [String] { RootWords.changes(ceremony) }
    var signatureLines: [String] { RootWords.missing(ceremony) }
    var bytes: [UInt8] { ceremony.envelope.bytes }
    var digest: String { Hexadecimal.encode(SHA256.digest(ceremony.envelope.signedBytes)) }

    mutating func sign(with key: SigningKey) throws {
        do throws(TUF.Refused) {
            try ceremony.sign(with: key)
        } catch {
            throw CommandFailure("this key has no place in the root: its signature would be worth nothing")
        }
    }

    mutating func join(_ bytes: [UInt8]) throws { try ceremony.join(bytes) }
}
