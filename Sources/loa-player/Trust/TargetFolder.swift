import Download
import Foundation
import Trust

/// The folder that keeps verified targets, and the address they come from.
struct TargetFolder {
    private static let pieceBytes = 1 << 16

    private let path: String
    private let base: String
    private let files: WholeFiles
    private let downloader = Downloader()
    private let limits = TUF.Limits()
    private let now: TUF.Instant

    init(_ path: String, baseURL: String, now: TUF.Instant) throws {
        self.path = path
        self.now = now
        base = baseURL.hasSuffix("/") ? baseURL : baseURL + "/"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        files = try WholeFiles(in: path)
    }

    /// Sees to it that the folder has the target once it is settled, fetching it unless it is there already.
    ///
    /// A file that was there before stays as it is until the new one is verified.
    func keep(_ name: TUF.TargetName, _ file: TUF.TargetFile, isConsistent: Bool) throws {
        guard try !has(name, file) else { return }
        guard file.length <= limits.targetBytes else {
            throw TUF.Refused.tooLong(name: name.text.string, limit: Int(limits.targetBytes))
        }
        let target = "\(path)/\(name.fileName)"
        var kept = try files.begin(name.fileName)
        var check = TUF.TargetCheck(name, file)
        // What a programme says matters before it takes the other's place.
        let isRead = Programme.isName(name.text) && file.length <= Int64(Programme.limitBytes)
        var content: [UInt8] = []
        let patience = TUF.TargetPatience(name, length: file.length)
        try downloader.fetch(base + name.path(of: file, isConsistent: isConsistent), limit: file.length) {
            piece in
            try patience.check()
            try check.add(piece)
            try kept.append(piece)
            if isRead { content += piece }
        }
        try check.finish()
        if Programme.isName(name.text) {
            try Programme.check(
                content, as: name.text, after: try readFile(target, limit: Programme.limitBytes), at: now)
        }
        kept.commit(to: files)
    }

    /// Puts all that is kept in its place, for good.
    func settle() throws { try files.settle() }

    private func has(_ name: TUF.TargetName, _ file: TUF.TargetFile) throws -> Bool {
        let descriptor = open("\(path)/\(name.fileName)", O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        // Not there, or not readable: fetched anew, and if it can't be written either, that is said then.
        guard descriptor >= 0 else { return false }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        var check = TUF.TargetCheck(name, file)
        do {
            while let piece = try handle.read(upToCount: Self.pieceBytes), !piece.isEmpty {
                try check.add([UInt8](piece))
            }
            try check.finish()
            return true
        } catch is TUF.Refused {
            return false
        }
    }
}
