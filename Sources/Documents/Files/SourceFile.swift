import Foundation

/// The bytes of an uploaded file, read once, without following a link.
enum SourceFile {
    static func bytes(_ path: String) throws -> [UInt8] {
        let descriptor = unsafe open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            throw ConversionFailure.workspace("opening the file failed", ErrnoError(call: "open"))
        }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw ConversionRefused.unknownKind
        }
        guard status.st_size > 0 else { throw ConversionRefused.empty }
        guard status.st_size <= ConversionLimits.uploadBytes else { throw ConversionRefused.tooLarge }
        guard let data = try file.read(upToCount: ConversionLimits.uploadBytes + 1) else {
            throw ConversionRefused.empty
        }
        guard data.count <= ConversionLimits.uploadBytes else { throw ConversionRefused.tooLarge }
        return Array(data)
    }
}
