import Domain
import HTTP
import Locks

@testable import Site

extension TestSite {
    /// Sends a form with files as a browser does, its fields before them; the answer, and how many bytes of the form
    /// were read for it.
    ///
    /// - Parameter announces: whether the form's length is told.
    func send(
        _ files: [(name: String, bytes: [UInt8])], to target: String, as role: Role? = .planner,
        _ fields: [(String, String)], token: String? = nil, announces: Bool = true
    ) async throws -> (Answer, bytesRead: Int) {
        var browser = Browser(site: self)
        if let role { browser = try await self.browser(role) }
        let own = try await browser.get("/account").formToken
        let body = Self.multipart([("token", token ?? own ?? "")] + fields, files)
        let cookies = browser.cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
        var request = try Request(
            .post, target,
            headers: [
                "Host": "localhost", "Cookie": cookies, "Content-Type": "multipart/form-data; boundary=b",
            ])
        let source = CountedBody(body, announcedLength: announces ? body.count : nil)
        request.body = RequestBody(source)
        return (try await Answer(handler(request)), source.bytesRead)
    }

    /// A form with the boundary `b`, its fields before its files.
    static func multipart(
        _ fields: [(String, String)], _ files: [(name: String, bytes: [UInt8])]
    ) -> [UInt8] {
        var body: [UInt8] = []
        for field in fields {
            body += Array(
                "--b\r\nContent-Disposition: form-data; name=\"\(field.0)\"\r\n\r\n\(field.1)\r\n".utf8)
        }
        for file in files {
            body += Array(
                "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(file.name)\"\r\n".utf8)
            body += Array("Content-Type: text/plain\r\n\r\n".utf8) + file.bytes + Array("\r\n".utf8)
        }
        return body + Array("--b--\r\n".utf8)
    }
}

/// A body that tells how much of it was read.
final class CountedBody: RequestBodySource {
    static let pieceBytes = 4_096

    private let bytes: [UInt8]
    private let position = Locked(0)

    init(_ bytes: [UInt8], announcedLength: Int?) {
        self.bytes = bytes
        self.announcedLength = announcedLength
    }

    var bytesRead: Int { position.withLock { $0 } }
    let announcedLength: Int?

    func next(limit: Int) async throws -> [UInt8]? {
        let range = position.withLock { position in
            let start = position
            position = min(position + Self.pieceBytes, bytes.count)
            return start..<position
        }
        return range.isEmpty ? nil : Array(bytes[range])
    }
}
