import Foundation
import Locks
import Trust

/// A provider of OpenID Connect as it describes itself, asked when needed and remembered for a while.
package final class OpenIDProvider: Sendable {
    /// What the provider's own document says, as far as it is needed.
    struct Description: Sendable, Hashable {
        var authorization: String
        var token: String
        var keys: String
        /// Whether the client's secret goes into the form instead of `Authorization`.
        var takesSecretInForm: Bool
        /// Whether its answers say whose they are (RFC 9207).
        var namesItself: Bool
    }

    /// How long what it says of itself is believed without asking again.
    static let freshness = Duration.seconds(3600)
    /// While it can't be asked again, what it said before holds; the next question comes after this time.
    static let patience = Duration.seconds(30)
    /// An unknown key leads to asking for keys at most so often.
    static let keysInterval = Duration.seconds(5)
    /// Documents and keys of real providers have a few KB.
    static let answerLimitBytes = 256 << 10

    package let settings: OpenIDSettings
    private let transport: ProviderTransport

    private struct State {
        var description: Kept<Description>?
        var keys: Kept<JSONWebKeySet>?
        /// After a failure: until when nobody is kept waiting for the same again.
        var refused: (until: ContinuousClock.Instant, why: OpenIDRefused)?
    }

    private struct Kept<Value: Sendable>: Sendable {
        var value: Value
        var askedAt: ContinuousClock.Instant
        var until: ContinuousClock.Instant

        init(_ value: Value, _ now: ContinuousClock.Instant, for time: Duration) {
            self.value = value
            askedAt = now
            until = now + time
        }
    }

    private let state = Locked(State())

    package init(_ settings: OpenIDSettings, transport: @escaping ProviderTransport) {
        self.settings = settings
        self.transport = transport
    }

    // MARK: - What it says of itself

    func description() async throws(OpenIDRefused) -> Description {
        let now = ContinuousClock.now
        let (kept, refused) = state.withLock { ($0.description, $0.refused) }
        if let kept, now < kept.until { return kept.value }
        if kept == nil, let refused, now < refused.until { throw refused.why }
        do {
            let body = try await body(of: settings.discoveryAddress)
            let value = try Self.description(body, issuer: settings.issuer)
            state.withLock {
                $0.description = Kept(value, now, for: Self.freshness)
                $0.refused = nil
            }
            return value
        } catch {
            return try state.withLock { state throws(OpenIDRefused) in
                guard let kept else {
                    state.refused = (ContinuousClock.now + Self.keysInterval, error)
                    throw error
                }
                state.description = Kept(kept.value, now, for: Self.patience)
                return kept.value
            }
        }
    }

    /// Its keys; `anew` asks again where what is remembered didn't help.
    func keys(anew: Bool = false) async throws(OpenIDRefused) -> JSONWebKeySet {
        let now = ContinuousClock.now
        if let kept = state.withLock({ $0.keys }) {
            let isEnough = anew ? now < kept.askedAt + Self.keysInterval : now < kept.until
            if isEnough { return kept.value }
        }
        let body = try await body(of: description().keys)
        guard let keys = try? JSONWebKeySet(reading: body) else {
            throw .unusable("the provider's keys can't be read")
        }
        state.withLock { $0.keys = Kept(keys, now, for: Self.freshness) }
        return keys
    }

    private func body(of address: String) async throws(OpenIDRefused) -> [UInt8] {
        let answer = try await ask(
            ProviderRequest(address: address, answerLimitBytes: Self.answerLimitBytes))
        guard answer.status == 200 else {
            throw .unreachable("\(address) answered with status \(answer.status)")
        }
        return answer.body
    }

    private func ask(_ request: ProviderRequest) async throws(OpenIDRefused) -> ProviderAnswer {
        do { return try await transport(request) } catch { throw .unreachable("\(error)") }
    }

    static func description(_ bytes: [UInt8], issuer: String) throws(OpenIDRefused) -> Description {
        guard case .object(let object)? = try? JSON(cuttingFractions: bytes) else {
            throw .unusable("the provider's document is no JSON")
        }
        // Another issuer's document would send people, and the secret, elsewhere.
        guard object["issuer"] == .text(issuer) else {
            throw .unusable("the provider's document names another issuer than --oidc-issuer")
        }
        func address(_ name: ExactText) throws(OpenIDRefused) -> String {
            guard case .text(let text)? = object[name], OpenIDSettings.isUsable(text.string),
                // In plain only where the issuer is itself in plain, on this machine.
                text.string.hasPrefix("https://") || issuer.hasPrefix("http://")
            else { throw .unusable("the provider's document has no usable \(name)") }
            return text.string
        }
        let ways: [JSON]? =
            if case .array(let ways)? = object["token_endpoint_auth_methods_supported"] { ways } else { nil }
        let takesBasic = ways?.contains(.text("client_secret_basic")) ?? true
        guard takesBasic || ways?.contains(.text("client_secret_post")) == true else {
            throw .unusable("the provider takes a client's secret in no way that Loa knows")
        }
        return Description(
            authorization: try address("authorization_endpoint"), token: try address("token_endpoint"),
            keys: try address("jwks_uri"), takesSecretInForm: !takesBasic,
            namesItself: object["authorization_response_iss_parameter_supported"] == .bool(true))
    }

    // MARK: - One sign-in

    /// Where the browser goes: the provider's page, with what it must bring back.
    func authorizationAddress(_ flow: OpenIDFlow, _ purpose: OpenIDFlow.Purpose, redirect: String)
        async throws(OpenIDRefused) -> String
    {
        let endpoint = try await description().authorization
        var fields = [
            ("response_type", "code"), ("client_id", settings.clientID), ("redirect_uri", redirect),
            ("scope", "openid email"), ("state", flow.state(purpose)), ("nonce", flow.nonce),
            ("code_challenge", flow.challenge), ("code_challenge_method", "S256"),
        ]
        if let context = settings.strongContext { fields.append(("acr_values", context)) }
        return endpoint + (endpoint.contains("?") ? "&" : "?") + Self.encoded(fields)
    }

    /// Exchanges the code for an ID token, and believes it only once it is verified.
    func person(
        _ flow: OpenIDFlow, code: String, issuer: String?, redirect: String, at now: Date
    ) async throws(OpenIDRefused) -> IDToken {
        let description = try await description()
        // An answer that another provider sent us on its way would bring that one's code here (RFC 9207).
        guard issuer == settings.issuer || (issuer == nil && !description.namesItself) else {
            throw .untrusted(.issuer)
        }
        let text = try await token(code, flow, redirect, description)
        let expectation = IDToken.Expectation(
            issuer: settings.issuer, clientID: settings.clientID, nonce: flow.nonce,
            now: Int64(now.timeIntervalSince1970))
        do {
            return try IDToken(verifying: text, keys: await keys(), expecting: expectation)
        } catch IDToken.Refused.unknownKey {
            // The provider may have changed its keys since.
            let keys = try await keys(anew: true)
            do { return try IDToken(verifying: text, keys: keys, expecting: expectation) } catch {
                throw .untrusted(error)
            }
        } catch let refused as IDToken.Refused {
            throw .untrusted(refused)
        } catch {
            throw error as? OpenIDRefused ?? .unusable("\(error)")
        }
    }

    private func token(
        _ code: String, _ flow: OpenIDFlow, _ redirect: String, _ description: Description
    ) async throws(OpenIDRefused) -> String {
        var fields = [
            ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", redirect),
            ("code_verifier", flow.verifier),
        ]
        var request = ProviderRequest(address: description.token, answerLimitBytes: Self.answerLimitBytes)
        if description.takesSecretInForm {
            fields += [("client_id", settings.clientID), ("client_secret", settings.clientSecret)]
        } else {
            // Both are encoded before they are joined (RFC 6749, section 2.3.1).
            let pair = Self.encoded(settings.clientID) + ":" + Self.encoded(settings.clientSecret)
            request.authorization = "Basic " + Data(pair.utf8).base64EncodedString()
        }
        request.form = Self.encoded(fields)
        let answer = try await ask(request)
        let object: JSONObject? =
            if case .object(let object)? = try? JSON(cuttingFractions: answer.body) { object } else { nil }
        guard answer.status == 200 else {
            let error: String =
                if case .text(let text)? = object?["error"] { text.string } else { "no reason" }
            if error == "invalid_grant" { throw .codeRefused }
            let told = "the token endpoint answered with status \(answer.status): \(error.prefix(100))"
            throw answer.status >= 500 ? .unreachable(told) : .unusable(told)
        }
        guard case .text(let text)? = object?["id_token"] else { throw .unusable("no ID token was given") }
        return text.string
    }

    private static func encoded(_ fields: [(String, String)]) -> String {
        fields.map { encoded($0.0) + "=" + encoded($0.1) }.joined(separator: "&")
    }

    private static let plain = CharacterSet(
        charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")

    private static func encoded(_ text: String) -> String {
        guard let encoded = text.addingPercentEncoding(withAllowedCharacters: plain) else {
            preconditionFailure("Every text of Unicode has an encoding.")
        }
        return encoded
    }
}
