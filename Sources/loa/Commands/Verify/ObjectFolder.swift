import Download
import Foundation
import Trust

/// Releases and withdrawals in a copy of the store; none where the store is behind a URL or isn't named.
struct ObjectFolder {
    private static let fileLimit = 100_000
    private let path: String?

    init(_ objects: String?) {
        path = objects.flatMap { $0.contains("://") ? nil : $0 }
    }

    /// The envelope of a release that has exactly these bytes.
    func release(of bytes: [UInt8]) throws -> [UInt8]? {
        try files(in: "releases").first { envelope in
            let payload = (try? StatementEnvelope(reading: envelope))?.payload
            return payload.flatMap { try? Release(reading: $0) }?.rendition(of: bytes) != nil
        }
    }

    func withdrawals() throws -> [[UInt8]] { try Array(files(in: "withdrawals")) }

    private func files(in folder: String) throws -> some Sequence<[UInt8]> {
        let directory = path.map { "\($0)/\(folder)" }
        let names = directory.flatMap { try? FileManager.default.contentsOfDirectory(atPath: $0) } ?? []
        guard names.count <= Self.fileLimit else {
            throw CommandFailure(
                "\(Terminal.shown(directory ?? "")) has too many files: name the release by --release")
        }
        // A file that can't be read can't be the one.
        return names.sorted().lazy.compactMap { try? CarriedFile.read("\(directory ?? "")/\($0)") }
    }
}

/// The store's metadata, in a folder or behind a URL.
enum ObjectMetadata: TUF.MetadataSource {
    case folder(String)
    case address(String, Downloader)

    init(_ objects: String) throws {
        guard objects.contains("://") else {
            self = .folder("\(objects)/metadata")
            return
        }
        self = .address(
            "\(objects)\(objects.hasSuffix("/") ? "" : "/")metadata/",
            Downloader(limits: DownloadLimits(totalSeconds: 600)))
    }

    func metadata(_ name: String, limit: Int) throws -> [UInt8]? {
        switch self {
        case .folder(let path):
            let file = "\(path)/\(name)"
            return FileManager.default.fileExists(atPath: file) ? try CarriedFile.read(file) : nil
        case .address(let base, let downloader):
            do {
                return try downloader.bytes(at: base + name, limit: limit)
            } catch let failure as DownloadFailure where [.status(404), .status(403)].contains(failure.code) {
                return nil
            }
        }
    }
}

/// What is trusted during one command, and forgotten after it.
final class RememberedMetadata: TUF.MetadataStore {
    private var files: [ExactText: [UInt8]]

    init(root: [UInt8]) {
        files = [TUF.TopRole.root.name: root]
    }

    func load(_ role: ExactText, limit: Int) -> [UInt8]? { files[role] }
    func save(_ bytes: [UInt8], of role: ExactText) { files[role] = bytes }
    func remove(_ role: ExactText) { files[role] = nil }
}
