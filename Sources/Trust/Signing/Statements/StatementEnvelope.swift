/// Why an envelope is not believed.
package enum StatementRefused: Error, Sendable, Hashable, CustomStringConvertible {
    case malformed(String)
    case wrongType(expected: ExactText, found: ExactText)
    /// Too few different persons have signed.
    case unsigned(persons: Int, threshold: Int)

    package var description: String {
        switch self {
        case .malformed(let reason): "the envelope is malformed: \(reason)"
        case .wrongType(let expected, let found): "the envelope holds \(found) where \(expected) belongs"
        case .unsigned(let persons, let threshold): "\(persons) persons have signed, and \(threshold) must"
        }
    }
}

/// A statement and signatures over it (DSSE 1.0, https://github.com/secure-systems-lab/dsse).
///
/// What is signed is the bytes of the statement together with what kind of statement they are, so that no reader has to
/// parse anything before it knows who signed.
package struct StatementEnvelope: Sendable, Hashable {
    package struct Signature: Sendable, Hashable {
        /// A hint which key it may be; nothing is believed because of it.
        package var keyID: ExactText?
        package var bytes: [UInt8]
    }

    /// A person who may sign, by one of their keys.
    package struct Signer: Sendable, Hashable {
        package var person: ExactText
        package var key: PublicKey

        package init(person: ExactText, key: PublicKey) {
            self.person = person
            self.key = key
        }
    }

    /// More signatures than any statement needs: each costs a computation.
    package static let signatureLimit = 32

    package let payloadType: ExactText
    package let payload: [UInt8]
    package private(set) var signatures: [Signature]

    package init(payloadType: ExactText, payload: [UInt8]) {
        self.payloadType = payloadType
        self.payload = payload
        signatures = []
    }

    package init(reading bytes: [UInt8]) throws(StatementRefused) {
        let json: JSON
        do throws(JSONRefused) {
            json = try JSON(reading: bytes)
        } catch {
            throw StatementRefused.malformed("\(error)")
        }
        guard case .object(let object) = json, case .text(let type)? = object["payloadType"],
            case .text(let encoded)? = object["payload"], case .array(let list)? = object["signatures"]
        else { throw StatementRefused.malformed("payload, payloadType or signatures are missing") }
        guard let payload = Base64.decode(encoded) else {
            throw StatementRefused.malformed("the payload is no base 64")
        }
        guard list.count <= Self.signatureLimit else {
            throw StatementRefused.malformed("too many signatures")
        }
        payloadType = type
        self.payload = payload
        signatures = []
        for entry in list {
            guard case .object(let entry) = entry, case .text(let encoded)? = entry["sig"],
                let bytes = Base64.decode(encoded)
            else { throw StatementRefused.malformed("a signature is no base 64") }
            switch entry["keyid"] {
            case nil, .text("")?: signatures.append(Signature(keyID: nil, bytes: bytes))
            case .text(let keyID)?: signatures.append(Signature(keyID: keyID, bytes: bytes))
            default: throw StatementRefused.malformed("a key's identifier is no text")
            }
        }
    }

    /// The file.
    package var bytes: [UInt8] {
        let list = signatures.map { signature in
            var entry: JSONObject = ["sig": .text(Base64.encode(signature.bytes))]
            entry["keyid"] = signature.keyID.map { .text($0) }
            return JSON.object(entry)
        }
        return JSON.object([
            "payload": .text(Base64.encode(payload)), "payloadType": .text(payloadType),
            "signatures": .array(list),
        ]).serialized
    }

    /// What is signed: DSSE's pre-authentication encoding.
    package var signedBytes: [UInt8] {
        Array("DSSEv1 \(payloadType.utf8.count) \(payloadType) \(payload.count) ".utf8) + payload
    }

    /// Adds the key's signature, or replaces it.
    package mutating func sign(with key: SigningKey) {
        let keyID = key.publicKey.keyID
        signatures.removeAll { $0.keyID == keyID }
        signatures.append(Signature(keyID: keyID, bytes: key.sign(signedBytes)))
    }

    /// Adds the signatures of another copy of the same statement.
    package mutating func join(_ other: StatementEnvelope) throws(StatementRefused) {
        guard other.signedBytes == signedBytes else {
            throw StatementRefused.malformed("the copies don't say the same: they can't be joined")
        }
        for signature in other.signatures where !signatures.contains(signature) {
            signatures.append(signature)
        }
    }

    /// The keys among these that have signed.
    package func signers(among keys: [PublicKey]) -> [PublicKey] {
        let message = signedBytes
        return keys.filter { key in
            let keyID = key.keyID
            return signatures.contains { $0.keyID == keyID && key.verifies($0.bytes, over: message) }
        }
    }

    /// The persons among `signers` who have signed.
    ///
    /// Two keys of one person are one person. A key that two persons have is nobody's: it doesn't tell who signed.
    package func persons(among signers: [Signer]) -> Set<ExactText> {
        var owners: [PublicKey.Identity: Set<ExactText>] = [:]
        for signer in signers { owners[signer.key.identity, default: []].insert(signer.person) }
        let message = signedBytes
        var persons: Set<ExactText> = []
        for signature in signatures {
            for signer in signers where !persons.contains(signer.person) {
                guard signature.keyID == nil || signature.keyID == signer.key.keyID,
                    owners[signer.key.identity]?.count == 1,
                    signer.key.verifies(signature.bytes, over: message)
                else { continue }
                persons.insert(signer.person)
            }
        }
        return persons
    }

    /// The statement, once enough different persons have signed it as what it is.
    package func statement(
        ofType expected: ExactText, signedBy signers: [Signer], threshold: Int
    ) throws(StatementRefused) -> [UInt8] {
        precondition(threshold >= 1, "At least one person must sign.")
        guard payloadType == expected else {
            throw StatementRefused.wrongType(expected: expected, found: payloadType)
        }
        let persons = persons(among: signers)
        guard persons.count >= threshold else {
            throw StatementRefused.unsigned(persons: persons.count, threshold: threshold)
        }
        return payload
    }
}
