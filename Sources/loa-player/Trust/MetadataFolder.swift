import Foundation
import Trust

/// The folder that keeps trusted metadata: `root.json` and so on, without versions.
///
/// It belongs to one process at a time, so that two of them can't take each other's files back to older ones.
final class MetadataFolder: TUF.MetadataStore {
    private let path: String
    private let descriptor: Int32

    init(_ path: String) throws {
        self.path = path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileFailure(path: path, action: "open", code: errno) }
        guard flock(descriptor, LOCK_EX) == 0 else {
            let code = errno
            close(descriptor)
            throw FileFailure(path: path, action: "lock", code: code)
        }
    }

    deinit {
        close(descriptor)
    }

    func load(_ role: ExactText, limit: Int) throws -> [UInt8]? {
        try readFile(file(of: role), limit: limit)
    }

    func save(_ bytes: [UInt8], of role: ExactText) throws {
        var file = try AtomicFile(self.file(of: role))
        try file.append(bytes)
        try file.commit()
    }

    func remove(_ role: ExactText) throws {
        let file = file(of: role)
        guard unlink(file) == 0 || errno == ENOENT else {
            throw FileFailure(path: file, action: "remove", code: errno)
        }
    }

    private func file(of role: ExactText) -> String {
        "\(path)/\(TUF.fileName(of: role)).json"
    }
}
