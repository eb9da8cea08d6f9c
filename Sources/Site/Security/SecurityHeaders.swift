import HTTP

/// What a browser may do with our answers: nothing but show our own pages, style and script.
struct SecurityHeaders: Middleware {
    static let fields: [(name: String, value: String)] = [
        (
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
                + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
        ),
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
        ("Referrer-Policy", "same-origin"),
        (
            "Permissions-Policy",
            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()"
        ),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
    ]

    func respond(to request: Request, next: Handler) async throws -> Response {
        var response = try await next(request)
        for field in Self.fields where response.headers[field.name] == nil {
            response.headers[field.name] = field.value
        }
        // A year; only where the connection is encrypted does a browser heed it.
        if request.isSecure { response.headers["Strict-Transport-Security"] = "max-age=31536000" }
        return response
    }
}
