import HTTP

/// A request's head, checked.
struct RequestHead: Sendable {
    /// How the body's end is known.
    enum Framing: Sendable, Equatable {
        case none
        case length(Int)
        case chunked
    }

    var method: Method
    /// Nil for `OPTIONS *`.
    var target: RequestTarget?
    /// 0 or 1 of HTTP/1.x.
    var minorVersion: Int
    var headers: Headers
    /// In lower case; empty only in HTTP/1.0 without `Host`.
    var host: String
    var framing: Framing
    var wantsKeepAlive: Bool
    var expectsContinue: Bool
}
