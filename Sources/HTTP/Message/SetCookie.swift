/// Builds a `Set-Cookie`: unreadable for scripts, only over TLS and only from our own pages unless said otherwise.
package struct SetCookie: Sendable {
    package enum SameSite: String, Sendable {
        case strict = "Strict"
        case lax = "Lax"
    }

    package var name: String
    package var value: String
    package var path = "/"
    /// Seconds that the browser keeps the cookie; nil until it is closed, 0 to delete it.
    package var maximumAgeSeconds: Int?
    package var isHTTPOnly = true
    package var isSecure = true
    package var sameSite: SameSite = .lax

    /// Traps unless the name is a token and the value made of cookie octets (base64url and hex are).
    package init(_ name: String, _ value: String) {
        precondition(Headers.isToken(name), "a cookie's name must be a token")
        precondition(value.utf8.allSatisfy(Cookies.isOctet), "a cookie's value must be made of cookie octets")
        self.name = name
        self.value = value
    }

    /// The field's value.
    package var fieldValue: String {
        precondition(
            !path.utf8.contains { $0 < 0x20 || $0 == 0x3B || $0 >= 0x7F }, "a cookie's path is plain ASCII")
        var text = "\(name)=\(value); Path=\(path)"
        if let maximumAgeSeconds { text += "; Max-Age=\(maximumAgeSeconds)" }
        if isHTTPOnly { text += "; HttpOnly" }
        if isSecure { text += "; Secure" }
        return text + "; SameSite=\(sameSite.rawValue)"
    }
}

extension Response {
    /// Adds the cookie to the answer.
    package mutating func set(_ cookie: SetCookie) { headers.add("Set-Cookie", cookie.fieldValue) }
}
