import Foundation
import Trust

/// The store that players fetch from: a folder with `metadata` and `targets/objects`, in which a name never comes to
/// mean other bytes, but for `timestamp.json`.
package struct ObjectStore: Sendable, Hashable {
    /// Something about the folder's disk.
    package struct Failure: Error, CustomStringConvertible {
        let action: String
        let path: String
        /// errno.
        let code: Int32

        package var description: String { "can't \(action) \(path): \(String(cString: strerror(code)))" }
    }

    package enum Part: String, Sendable, CaseIterable {
        case metadata
        case objects = "targets/objects"
    }

    /// Longer than any metadata, and than a client takes.
    private static let metadataLimitBytes = 64_000_000

    /// Bytes of one rendition that is put in by hand.
    package static let objectLimitBytes = 512 << 20

    package let path: String

    package init(_ path: String) {
        self.path = path
    }

    /// Where the file is or would be; nil for a name that could lead elsewhere.
    package func path(of name: String, in part: Part) -> String? {
        let isPlain = name.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
            default: false
            }
        }
        // A dot in front is a file that isn't whole yet.
        guard isPlain, 1...200 ~= name.utf8.count, !name.hasPrefix(".") else { return nil }
        return "\(path)/\(part.rawValue)/\(name)"
    }

    /// Nil where there is none.
    package func metadata(_ name: String) throws -> [UInt8]? {
        guard let file = path(of: name, in: .metadata) else { return nil }
        let descriptor = open(file, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw Failure(action: "read", path: file, code: errno)
        }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        return [UInt8](try handle.read(upToCount: Self.metadataLimitBytes) ?? Data())
    }

    /// The newest root: the one after which there is none.
    func newestRoot() throws -> (bytes: [UInt8], version: Int64)? {
        var newest: (bytes: [UInt8], version: Int64)?
        while let bytes = try metadata("\((newest?.version ?? 0) + 1).root.json") {
            newest = (bytes, (newest?.version ?? 0) + 1)
        }
        return newest
    }

    /// Puts a file in its place, whole, and for good even when power fails right after.
    func write(_ bytes: [UInt8], as name: String, in part: Part) throws {
        guard let file = path(of: name, in: part) else {
            throw Failure(action: "write", path: name, code: EINVAL)
        }
        let folder = "\(path)/\(part.rawValue)"
        let beside = "\(folder)/.\(name).new"
        let descriptor = open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw Failure(action: "write", path: beside, code: errno) }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        try handle.write(contentsOf: bytes)
        try handle.synchronize()
        guard rename(beside, file) == 0 else { throw Failure(action: "write", path: file, code: errno) }
        try Self.synchronize(folder)
    }

    /// Lets one process at a time change the store.
    func changing<Result>(_ body: () throws -> Result) throws -> Result {
        for part in Part.allCases {
            try FileManager.default.createDirectory(
                atPath: "\(path)/\(part.rawValue)", withIntermediateDirectories: true)
        }
        let descriptor = open("\(path)/.lock", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard descriptor >= 0 else { throw Failure(action: "open", path: "\(path)/.lock", code: errno) }
        defer { close(descriptor) }
        while flock(descriptor, LOCK_EX) != 0 {
            guard errno == EINTR else { throw Failure(action: "lock", path: path, code: errno) }
        }
        return try body()
    }

    private static func synchronize(_ folder: String) throws {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Failure(action: "open", path: folder, code: errno) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw Failure(action: "write", path: folder, code: errno) }
    }
}
