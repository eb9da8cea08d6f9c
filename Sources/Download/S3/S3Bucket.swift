internal import CCurl
package import Foundation
import Locks

/// What a store tells of a file without sending it.
package struct S3FileFacts: Sendable, Hashable {
    package let sizeBytes: Int
    /// With its quotes.
    package let entityTag: String
    package let modifiedAt: Date?
}

/// A bucket of an S3-compatible store, asked on the thread that calls; requests are signed by Signature V4.
///
/// Files are named by keys of Latin letters, digits, `-`, `.`, `_` and `/`. The bucket stands in the path of addresses.
package final class S3Bucket: Sendable {
    /// Of an answer that isn't a file.
    private static let answerLimitBytes = 4 << 20
    /// Of an answer that tells why not.
    private static let wordsLimitBytes = 64 << 10
    /// Files of one page of a list: what services give at most.
    private static let pageFiles = 1000
    /// Files of a whole list: more are a store that nobody collected garbage from for years.
    private static let listLimitFiles = 5_000_000
    /// What a transfer must manage on the whole, when its length is known.
    private static let leastBytesPerSecond = 20_000
    private static let firstPauseSeconds = 0.2
    /// Connections that are kept for the next requests.
    private static let mostIdle = 16

    private let settings: S3Settings
    private let idle = Locked<[S3Connection]>([])

    package init(_ settings: S3Settings) {
        self.settings = settings
    }

    /// The endpoint and the bucket, for people.
    package var place: String { settings.place }

    /// The whole file, or the part of it in the range; nil where there is none.
    package func get(
        _ key: String, range: Range<Int>? = nil, limit: Int, patience: S3Patience
    ) throws(S3Failure) -> [UInt8]? {
        // Room for the words of a refusal, even where a file may have a few bytes only.
        var request = request(.get, key, limit: max(limit, Self.wordsLimitBytes))
        request.range = range
        let answer = try perform(request, patience, mayTransfer: range?.count ?? limit)
        switch (answer.status, range) {
        case (404, _): return try missing(request, answer)
        case (200, nil) where answer.body.count <= limit: return answer.body
        case (200, nil):
            throw S3Failure(
                code: .tooLong(limitBytes: limit), action: request.action, place: place, words: "")
        case (206, let range?) where answer.body.count == range.count: return answer.body
        // A service that knows no ranges, or a file that is shorter than it was.
        default: throw failure(request, answer)
        }
    }

    /// Nil where there is none.
    package func facts(of key: String, patience: S3Patience) throws(S3Failure) -> S3FileFacts? {
        let request = request(.head, key)
        let answer = try perform(request, patience)
        if answer.status == 404 { return nil }
        guard answer.status == 200, let size = answer.fields["content-length"].flatMap({ Int($0) }),
            size >= 0,
            let tag = answer.fields["etag"], tag.hasSuffix("\"")
        else { throw failure(request, answer) }
        let modified = answer.fields["last-modified"].map { unsafe curl_getdate($0, nil) }
        return S3FileFacts(
            sizeBytes: size, entityTag: tag,
            modifiedAt: modified.flatMap { $0 < 0 ? nil : Date(timeIntervalSince1970: TimeInterval($0)) })
    }

    /// Puts a file in its place, whole, and instead of one that has the name already.
    ///
    /// - Parameter digest: SHA-256 of the bytes in hexadecimal digits, which the service compares.
    package func put(
        _ bytes: [UInt8], digest: String, as key: String, type: String, patience: S3Patience
    ) throws(S3Failure) {
        var request = request(.put, key)
        request.body = bytes
        request.digest = digest
        request.mediaType = type
        let answer = try perform(request, patience, mayTransfer: bytes.count)
        guard answer.status == 200 else { throw failure(request, answer) }
    }

    /// Nothing happens where there is none.
    package func delete(_ key: String, patience: S3Patience) throws(S3Failure) {
        let request = request(.delete, key)
        let answer = try perform(request, patience)
        switch answer.status {
        case 200, 204: return
        case 404: _ = try missing(request, answer)
        default: throw failure(request, answer)
        }
    }

    /// All files whose keys begin with the prefix; pages are fetched until there is no other.
    package func list(prefix: String, patience: S3Patience) throws(S3Failure) -> [S3Listed] {
        var listed: [S3Listed] = []
        var next: String?
        repeat {
            let page = try page(prefix: prefix, after: next, patience)
            listed += page.entries
            // A service that gives the same page for ever must not hold us for ever.
            guard page.next == nil || (page.next != next && listed.count < Self.listLimitFiles) else {
                throw S3Failure(
                    code: .tooLong(limitBytes: Self.listLimitFiles), action: "LIST \(prefix)", place: place,
                    words: "more than \(Self.listLimitFiles) files, or a list without end")
            }
            next = page.next
        } while next != nil
        return listed
    }

    private func page(
        prefix: String, after token: String?, _ patience: S3Patience
    ) throws(S3Failure) -> S3ListPage {
        var request = request(.get, "")
        request.subject = "list of \(prefix)"
        // In the order of their names: what libcurl 7.88 signs is the query as it stands.
        var fields = token.map { ["continuation-token=\(Self.encoded($0))"] } ?? []
        fields += ["list-type=2", "max-keys=\(Self.pageFiles)", "prefix=\(Self.encoded(prefix))"]
        request.query = fields.joined(separator: "&")
        let answer = try perform(request, patience)
        guard answer.status == 200, let page = S3ListPage(answer.body) else { throw failure(request, answer) }
        return page
    }

    private func request(
        _ method: S3Request.Method, _ key: String, limit: Int = answerLimitBytes
    ) -> S3Request {
        S3Request(
            method: method, subject: key,
            path: "/\(settings.bucket)" + (key.isEmpty ? "" : "/\(key)"), answerLimitBytes: limit)
    }

    /// RFC 3986's unreserved characters alone stay as they are.
    private static func encoded(_ text: String) -> String {
        text.utf8.reduce(into: "") { result, byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
                result.append(Character(UnicodeScalar(byte)))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                result += digits.count == 1 ? "%0\(digits)" : "%\(digits)"
            }
        }
    }

    /// Nil for a file that isn't there; throws where there is no bucket.
    private func missing(_ request: S3Request, _ answer: S3Answer) throws(S3Failure) -> [UInt8]? {
        let failure = failure(request, answer)
        if failure.code == .noBucket { throw failure }
        return nil
    }

    /// - Parameter mayTransfer: bytes that may go either way.
    private func perform(
        _ request: S3Request, _ patience: S3Patience, mayTransfer bytes: Int = 0
    ) throws(S3Failure) -> S3Answer {
        let start = ContinuousClock.now
        // Nil where nothing but speed bounds it.
        let secondsLeft = {
            patience.totalSeconds.map { $0 - Int((ContinuousClock.now - start).components.seconds) }
        }
        var pauseSeconds = Self.firstPauseSeconds
        var attempt = 1
        while true {
            let failure: S3Failure
            do throws(S3Failure) {
                let answer = try send(
                    request, totalSeconds: secondsLeft() ?? 30 + bytes / Self.leastBytesPerSecond)
                if answer.status < 300 { return answer }
                failure = self.failure(request, answer)
                guard failure.mayPass else { return answer }
            } catch {
                failure = error
            }
            // No attempt is begun that would have less than a second.
            let hasTime = secondsLeft().map { Double($0) > pauseSeconds + 1 } ?? true
            guard failure.mayPass, attempt < patience.attempts, hasTime else { throw failure }
            Thread.sleep(forTimeInterval: pauseSeconds)
            pauseSeconds *= 4
            attempt += 1
        }
    }

    private func send(_ request: S3Request, totalSeconds: Int) throws(S3Failure) -> S3Answer {
        let connection = idle.withLock { $0.popLast() } ?? S3Connection(settings)
        defer { idle.withLock { if $0.count < Self.mostIdle { $0.append(connection) } } }
        return try connection.send(request, totalSeconds: totalSeconds)
    }

    private func failure(_ request: S3Request, _ answer: S3Answer) -> S3Failure {
        let document = S3Document(answer.body.count <= Self.wordsLimitBytes ? answer.body : [])
        let name = document?.value("Code")
        let words = [name, document?.value("Message")].compactMap { $0 }.joined(separator: ": ")
        return S3Failure(
            code: S3Failure.Code(status: answer.status, name: name), action: request.action, place: place,
            words: String(words.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }.prefix(300)))
    }
}
