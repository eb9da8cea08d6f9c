/// Who somebody is by the word of a provider of OpenID Connect, once its signature and every claim are checked
/// (OpenID Connect Core 1.0, section 3.1.3.7).
package struct IDToken: Sendable, Hashable {
    /// A name that is one person's at this issuer for ever.
    package let subject: String
    /// Only where the provider says that it has verified the address.
    package let verifiedEmail: String?
    /// The ways in which the person was recognised (RFC 8176).
    package let methods: [String]
    /// How surely, in the provider's own words.
    package let context: String?

    /// What a token must say to be for us.
    package struct Expectation: Sendable, Hashable {
        package var issuer: String
        package var clientID: String
        package var nonce: String
        /// Seconds since 1970.
        package var now: Int64

        package init(issuer: String, clientID: String, nonce: String, now: Int64) {
            self.issuer = issuer
            self.clientID = clientID
            self.nonce = nonce
            self.now = now
        }
    }

    /// The first thing that is wrong.
    package enum Refused: String, Error, Sendable, Hashable, CaseIterable {
        case malformed, algorithm, unknownKey, signature
        case issuer, audience, authorizedParty, expired, issuedAt, notYet, nonce, subject
    }

    package static let longestBytes = 16 << 10
    /// How far the provider's clock and ours may be apart.
    package static let clockSkewSeconds: Int64 = 60
    /// A token comes fresh from the provider: an older one was kept by somebody.
    package static let longestAgeSeconds: Int64 = 600
    /// By the standard.
    static let longestSubjectBytes = 255

    /// - Throws: ``Refused/unknownKey`` where new keys of the provider might help; anything else is final.
    package init(
        verifying text: String, keys: JSONWebKeySet, expecting expectation: Expectation
    ) throws(Refused) {
        let claims = try Self.signedClaims(text, keys: keys)
        guard claims.object["iss"] == .text(expectation.issuer) else { throw .issuer }
        try Self.checkAudience(claims, expectation.clientID)
        try Self.checkTimes(claims, at: expectation.now)
        guard let nonce = claims.text("nonce"),
            ConstantTime.areEqual(Array(nonce.utf8), Array(expectation.nonce.utf8))
        else { throw .nonce }
        guard let subject = claims.text("sub"), (1...Self.longestSubjectBytes).contains(subject.utf8.count),
            subject.utf8.allSatisfy({ 0x20...0x7E ~= $0 })
        else { throw .subject }
        self.subject = subject
        verifiedEmail = claims.object["email_verified"] == .bool(true) ? claims.text("email") : nil
        methods =
            if case .array(let values)? = claims.object["amr"] {
                values.compactMap { if case .text(let text) = $0 { text.string } else { nil } }
            } else {
                []
            }
        context = claims.text("acr")
    }

    /// The middle part, if the last one is a signature of one of the keys over the first two.
    private static func signedClaims(_ text: String, keys: JSONWebKeySet) throws(Refused) -> Claims {
        guard text.utf8.count <= longestBytes else { throw .malformed }
        let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 3, let head = Claims(parts[0]) else { throw .malformed }
        // The algorithm comes before all else, so that a token of `none` is refused as such.
        guard let algorithm = head.text("alg").flatMap({ TokenAlgorithm(rawValue: $0) }) else {
            throw .algorithm
        }
        // Whoever names extensions that must be understood names some that we don't.
        guard head.object["crit"] == nil, head.text("typ")?.lowercased() ?? "jwt" == "jwt",
            let claims = Claims(parts[1]), let signature = Base64URL.decode(parts[2])
        else { throw .malformed }
        let id: ExactText? = if case .text(let id)? = head.object["kid"] { id } else { nil }
        // Keys and addresses that the token itself brings (`jwk`, `jku`, `x5u`) are never looked at.
        guard let key = keys.key(id, for: algorithm) else { throw .unknownKey }
        let message = Array(parts[0]) + [UInt8(ascii: ".")] + Array(parts[1])
        guard key.verifies(signature, over: message) else { throw .signature }
        return claims
    }

    private static func checkAudience(_ claims: Claims, _ clientID: String) throws(Refused) {
        let client = JSON.text(clientID)
        switch claims.object["aud"] {
        case client?: break
        case .array(let audience)?:
            guard audience.contains(client) else { throw .audience }
            // For several parties: then it must say that we are the one who asked.
            if audience.count > 1, claims.object["azp"] == nil { throw .authorizedParty }
        default: throw .audience
        }
        if let party = claims.object["azp"], party != client { throw .authorizedParty }
    }

    private static func checkTimes(_ claims: Claims, at now: Int64) throws(Refused) {
        guard let end = claims.instant("exp"), now < end + clockSkewSeconds else { throw .expired }
        guard let made = claims.instant("iat"), made <= now + clockSkewSeconds,
            made > now - longestAgeSeconds - clockSkewSeconds
        else { throw .issuedAt }
        if claims.object["nbf"] != nil {
            guard let start = claims.instant("nbf"), start <= now + clockSkewSeconds else { throw .notYet }
        }
    }

    /// One part of a token: an object of JSON.
    private struct Claims {
        let object: JSONObject

        init?(_ part: some Sequence<UInt8>) {
            guard let bytes = Base64URL.decode(part),
                case .object(let object)? = try? JSON(cuttingFractions: bytes)
            else { return nil }  // whatever is wrong with it, the token is malformed
            self.object = object
        }

        func text(_ name: ExactText) -> String? {
            if case .text(let text)? = object[name] { text.string } else { nil }
        }

        /// Seconds since 1970, within what can be counted with.
        func instant(_ name: ExactText) -> Int64? {
            guard case .integer(let seconds)? = object[name], 0...(1 << 40) ~= seconds else { return nil }
            return seconds
        }
    }
}
