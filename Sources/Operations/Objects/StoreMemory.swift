import Domain
import Foundation
import SQL
import Store
import Trust

/// What the office's database remembers of a store: whoever writes to the disk or the bucket, and not to the database,
/// takes nothing back to what it was.
struct StoreMemory: Sendable {
    /// Looked at in search of the last publication: between two of them a store is collected a few times at most.
    private static let entryLimit = 100
    private static let publication = "PublishObjects"

    /// The newest root at the last publication, and its SHA-256; nil where nobody knows.
    private(set) var root: (version: Int64, digest: String)?
    /// The version of the root by which the store was signed last; 0 where nobody knows.
    private(set) var signedRoot: Int64 = 0
    /// The version of the timestamp that was signed last; 0 where nobody knows.
    private(set) var timestamp: Int64 = 0

    static func read(of store: ObjectStore, in office: Office) async throws -> StoreMemory {
        try await office.pool.read { db in
            var memory = StoreMemory()
            memory.signedRoot = try db.workMark(mark("root", store)) ?? 0
            memory.timestamp = try db.workMark(mark("timestamp", store)) ?? 0
            for entry in try db.ledgerEntries(of: "objects", "store", limit: entryLimit)
            where entry.action == publication {
                let detail = try? JSONDecoder().decode([String: String].self, from: Data(entry.detail.utf8))
                // Publications of earlier programs don't name it.
                guard let words = detail?["root"]?.split(separator: ":"), words.count == 2,
                    let version = Int64(words[0])
                else { continue }
                memory.root = (version, String(words[1]))
                break
            }
            return memory
        }
    }

    /// A root as the ledger names it: its version and the SHA-256 of its file.
    static func named(_ root: [UInt8], _ version: Int64) -> String {
        "\(version):\(Hexadecimal.encode(SHA256.digest(root)))"
    }

    /// Whether that is the file of the root that the office published last; true where nobody knows.
    func isLastRoot(in files: [[UInt8]]) -> Bool {
        guard let root else { return true }
        return Int(exactly: root.version).map { files.indices.contains($0 - 1) } == true
            && Hexadecimal.encode(SHA256.digest(files[Int(root.version) - 1])) == root.digest
    }

    /// Throws where the store's timestamp is an older one than was signed last, or gone.
    ///
    /// Not where root has taken its key away: then versions may begin anew.
    func requireNoneOlder(_ publication: TUF.Publication, hasNewKey: Bool) throws(ObjectsRefused) {
        guard publication.previousVersion < timestamp, !hasNewKey else { return }
        let found =
            publication.previousVersion == 0
            ? "it has no timestamp" : "its timestamp has version \(publication.previousVersion)"
        throw ObjectsRefused.changed(
            "\(found), and version \(timestamp) was signed already, so players refuse what follows; where nothing newer is "
                + "left, a new root that gives the server another key lets versions begin anew")
    }

    /// Remembers what was signed; after it is written, for one that dies before may be behind and never ahead.
    static func note(root: Int64, timestamp: Int64, of store: ObjectStore, in office: Office) async throws {
        try await office.pool.write { db in
            try db.setWorkMark(mark("root", store), root)
            try db.setWorkMark(mark("timestamp", store), timestamp)
        }
    }

    private static func mark(_ what: String, _ store: ObjectStore) -> String {
        "objects.\(what):\(store.storage.identity)"
    }
}
