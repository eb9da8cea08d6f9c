/// The name under which lists show who issued a document: with the province, district or commune that the letterhead
/// leaves out, as in "Ủy ban nhân dân tỉnh" over "Lào Cai, ngày …".
///
/// The draft keeps what the document says; this is for people who see plans of many provinces together.
package enum IssuerName {
    /// Words that a place's name follows, in small letters; the first of a kind is the longest.
    private static let levels = [
        "thành phố", "thị trấn", "thị xã", "đặc khu", "tỉnh", "huyện", "quận", "phường", "xã",
    ]
    /// Party and youth bodies, whose name ends in the level that they stand at.
    private static let bodies = [
        "tỉnh ủy": "tỉnh", "thành ủy": "thành phố", "huyện ủy": "huyện", "quận ủy": "quận",
        "thị ủy": "thị xã",
        "tỉnh đoàn": "tỉnh", "thành đoàn": "thành phố", "huyện đoàn": "huyện",
    ]
    /// The longest name of a place in words: "Bà Rịa - Vũng Tàu" has five with its hyphen.
    private static let longestWords = 5

    /// - Parameters:
    ///   - place: what stands before the date. Decree 30/2020 makes it the name of the province, district or commune
    ///     where the issuer has its seat, according to the issuer's level.
    ///   - words: what else may name the place, such as tasks and recipients; heeded only where all of them agree.
    package static func full(_ issuer: String, place: String?, title: String, words: [String]) -> String {
        let lower = issuer.lowercased()
        let ending = (levels.map { ($0, $0) } + bodies.map { ($0.key, $0.value) }).first {
            lower == $0.0 || lower.hasSuffix(" " + $0.0)
        }
        let isDepartment = lower.hasPrefix("sở ")
        guard let level = ending?.1 ?? (isDepartment ? "tỉnh" : nil), !namesPlace(issuer) else {
            return issuer
        }
        let named = only(names(after: level, in: [title])) ?? only(names(after: level, in: words))
        guard let name = place.flatMap({ bare($0, at: level) }) ?? named else { return issuer }
        if lower.hasSuffix(" " + name.lowercased()) { return issuer }
        // "Sở Y tế" needs its level too, where the document says which: "Sở Y tế tỉnh Lào Cai".
        let isSaid = ending == nil && !names(after: level, in: [title] + words).isDisjoint(with: [name])
        return "\(issuer) \(isSaid ? level + " " : "")\(name)"
    }

    /// "UBND tỉnh Lào Cai", as officials write it in lists.
    package static func short(_ issuer: String) -> String {
        for (long, short) in [("Ủy ban nhân dân", "UBND"), ("Hội đồng nhân dân", "HĐND")] {
            if issuer.lowercased().hasPrefix(long.lowercased() + " ") {
                return short + issuer.dropFirst(long.count)
            }
        }
        return issuer
    }

    /// Whether a level in it is followed by a name.
    private static func namesPlace(_ issuer: String) -> Bool {
        levels.contains { !names(after: $0, in: [issuer]).isEmpty }
    }

    /// The place's name without its level; nil where it is none, or of another level.
    private static func bare(_ place: String, at level: String) -> String? {
        var name = place.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        for (short, long) in [
            ("TP. ", "thành phố "), ("TP ", "thành phố "), ("TX. ", "thị xã "), ("TT. ", "thị trấn "),
        ]
        where name.uppercased().hasPrefix(short) {
            name = long + name.dropFirst(short.count)
        }
        if let own = levels.first(where: { name.lowercased().hasPrefix($0 + " ") }) {
            guard own == level else { return nil }
            name = String(name.dropFirst(own.count + 1))
        }
        guard name.first?.isUppercase == true, name.split(separator: " ").count <= longestWords else {
            return nil
        }
        return name
    }

    private static func only(_ names: Set<String>) -> String? { names.count == 1 ? names.first : nil }

    /// Names in the texts that follow the level's words: words that begin with a capital.
    private static func names(after level: String, in texts: [String]) -> Set<String> {
        let levelWords = level.split(separator: " ").map(String.init)
        var found: Set<String> = []
        // In a text all in capitals nothing tells where a name ends.
        for text in texts where text.contains(where: \.isLowercase) {
            let words = text.split(whereSeparator: \.isWhitespace)
            var index = 0
            while index + levelWords.count < words.count {
                let here = words[index..<index + levelWords.count].map { $0.lowercased() }
                index += 1
                guard here.elementsEqual(levelWords) else { continue }
                if let name = name(words[(index + levelWords.count - 1)...]) { found.insert(name) }
            }
        }
        return found
    }

    /// The name that words begin with: it ends at the first small letter or mark.
    private static func name(_ words: ArraySlice<Substring>) -> String? {
        var name: [Substring] = []
        for word in words.prefix(longestWords) {
            let isHyphen = ["-", "–"].contains(word) && !name.isEmpty
            guard isHyphen || word.first?.isUppercase == true else { break }
            let letters = word.prefix { $0.isLetter || $0 == "-" || $0 == "–" || $0 == "'" || $0 == "’" }
            name.append(letters)
            if letters.count < word.count { break }
        }
        while let last = name.last, ["-", "–", ""].contains(last) { name.removeLast() }
        return name.isEmpty ? nil : name.joined(separator: " ")
    }
}

extension PlanDraft {
    /// Who issued it, with the place where the document says it.
    package var issuerInFull: String? {
        issuer.map { issuer in
            IssuerName.full(
                issuer.value, place: place?.value, title: title.value,
                words: sections.map(\.title) + tasks.map(\.text.value)
                    + tasks.flatMap { ($0.lead + $0.with).map(\.name) } + recipients.map(\.name))
        }
    }
}
