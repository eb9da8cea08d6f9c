extension Vietnamese {
    private static let digits = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]
    private static let groups = ["", "nghìn", "triệu", "tỷ"]

    /// "một trăm linh năm": a number in words, as sums are spelled in decisions.
    package static func spelled(_ number: Int) -> String {
        if number == 0 { return digits[0] }
        if number < 0 { return "âm " + spelled(magnitude: number.magnitude) }
        return spelled(magnitude: number.magnitude)
    }

    /// Groups of three digits; beyond nghìn tỷ the words repeat ("tỷ tỷ").
    private static func spelled(magnitude: UInt) -> String {
        var parts: [String] = []
        let billion: UInt = 1_000_000_000
        if magnitude >= billion {
            parts.append(spelled(magnitude: magnitude / billion) + " " + groups[3])
        }
        let rest = magnitude % billion
        for (divisor, name) in [(UInt(1_000_000), groups[2]), (1000, groups[1]), (1, "")] {
            let group = Int(rest / divisor % 1000)
            guard group > 0 else { continue }
            let words = spelled(group: group, isFirst: parts.isEmpty)
            parts.append(name.isEmpty ? words : "\(words) \(name)")
        }
        return parts.joined(separator: " ")
    }

    /// One to 999; after higher groups the hundreds are spelled even where they are none.
    private static func spelled(group: Int, isFirst: Bool) -> String {
        let hundreds = group / 100
        let tens = group / 10 % 10
        let ones = group % 10
        var words: [String] = []
        if hundreds > 0 || !isFirst { words += [digits[hundreds], "trăm"] }
        switch tens {
        case 0: if ones > 0, !words.isEmpty { words.append("linh") }
        case 1: words.append("mười")
        default: words += [digits[tens], "mươi"]
        }
        switch ones {
        case 0: break
        case 1 where tens >= 2: words.append("mốt")
        case 5 where tens >= 1: words.append("lăm")
        default: words.append(digits[ones])
        }
        return words.joined(separator: " ")
    }

    /// 1234567 as "1.234.567", thousands parted by stops.
    package static func grouped(_ number: Int) -> String {
        var result: [Character] = []
        for (place, digit) in String(number.magnitude).reversed().enumerated() {
            if place > 0, place % 3 == 0 { result.append(".") }
            result.append(digit)
        }
        return (number < 0 ? "-" : "") + String(result.reversed())
    }

    /// Reads "1.234.567", "1 234 567", "1,5" (a decimal comma); nil for anything else.
    package static func number(reading text: String) -> Double? {
        let bytes = Array(text.utf8).filter { $0 != 0x20 }
        let parts = bytes.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
        guard let whole = parts.first, parts.count <= 2, !whole.isEmpty else { return nil }
        let groups = whole.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let isGrouped =
            groups.count == 1
            || groups.dropFirst().allSatisfy { $0.count == 3 } && (1...3).contains(groups[0].count)
        let fraction = parts.count == 2 ? Array(parts[1]) : []
        let digits = groups.flatMap(\.self)
        guard isGrouped, parts.count == 1 || !fraction.isEmpty,
            (digits + fraction).allSatisfy({ $0 >= 48 && $0 <= 57 })
        else { return nil }
        return Double(
            String(decoding: digits, as: UTF8.self) + "."
                + (fraction.isEmpty ? "0" : String(decoding: fraction, as: UTF8.self)))
    }
}
