/// Hides the digits of persons' telephone numbers, byte for byte, so that ranges into the text stay
/// true.
package enum PhoneMask {
    /// The last digits stay, so that somebody who knows the number recognises it.
    package static let shownDigits = 3

    /// Replaces digits of mobile numbers (10 digits from 03, 05, 07, 08, 09, or +84 and 9 digits)
    /// by `*`.
    ///
    /// Offices have fixed lines (02…), which may be shown.
    package static func masked(_ text: String) -> String {
        var bytes = Array(text.utf8)
        for number in mobiles(in: bytes) {
            for index in number.digits.dropLast(shownDigits) { bytes[index] = star }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The places of each mobile number's digits, and the stretch from its first sign to its last.
    static func mobiles(in bytes: [UInt8]) -> [(digits: [Int], range: Range<Int>)] {
        var found: [(digits: [Int], range: Range<Int>)] = []
        var at = 0
        while at < bytes.count {
            guard isDigit(bytes[at]) || bytes[at] == plus, at == 0 || !isWordByte(bytes[at - 1]) else {
                at += 1
                continue
            }
            let (digits, end) = run(in: bytes, from: at)
            if isMobile(digits.map { bytes[$0] }), end == bytes.count || !isWordByte(bytes[end]) {
                found.append((digits, at..<end))
            }
            at = max(end, at + 1)
        }
        return found
    }

    /// Hides a number that is known to be a person's, whatever its form.
    package static func maskedWhole(_ phone: String) -> String {
        var bytes = Array(phone.utf8)
        let digits = bytes.indices.filter { isDigit(bytes[$0]) }
        for index in digits.dropLast(shownDigits) { bytes[index] = star }
        return String(decoding: bytes, as: UTF8.self)
    }

    static let star = UInt8(ascii: "*")
    static let plus = UInt8(ascii: "+")

    static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

    /// Letters, digits, parts of letters beyond ASCII: a number glued to them is no telephone
    /// number.
    private static func isWordByte(_ byte: UInt8) -> Bool {
        isDigit(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == 47
    }

    /// Digits with at most one blank, dot or hyphen between two of them: their places, and where
    /// they end.
    private static func run(in bytes: [UInt8], from start: Int) -> (digits: [Int], end: Int) {
        var digits: [Int] = []
        var at = bytes[start] == plus ? start + 1 : start
        var end = at
        while at < bytes.count {
            if isDigit(bytes[at]) {
                digits.append(at)
                end = at + 1
                // Longer than any telephone number: stop looking, the check of its end refuses it.
                if digits.count > 11 { break }
            } else if at + 1 < bytes.count, isDigit(bytes[at + 1]), [32, 46, 45].contains(bytes[at]),
                !digits.isEmpty
            {
                // One separator may stand between groups.
            } else {
                break
            }
            at += 1
        }
        return (digits, end)
    }

    private static func isMobile(_ digits: [UInt8]) -> Bool {
        var rest = digits[...]
        if rest.starts(with: Array("84".utf8)), rest.count == 11 {
            rest = rest.dropFirst(2)
        } else if rest.first == UInt8(ascii: "0"), rest.count == 10 {
            rest = rest.dropFirst()
        } else {
            return false
        }
        return rest.count == 9 && rest.first.map { "35789".utf8.contains($0) } == true
    }
}
