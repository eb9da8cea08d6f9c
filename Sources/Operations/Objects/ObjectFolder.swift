import Foundation

/// A store in a folder with `metadata` and `targets/objects`; any web server can hand it out.
package struct ObjectFolder: ObjectStorage {
    /// Something about the folder's disk.
    package struct Failure: Error, CustomStringConvertible {
        let action: String
        let path: String
        /// errno.
        let code: Int32

        package var description: String { "can't \(action) \(path): \(String(cString: strerror(code)))" }
    }

    package let path: String

    package init(_ path: String) {
        self.path = path
    }

    package var description: String { path }

    /// The folder itself, by whatever path or link it was named.
    package var identity: String {
        guard let resolved = realpath(path, nil) else { return path }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    package func read(_ name: ObjectName, limit: Int) throws -> [UInt8]? {
        let file = path(of: name)
        // A pipe of that name would keep us waiting for a writer.
        let descriptor = Foundation.open(file, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw Failure(action: "read", path: file, code: errno)
        }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        let data = try handle.read(upToCount: limit + 1) ?? Data()
        guard data.count <= limit else { throw Failure(action: "read", path: file, code: EFBIG) }
        return [UInt8](data)
    }

    /// Stays even when power fails right after.
    package func write(_ bytes: [UInt8], as name: ObjectName) throws {
        let (file, folder) = (path(of: name), folder(of: name.part))
        let beside = "\(folder)/.\(name.text).new"
        let descriptor = Foundation.open(
            beside, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw Failure(action: "write", path: beside, code: errno) }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        try handle.write(contentsOf: bytes)
        try handle.synchronize()
        guard rename(beside, file) == 0 else { throw Failure(action: "write", path: file, code: errno) }
        try Self.synchronize(folder)
    }

    package func remove(_ name: ObjectName) throws {
        let file = path(of: name)
        guard unlink(file) == 0 || errno == ENOENT else {
            throw Failure(action: "remove", path: file, code: errno)
        }
    }

    package func list(_ part: ObjectName.Part, prefix: String) throws -> [ListedObject] {
        guard let entries = opendir(folder(of: part)) else {
            if errno == ENOENT { return [] }
            throw Failure(action: "list", path: folder(of: part), code: errno)
        }
        defer { closedir(entries) }
        var listed: [ListedObject] = []
        while let entry = readdir(entries) {
            // An array in C, a tuple in Swift; read where it is, until the next call.
            let text = withUnsafeBytes(of: &entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            guard text.hasPrefix(prefix), let name = ObjectName(text, in: part) else { continue }
            var status = stat()
            // Removed in the meantime, or no file: not listed.
            guard lstat(path(of: name), &status) == 0, status.st_mode & S_IFMT == S_IFREG else { continue }
            let written = Date(timeIntervalSince1970: TimeInterval(status.st_mtim.tv_sec))
            listed.append(ListedObject(name: name, sizeBytes: Int64(status.st_size), writtenAt: written))
        }
        return listed
    }

    package func changing<Result>(_ body: () throws -> Result) throws -> Result {
        for part in ObjectName.Part.allCases {
            try FileManager.default.createDirectory(
                atPath: folder(of: part), withIntermediateDirectories: true)
        }
        let lock = "\(path)/.lock"
        let descriptor = Foundation.open(lock, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard descriptor >= 0 else { throw Failure(action: "open", path: lock, code: errno) }
        defer { close(descriptor) }
        while flock(descriptor, LOCK_EX) != 0 {
            guard errno == EINTR else { throw Failure(action: "lock", path: path, code: errno) }
        }
        return try body()
    }

    package func open(_ name: ObjectName) async throws -> StoredObject? { .file(path: path(of: name)) }

    private func folder(of part: ObjectName.Part) -> String { "\(path)/\(part.rawValue)" }
    private func path(of name: ObjectName) -> String { "\(path)/\(name.path)" }

    private static func synchronize(_ folder: String) throws {
        let descriptor = Foundation.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Failure(action: "open", path: folder, code: errno) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw Failure(action: "write", path: folder, code: errno) }
    }
}
