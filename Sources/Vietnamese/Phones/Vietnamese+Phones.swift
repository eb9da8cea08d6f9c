extension Vietnamese {
    /// The text with all telephone numbers but their last three digits made
    /// `•`: mobile and landline numbers of 9 to 11 digits that begin with 0, 84
    /// or +84, in one run or in groups parted by single blanks, dots or dashes.
    ///
    /// Numbers of documents, dates and sums of money stay.
    package static func maskedPhones(in text: String) -> String {
        let bytes = Array(text.utf8)
        guard bytes.contains(where: { $0 >= 48 && $0 <= 57 }) else { return text }
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            if let end = phoneEnd(bytes, index) {
                mask(bytes[index..<end], into: &output)
                index = end
            } else {
                output.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: output, as: UTF8.self)
    }

    private static let shownDigits = 3

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }

    /// Where the telephone number that begins at `start` ends, if one does.
    private static func phoneEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
        if start > 0 {
            let before = bytes[start - 1]
            if isDigit(before) || before == UInt8(ascii: "/")
                || before == UInt8(ascii: ".") && start > 1 && isDigit(bytes[start - 2])
            {
                return nil
            }
        }
        var index = start
        if bytes[index] == UInt8(ascii: "+") { index += 1 }
        guard index < bytes.count, isDigit(bytes[index]) else { return nil }
        let isForeign =
            index > start
            || index + 1 < bytes.count && bytes[index] == UInt8(ascii: "8")
                && bytes[index + 1] == UInt8(ascii: "4")
        guard bytes[index] == UInt8(ascii: "0") || isForeign else { return nil }
        var digits = 0
        var end = index
        while index < bytes.count, digits < 13 {
            if isDigit(bytes[index]) {
                digits += 1
                index += 1
                end = index
            } else if [UInt8(ascii: " "), UInt8(ascii: "."), UInt8(ascii: "-")].contains(bytes[index]),
                index + 1 < bytes.count, isDigit(bytes[index + 1])
            {
                index += 1
            } else {
                break
            }
        }
        if index < bytes.count, bytes[index] == UInt8(ascii: "/") { return nil }
        let least = isForeign ? 11 : 9
        return digits >= least && digits <= (isForeign ? 12 : 11) ? end : nil
    }

    private static func mask(_ phone: ArraySlice<UInt8>, into output: inout [UInt8]) {
        var left = phone.reduce(0) { $0 + (isDigit($1) ? 1 : 0) }
        for byte in phone {
            guard isDigit(byte) else {
                output.append(byte)
                continue
            }
            left -= 1
            if left >= shownDigits { output.append(contentsOf: "•".utf8) } else { output.append(byte) }
        }
    }
}
