import Glibc
import Locks

/// A file that came with a form, in a temporary place that is removed when the last holder lets go.
package final class UploadedFile: Sendable {
    /// Where the bytes lie; made by us, nothing of the client's name is in it.
    package let path: String
    /// The client's name for it, made safe to show.
    package let fileName: SafeFileName
    /// What the client says it is; don't believe it.
    package let contentType: String
    package let byteCount: Int

    private let isKept = Locked(false)

    init(path: String, fileName: SafeFileName, contentType: String, byteCount: Int) {
        self.path = path
        self.fileName = fileName
        self.contentType = contentType
        self.byteCount = byteCount
    }

    deinit {
        if !isKept.withLock({ $0 }) { unlink(path) }
    }

    /// Moves the file to its place on the same file system; afterwards it is no longer removed.
    /// - Throws: ``UploadFailed`` with the system's code.
    package func keep(at place: String) throws(UploadFailed) {
        guard rename(path, place) == 0 else { throw UploadFailed(code: errno) }
        isKept.withLock { $0 = true }
    }
}

/// The server could not store an upload.
package struct UploadFailed: RespondingError, CustomStringConvertible {
    /// The system's `errno`.
    package let code: Int32
    package var status: Status {
        code == ENOSPC || code == EDQUOT ? .insufficientStorage : .internalServerError
    }
    package var publicMessage: String { "The file could not be stored." }
    package var description: String { "storing an upload failed: \(String(cString: strerror(code)))" }
}

/// A file being written; removed unless it is finished.
struct TemporaryFile: ~Copyable {
    private let descriptor: Int32
    private let path: String
    private(set) var byteCount = 0
    private var isFinished = false

    init(folder: String) throws(UploadFailed) {
        let number = String(UInt64.random(in: .min ... .max), radix: 36)
        path = "\(folder)/loa-upload-\(number)"
        // Not mkstemp: without O_CLOEXEC from the start a tool that is started meanwhile would inherit it.
        descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw UploadFailed(code: errno) }
    }

    deinit {
        close(descriptor)
        if !isFinished { unlink(path) }
    }

    mutating func write(_ bytes: ArraySlice<UInt8>) throws(UploadFailed) {
        var rest = bytes
        while !rest.isEmpty {
            // The pointer is used up before the closure ends.
            let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if written < 0 {
                if errno == EINTR { continue }
                throw UploadFailed(code: errno)
            }
            rest = rest.dropFirst(written)
            byteCount += written
        }
    }

    mutating func finished(fileName: SafeFileName, contentType: String) -> UploadedFile {
        isFinished = true
        return UploadedFile(path: path, fileName: fileName, contentType: contentType, byteCount: byteCount)
    }
}
