extension PhoneMask {
    /// A text that came back from a form which showed it masked, with the digits of its numbers again.
    ///
    /// A masked number stands for the one of the originals that looks like it when masked. Originals are
    /// asked in their order: first the text that was shown in the field, then perhaps the whole document.
    /// Where one original has several that look alike, the first masked number is its first, and so on, if
    /// there are as many of them; otherwise nobody knows which was meant.
    ///
    /// - Parameter known: numbers that were masked whatever their form.
    /// - Returns: nil when a masked number can't be told, for stars must never be stored in its place.
    package static func restored(
        _ typed: String, from originals: [String], knowing known: KnownPhones = .none
    ) -> String? {
        let bytes = Array(typed.utf8)
        let masks = masks(in: bytes)
        if masks.isEmpty { return typed }
        var result = bytes
        for (form, places) in Dictionary(grouping: masks, by: { Array(bytes[$0]) }) {
            // Stars that the original itself has, such as a number that was blacked out on paper.
            if originals.contains(where: { has(form, in: Array($0.utf8)) }) { continue }
            guard
                let numbers = originals.lazy.compactMap({
                    Self.numbers(like: form, count: places.count, in: $0, known)
                }).first
            else { return nil }
            for (place, number) in zip(places, numbers) { result.replaceSubrange(place, with: number) }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The numbers of an original that look like a masked one: as many as asked for; nil when that can't be told.
    private static func numbers(
        like form: [UInt8], count: Int, in original: String, _ known: KnownPhones
    ) -> [[UInt8]]? {
        let bytes = Array(original.utf8)
        let masked = Array(Self.masked(original, knowing: known).utf8)
        let places = Set(numbers(in: bytes).map(\.range) + known.places(in: bytes).map(PhoneSign.range))
        let found = places.sorted { $0.lowerBound < $1.lowerBound }
            .filter { masked[$0].elementsEqual(form) }.map { Array(bytes[$0]) }
        if let first = found.first, Set(found).count == 1 { return Array(repeating: first, count: count) }
        // A field that holds nothing but a number of whatever form.
        if found.isEmpty, let whole = whole(original, like: form) {
            return Array(repeating: whole, count: count)
        }
        return found.count == count && count > 0 ? found : nil
    }

    private static func whole(_ original: String, like form: [UInt8]) -> [UInt8]? {
        let hidden = Array(maskedWhole(original).utf8)
        guard original.utf8.count < 60, let range = masks(in: hidden).first, masks(in: hidden).count == 1,
            hidden[range].elementsEqual(form)
        else { return nil }
        return Array(Array(original.utf8)[range])
    }

    /// Stretches that look like a masked number: as `masked` writes it.
    private static func masks(in bytes: [UInt8]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var at = 0
        while at < bytes.count {
            guard let first = PhoneSign(bytes, at), first.isStar else {
                at += 1
                continue
            }
            let (stars, digits, end) = signs(in: bytes, from: at)
            if (6...10).contains(stars), digits == shownDigits { found.append(at..<end) }
            at = max(end, at + first.width)
        }
        return found
    }

    /// Stars, then digits up to the number that stays shown, with what may stand between two of them.
    private static func signs(in bytes: [UInt8], from start: Int) -> (stars: Int, digits: Int, end: Int) {
        var stars = 0
        var digits = 0
        var end = start
        var at = start
        while let sign = PhoneSign(bytes, at), sign.isStar ? digits == 0 : digits < shownDigits {
            if sign.isStar { stars += 1 } else { digits += 1 }
            end = sign.range.upperBound
            guard let gap = PhoneGap(bytes, from: end) else { break }
            at = gap.end
        }
        return (stars, digits, end)
    }

    private static func has(_ form: [UInt8], in bytes: [UInt8]) -> Bool {
        masks(in: bytes).contains { bytes[$0].elementsEqual(form) }
    }
}
