import Download
import Trust

/// A repository's metadata on a web server.
struct RepositoryAddress: TUF.MetadataSource {
    /// Metadata is small: whoever takes longer than this for one file holds the device up.
    private static let totalSeconds = 600

    private let base: String
    private let downloader = Downloader(limits: DownloadLimits(totalSeconds: totalSeconds))

    init(_ base: String) {
        self.base = base.hasSuffix("/") ? base : base + "/"
    }

    func metadata(_ name: String, limit: Int) throws -> [UInt8]? {
        do {
            return try downloader.bytes(at: base + name, limit: limit)
        } catch let failure as DownloadFailure where [.status(404), .status(403)].contains(failure.code) {
            // Stores such as S3 answer 403 for what isn't there.
            return nil
        }
    }
}
