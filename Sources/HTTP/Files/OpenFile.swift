import Glibc

/// A regular file opened for reading; closed when the last response that holds it is gone.
package final class OpenFile: Sendable {
    package let descriptor: Int32
    /// Length in bytes at the time of opening.
    package let size: Int
    /// Seconds since 1970.
    package let modifiedSeconds: Int
    /// Strong unless its owner gave another: device, inode, time to the nanosecond and length.
    package let entityTag: String

    /// Opens the file without following a link in its last place.
    /// - Parameter entityTag: a better tag, such as the content's hash, in double quotes.
    /// - Throws: ``RequestRefused``: 404 if there is no such regular file, 503 if it can't be opened now.
    package init(path: String, entityTag: String? = nil) throws(RequestRefused) {
        let opened = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard opened >= 0 else {
            let missing = [ENOENT, ENOTDIR, ELOOP, ENAMETOOLONG, EACCES].contains(errno)
            throw RequestRefused(missing ? .notFound : .serviceUnavailable)
        }
        var status = stat()
        guard fstat(opened, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(opened)
            throw RequestRefused(.notFound)
        }
        descriptor = opened
        size = Int(status.st_size)
        modifiedSeconds = status.st_mtim.tv_sec
        let hex = { (number: UInt64) in String(number, radix: 16) }
        let time =
            UInt64(bitPattern: Int64(status.st_mtim.tv_sec)) &* 1_000_000_000
            &+ UInt64(status.st_mtim.tv_nsec)
        self.entityTag =
            entityTag
            ?? "\"\(hex(UInt64(status.st_ino)))-\(hex(time))-\(hex(UInt64(status.st_size)))\""
    }

    deinit { close(descriptor) }
}

extension Response {
    /// A file with `ETag`, `Last-Modified`, ranges and conditional requests.
    /// - Throws: ``RequestRefused``: 404 if there is no such regular file.
    package static func file(
        path: String, type: String, entityTag: String? = nil
    ) throws(RequestRefused) -> Response {
        let file = try OpenFile(path: path, entityTag: entityTag)
        return Response(.ok, headers: ["Content-Type": type], body: .file(file))
    }

    /// Offers the body for saving under a name that may hold Vietnamese letters.
    package mutating func offerDownload(named name: String) {
        var plain = ""
        for scalar in SafeFileName(name).name.unicodeScalars {
            plain.unicodeScalars.append(scalar.isASCII && scalar != "\"" && scalar != "\\" ? scalar : "_")
        }
        let encoded = PercentEncoding.encode(SafeFileName(name).name)
        headers["Content-Disposition"] = "attachment; filename=\"\(plain)\"; filename*=UTF-8''\(encoded)"
    }
}
