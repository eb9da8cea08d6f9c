import Foundation
import Operations
import Trust

/// Metadata of a bucket, kept for seconds: ten thousands of players ask for the same few files, and for the root that
/// isn't there yet.
actor KeptMetadata {
    struct File: Sendable {
        let bytes: [UInt8]
        /// Of the content, in quotes: the same from every server.
        let entityTag: String
    }

    /// All files together; when more come, those that are there go.
    private static let limitBytes = 32 << 20
    private static let limitNames = 10_000
    /// The timestamp, and files that aren't there.
    private static let changingSeconds = 1.0
    /// All others; one that a publication left behind half-way may be written again.
    private static let lastingSeconds = 60.0

    private struct Entry {
        let file: File?
        let until: Date
    }

    private var entries: [ObjectName: Entry] = [:]
    private var bytes = 0
    /// Who asks for a file that is being fetched waits for that.
    private var underWay: [ObjectName: Task<File?, any Error>] = [:]

    /// The file as it was some seconds ago at most; nil where there was none.
    func file(
        _ name: ObjectName, fetch: @escaping @Sendable () async throws -> [UInt8]?
    ) async throws -> File? {
        if let entry = entries[name], entry.until > Date() { return entry.file }
        if let task = underWay[name] { return try await task.value }
        // Not a child of whoever asks first: the others wait for it too, when that one leaves.
        let task = Task { () async throws -> File? in
            try await fetch().map { bytes in
                File(bytes: bytes, entityTag: "\"\(Hexadecimal.encode(SHA256.digest(bytes)))\"")
            }
        }
        underWay[name] = task
        defer { underWay[name] = nil }
        let file = try await task.value
        keep(file, as: name)
        return file
    }

    private func keep(_ file: File?, as name: ObjectName) {
        let size = file?.bytes.count ?? 0
        bytes -= entries.removeValue(forKey: name)?.file?.bytes.count ?? 0
        guard size <= Self.limitBytes else { return }
        if bytes + size > Self.limitBytes || entries.count >= Self.limitNames {
            entries = [:]
            bytes = 0
        }
        let isChanging = file == nil || name.text == "timestamp.json"
        let seconds = isChanging ? Self.changingSeconds : Self.lastingSeconds
        entries[name] = Entry(file: file, until: Date() + seconds)
        bytes += size
    }
}
