internal import CCrypto

/// Comparison whose duration doesn't tell where two secrets differ.
package enum ConstantTime {
    package static func areEqual(_ one: [UInt8], _ other: [UInt8]) -> Bool {
        // Lengths of secrets are public here: digests and codes of fixed size.
        guard one.count == other.count else { return false }
        return unsafe CRYPTO_memcmp(one, other, one.count) == 0
    }
}
