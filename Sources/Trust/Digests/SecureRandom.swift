internal import CCrypto

/// Random bytes from libcrypto's generator, which the kernel seeds.
package enum SecureRandom {
    package static func bytes(_ count: Int) -> [UInt8] {
        var result = [UInt8](repeating: 0, count: count)
        guard count > 0 else { return result }
        let code = unsafe RAND_bytes(&result, Int32(count))
        // Without randomness no session and no password is safe: better to stop.
        precondition(code == 1, "libcrypto has no random bytes.")
        return result
    }
}
