import Foundation
import HTTP
import Operations

extension SitePages {
    /// Bytes that are fetched and held for one client at a time.
    private static let pieceBytes = 512 << 10

    /// A file in another machine's keeping, handed on piece by piece: the next one is fetched when the client has
    /// taken the one before, so that slow clients hold no connection to the store.
    static func response(_ object: RemoteObject, type: String, _ request: Request) -> Response {
        let modifiedSeconds = object.modifiedAt.map { Int($0.timeIntervalSince1970) }
        var response = Response(.ok, headers: ["Content-Type": type, "ETag": object.entityTag])
        response.headers["Accept-Ranges"] = "bytes"
        if let modifiedSeconds { response.headers["Last-Modified"] = HTTPDate.format(modifiedSeconds) }
        let outcome = Preconditions.evaluate(
            request.headers, entityTag: object.entityTag, modifiedSeconds: modifiedSeconds,
            size: object.sizeBytes)
        var range = 0..<object.sizeBytes
        switch outcome {
        case .part(let part):
            range = part
            response.status = .partialContent
            response.headers["Content-Range"] =
                "bytes \(part.lowerBound)-\(part.upperBound - 1)/\(object.sizeBytes)"
        case .unsatisfiable:
            response.status = .rangeNotSatisfiable
            response.headers = ["Content-Range": "bytes */\(object.sizeBytes)"]
            return response
        // The engine answers these by itself, from the tag and the date.
        case .full, .notModified, .failed: break
        }
        var body = StreamBody { [range] writer in
            var next = range.lowerBound
            while next < range.upperBound {
                let piece = next..<min(next + pieceBytes, range.upperBound)
                try await writer.write(try await object.read(piece))
                next = piece.upperBound
            }
        }
        body.length = range.count
        response.body = .stream(body)
        return response
    }
}
