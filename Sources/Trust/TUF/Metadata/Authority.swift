extension TUF {
    /// Who may sign for a role: keys, and how many of them must.
    package struct Authority: Sendable, Hashable {
        package var keyIDs: [ExactText]
        package var threshold: Int64
        /// The keys that the delegating metadata has for these identifiers; one it lacks just can't sign.
        package var keys: [ExactText: PublicKey]

        /// What the role's keys are, whatever they are called.
        package var identities: Set<PublicKey.Identity> {
            Set(keyIDs.compactMap { keys[$0]?.identity })
        }

        /// Throws unless enough different keys have signed.
        ///
        /// One key under several identifiers counts once.
        func check(_ envelope: Envelope, role: ExactText) throws(Refused) {
            let signed = validSigners(of: envelope)
            guard Int64(signed.count) >= threshold else {
                throw Refused.unsigned(role: role, valid: signed.count, threshold: threshold)
            }
        }

        /// Whether enough of them have.
        func have(signed envelope: Envelope) -> Bool {
            Int64(validSigners(of: envelope).count) >= threshold
        }

        package func validSigners(of envelope: Envelope) -> Set<PublicKey.Identity> {
            let message = envelope.signedBytes
            var signed: Set<PublicKey.Identity> = []
            for signature in envelope.signatures where keyIDs.contains(signature.keyID) {
                guard let key = keys[signature.keyID], let value = Hexadecimal.decode(signature.value.string),
                    key.verifies(value, over: message)
                else { continue }
                signed.insert(key.identity)
            }
            return signed
        }
    }

    /// The keys and the threshold of a role, as metadata writes them.
    package struct RoleKeys: Sendable, Hashable {
        package var keyIDs: [ExactText]
        package var threshold: Int64
        var custom = JSONObject()

        package init(keyIDs: [ExactText], threshold: Int64) {
            self.keyIDs = keyIDs
            self.threshold = threshold
        }

        init(_ fields: FieldReader, own: [ExactText] = []) throws(Refused) {
            keyIDs = try fields.texts("keyids")
            guard Set(keyIDs).count == keyIDs.count else {
                throw fields.refused("keyids", "names a key twice")
            }
            threshold = try fields.integer("threshold", atLeast: 1)
            custom = fields.object.besides(["keyids", "threshold"] + own)
        }

        func json(_ own: [(ExactText, JSON)] = []) -> JSON {
            var object = custom
            object["keyids"] = JSON(keyIDs)
            object["threshold"] = .integer(threshold)
            for (name, value) in own { object[name] = value }
            return .object(object)
        }

        func authority(_ keys: [ExactText: PublicKey]) -> Authority {
            Authority(
                keyIDs: keyIDs, threshold: threshold,
                keys: keys.filter { keyIDs.contains($0.key) })
        }
    }
}

extension TUF.FieldReader {
    /// Public keys by their identifiers.
    ///
    /// An identifier is a name here, as TAP 12 has it: it needn't be a digest.
    func keys(_ field: ExactText) throws(TUF.Refused) -> [ExactText: PublicKey] {
        var keys: [ExactText: PublicKey] = [:]
        for member in try reader(field).object.members {
            guard let key = PublicKey(json: member.value) else {
                throw refused(field, "has no key under \(member.name)")
            }
            keys[member.name] = key
        }
        return keys
    }
}

extension JSON {
    init(_ keys: [ExactText: PublicKey]) {
        var object = JSONObject()
        for (keyID, key) in keys { object[keyID] = key.json }
        self = .object(object)
    }
}
