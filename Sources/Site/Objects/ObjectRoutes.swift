import Foundation
import HTTP
import Operations

extension SitePages {
    /// What players fetch; nothing where this server has no store.
    ///
    /// No visitor, no session: players believe what people signed, and nothing that a server says.
    mutating func addObjects() {
        let store = site.settings.objects
        plain(Routes.objectMetadata) { request in try await Self.file(store, .metadata, request) }
        plain(Routes.object) { request in try await Self.file(store, .objects, request) }
        plain(Routes.programme) { request in try await Self.file(store, .programmes, request) }
    }

    /// A file of the store, with ranges and a tag; its name never comes to mean other bytes.
    private static func file(
        _ store: ObjectStore?, _ part: ObjectName.Part, _ request: Request
    ) async throws -> Response {
        let text = request.parameters["name"] ?? ""
        guard let store, let name = ObjectName(text, in: part),
            let stored = try await store.storage.open(name)
        else { throw RequestRefused(.notFound) }
        let type = text.hasSuffix(".json") ? "application/json" : "application/octet-stream"
        var response =
            switch stored {
            case .file(let path): try Response.file(path: path, type: type)
            case .remote(let object): Self.response(object, type: type, request)
            }
        // A range that isn't there is an answer to one client only.
        guard response.status != .rangeNotSatisfiable else { return response }
        // Only this one changes: it tells which of the others are the newest.
        response.headers["Cache-Control"] =
            text == "timestamp.json" ? "public, max-age=5" : "public, max-age=31536000, immutable"
        // Lengths and digests are of the bytes as they are.
        response.mayCompress = false
        return response
    }
}
