extension TUF {
    /// A signature as it stands in a file.
    package struct Signature: Sendable, Hashable {
        package var keyID: ExactText
        /// Hexadecimal digits; kept as they are, and empty or odd ones just verify nothing.
        package var value: ExactText
        var custom = JSONObject()
    }

    /// A file of metadata before anyone has verified it: what is signed, and the signatures.
    package struct Envelope: Sendable, Hashable {
        package let signed: JSON
        /// What the signatures are over: the canonical form of `signed`.
        package let signedBytes: [UInt8]
        package private(set) var signatures: [Signature]
        private var custom = JSONObject()

        package init(signing role: some Role) {
            signed = role.json
            signedBytes = signed.canonicalBytes
            signatures = []
        }

        package init(reading bytes: [UInt8]) throws(Refused) {
            let json: JSON
            let range: Range<Int>?
            do throws(JSONRefused) {
                (json, range) = try JSONReader.read(bytes, signed: "signed")
            } catch {
                throw Refused.malformed("\(error)")
            }
            let fields = try FieldReader(json, "file")
            guard let signed = fields.object["signed"] else { throw fields.refused("signed", "is missing") }
            self.signed = signed
            // Most files have the canonical form inside already: it needn't be written anew.
            signedBytes = range.map { Array(bytes[$0]) } ?? signed.canonicalBytes
            var signatures: [Signature] = []
            var seen: Set<ExactText> = []
            for entry in try fields.array("signatures") {
                let entry = try FieldReader(entry, "signature")
                let signature = Signature(
                    keyID: try entry.text("keyid"), value: try entry.text("sig"),
                    custom: entry.object.besides(["keyid", "sig"]))
                guard seen.insert(signature.keyID).inserted else {
                    throw Refused.malformed("two signatures of the key \(signature.keyID)")
                }
                signatures.append(signature)
            }
            self.signatures = signatures
            custom = fields.object.besides(["signed", "signatures"])
        }

        /// Adds the key's signature, or replaces it.
        package mutating func sign(with key: SigningKey, as keyID: ExactText? = nil) {
            let value = ExactText(Hexadecimal.encode(key.sign(signedBytes)))
            let signature = Signature(keyID: keyID ?? key.publicKey.keyID, value: value)
            signatures.removeAll { $0.keyID == signature.keyID }
            signatures.append(signature)
        }

        /// Adds the signatures of another copy of the same file, made at another desk.
        package mutating func join(_ other: Envelope) throws(Refused) {
            guard other.signedBytes == signedBytes else {
                throw Refused.malformed("the copies don't say the same: they can't be joined")
            }
            for signature in other.signatures
            where !signatures.contains(where: { $0.keyID == signature.keyID }) {
                signatures.append(signature)
            }
        }

        /// The file.
        package var bytes: [UInt8] {
            var object = custom
            object["signed"] = signed
            object["signatures"] = .array(
                signatures.map { signature in
                    var entry = signature.custom
                    entry["keyid"] = .text(signature.keyID)
                    entry["sig"] = .text(signature.value)
                    return .object(entry)
                })
            return JSON.object(object).serialized
        }

        /// The role inside, whatever its signatures are worth.
        package func read<Content: Role>(as: Content.Type) throws(Refused) -> Content {
            let fields = try FieldReader(signed, "signed")
            let type = try fields.text("_type")
            guard type == ExactText(Content.type) else {
                throw Refused.wrongType(expected: Content.type, found: type.string)
            }
            return try Content(signed: signed)
        }
    }
}
