internal import CCrypto

/// The digests that metadata may name for a file.
package enum HashFunction: String, Sendable, Hashable, CaseIterable {
    case sha256, sha384, sha512

    /// A digest of bytes at hand.
    package func digest(_ bytes: [UInt8]) -> [UInt8] {
        var digester = Digester(self)
        digester.update(bytes)
        return digester.finish()
    }
}

/// A digest over bytes that come in pieces.
@safe  // The context is this owner's alone: made in the initialiser, freed in `deinit`, never handed out.
package struct Digester: ~Copyable {
    private let context: OpaquePointer

    package init(_ function: HashFunction) {
        let kind =
            switch function {
            case .sha256: unsafe EVP_sha256()
            case .sha384: unsafe EVP_sha384()
            case .sha512: unsafe EVP_sha512()
            }
        guard let made = unsafe EVP_MD_CTX_new(), unsafe EVP_DigestInit_ex(made, kind, nil) == 1 else {
            // Fails only when memory runs out or the library is broken; nothing could be trusted then.
            preconditionFailure("libcrypto can't make a digest.")
        }
        unsafe context = made
    }

    package mutating func update(_ bytes: [UInt8]) {
        let code = unsafe EVP_DigestUpdate(context, bytes, bytes.count)
        precondition(code == 1, "libcrypto can't go on with a digest.")
    }

    package consuming func finish() -> [UInt8] {
        var result = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
        var length: UInt32 = 0
        let code = unsafe EVP_DigestFinal_ex(context, &result, &length)
        precondition(code == 1, "libcrypto can't end a digest.")
        return Array(result.prefix(Int(length)))
    }

    deinit {
        unsafe EVP_MD_CTX_free(context)
    }
}
