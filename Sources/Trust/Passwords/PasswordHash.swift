internal import CArgon2

/// Argon2id over passwords, in the encoded form that carries its own parameters and salt.
package struct PasswordParameters: Sendable, Hashable {
    package var memoryKiB: UInt32
    package var passes: UInt32
    package var lanes: UInt32

    package init(memoryKiB: UInt32, passes: UInt32, lanes: UInt32) {
        self.memoryKiB = memoryKiB
        self.passes = passes
        self.lanes = lanes
    }

    /// OWASP's first choice of 2024 (19 MiB, 2 passes, 1 lane): more memory would let a flood of
    /// sign-ins hurt a small server more than it would hurt a thief.
    package static let standard = PasswordParameters(memoryKiB: 19 * 1024, passes: 2, lanes: 1)
    /// For tests only: the least that Argon2 allows.
    package static let cheapest = PasswordParameters(memoryKiB: 8, passes: 1, lanes: 1)

    static let saltByteCount = 16
    static let hashByteCount = 32
}

/// Argon2 couldn't work: no memory, or a hash that is none.
package struct PasswordFailure: Error, Sendable, Hashable {
    /// libargon2's own code, as in argon2.h.
    package let code: Int32
}

/// One hash at a time, on the thread that calls; see `PasswordHasher` for the bound on many.
enum PasswordHash {
    static func make(_ password: [UInt8], salt: [UInt8], parameters: PasswordParameters)
        throws(PasswordFailure)
        -> String
    {
        let length = argon2_encodedlen(
            parameters.passes, parameters.memoryKiB, parameters.lanes, UInt32(salt.count),
            UInt32(PasswordParameters.hashByteCount), Argon2_id)
        var encoded = [CChar](repeating: 0, count: length)
        let code = unsafe argon2id_hash_encoded(
            parameters.passes, parameters.memoryKiB, parameters.lanes, password, password.count, salt,
            salt.count,
            PasswordParameters.hashByteCount, &encoded, length)
        guard code == ARGON2_OK.rawValue else { throw PasswordFailure(code: code) }
        return String(decoding: encoded.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    static func verify(_ password: [UInt8], against encoded: String) throws(PasswordFailure) -> Bool {
        let code = unsafe argon2id_verify(encoded, password, password.count)
        switch code {
        case ARGON2_OK.rawValue: return true
        case ARGON2_VERIFY_MISMATCH.rawValue: return false
        default: throw PasswordFailure(code: code)
        }
    }

    /// Whether a hash was made with other parameters than those wanted, and is to be made anew at
    /// the next sign-in.
    static func isOutdated(_ encoded: String, parameters: PasswordParameters) -> Bool {
        !encoded.hasPrefix(
            "$argon2id$v=19$m=\(parameters.memoryKiB),t=\(parameters.passes),p=\(parameters.lanes)$")
    }
}
