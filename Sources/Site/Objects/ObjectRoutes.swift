import HTTP
import Operations

extension SitePages {
    /// What players fetch; nothing where this server has no store.
    ///
    /// No visitor, no session: players believe what people signed, and nothing that a server says.
    mutating func addObjects() {
        let store = site.settings.objects
        plain(Routes.objectMetadata) { request in try Self.file(store, .metadata, request) }
        plain(Routes.object) { request in try Self.file(store, .objects, request) }
    }

    /// A file as it lies on the disk, with ranges and a tag; its name never comes to mean other bytes.
    private static func file(
        _ store: ObjectStore?, _ part: ObjectStore.Part, _ request: Request
    ) throws(RequestRefused) -> Response {
        let name = request.parameters["name"] ?? ""
        guard let path = store?.path(of: name, in: part) else { throw RequestRefused(.notFound) }
        let type = name.hasSuffix(".json") ? "application/json" : "application/octet-stream"
        var response = try Response.file(path: path, type: type)
        // Only this one changes: it tells which of the others are the newest.
        response.headers["Cache-Control"] =
            name == "timestamp.json" ? "public, max-age=5" : "public, max-age=31536000, immutable"
        // Lengths and digests are of the bytes as they are.
        response.mayCompress = false
        return response
    }
}
