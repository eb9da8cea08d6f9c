/// An Ed25519 private key.
package struct SigningKey: Sendable, Hashable {
    package static let seedByteCount = CryptoKey.seedByteCount

    /// The 32 secret bytes.
    package let seed: [UInt8]
    package let publicKey: PublicKey

    /// - Parameter seed: 32 bytes from a secure source.
    package init(seed: [UInt8]) {
        self.seed = seed
        publicKey = PublicKey(ed25519: CryptoKey(ed25519Seed: seed).ed25519Public)
    }

    package static func make() -> SigningKey {
        SigningKey(seed: SecureRandom.bytes(seedByteCount))
    }

    /// 64 bytes.
    package func sign(_ message: [UInt8]) -> [UInt8] {
        CryptoKey(ed25519Seed: seed).sign(message)
    }
}
