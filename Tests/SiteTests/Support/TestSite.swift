import Documents
import Domain
import Foundation
import HTTP
import Locks
import Operations
import SQL
import Store
import TestSupport
import Trust

@testable import Site

/// A whole site over an empty database, asked through its router, without a socket.
struct TestSite: Sendable {
    static let password = "mot cau dai de nho 2026"
    static let now = Date(timeIntervalSince1970: 1_763_700_000)

    let site: Site
    let handler: Handler
    let office: Office
    let department: Agency.ID
    let lines: Locked<[String]>

    /// Accounts named after their roles: `administrator`, `planner`, `member`, `reader`, all of one department.
    static func with(_ body: @escaping @Sendable (TestSite) async throws -> Void) async throws {
        try await TestDatabase.with(.sqlite) { pool in
            let counter = Locked(UInt64(0))
            // Every call gives other bytes, and every run the same.
            let random: @Sendable (Int) -> [UInt8] = { count in
                let seed = counter.withLock {
                    $0 += 1; return $0
                }
                return SHA256.digest("test \(seed)")
                    + SHA256.digest("more \(seed)").prefix(max(0, count - 32))
            }
            let bytes: @Sendable (Int) -> [UInt8] = { Array(random($0).prefix($0)) }
            let office = Office(pool: pool, passwords: quickHasher, now: { now }, random: bytes)
            try await office.prepare()
            let department = try await accounts(office)
            let lines = Locked<[String]>([])
            let site = Site(
                office: office, converter: DocumentConverter(), now: { now }, random: bytes,
                log: { line in lines.withLock { $0.append(line) } },
                settings: Site.Settings(metricsToken: "a-token-of-the-operator", version: "test"))
            try await body(
                TestSite(
                    site: site, handler: site.handler, office: office, department: department, lines: lines))
            await site.shutDown()
        }
    }

    private static let quickHasher = PasswordHasher(
        parameters: .cheapest)

    private static func accounts(_ office: Office) async throws -> Agency.ID {
        _ = try await CreateFirstAdministrator(
            name: "administrator", displayName: "Nguyễn Văn Quản", password: password,
            agencyName: "Ủy ban nhân dân tỉnh"
        ).run(in: office, as: .commandLine)
        let top = try await ListAgencies().run(in: office, as: .commandLine)[0]
        let department = try await CreateAgency(name: "Sở Văn hóa, Thể thao và Du lịch", parent: top.id)
            .run(in: office, as: .commandLine)
        for role in [Role.planner, .member, .reader] {
            _ = try await CreateAccount(
                name: role.rawValue, displayName: "Người \(role.rawValue)", password: password,
                agency: department.id,
                role: role, mustChangePassword: false
            ).run(in: office, as: .commandLine)
        }
        return department.id
    }

    /// Sends a request and takes the answer whole.
    func answer(
        _ method: HTTP.Method = .get, _ target: String, cookies: [String: String] = [:],
        fields: [(String, String)] = [],
        headers: [(String, String)] = []
    ) async throws -> Answer {
        var all = Headers()
        all["Host"] = "localhost"
        if !cookies.isEmpty {
            all["Cookie"] = cookies.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(
                separator: "; ")
        }
        let body = fields.map { PercentEncoding.encode($0.0) + "=" + PercentEncoding.encode($0.1) }.joined(
            separator: "&")
        if method == .post { all["Content-Type"] = "application/x-www-form-urlencoded" }
        for header in headers { all[header.0] = header.1 }
        let request = try Request(method, target, headers: all, body: Array(body.utf8))
        return try await Answer(handler(request))
    }

    /// A browser that is signed in.
    func browser(_ role: Role) async throws -> Browser {
        var browser = Browser(site: self)
        let page = try await browser.get("/sign-in")
        let answer = try await browser.post(
            "/sign-in", [("name", role.rawValue), ("password", Self.password)], token: page.formToken)
        precondition(answer.status == 303, "signing in failed: \(answer.status) \(answer.text)")
        return browser
    }
}

/// An answer with its body as text.
struct Answer: Sendable {
    let status: Int
    let headers: Headers
    let text: String

    init(_ response: Response) async throws {
        status = response.status.code
        headers = response.headers
        switch response.body {
        case .bytes(let bytes): text = String(decoding: bytes, as: UTF8.self)
        case .empty: text = ""
        case .file: text = "(file)"
        // Events have no end of their own.
        case .stream(let body) where body.endsAtShutdown: text = "(events)"
        case .stream(let body):
            let writer = GatheringWriter()
            try await body.write(writer)
            text = String(decoding: writer.bytes.withLock { $0 }, as: UTF8.self)
        }
    }

    /// The token of the page's forms.
    var formToken: String? {
        text.firstMatch(of: /name="token" value="([^"]*)"/).map { String($0.1) }
    }

    /// Values of the hidden field in the order of the page.
    func hidden(_ name: String) -> [String] {
        text.matches(of: /name="([a-z]+)" value="([^"]*)"/).filter { $0.1 == name }.map { String($0.2) }
    }
}

/// Gathers what a streamed answer writes.
private final class GatheringWriter: ResponseWriter {
    let bytes = Locked<[UInt8]>([])
    func write(_ bytes: [UInt8]) async throws { self.bytes.withLock { $0 += bytes } }
    func flush() async throws {}
}

/// Keeps cookies between requests, as a browser does.
struct Browser: Sendable {
    let site: TestSite
    private(set) var cookies: [String: String] = [:]

    init(site: TestSite) { self.site = site }

    mutating func get(_ target: String) async throws -> Answer {
        let answer = try await site.answer(.get, target, cookies: cookies)
        keep(answer)
        return answer
    }

    /// Sends a form; without a token of its own it takes one from the account's page, as any page holds it.
    mutating func post(_ target: String, _ fields: [(String, String)], token: String? = nil) async throws
        -> Answer
    {
        var token = token
        if token == nil { token = try await get("/account").formToken }
        let answer = try await site.answer(
            .post, target, cookies: cookies, fields: [("token", token ?? "")] + fields)
        keep(answer)
        return answer
    }

    private mutating func keep(_ answer: Answer) {
        for line in answer.headers.all("set-cookie") {
            let pair = line.prefix { $0 != ";" }.split(
                separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            if line.contains("Max-Age=0") {
                cookies[String(pair[0])] = nil
            } else {
                cookies[String(pair[0])] = String(pair[1])
            }
        }
    }
}
