extension Vietnamese {
    /// The text as search compares it: lower case, no marks, đ as d; everything that is no letter stays.
    ///
    /// "Thông tin đối ngoại" and "thong tin doi ngoai" have one key, whichever way
    /// the text was composed. Takes time proportional to the text.
    package static func searchKey(_ text: String) -> String {
        var key: [UInt8] = []
        key.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            if let letter = Letter(scalar: lookAlike(scalar.value)) {
                key.append(letter.base)
            } else if isCombiningMark(scalar.value) || isInvisible(scalar.value) {
                continue
            } else if scalar.isASCII {
                key.append(UInt8(scalar.value))
            } else {
                key.append(contentsOf: String(scalar).lowercased().utf8)
            }
        }
        return String(decoding: key, as: UTF8.self)
    }

    /// Letters of other alphabets that stand for đ in copied text.
    private static func lookAlike(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0xD0, 0x189: 0x110
        case 0xF0: 0x111
        default: scalar
        }
    }

    private static func isCombiningMark(_ scalar: UInt32) -> Bool { (0x300...0x36F).contains(scalar) }

    /// Soft hyphen, zero-width space and byte order mark.
    private static func isInvisible(_ scalar: UInt32) -> Bool {
        scalar == 0xAD || scalar == 0x200B || scalar == 0xFEFF
    }
}
