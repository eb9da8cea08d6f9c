/// A file that is part of the program, served under an address that names its content, so that browsers and
/// caches may keep it for ever.
package struct StaticAsset: Sendable {
    private let bytes: [UInt8]
    private let type: String
    /// 16 hex digits of the content's hash; put it into the address (`/assets/site-3f….css`).
    package let fingerprint: String

    package init(bytes: [UInt8], type: String) {
        self.bytes = bytes
        self.type = type
        fingerprint = Self.hash(bytes)
    }

    /// The answer.
    ///
    /// It may be kept for a year without asking if the address names the content; otherwise it is asked for
    /// again, and answered with 304 while it is the same.
    package func response(addressNamesContent: Bool) -> Response {
        var response = Response.bytes(bytes, type: type)
        response.headers.add("ETag", "\"\(fingerprint)\"")
        response.headers.add(
            "Cache-Control", addressNamesContent ? "public, max-age=31536000, immutable" : "public, no-cache")
        return response
    }

    /// FNV-1a, 64 bits: a fingerprint of our own files against staleness, no protection against forgery.
    private static func hash(_ bytes: [UInt8]) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        let text = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - text.count) + text
    }
}
