import Download
import Foundation
import Trust

/// A store of players, in a folder or behind a URL, of which nothing is believed but what the root leads to.
struct VerifiedStore {
    /// Bytes of one envelope: more than a release and its signatures take.
    private static let envelopeLimitBytes: Int64 = 1 << 20

    private let files: StoreFiles
    private var updater: TUF.Updater<StoreFiles, RememberedMetadata>

    /// - Parameters:
    ///   - start: the instant against which expiry is judged.
    ///   - folder: where what is trusted is kept for the next time; nil to forget it.
    init(_ place: StorePlace, root: [UInt8], start: TUF.Instant, keptIn folder: String?) throws {
        files = StoreFiles(place)
        updater = try TUF.Updater(
            source: files, store: RememberedMetadata(root: root, folder: folder), start: start)
    }

    mutating func policy() throws -> ReleasePolicy { try ReleasePolicy(in: try updater.topLevelTargets()) }

    /// What the store leads to now, so that whoever knows of newer targets sees that these are older.
    mutating func basis() throws -> String {
        let targets = try updater.topLevelTargets().header
        let timestamp = updater.trusted.timestamp?.header
        let found =
            timestamp.map { ", by the timestamp of version \($0.version), good until \($0.expires)" } ?? ""
        return "Judged by targets of version \(targets.version), good until \(targets.expires)\(found)."
    }

    /// Whether the root that is trusted now leads to keys that anybody may have.
    var isDemonstration: Bool { updater.trusted.root.isDemonstration }

    /// The envelopes of the releases that were published with exactly these bytes; the last one first.
    mutating func releases(of bytes: [UInt8]) throws -> [[UInt8]] {
        let target = try find(Hexadecimal.encode(SHA256.digest(bytes)))
        return try RenditionReleases(target).digests.reversed().compactMap { try release($0) }
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

    /// The envelopes that withdraw the release of that digest.
    mutating func withdrawals(of release: ExactText) throws -> [[UInt8]] {
        var found: [[UInt8]] = []
        for number in 1...Withdrawal.limitPerRelease {
            let name = Withdrawal.targetName(of: release, number: number).string.dropFirst("objects/".count)
            guard let bytes = try envelope(String(name)) else { break }
            found.append(bytes)
        }
        return found
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
