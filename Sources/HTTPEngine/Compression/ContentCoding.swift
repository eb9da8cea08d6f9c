import HTTP

/// Whether an answer is worth compressing and whether the client wants it so.
enum ContentCoding {
    /// Below this the gzip wrapper and the time cost more than they save: 1 KiB.
    static let leastBytes = 1_024
    /// From here on a pool compresses, so that the loop isn't held for more than about a millisecond: 64 KiB.
    static let poolBytes = 64 << 10

    /// Whether an answer of this kind is compressible at all (and so varies by `Accept-Encoding`).
    static func isCompressible(_ response: Response) -> Bool {
        guard response.mayCompress, response.status == .ok || response.status.code >= 400,
            !response.headers.contains("content-encoding"), let type = response.headers["content-type"]
        else { return false }
        let name = type.prefix { $0 != ";" }.lowercased()
        if name == "text/event-stream" { return false }
        return name.hasPrefix("text/")
            || [
                "application/json", "application/javascript", "application/xml", "application/atom+xml",
                "application/rss+xml", "application/feed+json", "application/manifest+json", "image/svg+xml",
            ].contains(name)
    }

    /// Whether `Accept-Encoding` names gzip with a weight above zero.
    static func acceptsGzip(_ headers: Headers) -> Bool {
        for value in headers.all("accept-encoding") {
            for entry in value.split(separator: ",") {
                let parts = entry.split(separator: ";").map {
                    $0.filter { $0 != " " && $0 != "\t" }.lowercased()
                }
                guard let coding = parts.first, coding == "gzip" || coding == "x-gzip" else { continue }
                let weight = parts.dropFirst().first { $0.hasPrefix("q=") }.flatMap {
                    Double($0.dropFirst(2))
                }
                return (weight ?? 1) > 0
            }
        }
        return false
    }

    /// A strong tag says "the same bytes", which isn't true of two codings: it becomes a weak one.
    static func weaken(_ headers: inout Headers) {
        guard let tag = headers["etag"], !tag.hasPrefix("W/") else { return }
        headers["ETag"] = "W/" + tag
    }
}
