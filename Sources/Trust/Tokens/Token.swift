/// A secret that a browser holds; the store keeps only its digest, so a stolen copy of the store
/// opens no session.
package struct Token: Sendable, Hashable {
    package static let byteCount = 32

    /// 64 hexadecimal digits, for a cookie or a hidden field.
    package let text: String

    /// - Parameter random: 32 bytes from a secure source.
    package init(random: [UInt8]) {
        precondition(random.count == Self.byteCount, "A token takes 32 random bytes.")
        text = Hexadecimal.encode(random)
    }

    /// Nil for whatever can't be a token.
    package init?(text: String) {
        guard text.utf8.count == 2 * Self.byteCount, let bytes = Hexadecimal.decode(text) else { return nil }
        self.text = Hexadecimal.encode(bytes)
    }

    /// What the store keeps.
    ///
    /// A plain digest is enough: the token is too random to be guessed.
    package var digest: [UInt8] { SHA256.digest("loa-token:" + text) }

    /// A key for the forms of this session, which can't be used to sign in.
    package var formKey: String {
        Hexadecimal.encode(HMACDigest.digest(Array("loa-form".utf8), key: Array(text.utf8)))
    }
}

/// Shows that a form was sent by a page of the same session.
///
/// Each page gets another text for the same secret, so that compression can't leak it (BREACH).
package enum FormToken {
    private static let saltByteCount = 16

    package static func make(formKey: String, random: [UInt8]) -> String {
        let salt = Array(random.prefix(saltByteCount))
        precondition(salt.count == saltByteCount, "A form's token takes 16 random bytes.")
        return Hexadecimal.encode(salt + HMACDigest.digest(salt, key: Array(formKey.utf8)))
    }

    package static func make(formKey: String) -> String {
        make(formKey: formKey, random: SecureRandom.bytes(saltByteCount))
    }

    package static func isValid(_ text: String, formKey: String) -> Bool {
        guard text.utf8.count == 2 * (saltByteCount + SHA256.byteCount), let bytes = Hexadecimal.decode(text)
        else {
            return false
        }
        let expected = HMACDigest.digest(Array(bytes.prefix(saltByteCount)), key: Array(formKey.utf8))
        return ConstantTime.areEqual(expected, Array(bytes.dropFirst(saltByteCount)))
    }
}
