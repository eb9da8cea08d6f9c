import Foundation

/// The folder that keeps trusted metadata: `root.json` and so on, without versions.
///
/// It belongs to one process at a time, so that two of them can't take each other's files back to older ones.
package final class MetadataFolder: TUF.MetadataStore {
    private let path: String
    private let descriptor: Int32
    private let files: WholeFiles

    package init(_ path: String) throws {
        self.path = path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileFailure(path: path, action: "open", code: errno) }
        guard flock(descriptor, LOCK_EX) == 0 else {
            let code = errno
            close(descriptor)
            throw FileFailure(path: path, action: "lock", code: code)
        }
        files = try WholeFiles(in: path, isOurs: true)
    }

    deinit {
        close(descriptor)
    }

    package func load(_ role: ExactText, limit: Int) throws -> [UInt8]? {
        try readFile(file(of: role), limit: limit)
    }

    /// A root is there at once; the others when `settle` ends.
    package func save(_ bytes: [UInt8], of role: ExactText) throws {
        var file = try files.begin(fileName(of: role))
        try file.append(bytes)
        file.commit(to: files)
        // Without it a device trusts nothing more, and the others are fetched again.
        if role == TUF.TopRole.root.name { try settle() }
    }

    /// Puts all that was saved in its place, for good.
    package func settle() throws { try files.settle() }

    package func remove(_ role: ExactText) throws {
        let file = file(of: role)
        guard unsafe unlink(file) == 0 || errno == ENOENT else {
            throw FileFailure(path: file, action: "remove", code: errno)
        }
    }

    private func file(of role: ExactText) -> String { "\(path)/\(fileName(of: role))" }

    private func fileName(of role: ExactText) -> String { "\(TUF.fileName(of: role)).json" }
}
