import Download
import Foundation
import Trust

/// A store of players, in a folder or behind a URL, of which nothing is believed but what the root leads to.
struct VerifiedStore {
    /// Bytes of one envelope: more than a release and its signatures take.
    private static let envelopeLimitBytes: Int64 = 1 << 20

    private let files: StoreFiles
    private var updater: TUF.Updater<StoreFiles, RememberedMetadata>

    /// - Parameter start: the instant against which expiry is judged.
    init(_ place: StorePlace, root: [UInt8], start: TUF.Instant) throws {
        files = StoreFiles(place)
        updater = try TUF.Updater(source: files, store: RememberedMetadata(root: root), start: start)
    }

    mutating func policy() throws -> ReleasePolicy { try ReleasePolicy(in: try updater.topLevelTargets()) }

    /// Whether the root that is trusted now leads to keys that anybody may have.
    var isDemonstration: Bool { updater.trusted.root.isDemonstration }

    /// What the newest timestamp says of the ledger.
    mutating func ledgerMark() throws -> TUF.LedgerMark? {
        try updater.refresh()
        return updater.trusted.timestamp.flatMap { TUF.LedgerMark(in: $0) }
    }

    /// The envelope of the release that was published with exactly these bytes.
    mutating func release(of bytes: [UInt8]) throws -> [UInt8]? {
        guard let file = try find(Hexadecimal.encode(SHA256.digest(bytes))),
            case .object(let custom)? = file.fields["custom"], case .text(let digest)? = custom["release"]
        else { return nil }
        return try release(digest)
    }

    /// The envelope of the release of that digest.
    mutating func release(_ digest: ExactText) throws -> [UInt8]? { try envelope("release-\(digest).json") }

    /// Whether these very bytes are the store's programme of that place, channel and day.
    mutating func has(_ programme: Programme) throws -> Bool {
        do {
            return try updater.find(programme.name).hashes == TUF.TargetFile(of: programme.payload).hashes
        } catch TUF.Refused.noSuchTarget {
            return false
        }
    }

    /// The envelope that withdraws the release of that digest.
    mutating func withdrawal(of release: ExactText) throws -> [UInt8]? {
        try envelope("withdrawal-\(release).json")
    }

    private mutating func envelope(_ name: String) throws -> [UInt8]? {
        guard let file = try find(name) else { return nil }
        let target = try TUF.TargetName(ExactText("objects/\(name)"))
        guard file.length <= Self.envelopeLimitBytes else {
            throw CommandFailure("\(Terminal.shown(name)) is too long for an envelope")
        }
        let isConsistent = updater.trusted.root.consistentSnapshot == true
        let path = target.path(of: file, isConsistent: isConsistent)
        guard let bytes = try files.file("targets/\(path)", limit: Int(file.length)) else {
            throw CommandFailure("the store names \(Terminal.shown(name)) and doesn't have it")
        }
        var check = TUF.TargetCheck(target, file)
        try check.add(bytes)
        try check.finish()
        return bytes
    }

    private mutating func find(_ name: String) throws -> TUF.TargetFile? {
        do {
            return try updater.find(ExactText("objects/\(name)"))
        } catch TUF.Refused.noSuchTarget {
            return nil
        }
    }
}

/// What is trusted during one command, and forgotten after it.
final class RememberedMetadata: TUF.MetadataStore {
    private var files: [ExactText: [UInt8]]

    init(root: [UInt8]) {
        files = [TUF.TopRole.root.name: root]
    }

    func load(_ role: ExactText, limit: Int) -> [UInt8]? { files[role] }
    func save(_ bytes: [UInt8], of role: ExactText) { files[role] = bytes }
    func remove(_ role: ExactText) { files[role] = nil }
}
