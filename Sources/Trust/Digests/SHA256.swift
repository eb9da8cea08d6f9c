internal import CCrypto

/// SHA-256 (FIPS 180-4).
package enum SHA256 {
    package static let byteCount = 32

    /// The 32 bytes of a digest.
    package static func digest(_ bytes: [UInt8]) -> [UInt8] {
        var result = [UInt8](repeating: 0, count: byteCount)
        var length: UInt32 = 0
        let code = unsafe EVP_Digest(bytes, bytes.count, &result, &length, EVP_sha256(), nil)
        // Fails only when memory runs out or the library is broken; nothing could be trusted then.
        precondition(code == 1 && length == byteCount, "libcrypto can't make a SHA-256.")
        return result
    }

    package static func digest(_ text: String) -> [UInt8] {
        digest(Array(text.utf8))
    }
}

/// HMAC (RFC 2104).
package enum HMACDigest {
    package enum Function: Sendable {
        /// Only for one-time codes, whose standard asks for it.
        case sha1
        case sha256
    }

    package static func digest(_ message: [UInt8], key: [UInt8], function: Function = .sha256) -> [UInt8] {
        var result = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
        var length: UInt32 = 0
        // A null key means "the key of the call before": an empty one needs an address of its own.
        let keyBytes = key.isEmpty ? [0] : key
        let made = unsafe HMAC(
            function == .sha1 ? EVP_sha1() : EVP_sha256(), keyBytes, Int32(key.count), message, message.count,
            &result,
            &length)
        unsafe precondition(made != nil, "libcrypto can't make an HMAC.")
        return Array(result.prefix(Int(length)))
    }
}
