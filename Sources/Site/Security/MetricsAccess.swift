import HTTP
import Trust

/// Who may read the metrics: this machine itself, or whoever bears the token.
enum MetricsAccess {
    static func allows(_ request: Request, token: String?) -> Bool {
        if let token, let sent = request.headers["authorization"], sent.hasPrefix("Bearer ") {
            return ConstantTime.areEqual(Array(sent.dropFirst(7).utf8), Array(token.utf8))
        }
        // A proxy on this machine asks for others; what it forwards is never taken for our own.
        let forwarded = ["forwarded", "x-forwarded-for", "x-real-ip", "via"].contains {
            request.headers[$0] != nil
        }
        guard !forwarded, case .ip(let address) = request.client else { return false }
        return AddressRange("127.0.0.0/8")?.contains(address) == true
            || AddressRange("::1/128")?.contains(address) == true
    }
}
