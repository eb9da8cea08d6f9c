internal import CCrypto

/// AES-256-GCM (NIST SP 800-38D): a text that is secret, and notices when it or what stands beside it was changed.
enum AuthenticatedCipher {
    static let keyByteCount = 32
    static let nonceByteCount = 12
    static let tagByteCount = 16

    /// The secret bytes, with the tag behind them.
    ///
    /// A nonce must never be used twice with one key.
    static func seal(_ plain: [UInt8], key: [UInt8], nonce: [UInt8], beside: [UInt8]) -> [UInt8] {
        let context = CipherContext(key: key, nonce: nonce, isSealing: true)
        guard context.add(beside: beside), let body = context.update(plain), let tag = context.finishSealing()
        else {
            preconditionFailure("libcrypto can't encrypt.")
        }
        return body + tag
    }

    /// Nil unless key, nonce, text and what stands beside it are those that were sealed together.
    static func open(_ sealed: [UInt8], key: [UInt8], nonce: [UInt8], beside: [UInt8]) -> [UInt8]? {
        guard sealed.count >= tagByteCount else { return nil }
        let context = CipherContext(key: key, nonce: nonce, isSealing: false)
        guard context.add(beside: beside), let plain = context.update(Array(sealed.dropLast(tagByteCount))),
            context.finishOpening(tag: Array(sealed.suffix(tagByteCount)))
        else { return nil }
        return plain
    }
}

/// Owner of libcrypto's state for one encryption.
@safe  // The context is this owner's alone: made in the initialiser, freed in `deinit`, never handed out.
private struct CipherContext: ~Copyable {
    private let context: OpaquePointer

    init(key: [UInt8], nonce: [UInt8], isSealing: Bool) {
        precondition(key.count == AuthenticatedCipher.keyByteCount, "AES-256 takes 32 bytes.")
        precondition(nonce.count == AuthenticatedCipher.nonceByteCount, "GCM takes 12 bytes.")
        guard let made = unsafe EVP_CIPHER_CTX_new(),
            unsafe EVP_CipherInit_ex(made, EVP_aes_256_gcm(), nil, key, nonce, isSealing ? 1 : 0) == 1
        else { preconditionFailure("libcrypto has no AES.") }
        unsafe context = made
    }

    deinit {
        unsafe EVP_CIPHER_CTX_free(context)
    }

    func add(beside bytes: [UInt8]) -> Bool {
        var length: Int32 = 0
        return unsafe EVP_CipherUpdate(context, nil, &length, bytes, Int32(bytes.count)) == 1
    }

    func update(_ bytes: [UInt8]) -> [UInt8]? {
        var result = [UInt8](repeating: 0, count: bytes.count)
        var length: Int32 = 0
        guard unsafe EVP_CipherUpdate(context, &result, &length, bytes, Int32(bytes.count)) == 1,
            Int(length) == bytes.count
        else { return nil }
        return result
    }

    func finishSealing() -> [UInt8]? {
        var tag = [UInt8](repeating: 0, count: AuthenticatedCipher.tagByteCount)
        var length: Int32 = 0
        guard unsafe EVP_CipherFinal_ex(context, &tag, &length) == 1,
            unsafe EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_GET_TAG, Int32(tag.count), &tag) == 1
        else { return nil }
        return tag
    }

    func finishOpening(tag: [UInt8]) -> Bool {
        var tag = tag
        var rest = [UInt8](repeating: 0, count: AuthenticatedCipher.tagByteCount)
        var length: Int32 = 0
        return unsafe EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_TAG, Int32(tag.count), &tag) == 1
            && EVP_CipherFinal_ex(context, &rest, &length) == 1
    }
}
