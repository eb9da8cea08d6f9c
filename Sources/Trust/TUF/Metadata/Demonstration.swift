/// The mark of keys that were made to try Loa out: whoever knows the demonstration has them.
///
/// It stands in root, in top-level targets and beside each public key, and is told wherever they are shown.
package enum Demonstration {
    static let field: ExactText = "x-loa-demonstration"
    /// What the mark says to whoever opens a file without Loa.
    fileprivate static let words: ExactText =
        "KHÓA THỬ NGHIỆM – không dùng để phát thật. DEMONSTRATION KEYS – never for real broadcasting."
}

extension TUF.Header {
    package var isDemonstration: Bool { custom[Demonstration.field] != nil }

    mutating func removeDemonstrationMark() { custom[Demonstration.field] = nil }

    package mutating func markAsDemonstration() { custom[Demonstration.field] = .text(Demonstration.words) }
}

extension TUF.Root {
    /// Whether it leads to keys that anybody may have; one marked key is enough.
    package var isDemonstration: Bool {
        header.isDemonstration || keys.values.contains(where: \.isDemonstration)
    }
}

extension PublicKey {
    package var isDemonstration: Bool {
        guard case .object(let object) = json else { return false }
        return object[Demonstration.field] != nil
    }

    /// The same key with the mark beside it; its identifier stays.
    package func markedAsDemonstration() -> PublicKey {
        with(Demonstration.field, .text(Demonstration.words))
    }
}
