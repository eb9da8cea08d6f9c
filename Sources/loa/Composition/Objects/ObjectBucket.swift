import Download
import Foundation
import Locks
import Operations
import Trust

/// A store in a bucket of an S3-compatible store; several servers and programs may share it.
final class ObjectBucket: ObjectStorage {
    /// Requests for those who ask us, at once; the others wait.
    private static let mostAtOnce = 16
    /// More than this wait for a store that is too slow: whoever comes then is told so at once.
    private static let mostWaiting = 512
    /// Files of metadata that are put in at once.
    private static let mostWrites = 8
    /// For one of them, with repetitions.
    private static let writeSeconds = 40
    private let bucket: S3Bucket
    /// Empty, or ending with `/`.
    private let prefix: String
    private let metadata = KeptMetadata()
    private let waiting = Locked(0)
    private let queue: OperationQueue

    init(_ bucket: S3Bucket, prefix: String) {
        self.bucket = bucket
        self.prefix = prefix
        queue = OperationQueue()
        queue.maxConcurrentOperationCount = Self.mostAtOnce
    }

    var description: String { "\(bucket.place)/\(prefix)" }

    func read(_ name: ObjectName, limit: Int) throws -> [UInt8]? {
        try bucket.get(key(name), limit: limit, patience: .long)
    }

    func write(_ bytes: [UInt8], as name: ObjectName) throws {
        try put(bytes, as: name, .long)
    }

    /// Several at once: one after the other, a store far away would take longer than a lease lasts.
    func write(_ files: [NewObject], until end: ContinuousClock.Instant) throws {
        let queue = OperationQueue()
        queue.maxConcurrentOperationCount = Self.mostWrites
        let failure = Locked<(any Error)?>(nil)
        for file in files {
            queue.addOperation { [self] in
                do {
                    guard failure.withLock({ $0 == nil }) else { return }
                    try ObjectsRefused.requireTime(until: end)
                    let left = Int((end - .now).components.seconds)
                    let patience = S3Patience(attempts: 4, totalSeconds: min(left, Self.writeSeconds))
                    try put(file.bytes, as: file.name, patience)
                } catch {
                    failure.withLock { $0 = $0 ?? error }
                }
            }
        }
        queue.waitUntilAllOperationsAreFinished()
        if let error = failure.withLock({ $0 }) { throw error }
    }

    private func put(_ bytes: [UInt8], as name: ObjectName, _ patience: S3Patience) throws {
        try bucket.put(
            bytes, digest: Hexadecimal.encode(SHA256.digest(bytes)), as: key(name),
            type: name.text.hasSuffix(".json") ? "application/json" : "application/octet-stream",
            patience: patience)
    }

    func remove(_ name: ObjectName) throws {
        try bucket.delete(key(name), patience: .bounded)
    }

    func list(_ part: ObjectName.Part, prefix: String) throws -> [ListedObject] {
        let folder = "\(self.prefix)\(part.rawValue)/"
        return try bucket.list(prefix: folder + prefix, patience: .bounded).compactMap { listed in
            // Others may keep files of their own there.
            ObjectName(String(listed.key.dropFirst(folder.count)), in: part).map {
                ListedObject(name: $0, sizeBytes: listed.sizeBytes, writtenAt: listed.writtenAt)
            }
        }
    }

    /// A bucket has no lock: the lease in the database is the only one.
    func changing<Result>(_ body: () throws -> Result) throws -> Result { try body() }

    func open(_ name: ObjectName) async throws -> StoredObject? {
        do {
            return name.part == .metadata ? try await openMetadata(name) : try await openObject(name)
        } catch let failure as S3Failure {
            throw ObjectsUnavailable("\(failure)")
        }
    }

    private func openMetadata(_ name: ObjectName) async throws -> StoredObject? {
        let kept = try await metadata.file(name) { [self] in
            try await asking { [self] in
                try bucket.get(key(name), limit: ObjectStore.metadataLimitBytes, patience: .short)
            }
        }
        return kept.map { file in
            .remote(
                RemoteObject(sizeBytes: file.bytes.count, entityTag: file.entityTag, modifiedAt: nil) {
                    Array(file.bytes[$0])
                })
        }
    }

    private func openObject(_ name: ObjectName) async throws -> StoredObject? {
        let key = key(name)
        let facts = try await asking { [bucket] in try bucket.facts(of: key, patience: .short) }
        return facts.map { facts in
            .remote(
                RemoteObject(
                    sizeBytes: facts.sizeBytes, entityTag: facts.entityTag, modifiedAt: facts.modifiedAt
                ) { [self] range in
                    let piece = try await asking { [bucket] in
                        try bucket.get(key, range: range, limit: range.count, patience: .short)
                    }
                    guard let piece else { throw ObjectsUnavailable("\(name) has gone while it was read") }
                    return piece
                })
        }
    }

    /// Waits for the store on one of a few threads.
    private func asking<Answer: Sendable>(
        _ body: @escaping @Sendable () throws -> Answer
    ) async throws -> Answer {
        let isFull = waiting.withLock { count in
            guard count < Self.mostWaiting else { return true }
            count += 1
            return false
        }
        if isFull { throw ObjectsUnavailable("\(Self.mostWaiting) others wait for it already") }
        defer { waiting.withLock { $0 -= 1 } }
        return try await withCheckedThrowingContinuation { continuation in
            queue.addOperation { continuation.resume(with: Result { try body() }) }
        }
    }

    private func key(_ name: ObjectName) -> String { prefix + name.path }
}
