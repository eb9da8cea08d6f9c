/// The releases that a rendition was published with, as its target in a store names them: whoever has the bytes finds
/// by their digest what was approved.
package struct RenditionReleases: Sendable, Hashable {
    /// More than one picture stands in at a time; those published last stay.
    package static let limit = 64

    /// The one published last is last.
    package private(set) var digests: [ExactText]

    /// - Parameter target: the rendition's; nil where there is none yet.
    package init(_ target: TUF.TargetFile?) {
        digests = []
        guard case .object(let custom)? = target?.fields["custom"] else { return }
        // Stores of earlier programs have one, under this name.
        if case .text(let digest)? = custom["release"], digest.isDigest { digests.append(digest) }
        guard case .array(let entries)? = custom["releases"] else { return }
        for case .text(let digest) in entries where digest.isDigest && !digests.contains(digest) {
            digests.append(digest)
        }
        digests = digests.suffix(Self.limit)
    }

    package func adding(_ new: [ExactText]) -> RenditionReleases {
        var changed = self
        for digest in new where !changed.digests.contains(digest) { changed.digests.append(digest) }
        changed.digests = changed.digests.suffix(Self.limit)
        return changed
    }

    /// The target's `custom`.
    package var json: JSON { .object(["releases": .array(digests.map { .text($0) })]) }
}
