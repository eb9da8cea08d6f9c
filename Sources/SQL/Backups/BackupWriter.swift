import Glibc

/// Writes a file beside its final name, syncs it and then puts it in place, so
/// that the name never stands for half a file.
final class BackupWriter {
    private let path: String
    private let temporaryPath: String
    private var descriptor: Int32
    private var buffer: [UInt8] = []
    private var checksum = Checksum()

    /// Throws `DatabaseFailure` with `cannotOpen`, `diskFull` or `inputOutput`, as
    /// every function here.
    init(path: String) throws {
        self.path = path
        temporaryPath = "\(path).\(getpid()).partial"
        // Left behind by a process of the same number that was killed.
        unlink(temporaryPath)
        descriptor = open(temporaryPath, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw FileFailure.now("make", temporaryPath, isOpening: true) }
        buffer.reserveCapacity(BackupFormat.bufferBytes * 2)
    }

    deinit { discard() }

    /// Removes the unfinished file.
    func discard() {
        guard descriptor >= 0 else { return }
        close(descriptor)
        descriptor = -1
        unlink(temporaryPath)
    }

    func mark(_ mark: BackupFormat.Mark) throws { try bytes([mark.rawValue]) }

    func number(_ value: Int, as type: (some FixedWidthInteger & UnsignedInteger).Type) throws {
        try bigEndian(type.init(value))
    }

    func text(_ text: String) throws {
        try number(text.utf8.count, as: UInt32.self)
        try bytes(text.utf8)
    }

    func value(_ value: SQLValue) throws {
        switch value {
        case .null:
            try mark(.null)
        case .integer(let number):
            try mark(.integer)
            try bigEndian(UInt64(bitPattern: number))
        case .real(let number):
            try mark(.real)
            try bigEndian(number.bitPattern)
        case .text(let text):
            try mark(.text)
            try self.text(text)
        case .blob(let blob):
            try mark(.blob)
            try number(blob.count, as: UInt32.self)
            try bytes(blob)
        }
    }

    func bytes(_ bytes: some Sequence<UInt8>) throws {
        buffer.append(contentsOf: bytes)
        if buffer.count >= BackupFormat.bufferBytes { try flush() }
    }

    private func bigEndian(_ value: some FixedWidthInteger & UnsignedInteger) throws {
        let bits = value.bitWidth
        try bytes(stride(from: bits - 8, through: 0, by: -8).map { UInt8(truncatingIfNeeded: value >> $0) })
    }

    /// Ends the file with its checksum and gives it its name.
    func finish() throws {
        try flush()
        let sum = checksum.value
        try bigEndian(sum)
        try flush()
        guard fsync(descriptor) == 0 else { throw FileFailure.now("sync", temporaryPath) }
        let closing = close(descriptor)
        descriptor = -1
        guard closing == 0, rename(temporaryPath, path) == 0 else {
            let failure = FileFailure.now("name", path)
            unlink(temporaryPath)
            throw failure
        }
        try syncFolder()
    }

    /// The new name itself must outlive a power cut too.
    private func syncFolder() throws {
        let slash = path.lastIndex(of: "/")
        let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        let handle = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard handle >= 0 else { throw FileFailure.now("open", folder) }
        defer { close(handle) }
        guard fsync(handle) == 0 else { throw FileFailure.now("sync", folder) }
    }

    private func flush() throws {
        checksum.update(buffer)
        var start = 0
        while start < buffer.count {
            // The pointer is used up before the closure ends.
            let written = buffer[start...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            if written < 0 {
                if errno == EINTR { continue }
                throw FileFailure.now("write", temporaryPath)
            }
            start += written
        }
        buffer.removeAll(keepingCapacity: true)
    }
}

/// Turns `errno` into `DatabaseFailure`.
enum FileFailure {
    static func now(_ verb: String, _ path: String, isOpening: Bool = false) -> DatabaseFailure {
        let number = errno
        let code: DatabaseFailure.Code =
            switch number {
            case ENOSPC, EDQUOT, EFBIG: .diskFull
            default: isOpening ? .cannotOpen : .inputOutput
            }
        return DatabaseFailure(code, "Can't \(verb) \(path): \(String(cString: strerror(number))).")
    }
}
