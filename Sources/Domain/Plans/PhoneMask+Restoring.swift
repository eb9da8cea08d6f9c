extension PhoneMask {
    /// A text that came back from a form which showed it masked, with the digits of its numbers again.
    ///
    /// A masked number stands for the one of the originals that looks like it when masked. Originals are
    /// asked in their order: first the text that was shown in the field, then perhaps the whole document.
    /// Where one original has several that look alike, the first masked number is its first, and so on, if
    /// there are as many of them; otherwise nobody knows which was meant.
    ///
    /// - Returns: nil when a masked number can't be told, for stars must never be stored in its place.
    package static func restored(_ typed: String, from originals: [String]) -> String? {
        let bytes = Array(typed.utf8)
        let masks = masks(in: bytes)
        if masks.isEmpty { return typed }
        var result = bytes
        for (form, places) in Dictionary(grouping: masks, by: { Array(bytes[$0]) }) {
            // Stars that the original itself has, such as a number that was blacked out on paper.
            if originals.contains(where: { has(form, in: Array($0.utf8)) }) { continue }
            guard
                let numbers = originals.lazy.compactMap({
                    Self.numbers(like: form, count: places.count, in: $0)
                }).first
            else { return nil }
            for (place, number) in zip(places, numbers) { result.replaceSubrange(place, with: number) }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The numbers of an original that look like a masked one: as many as asked for; nil when that can't be told.
    private static func numbers(like form: [UInt8], count: Int, in original: String) -> [[UInt8]]? {
        let bytes = Array(original.utf8)
        let masked = Array(Self.masked(original).utf8)
        let found = mobiles(in: bytes).map(\.range).filter { masked[$0].elementsEqual(form) }
            .map { Array(bytes[$0]) }
        if let first = found.first, Set(found).count == 1 { return Array(repeating: first, count: count) }
        return found.count == count && count > 0 ? found : nil
    }

    /// Stretches that look like a masked mobile number: as `masked` writes it.
    private static func masks(in bytes: [UInt8]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var at = 0
        while at < bytes.count {
            let first = bytes[at] == plus && at + 1 < bytes.count ? at + 1 : at
            guard bytes[first] == star else {
                at += 1
                continue
            }
            let end = maskEnd(in: bytes, from: first)
            let signs = bytes[first..<end].filter { isDigit($0) || $0 == star }
            let stars = signs.prefix { $0 == star }.count
            if (7...8).contains(stars), signs.count == stars + shownDigits { found.append(at..<end) }
            at = max(end, at + 1)
        }
        return found
    }

    /// Stars and digits with at most one blank, dot or hyphen between two of them.
    private static func maskEnd(in bytes: [UInt8], from start: Int) -> Int {
        func isSign(_ index: Int) -> Bool {
            index < bytes.count && (isDigit(bytes[index]) || bytes[index] == star)
        }
        var end = start
        while true {
            if isSign(end) {
                end += 1
            } else if end < bytes.count, [32, 46, 45].contains(bytes[end]), isSign(end + 1) {
                end += 1
            } else {
                return end
            }
        }
    }

    private static func has(_ form: [UInt8], in bytes: [UInt8]) -> Bool {
        masks(in: bytes).contains { bytes[$0].elementsEqual(form) }
    }
}
