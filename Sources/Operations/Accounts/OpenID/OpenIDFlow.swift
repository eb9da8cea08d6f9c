package import Foundation
package import Trust

/// One sign-in by a provider, from the click to the answer: all that it needs follows from a secret in the browser's
/// cookie, so that a stranger's clicks write nothing down.
package struct OpenIDFlow: Sendable, Hashable {
    /// What the answer is for.
    package enum Purpose: Sendable, Hashable {
        case signIn
        /// Binds the person to the account of the session whose forms bear this key: another session's answer, or a
        /// stranger's, has another `state`.
        case link(formKey: String)
    }

    /// From the click to the provider's answer; people look for their telephones.
    package static let patienceSeconds = 600
    /// Clocks of several servers differ a little.
    private static let clockSkewSeconds: Int64 = 60

    private let token: Token
    private let startedAt: Int64

    package init(_ token: Token, at now: Date) {
        self.token = token
        startedAt = Int64(now.timeIntervalSince1970)
    }

    /// Reads a cookie; nil where it is none, or where it is too old.
    package init?(cookie: String, at now: Date) {
        let parts = cookie.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, let startedAt = Int64(parts[0]), let token = Token(text: String(parts[1]))
        else {
            return nil
        }
        let age = Int64(now.timeIntervalSince1970).subtractingReportingOverflow(startedAt)
        guard !age.overflow, (-Self.clockSkewSeconds...Int64(Self.patienceSeconds)).contains(age.partialValue)
        else { return nil }
        self.token = token
        self.startedAt = startedAt
    }

    /// Digits, a hyphen, hexadecimal digits.
    package var cookie: String { "\(startedAt)-\(token.text)" }

    /// Comes back with the answer: shows that this browser asked, and for what.
    package func state(_ purpose: Purpose) -> String {
        switch purpose {
        case .signIn: derived("state:sign-in")
        case .link(let formKey): derived("state:link:" + formKey)
        }
    }

    package func isState(_ text: String, _ purpose: Purpose) -> Bool {
        ConstantTime.areEqual(Array(text.utf8), Array(state(purpose).utf8))
    }

    /// Stands in the ID token: shows that it was made for this sign-in.
    var nonce: String { derived("nonce") }
    /// Shows to the provider that whoever brings the code is who asked for it (RFC 7636).
    var verifier: String { derived("verifier") }
    /// The verifier's digest, by the method S256.
    var challenge: String { Base64URL.encode(SHA256.digest(verifier)) }
    /// What is kept of it once it is over.
    var digest: [UInt8] { SHA256.digest("loa-openid-used:" + cookie) }

    /// 256 bits for one use, from which none of the others follows; 43 letters.
    private func derived(_ use: String) -> String {
        Base64URL.encode(
            HMACDigest.digest(Array("loa-openid:\(startedAt):\(use)".utf8), key: Array(token.text.utf8)))
    }
}
