package import Foundation

/// Time-based one-time codes: six digits, thirty seconds, SHA-1 (RFC 6238), as all authenticator
/// apps have them.
package enum OneTimeCode {
    package static let stepSeconds: Int64 = 30
    package static let digits = 6
    /// RFC 4226 asks for 160 bits.
    package static let secretByteCount = 20
    /// One step earlier or later is taken, for clocks that differ.
    package static let toleratedSteps: Int64 = 1

    package static func step(at instant: Date) -> Int64 {
        Int64((instant.timeIntervalSince1970 / Double(stepSeconds)).rounded(.down))
    }

    /// The code of a step.
    package static func code(secret: [UInt8], step: Int64, digits: Int = digits) -> String {
        let message = (0..<8).map { UInt8(truncatingIfNeeded: step >> (56 - 8 * $0)) }
        let digest = HMACDigest.digest(message, key: secret, function: .sha1)
        let offset = Int(digest[19] & 15)
        let number = digest[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
        let modulus = (0..<digits).reduce(UInt32(1)) { product, _ in product * 10 }
        let text = String(number % modulus)
        return String(repeating: "0", count: digits - text.count) + text
    }

    /// The step whose code was typed; nil for a wrong code or one of a step that was used already.
    ///
    /// - Parameter lastStep: the step of the last code that was taken; store the returned one in its place.
    package static func acceptedStep(
        of code: String, secret: [UInt8], at instant: Date, after lastStep: Int64?
    ) -> Int64? {
        let typed = Array(code.utf8.filter { $0 != 32 })
        guard typed.count == digits else { return nil }
        let now = step(at: instant)
        var accepted: Int64?
        for candidate in (now - toleratedSteps)...(now + toleratedSteps) where candidate > lastStep ?? -1 {
            let expected = Array(Self.code(secret: secret, step: candidate).utf8)
            if ConstantTime.areEqual(expected, typed), accepted == nil { accepted = candidate }
        }
        return accepted
    }

    /// What an authenticator app reads out of a QR code.
    package static func uri(secret: [UInt8], account: String, issuer: String) -> String {
        var allowed = CharacterSet.alphanumerics.intersection(CharacterSet(charactersIn: "\u{20}"..."\u{7E}"))
        allowed.insert(charactersIn: "-._~")
        func escaped(_ text: String) -> String {
            text.addingPercentEncoding(withAllowedCharacters: allowed) ?? ""
        }
        return "otpauth://totp/\(escaped(issuer)):\(escaped(account))?secret=\(Base32.encode(secret))"
            + "&issuer=\(escaped(issuer))&algorithm=SHA1&digits=\(digits)&period=\(stepSeconds)"
    }
}
