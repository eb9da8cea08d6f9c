extension TUF {
    /// Whose signatures a file on its way has, and how many it still needs from each circle that must agree.
    package struct SignatureTally: Sendable {
        private let envelope: Envelope
        /// Circles of keys: of each, as many as its threshold must sign.
        private let authorities: [Authority]

        init(_ envelope: Envelope, _ authorities: [Authority]) {
            self.envelope = envelope
            self.authorities = authorities
        }

        /// The keys that have signed it, of those that may.
        package var signers: [PublicKey] {
            let all = authorities.flatMap { $0.keys.values }.sorted { $0.keyID < $1.keyID }
            let signed = authorities.reduce(into: Set()) { $0.formUnion($1.validSigners(of: envelope)) }
            var seen: Set<PublicKey.Identity> = []
            return all.filter { signed.contains($0.identity) && seen.insert($0.identity).inserted }
        }

        /// Identifiers under which something stands that is no signature of a key that may sign.
        package var worthless: [ExactText] {
            let valid = Set(signers.map(\.identity))
            return envelope.signatures.map(\.keyID).filter { keyID in
                !authorities.contains { authority in
                    authority.keyIDs.contains(keyID)
                        && authority.keys[keyID].map { valid.contains($0.identity) } == true
                }
            }
        }

        /// How many more signatures each circle must give.
        package var missing: [Int64] {
            authorities.map { max(0, $0.threshold - Int64($0.validSigners(of: envelope).count)) }
        }

        /// Throws for a key that is in no circle: its signature would be worth nothing.
        func requirePlace(for key: SigningKey) throws(Refused) {
            let keyID = key.publicKey.keyID
            guard authorities.contains(where: { $0.keyIDs.contains(keyID) }) else {
                throw Refused.notDelegated(keyID)
            }
        }
    }
}
