/// How long a server may keep us waiting.
package struct DownloadLimits: Sendable, Hashable {
    package var connectSeconds = 20
    /// A transfer that stays slower than this for `slowSeconds` is ended: a server can't hold a client for ever by
    /// sending a byte now and then.
    ///
    /// Weak mobile links of communes manage several times as much.
    package var slowestBytesPerSecond = 1000
    package var slowSeconds = 30
    /// From first to last; nil where the two above are bound enough, as for large files of known length.
    package var totalSeconds: Int?
    package var redirects = 5

    package init(totalSeconds: Int? = nil) {
        self.totalSeconds = totalSeconds
    }
}
