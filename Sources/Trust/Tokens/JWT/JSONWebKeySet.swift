/// How a token is signed, of the ways that Loa takes.
///
/// Nothing else is known to it: neither `none` nor a keyed digest, for which a public key could be passed off as the
/// secret.
package enum TokenAlgorithm: String, Sendable, Hashable, CaseIterable {
    /// RSA with PKCS #1 v1.5 and SHA-256.
    case rs256 = "RS256"
    /// ECDSA over P-256 with SHA-256.
    case es256 = "ES256"
}

/// A public key that a provider publishes for its signatures (RFC 7517).
package struct JSONWebKey: Sendable, Hashable {
    /// Bits of a modulus: fewer are too weak, more would only cost us time.
    static let rsaBits = 2048...8192
    private static let longestExponentBytes = 4

    package let id: ExactText?
    /// Each key verifies one way only.
    package let algorithm: TokenAlgorithm
    /// SubjectPublicKeyInfo.
    private let der: [UInt8]

    /// Nil for keys that are for something else, or that Loa doesn't verify with.
    init?(_ json: JSON) {
        guard case .object(let object) = json else { return nil }
        func text(_ name: ExactText) -> ExactText? {
            if case .text(let text)? = object[name] { text } else { nil }
        }
        func number(_ name: ExactText) -> [UInt8]? { text(name).flatMap { Base64URL.decode($0.utf8) } }
        if let use = text("use"), use != "sig" { return nil }
        if case .array(let operations)? = object["key_ops"], !operations.contains(.text("verify")) {
            return nil
        }
        switch text("kty")?.string {
        case "RSA":
            guard let modulus = number("n"), let exponent = number("e"), Self.isUsable(exponent) else {
                return nil
            }
            algorithm = .rs256
            der = DER.rsaKey(modulus: modulus, exponent: exponent)
        case "EC":
            guard text("crv") == "P-256", let x = number("x"), let y = number("y"), x.count == 32,
                y.count == 32
            else { return nil }
            algorithm = .es256
            der = PublicKey.pointPrefix + [0x04] + x + y
        default: return nil
        }
        if let named = text("alg"), named.string != algorithm.rawValue { return nil }
        // A point beside the curve and a number that is none make no key.
        guard let family = CryptoKey(der: der)?.family else { return nil }
        switch family {
        case .rsa(let bits): guard algorithm == .rs256, Self.rsaBits.contains(bits) else { return nil }
        case .ecdsa(let curve): guard algorithm == .es256, curve == "prime256v1" else { return nil }
        case .ed25519: return nil
        }
        id = text("kid")
    }

    /// Odd, more than one, and short enough to be quick.
    private static func isUsable(_ exponent: [UInt8]) -> Bool {
        let digits = exponent.drop { $0 == 0 }
        guard let last = digits.last, digits.count <= longestExponentBytes else { return false }
        return last & 1 == 1 && (digits.count > 1 || last > 1)
    }

    func verifies(_ signature: [UInt8], over message: [UInt8]) -> Bool {
        guard let key = CryptoKey(der: der) else { return false }
        switch algorithm {
        case .rs256: return key.verifies(signature, over: message, hash: .sha256, isPSS: false)
        case .es256:
            guard signature.count == 64 else { return false }
            return key.verifies(
                DER.ecdsaSignature(signature), over: message, hash: .sha256, isPSS: false)
        }
    }
}

/// The keys that a provider publishes just now.
package struct JSONWebKeySet: Sendable, Hashable {
    /// A provider has two or three; more are not looked at.
    static let limit = 50

    package let keys: [JSONWebKey]

    /// Keys of unknown kinds are left out.
    ///
    /// - Throws: where the bytes are no set of keys at all.
    package init(reading bytes: [UInt8]) throws(JSONRefused) {
        guard case .object(let object) = try JSON(cuttingFractions: bytes),
            case .array(let keys)? = object["keys"]
        else { throw JSONRefused(reason: .unexpected, offset: 0) }
        self.keys = keys.prefix(Self.limit).compactMap { JSONWebKey($0) }
    }

    /// The key that a token names; where it names none, the only one of its kind.
    func key(_ id: ExactText?, for algorithm: TokenAlgorithm) -> JSONWebKey? {
        let fitting = keys.filter { $0.algorithm == algorithm && (id == nil || $0.id == id) }
        return fitting.count == 1 ? fitting[0] : nil
    }
}
