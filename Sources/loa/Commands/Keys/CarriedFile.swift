import Foundation

/// Files that people carry: read within bounds, made only where none is, replaced whole.
enum CarriedFile {
    /// Longer than any metadata that people sign by hand.
    static let limitBytes = 8_000_000

    static func read(_ path: String, limit: Int = limitBytes) throws -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure("read", path) }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        let bytes: Data
        do { bytes = try handle.read(upToCount: limit + 1) ?? Data() } catch {
            throw CommandFailure("can't read \(Terminal.shown(path))")
        }
        guard bytes.count <= limit else {
            throw CommandFailure("\(Terminal.shown(path)) is longer than \(limit) bytes")
        }
        return [UInt8](bytes)
    }

    static func requireAbsent(_ path: String) throws {
        var info = stat()
        guard lstat(path, &info) != 0 else {
            throw CommandFailure("\(Terminal.shown(path)) is there already, and is left alone")
        }
    }

    static func create(_ path: String, _ bytes: [UInt8], isSecret: Bool = false) throws {
        try write(path, bytes, mode: isSecret ? 0o600 : 0o644)
    }

    /// Puts the bytes in the file's place: whoever reads it finds the old ones or the new ones.
    static func replace(_ path: String, _ bytes: [UInt8], isSecret: Bool = false) throws {
        let beside = "\(path).new"
        // One left behind when power failed.
        unlink(beside)
        try write(beside, bytes, mode: isSecret ? 0o600 : 0o644)
        guard rename(beside, path) == 0 else { throw failure("write", path) }
    }

    private static func write(_ path: String, _ bytes: [UInt8], mode: mode_t) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw failure("write", path) }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        do {
            try handle.write(contentsOf: bytes)
            // A stick is pulled out soon after.
            try handle.synchronize()
        } catch {
            unlink(path)
            throw CommandFailure("can't write \(Terminal.shown(path)): is the disk full?")
        }
    }

    private static func failure(_ verb: String, _ path: String) -> CommandFailure {
        CommandFailure("can't \(verb) \(Terminal.shown(path)): \(String(cString: strerror(errno)))")
    }
}
