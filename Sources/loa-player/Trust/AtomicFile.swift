import Foundation

/// What went wrong with a file of the device.
struct FileFailure: Error, CustomStringConvertible {
    let path: String
    let action: String
    /// errno.
    let code: Int32

    var description: String { "can't \(action) \(path): \(String(cString: strerror(code)))" }
}

/// A file that appears whole under its name or not at all: it is written beside it, and takes its place when it is on
/// the disk.
struct AtomicFile: ~Copyable {
    private let path: String
    private let temporaryPath: String
    private let handle: FileHandle
    private var isCommitted = false

    init(_ path: String) throws {
        self.path = path
        let name = (path as NSString).lastPathComponent
        temporaryPath = "\((path as NSString).deletingLastPathComponent)/.\(name).new"
        // One left behind by a power cut is written over; a link is not followed.
        let descriptor = open(temporaryPath, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw FileFailure(path: temporaryPath, action: "write", code: errno) }
        handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }

    mutating func append(_ bytes: [UInt8]) throws {
        try handle.write(contentsOf: bytes)
    }

    /// Puts the file in its place, for good even when power fails right after.
    mutating func commit() throws {
        try handle.synchronize()
        guard rename(temporaryPath, path) == 0 else {
            throw FileFailure(path: path, action: "write", code: errno)
        }
        isCommitted = true
        let folder = (path as NSString).deletingLastPathComponent
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileFailure(path: folder, action: "open", code: errno) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw FileFailure(path: folder, action: "write", code: errno) }
    }

    deinit {
        // What was not committed is nobody's.
        if !isCommitted { unlink(temporaryPath) }
    }
}

/// Up to `limit` bytes of a file; nil when there is none, or a longer one.
func readFile(_ path: String, limit: Int) throws -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
        if errno == ENOENT { return nil }
        throw FileFailure(path: path, action: "read", code: errno)
    }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    let bytes = [UInt8](try handle.read(upToCount: limit + 1) ?? Data())
    return bytes.count <= limit ? bytes : nil
}
