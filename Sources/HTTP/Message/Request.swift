/// A request as the handler sees it: checked, decoded, its body still on the way.
package struct Request: Sendable {
    package var method: Method
    /// Decoded segments: `/plans/T%C3%A2n` is `["plans", "Tân"]`, `/` is `[]`, `/a/` is `["a", ""]`.
    ///
    /// None is `.` or `..`, none holds `/` or a control character, so joining them can't leave a folder.
    package var path: [String]
    /// The path as sent, without the query.
    package var rawPath: String
    /// The query as sent, without `?`; empty if there is none.
    package var rawQuery: String
    package var query: Query
    package var headers: Headers
    package var body: RequestBody
    /// Who asks: the peer, or whom a trusted proxy names.
    package var client: ClientAddress
    /// Whether the client's own connection is encrypted, as a trusted proxy says.
    package var isSecure: Bool
    /// Host and port as the client asked for them, in lower case.
    package var host: String
    /// What the router's pattern bound.
    package var parameters = Parameters()
    /// What middleware found out about the request (the session, for example).
    package var values = RequestValues()

    package init(
        method: Method = .get, path: [String], rawPath: String, rawQuery: String = "", query: Query = Query(),
        headers: Headers = Headers(), body: RequestBody = RequestBody(), client: ClientAddress = .unknown,
        isSecure: Bool = false, host: String = "localhost"
    ) {
        self.method = method
        self.path = path
        self.rawPath = rawPath
        self.rawQuery = rawQuery
        self.query = query
        self.headers = headers
        self.body = body
        self.client = client
        self.isSecure = isSecure
        self.host = host
    }

    /// A request from an address such as `/plans?page=2`, checked like one from the wire; for tests.
    /// - Throws: ``RequestRefused`` with 400.
    package init(
        _ method: Method, _ target: String, headers: Headers = Headers(), body: [UInt8] = []
    ) throws(RequestRefused) {
        let address = try RequestTarget(parsing: target)
        self.init(
            method: method, path: address.path, rawPath: address.rawPath, rawQuery: address.rawQuery,
            query: address.query, headers: headers, body: RequestBody(bytes: body),
            host: headers["host"]?.lowercased() ?? "localhost")
    }

    /// The cookies that are well formed.
    package var cookies: Cookies { Cookies(headers.all("cookie")) }

    /// `https://host` or `http://host`, for absolute links.
    package var origin: String { (isSecure ? "https://" : "http://") + host }
}

/// A place for what middleware learns about a request.
package protocol RequestKey {
    associatedtype Value: Sendable
}

/// Values by type of key.
package struct RequestValues: Sendable {
    private var values: [ObjectIdentifier: any Sendable] = [:]

    package init() {}

    package subscript<Key: RequestKey>(key: Key.Type) -> Key.Value? {
        get { values[ObjectIdentifier(key)] as? Key.Value }
        set { values[ObjectIdentifier(key)] = newValue }
    }
}
