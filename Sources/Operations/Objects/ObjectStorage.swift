package import Foundation

/// Where the files of a store lie: a folder, or a bucket of an S3-compatible store.
///
/// All but `open` wait for a disk or a network on the thread that calls: come from `ObjectStore.waiting`.
package protocol ObjectStorage: Sendable, CustomStringConvertible {
    /// The same for the same place, however it was named.
    var identity: String { get }

    /// Nil where there is none; throws where it is longer than `limit` bytes.
    func read(_ name: ObjectName, limit: Int) throws -> [UInt8]?

    /// Puts a file in its place, whole, for good, and instead of one that has the name already.
    func write(_ bytes: [UInt8], as name: ObjectName) throws

    /// Puts files in their places, in any order, and begins with none after `end`.
    func write(_ files: [NewObject], until end: ContinuousClock.Instant) throws

    /// Nothing happens where there is none.
    func remove(_ name: ObjectName) throws

    /// All files of the part whose names begin with the prefix, in no order; files that aren't whole are left out.
    func list(_ part: ObjectName.Part, prefix: String) throws -> [ListedObject]

    /// Lets one process of this machine at a time change the store; among machines a lease does.
    func changing<Result>(_ body: () throws -> Result) throws -> Result

    /// A file for whoever asked for it; nil where there is none.
    func open(_ name: ObjectName) async throws -> StoredObject?
}

extension ObjectStorage {
    package var identity: String { description }

    package func write(_ files: [NewObject], until end: ContinuousClock.Instant) throws {
        for file in files {
            try ObjectsRefused.requireTime(until: end)
            try write(file.bytes, as: file.name)
        }
    }
}

/// A file that is put in.
package struct NewObject: Sendable {
    package let name: ObjectName
    package let bytes: [UInt8]
}

/// One file in a list.
package struct ListedObject: Sendable, Hashable {
    package let name: ObjectName
    package let sizeBytes: Int64
    /// When it was written last, by the clock of the disk or the store.
    package let writtenAt: Date

    package init(name: ObjectName, sizeBytes: Int64, writtenAt: Date) {
        self.name = name
        self.sizeBytes = sizeBytes
        self.writtenAt = writtenAt
    }
}

/// A file as it can be sent on.
package enum StoredObject: Sendable {
    /// On this machine's disk.
    case file(path: String)
    /// Elsewhere, to be fetched piece by piece.
    case remote(RemoteObject)
}

/// A file in another machine's keeping.
package struct RemoteObject: Sendable {
    package let sizeBytes: Int
    /// With its quotes.
    package let entityTag: String
    package let modifiedAt: Date?
    /// These bytes of the file, all of them.
    package let read: @Sendable (Range<Int>) async throws -> [UInt8]

    package init(
        sizeBytes: Int, entityTag: String, modifiedAt: Date?,
        read: @escaping @Sendable (Range<Int>) async throws -> [UInt8]
    ) {
        self.sizeBytes = sizeBytes
        self.entityTag = entityTag
        self.modifiedAt = modifiedAt
        self.read = read
    }
}
