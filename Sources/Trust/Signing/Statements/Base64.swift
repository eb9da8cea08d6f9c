internal import Foundation

/// Base 64 (RFC 4648) as DSSE takes it: the standard or the address-safe alphabet, with or without padding.
enum Base64 {
    static func encode(_ bytes: [UInt8]) -> ExactText {
        ExactText(Data(bytes).base64EncodedString())
    }

    static func decode(_ text: ExactText) -> [UInt8]? {
        var digits = Array(text.utf8)
        while digits.last == 0x3D { digits.removeLast() }
        // Both alphabets, but not both in one text.
        guard !(digits.contains { $0 == 0x2D || $0 == 0x5F } && digits.contains { $0 == 0x2B || $0 == 0x2F }),
            digits.count % 4 != 1
        else { return nil }
        for at in digits.indices {
            if digits[at] == 0x2D { digits[at] = 0x2B }
            if digits[at] == 0x5F { digits[at] = 0x2F }
        }
        digits += [UInt8](repeating: 0x3D, count: (4 - digits.count % 4) % 4)
        return Data(base64Encoded: Data(digits)).map { [UInt8]($0) }
    }
}
