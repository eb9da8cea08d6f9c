import Vietnamese

/// The document's text ready for reading: repaired, without the marks that
/// converters leave, and with the way back to the bytes as given.
struct CleanText: Sendable {
    let bytes: [UInt8]
    private let repair: OffsetMap
    private let markdown: OffsetMap
    private let joined: OffsetMap

    init(_ original: [UInt8]) {
        let repaired = Vietnamese.repaired(original)
        let stripped = MarkdownResidue.stripped(repaired.bytes)
        let whole = SplitWords.joined(stripped.bytes)
        bytes = whole.bytes
        repair = repaired.offsets
        markdown = stripped.offsets
        joined = whole.offsets
    }

    /// The place of clean bytes in the text as given.
    func range(_ lower: Int, _ upper: Int) -> SourceRange {
        if repair.isIdentity && markdown.isIdentity && joined.isIdentity { return SourceRange(lower, upper) }
        // The end is where the last byte ends, not where the next begins: removed marks stay outside.
        let last = upper > lower ? original(upper - 1) + 1 : original(upper)
        let next = original(upper)
        return SourceRange(original(lower), next - last <= 3 ? next : last)
    }

    private func original(_ offset: Int) -> Int {
        repair.original(of: markdown.original(of: joined.original(of: offset)))
    }
}
