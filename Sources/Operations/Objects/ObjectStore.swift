import Foundation

/// The store that players fetch from, in which a name never comes to mean other bytes, but for `timestamp.json`.
package struct ObjectStore: Sendable {
    /// A name that no file of a store may have.
    struct UnusableName: Error, CustomStringConvertible {
        let text: String

        var description: String { "\(text) can't be a file's name in a store" }
    }

    /// Longer than any metadata, and than a client takes.
    package static let metadataLimitBytes = 64_000_000

    /// Bytes of one rendition that is put in by hand.
    package static let objectLimitBytes = 512 << 20

    /// Whoever waits for a disk or a network does it here, not on the threads that everybody shares.
    private static let queue = DispatchQueue(label: "loa.objects", attributes: .concurrent)

    package let storage: any ObjectStorage

    package init(_ storage: any ObjectStorage) {
        self.storage = storage
    }

    /// Runs what waits, on a thread that may.
    package static func waiting<Result: Sendable>(
        _ body: @escaping @Sendable () throws -> Result
    ) async throws -> Result {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Swift.Result { try body() }) }
        }
    }

    /// Lets one process at a time change the store, on a thread that may wait.
    package func changing<Result: Sendable>(
        _ body: @escaping @Sendable () throws -> Result
    ) async throws -> Result {
        try await Self.waiting { try storage.changing(body) }
    }

    /// Nil where there is none.
    package func metadata(_ name: String) throws -> [UInt8]? {
        try ObjectName(name, in: .metadata).flatMap {
            try storage.read($0, limit: Self.metadataLimitBytes)
        }
    }

    /// Root after root, up to the one after which there is none; nothing of them is believed yet.
    func roots() throws -> [[UInt8]] {
        var roots: [[UInt8]] = []
        while let bytes = try metadata("\(roots.count + 1).root.json") { roots.append(bytes) }
        return roots
    }

    /// A file of metadata as it is put in.
    func metadata(named name: String, _ bytes: [UInt8]) throws(UnusableName) -> NewObject {
        guard let name = ObjectName(name, in: .metadata) else { throw UnusableName(text: name) }
        return NewObject(name: name, bytes: bytes)
    }

    /// Puts metadata in, the timestamp last: nothing leads to the others before; begins with none after `end`.
    func write(_ files: [NewObject], until end: ContinuousClock.Instant) throws {
        let isLast = { (file: NewObject) in file.name.text == "timestamp.json" }
        try storage.write(files.filter { !isLast($0) }, until: end)
        try storage.write(files.filter(isLast), until: end)
    }
}
