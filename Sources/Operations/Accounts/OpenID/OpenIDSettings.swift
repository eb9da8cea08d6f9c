import Foundation

/// The provider of sign-in that the operator names.
package struct OpenIDSettings: Sendable, Hashable {
    /// As it stands in the provider's own document, letter for letter.
    package var issuer: String
    package var clientID: String
    package var clientSecret: String
    /// What people call it, on the button.
    package var name: String
    /// The `acr` by which the provider says that it asked for a second factor; nil where only `amr` may say so.
    package var strongContext: String?

    package init(
        issuer: String, clientID: String, clientSecret: String, name: String, strongContext: String? = nil
    ) {
        self.issuer = issuer
        self.clientID = clientID
        self.clientSecret = clientSecret
        self.name = name
        self.strongContext = strongContext
    }

    /// Where the provider describes itself (OpenID Connect Discovery 1.0, section 4).
    var discoveryAddress: String {
        (issuer.hasSuffix("/") ? String(issuer.dropLast()) : issuer) + "/.well-known/openid-configuration"
    }

    /// Whether a provider may be at this address: encrypted; in plain only on this machine.
    package static func isUsable(_ address: String) -> Bool {
        guard address.utf8.count <= 2000, address.utf8.allSatisfy({ 0x21...0x7E ~= $0 }),
            let parts = URLComponents(string: address), let host = parts.host, !host.isEmpty,
            parts.user == nil,
            parts.fragment == nil
        else { return false }
        switch parts.scheme?.lowercased() {
        case "https": return true
        case "http": return ["localhost", "127.0.0.1", "[::1]", "::1"].contains(host.lowercased())
        default: return false
        }
    }

    /// An issuer has no query besides (Discovery, section 3).
    package static func isIssuer(_ address: String) -> Bool { isUsable(address) && !address.contains("?") }
}

/// What the provider is asked.
package struct ProviderRequest: Sendable, Hashable {
    package var address: String
    /// Posted, where there is one; already encoded.
    package var form: String?
    /// The field `Authorization`, where there is one.
    package var authorization: String?
    package var answerLimitBytes: Int
}

package struct ProviderAnswer: Sendable, Hashable {
    package var status: Int
    package var body: [UInt8]

    package init(status: Int, body: [UInt8]) {
        self.status = status
        self.body = body
    }
}

/// The provider gave no answer; the reason is for the operator's log.
package struct ProviderUnreachable: Error, Sendable, CustomStringConvertible {
    package let description: String

    package init(_ description: String) { self.description = description }
}

/// Carries a request to the provider, without following redirections.
package typealias ProviderTransport =
    @Sendable (ProviderRequest) async throws(ProviderUnreachable) -> ProviderAnswer
