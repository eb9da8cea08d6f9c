/// What the parser takes at most; part of ``ServerConfiguration``.
package struct ParserLimits: Sendable {
    /// The most bytes of a request's head with its last empty line: 16 KiB.
    ///
    /// More is answered with 431.
    package var headBytes = 16 << 10
    /// The most bytes of the target: 8 KiB.
    ///
    /// More is answered with 414.
    package var targetBytes = 8 << 10
    /// The most header fields: 100.
    ///
    /// More is answered with 431.
    package var fields = 100
    /// The most bytes of one chunk's extensions: 256.
    package var chunkExtensionBytes = 256
    /// The most bytes of all chunk extensions and trailers of one body: 8 KiB.
    package var chunkOverheadBytes = 8 << 10

    package init() {}
}
