import Download
import Foundation
import Operations
import Trust

/// Where a store lies that is only read.
enum StorePlace: Sendable {
    /// What an option for it takes, in help.
    static let words = "DIR|URL|s3://BUCKET[/PREFIX]"

    case folder(String)
    /// Where a server or a mirror hands it out, over HTTP.
    case address(String)
    case bucket(ObjectBucket)

    init(_ named: String, _ arguments: Arguments, command: String) throws(UsageError) {
        if let bucket = try BucketOptions.bucket(named, arguments, command: command) {
            self = .bucket(bucket)
        } else {
            self = named.contains("://") ? .address(named) : .folder(named)
        }
    }
}

/// The bytes of a store, nothing of which is believed yet.
struct StoreFiles: TUF.MetadataSource {
    /// Whoever takes longer than this for one file holds the person up.
    private static let totalSeconds = 600

    private let place: StorePlace
    private let downloader = Downloader(limits: DownloadLimits(totalSeconds: totalSeconds))

    init(_ place: StorePlace) {
        self.place = place
    }

    func metadata(_ name: String, limit: Int) throws -> [UInt8]? {
        try file("metadata/\(name)", limit: limit)
    }

    /// Nil where there is none.
    func file(_ path: String, limit: Int) throws -> [UInt8]? {
        switch place {
        case .folder(let folder):
            let file = "\(folder)/\(path)"
            return FileManager.default.fileExists(atPath: file)
                ? try CarriedFile.read(file, limit: limit) : nil
        case .address(let base):
            do {
                return try downloader.bytes(
                    at: base.hasSuffix("/") ? base + path : "\(base)/\(path)", limit: limit)
            } catch let failure as DownloadFailure where [.status(404), .status(403)].contains(failure.code) {
                return nil
            }
        case .bucket(let bucket):
            return try ObjectName(path: path).flatMap { try bucket.read($0, limit: limit) }
        }
    }
}
