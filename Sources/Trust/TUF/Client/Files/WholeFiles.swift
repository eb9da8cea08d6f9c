import Foundation

/// What went wrong with a file of the device.
package struct FileFailure: Error, CustomStringConvertible {
    let path: String
    let action: String
    /// errno.
    let code: Int32

    package init(path: String, action: String, code: Int32) {
        self.path = path
        self.action = action
        self.code = code
    }

    // The C library's own text, copied at once.
    package var description: String { unsafe "can't \(action) \(path): \(String(cString: strerror(code)))" }
}

/// Files that are written beside their places and take them all together, whole or not at all.
///
/// The folder is waited for once, and the files when the disk has had time to write the first of them.
package final class WholeFiles {
    private struct Waiting {
        let descriptor: Int32
        let temporaryPath: String
        let path: String
    }

    /// Files that wait at most: each keeps a descriptor.
    private static let limit = 64

    private let folder: String
    private let folderDescriptor: Int32
    private var waiting: [Waiting] = []

    /// - Parameters:
    ///   - folder: it must be there.
    ///   - isOurs: whether nobody else writes there meanwhile; nil asks for the folder's lock, and where another one
    ///     has it, what lies beside the files may be theirs.
    package init(in folder: String, isOurs: Bool? = nil) throws {
        self.folder = folder
        folderDescriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folderDescriptor >= 0 else { throw FileFailure(path: folder, action: "open", code: errno) }
        if isOurs ?? (flock(folderDescriptor, LOCK_EX | LOCK_NB) == 0) { try removeLeftovers() }
    }

    /// What a process left that was ended, or a power cut: parts as long as a disk, which nobody would ask for again.
    private func removeLeftovers() throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) where Self.isTemporary(name) {
            unsafe unlink("\(folder)/\(name)")
        }
    }

    private static func temporaryName(_ name: String) -> String { ".\(name).new" }

    private static func isTemporary(_ name: String) -> Bool { name.hasPrefix(".") && name.hasSuffix(".new") }

    deinit {
        for file in waiting {
            // What has not taken its place is nobody's.
            unsafe unlink(file.temporaryPath)
            close(file.descriptor)
        }
        close(folderDescriptor)
    }

    /// A new file for that name, which takes its place once it is committed and settled.
    package func begin(_ name: String) throws -> AtomicFile {
        let path = "\(folder)/\(name)"
        if waiting.contains(where: { $0.path == path }) || waiting.count >= Self.limit { try settle() }
        return try AtomicFile(path, temporaryPath: "\(folder)/\(Self.temporaryName(name))")
    }

    fileprivate func wait(_ descriptor: Int32, _ temporaryPath: String, _ path: String) {
        waiting.append(Waiting(descriptor: descriptor, temporaryPath: temporaryPath, path: path))
    }

    /// Puts all that was committed in its place, in that order, for good even when power fails right after.
    package func settle() throws {
        guard !waiting.isEmpty else { return }
        for file in waiting where fsync(file.descriptor) != 0 { throw failure("write", file.path) }
        while let file = waiting.first {
            guard unsafe rename(file.temporaryPath, file.path) == 0 else { throw failure("write", file.path) }
            close(file.descriptor)
            waiting.removeFirst()
        }
        guard fsync(folderDescriptor) == 0 else { throw failure("write", folder) }
    }

    private func failure(_ action: String, _ path: String) -> FileFailure {
        FileFailure(path: path, action: action, code: errno)
    }
}

/// A file that is being written beside its place.
package struct AtomicFile: ~Copyable {
    private let path: String
    private let temporaryPath: String
    private let descriptor: Int32
    private var isCommitted = false

    fileprivate init(_ path: String, temporaryPath: String) throws {
        self.path = path
        self.temporaryPath = temporaryPath
        // One left behind by a power cut is written over; a link is not followed.
        descriptor = unsafe open(temporaryPath, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw FileFailure(path: temporaryPath, action: "write", code: errno) }
    }

    package mutating func append(_ bytes: [UInt8]) throws {
        var rest = bytes
        while !rest.isEmpty {
            let count = unsafe write(descriptor, rest, rest.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw FileFailure(path: temporaryPath, action: "write", code: errno) }
            rest.removeFirst(count)
        }
    }

    /// Leaves it to the others' settling.
    package mutating func commit(to files: WholeFiles) {
        files.wait(descriptor, temporaryPath, path)
        isCommitted = true
    }

    deinit {
        guard !isCommitted else { return }
        // What was not committed is nobody's.
        unsafe unlink(temporaryPath)
        close(descriptor)
    }
}

/// Up to `limit` bytes of a file; nil when there is none, or a longer one.
package func readFile(_ path: String, limit: Int) throws -> [UInt8]? {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
        if errno == ENOENT { return nil }
        throw FileFailure(path: path, action: "read", code: errno)
    }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    let bytes = [UInt8](try handle.read(upToCount: limit + 1) ?? Data())
    return bytes.count <= limit ? bytes : nil
}
