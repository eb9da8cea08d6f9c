import HTTP
import Markup
import Operations

/// What a browser keeps while its person is at the provider: the sign-in's secret, what it is for, where to go after.
struct OpenIDCookie: Sendable {
    enum Purpose: String, Sendable { case signIn = "s", link = "l" }

    /// Longer addresses are forgotten: a cookie has 4 KB.
    private static let longestBackBytes = 1000

    var flow: String
    var purpose: Purpose
    var back: Link?

    init(_ flow: OpenIDFlow, _ purpose: Purpose, back: Link? = nil) {
        self.flow = flow.cookie
        self.purpose = purpose
        self.back = back
    }

    /// Nil for what is none.
    init?(_ text: String) {
        let parts = text.split(separator: "~", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let purpose = Purpose(rawValue: String(parts[0])) else { return nil }
        self.purpose = purpose
        flow = String(parts[1])
        // A wrong place to go to is no reason not to sign in.
        back = (try? PercentEncoding.decode(Array(parts[2].utf8))).flatMap { Link(samesite: $0) }
    }

    var text: String {
        let place = back.flatMap { $0.address.utf8.count <= Self.longestBackBytes ? $0.address : nil } ?? ""
        return "\(purpose.rawValue)~\(flow)~\(PercentEncoding.encode(place))"
    }
}
