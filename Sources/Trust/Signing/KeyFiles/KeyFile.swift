internal import CArgon2
internal import Foundation

/// Why a key's file isn't opened.
package enum KeyFileRefused: Error, Sendable, Hashable, CustomStringConvertible {
    case malformed(String)
    /// A wrong passphrase, or a file that was changed: the two can't be told apart.
    case wrongPassphrase
    /// The machine can't do the work of Argon2 that the file asks for. libargon2's own code.
    case tooDemanding(code: Int32)

    package var description: String {
        switch self {
        case .malformed(let reason): "this is no file of a key: \(reason)"
        case .wrongPassphrase: "the passphrase is wrong, or the file was changed"
        case .tooDemanding(let code): "this machine can't derive the key (Argon2 says \(code))"
        }
    }
}

/// A private key as it lies on a disk or a stick: encrypted under a passphrase, with its public half and its owner's
/// name readable.
///
/// The file is JSON: `loa-key` 1, `name`, `key` (as in metadata), `argon2id` (`memory_kib`, `passes`, `lanes`,
/// `salt`), `nonce`, and `secret`, the 32 bytes under AES-256-GCM with the tag behind them. All fields but `secret`, in
/// their canonical form, are authenticated with it.
package struct KeyFile: Sendable, Hashable {
    /// RFC 9106's choice for machines with little memory; a thief of the file has time, so this is more than for
    /// sign-ins.
    package static let standardParameters = PasswordParameters(memoryKiB: 64 * 1024, passes: 3, lanes: 4)

    /// What opening a file may cost at most, whatever the file says.
    private static let memoryLimitKiB: Int64 = 1 << 20
    private static let passesLimit: Int64 = 32
    private static let lanesLimit: Int64 = 16

    /// Whose key it is, for people.
    package let name: ExactText
    package let publicKey: PublicKey
    private let parameters: PasswordParameters
    private let salt: [UInt8]
    private let nonce: [UInt8]
    private let sealed: [UInt8]

    /// - Parameter random: 28 bytes from a secure source, new for each file.
    package init(
        sealing key: SigningKey, name: ExactText, passphrase: String,
        parameters: PasswordParameters = standardParameters,
        random: [UInt8] = SecureRandom.bytes(randomByteCount)
    ) throws(KeyFileRefused) {
        precondition(random.count == Self.randomByteCount, "A key's file takes 28 random bytes.")
        self.name = name
        publicKey = key.publicKey
        self.parameters = parameters
        salt = Array(random.prefix(PasswordParameters.saltByteCount))
        nonce = Array(random.dropFirst(PasswordParameters.saltByteCount))
        let derived = try Self.derive(passphrase, salt: salt, parameters: parameters)
        let beside = Self.header(name, publicKey, parameters, salt, nonce)
        sealed = AuthenticatedCipher.seal(
            key.seed, key: derived, nonce: nonce, beside: JSON.object(beside).canonicalBytes)
    }

    package static let randomByteCount = PasswordParameters.saltByteCount + AuthenticatedCipher.nonceByteCount

    package init(reading bytes: [UInt8]) throws(KeyFileRefused) {
        guard case .object(let object)? = try? JSON(reading: bytes) else {
            throw KeyFileRefused.malformed("it is not JSON")
        }
        guard object["loa-key"] == .integer(1) else {
            throw KeyFileRefused.malformed("it is not of version 1")
        }
        guard case .text(let name)? = object["name"],
            let key = object["key"].flatMap({ PublicKey(json: $0) }),
            key.keyType == "ed25519", case .object(let argon2)? = object["argon2id"]
        else { throw KeyFileRefused.malformed("name, key or argon2id are missing") }
        func number(_ field: ExactText, _ range: ClosedRange<Int64>) throws(KeyFileRefused) -> UInt32 {
            guard case .integer(let value)? = argon2[field], range.contains(value) else {
                throw KeyFileRefused.malformed("argon2id.\(field) is out of range")
            }
            return UInt32(value)
        }
        func decoded(_ value: JSON?, count: Int) throws(KeyFileRefused) -> [UInt8] {
            guard case .text(let text)? = value, let bytes = Hexadecimal.decode(text.string),
                bytes.count == count
            else {
                throw KeyFileRefused.malformed("salt, nonce or secret are not as long as they must be")
            }
            return bytes
        }
        self.name = name
        publicKey = key
        parameters = PasswordParameters(
            memoryKiB: try number("memory_kib", 8...Self.memoryLimitKiB),
            passes: try number("passes", 1...Self.passesLimit),
            lanes: try number("lanes", 1...Self.lanesLimit))
        salt = try decoded(argon2["salt"], count: PasswordParameters.saltByteCount)
        nonce = try decoded(object["nonce"], count: AuthenticatedCipher.nonceByteCount)
        sealed = try decoded(
            object["secret"], count: SigningKey.seedByteCount + AuthenticatedCipher.tagByteCount)
    }

    /// The file.
    package var bytes: [UInt8] {
        var object = Self.header(name, publicKey, parameters, salt, nonce)
        object["secret"] = .text(ExactText(Hexadecimal.encode(sealed)))
        return JSON.object(object).serialized
    }

    /// The private key.
    ///
    /// Takes a tenth of a second and 64 MiB with the standard parameters.
    package func open(passphrase: String) throws(KeyFileRefused) -> SigningKey {
        let derived = try Self.derive(passphrase, salt: salt, parameters: parameters)
        let beside = JSON.object(Self.header(name, publicKey, parameters, salt, nonce)).canonicalBytes
        guard let seed = AuthenticatedCipher.open(sealed, key: derived, nonce: nonce, beside: beside) else {
            throw KeyFileRefused.wrongPassphrase
        }
        let key = SigningKey(seed: seed)
        // Authenticated above; this guards against a writer's mistake, which would sign under a stranger's name.
        guard key.publicKey.identity == publicKey.identity else {
            throw KeyFileRefused.malformed("its two halves don't belong together")
        }
        return key
    }

    private static func header(
        _ name: ExactText, _ key: PublicKey, _ parameters: PasswordParameters, _ salt: [UInt8],
        _ nonce: [UInt8]
    ) -> JSONObject {
        [
            "loa-key": .integer(1), "name": .text(name), "key": key.json,
            "argon2id": .object([
                "memory_kib": .integer(Int64(parameters.memoryKiB)),
                "passes": .integer(Int64(parameters.passes)),
                "lanes": .integer(Int64(parameters.lanes)),
                "salt": .text(ExactText(Hexadecimal.encode(salt))),
            ]), "nonce": .text(ExactText(Hexadecimal.encode(nonce))),
        ]
    }

    private static func derive(
        _ passphrase: String, salt: [UInt8], parameters: PasswordParameters
    ) throws(KeyFileRefused) -> [UInt8] {
        // One keyboard types "ế" as one character, another as two or three: the passphrase is the same.
        let secret = Array(passphrase.precomposedStringWithCanonicalMapping.utf8)
        var derived = [UInt8](repeating: 0, count: AuthenticatedCipher.keyByteCount)
        let code = unsafe argon2id_hash_raw(
            parameters.passes, parameters.memoryKiB, parameters.lanes, secret, secret.count, salt, salt.count,
            &derived,
            derived.count)
        guard code == ARGON2_OK.rawValue else { throw KeyFileRefused.tooDemanding(code: code) }
        return derived
    }
}
