import HTTP

/// Answers only under the server's own names.
///
/// It stands before the kept pages: what another name asks for touches nothing.
struct HostCheck: Middleware {
    let hosts: AllowedHosts

    private static let sentence = """
        Máy chủ này không trả lời dưới tên miền đó. Người quản trị khai báo tên miền bằng --public-address.
        This server does not answer under that name. Its operator names it with --public-address.

        """

    func respond(to request: Request, next: Handler) async throws -> Response {
        if hosts.allows(request.host) { return try await next(request) }
        var response = Response.text(Self.sentence, status: .misdirectedRequest)
        response.headers["Cache-Control"] = "no-store"
        response.headers["X-Content-Type-Options"] = "nosniff"
        return response
    }
}
