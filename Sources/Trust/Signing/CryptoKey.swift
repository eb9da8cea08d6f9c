internal import CCrypto

/// Owner of one of libcrypto's keys, for the length of one computation.
@safe  // The key is this owner's alone: made in an initialiser, freed in `deinit`, never handed out.
struct CryptoKey: ~Copyable {
    enum Family: Sendable, Hashable {
        case ed25519
        case ecdsa(curve: String)
        case rsa(bits: Int)
    }

    private let key: OpaquePointer

    static let seedByteCount = 32

    /// An Ed25519 public key of 32 bytes.
    init?(ed25519 bytes: [UInt8]) {
        guard bytes.count == 32,
            let made = unsafe EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nil, bytes, bytes.count)
        else { return nil }
        unsafe key = made
    }

    /// An Ed25519 private key of 32 bytes.
    init(ed25519Seed seed: [UInt8]) {
        precondition(seed.count == Self.seedByteCount, "An Ed25519 key takes 32 bytes.")
        guard let made = unsafe EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nil, seed, seed.count) else {
            preconditionFailure("libcrypto can't make an Ed25519 key.")
        }
        unsafe key = made
    }

    /// A public key in PEM (SubjectPublicKeyInfo).
    init?(pem: [UInt8]) {
        // Errors of parsing stay in the thread's queue, where a later call could take them for its own.
        defer { ERR_clear_error() }
        // The source reads the bytes where they are: they must stay until it is freed.
        let made = unsafe pem.withUnsafeBufferPointer { buffer -> OpaquePointer? in
            guard let source = unsafe BIO_new_mem_buf(buffer.baseAddress, Int32(clamping: buffer.count))
            else {
                return nil
            }
            defer { unsafe BIO_free(source) }
            return unsafe PEM_read_bio_PUBKEY(source, nil, nil, nil)
        }
        guard let made = unsafe made else { return nil }
        unsafe key = made
    }

    /// A public key in DER (SubjectPublicKeyInfo).
    init?(der: [UInt8]) {
        defer { ERR_clear_error() }
        let made = unsafe der.withUnsafeBufferPointer { buffer -> OpaquePointer? in
            var start = buffer.baseAddress
            return unsafe d2i_PUBKEY(nil, &start, buffer.count)
        }
        guard let made = unsafe made else { return nil }
        unsafe key = made
    }

    deinit {
        unsafe EVP_PKEY_free(key)
    }

    /// Nil for kinds that Loa doesn't verify with.
    var family: Family? {
        switch unsafe EVP_PKEY_get_base_id(key) {
        case EVP_PKEY_ED25519: return .ed25519
        case EVP_PKEY_RSA: return unsafe .rsa(bits: Int(EVP_PKEY_get_bits(key)))
        case EVP_PKEY_EC:
            // A curve that is spelt out instead of named (RFC 5480 forbids it) could be another one that only looks
            // like ours.
            var isSpeltOut: Int32 = 0
            guard
                unsafe EVP_PKEY_get_int_param(
                    key, OSSL_PKEY_PARAM_EC_DECODED_FROM_EXPLICIT_PARAMS, &isSpeltOut) == 1, isSpeltOut == 0
            else { return nil }
            var name = [CChar](repeating: 0, count: 64)
            guard unsafe EVP_PKEY_get_group_name(key, &name, name.count, nil) == 1 else { return nil }
            return .ecdsa(
                curve: String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self))
        default: return nil
        }
    }

    /// What the key is, the same for every way to write it; nil for kinds that Loa doesn't verify with.
    var normalForm: [UInt8]? {
        switch family {
        case nil: nil
        case .ed25519: ed25519Public
        case .rsa: der
        // DER keeps the form in which a point was read: compressed, uncompressed or hybrid (SEC 1, 2.3.3).
        case .ecdsa(let curve): point.map { Array(curve.utf8) + $0 }
        }
    }

    /// A point's coordinates, each as long as those of the largest curve.
    private var point: [UInt8]? {
        var bytes: [UInt8] = []
        for name in [OSSL_PKEY_PARAM_EC_PUB_X, OSSL_PKEY_PARAM_EC_PUB_Y] {
            var number: OpaquePointer?
            guard unsafe EVP_PKEY_get_bn_param(key, name, &number) == 1 else { return nil }
            defer { unsafe BN_free(number) }
            var padded = [UInt8](repeating: 0, count: Self.coordinateByteCount)
            guard unsafe BN_bn2binpad(number, &padded, Int32(padded.count)) == Int32(padded.count) else {
                return nil
            }
            bytes += padded
        }
        return bytes
    }

    /// P-521's.
    private static let coordinateByteCount = 66

    /// SubjectPublicKeyInfo in DER.
    private var der: [UInt8]? {
        let length = unsafe i2d_PUBKEY(key, nil)
        guard length > 0 else { return nil }
        var bytes = [UInt8](repeating: 0, count: Int(length))
        let written = unsafe bytes.withUnsafeMutableBufferPointer { buffer -> Int32 in
            var start = buffer.baseAddress
            return unsafe i2d_PUBKEY(key, &start)
        }
        return written == length ? bytes : nil
    }

    /// The public half of an Ed25519 key, 32 bytes.
    var ed25519Public: [UInt8] {
        var bytes = [UInt8](repeating: 0, count: 32)
        var length = bytes.count
        let code = unsafe EVP_PKEY_get_raw_public_key(key, &bytes, &length)
        precondition(code == 1 && length == 32, "libcrypto can't tell an Ed25519 key.")
        return bytes
    }

    /// An Ed25519 signature, 64 bytes.
    func sign(_ message: [UInt8]) -> [UInt8] {
        guard let context = unsafe EVP_MD_CTX_new() else { preconditionFailure("libcrypto has no memory.") }
        defer { unsafe EVP_MD_CTX_free(context) }
        var signature = [UInt8](repeating: 0, count: 64)
        var length = signature.count
        let isSigned =
            unsafe EVP_DigestSignInit(context, nil, nil, nil, key) == 1
            && EVP_DigestSign(context, &signature, &length, message, message.count) == 1
        precondition(isSigned && length == 64, "libcrypto can't sign.")
        return signature
    }

    /// Whether the signature is this key's over the message.
    ///
    /// `hash` is nil where the scheme has its own.
    func verifies(_ signature: [UInt8], over message: [UInt8], hash: HashFunction?, isPSS: Bool) -> Bool {
        defer { ERR_clear_error() }
        guard let context = unsafe EVP_MD_CTX_new() else { preconditionFailure("libcrypto has no memory.") }
        defer { unsafe EVP_MD_CTX_free(context) }
        let digest =
            switch hash {
            case .sha256: unsafe EVP_sha256()
            case .sha384: unsafe EVP_sha384()
            case .sha512: unsafe EVP_sha512()
            case nil: unsafe OpaquePointer?.none
            }
        var parameters: OpaquePointer?
        guard unsafe EVP_DigestVerifyInit(context, &parameters, digest, nil, key) == 1 else { return false }
        if isPSS {
            // Other people's salts differ in length: it is read out of the signature, as their verifiers do.
            guard unsafe EVP_PKEY_CTX_set_rsa_padding(parameters, RSA_PKCS1_PSS_PADDING) == 1,
                unsafe EVP_PKEY_CTX_set_rsa_pss_saltlen(parameters, RSA_PSS_SALTLEN_AUTO) == 1
            else { return false }
        }
        return unsafe EVP_DigestVerify(context, signature, signature.count, message, message.count) == 1
    }
}
