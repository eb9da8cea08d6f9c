/// A public key as metadata writes it: type, scheme and value, with whatever else stands beside them.
package struct PublicKey: Sendable, Hashable {
    /// Tells keys apart by what they are, however they are written and whatever identifier they were given: one key
    /// under two identifiers is one key.
    package struct Identity: Sendable, Hashable {
        fileprivate let bytes: [UInt8]
    }

    /// RSA keys below this are taken for none (TUF, section 4.2).
    static let rsaBitsLeast = 2048

    package let keyType: ExactText
    package let scheme: ExactText
    /// The value under `keyval.public`: 64 hexadecimal digits for Ed25519, PEM for the others, nothing
    /// for kinds that write their keys otherwise.
    package let value: ExactText
    /// The key as it was written, with all fields.
    package let json: JSON

    package init(ed25519 bytes: [UInt8]) {
        precondition(bytes.count == 32, "An Ed25519 public key has 32 bytes.")
        keyType = "ed25519"
        scheme = "ed25519"
        value = ExactText(Hexadecimal.encode(bytes))
        json = .object([
            "keytype": .text(keyType), "scheme": .text(scheme), "keyval": .object(["public": .text(value)]),
        ])
    }

    /// Nil where a field is missing or no text.
    ///
    /// A kind that Loa can't use is kept: it just verifies nothing.
    package init?(json: JSON) {
        guard case .object(let object) = json, case .text(let keyType)? = object["keytype"],
            case .text(let scheme)? = object["scheme"], case .object(let keyval)? = object["keyval"]
        else { return nil }
        self.keyType = keyType
        self.scheme = scheme
        value = if case .text(let value)? = keyval["public"] { value } else { "" }
        self.json = json
    }

    static let holderField: ExactText = "x-loa-holder"

    /// Whose key it is, where its maker wrote it beside the key; believed as far as the file that holds it.
    package var holder: ExactText? {
        guard case .object(let object) = json, case .text(let holder)? = object[Self.holderField] else {
            return nil
        }
        return holder
    }

    /// The same key with its holder's name beside it; its identifier stays.
    package func held(by holder: ExactText) -> PublicKey { with(Self.holderField, .text(holder)) }

    /// The same key with one more thing said beside it.
    func with(_ field: ExactText, _ value: JSON) -> PublicKey {
        guard case .object(var object) = json else { preconditionFailure("A key is an object.") }
        object[field] = value
        guard let key = PublicKey(json: .object(object)) else {
            preconditionFailure("One field more leaves a key a key.")
        }
        return key
    }

    /// The identifier that TUF makes of a key: SHA-256 over its canonical form, in hexadecimal digits.
    package var keyID: ExactText {
        guard case .object(let object) = json else { preconditionFailure("A key is an object.") }
        let plain: JSONObject = [
            "keytype": .text(keyType), "scheme": .text(scheme), "keyval": object["keyval"] ?? .null,
        ]
        return ExactText(Hexadecimal.encode(SHA256.digest(JSON.object(plain).canonicalBytes)))
    }

    package var identity: Identity {
        // The commonest kind needs no key made.
        if keyType == "ed25519", let bytes = Hexadecimal.decode(value.string) {
            return Identity(bytes: bytes)
        }
        return Identity(bytes: makeKey()?.normalForm ?? json.canonicalBytes)
    }

    /// Whether the signature is this key's over the message; false for every kind of fault.
    package func verifies(_ signature: [UInt8], over message: [UInt8]) -> Bool {
        guard let key = makeKey(), let family = key.family,
            let rule = Rule.of(keyType: keyType, scheme: scheme),
            rule.isFor(family)
        else { return false }
        return key.verifies(signature, over: message, hash: rule.hash, isPSS: rule.isPSS)
    }

    /// Whether Loa can verify with it at all.
    package var isUsable: Bool {
        guard let family = makeKey()?.family, let rule = Rule.of(keyType: keyType, scheme: scheme) else {
            return false
        }
        return rule.isFor(family)
    }

    private func makeKey() -> CryptoKey? {
        if keyType == "ed25519" { return Hexadecimal.decode(value.string).flatMap { CryptoKey(ed25519: $0) } }
        if value.string.hasPrefix("-----BEGIN") { return CryptoKey(pem: Array(value.utf8)) }
        // Older repositories wrote a P-256 key as its uncompressed point; the rest of its DER never changes.
        guard keyType.string.hasPrefix("ecdsa"), let point = Hexadecimal.decode(value.string),
            point.count == 65
        else {
            return nil
        }
        return CryptoKey(der: Self.pointPrefix + point)
    }

    /// SubjectPublicKeyInfo of P-256 up to the point (RFC 5480).
    static let pointPrefix: [UInt8] = [
        0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01, 0x06, 0x08, 0x2A, 0x86,
        0x48,
        0xCE, 0x3D, 0x03, 0x01, 0x07, 0x03, 0x42, 0x00,
    ]
}

extension PublicKey {
    /// How a scheme verifies, and with which keys.
    private struct Rule {
        enum Kind { case ed25519, ecdsa(curve: String), rsa }

        let kind: Kind
        var hash: HashFunction?
        var isPSS = false

        static func of(keyType: ExactText, scheme: ExactText) -> Rule? {
            switch (keyType.string, scheme.string) {
            case ("ed25519", "ed25519"): Rule(kind: .ed25519)
            // The scheme's name as type is what older metadata writes.
            case ("ecdsa", "ecdsa-sha2-nistp256"), ("ecdsa-sha2-nistp256", "ecdsa-sha2-nistp256"):
                Rule(kind: .ecdsa(curve: "prime256v1"), hash: .sha256)
            case ("ecdsa", "ecdsa-sha2-nistp384"), ("ecdsa-sha2-nistp384", "ecdsa-sha2-nistp384"):
                Rule(kind: .ecdsa(curve: "secp384r1"), hash: .sha384)
            case ("ecdsa", "ecdsa-sha2-nistp521"), ("ecdsa-sha2-nistp521", "ecdsa-sha2-nistp521"):
                Rule(kind: .ecdsa(curve: "secp521r1"), hash: .sha512)
            case ("rsa", "rsassa-pss-sha256"): Rule(kind: .rsa, hash: .sha256, isPSS: true)
            case ("rsa", "rsassa-pss-sha384"): Rule(kind: .rsa, hash: .sha384, isPSS: true)
            case ("rsa", "rsassa-pss-sha512"): Rule(kind: .rsa, hash: .sha512, isPSS: true)
            case ("rsa", "rsa-pkcs1v15-sha256"): Rule(kind: .rsa, hash: .sha256)
            case ("rsa", "rsa-pkcs1v15-sha384"): Rule(kind: .rsa, hash: .sha384)
            case ("rsa", "rsa-pkcs1v15-sha512"): Rule(kind: .rsa, hash: .sha512)
            default: nil
            }
        }

        func isFor(_ family: CryptoKey.Family) -> Bool {
            switch (kind, family) {
            case (.ed25519, .ed25519): true
            case (.ecdsa(let wanted), .ecdsa(let curve)): wanted == curve
            case (.rsa, .rsa(let bits)): bits >= PublicKey.rsaBitsLeast
            default: false
            }
        }
    }
}
