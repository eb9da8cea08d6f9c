import Domain
import HTTP
import Operations

/// One address and method of the JSON interface: what it takes, what it answers, and what it does.
///
/// Requests are routed and checked by these values, and the OpenAPI document is written from them.
struct APIEndpoint: Sendable {
    /// A field of a body or of a query.
    struct Field: Sendable {
        var name: String
        var input: APIInput
        var summary: Phrase
        var isRequired = false
        /// Whether a query may name it several times.
        var isList = false

        init(
            _ name: String, _ input: APIInput, _ summary: Phrase, isRequired: Bool = false,
            isList: Bool = false
        ) {
            self.name = name
            self.input = input
            self.summary = summary
            self.isRequired = isRequired
            self.isList = isList
        }
    }

    /// The most values of one name.
    static let listLimit = 30

    /// What a verb must have seen.
    enum Condition: Sendable {
        case none
        /// `If-Match` with the revision that is to be changed.
        case revision
    }

    typealias Body = @Sendable (APICall) async throws -> APIAnswer
    /// Before a body with a file is read: whether its token may bring one, and whether there is room.
    typealias Admission = @Sendable (APICall) async throws -> UploadAllowance.Incoming

    var method: Method
    /// Below `/api/v1`.
    var pattern: String
    /// Of the document; unique.
    var name: String
    var summary: Phrase
    /// Nil: any token.
    var scope: APIScope?
    var query: [Field]
    /// Nil: takes no body.
    var body: [Field]?
    /// Of endpoints whose body is a form with one file behind its fields; nil where it is JSON.
    var admit: Admission?
    var condition: Condition
    /// Nil: a file.
    var answers: APISchema?
    var status: Status
    let run: Body

    static func get(
        _ pattern: String, _ name: String, _ summary: Phrase, _ scope: APIScope?, query: [Field] = [],
        answers: APISchema?, _ run: @escaping Body
    ) -> APIEndpoint {
        APIEndpoint(
            method: .get, pattern: pattern, name: name, summary: summary, scope: scope, query: query,
            body: nil,
            condition: .none, answers: answers, status: .ok, run: run)
    }

    static func post(
        _ pattern: String, _ name: String, _ summary: Phrase, _ scope: APIScope?, body: [Field] = [],
        condition: Condition = .revision, answers: APISchema, status: Status = .ok, _ run: @escaping Body
    ) -> APIEndpoint {
        APIEndpoint(
            method: .post, pattern: pattern, name: name, summary: summary, scope: scope, query: [],
            body: body,
            condition: condition, answers: answers, status: status, run: run)
    }

    /// A form with one file; see ``APIUpload``.
    static func upload(
        _ pattern: String, _ name: String, _ summary: Phrase, _ scope: APIScope, fields: [Field],
        answers: APISchema, admit: @escaping Admission, _ run: @escaping Body
    ) -> APIEndpoint {
        APIEndpoint(
            method: .post, pattern: pattern, name: name, summary: summary, scope: scope, query: [],
            body: fields, admit: admit, condition: .none, answers: answers, status: .created, run: run)
    }

    static let root = "/api/v1"

    /// Of a body: 4,000 bytes of text twice, each perhaps written as an escape.
    static let bodyLimitBytes = 64 << 10

    /// The most bytes of its body.
    var bodyLimit: Int {
        admit == nil ? Self.bodyLimitBytes : DocumentRules.evidence.filesLimitBytes + SitePages.formLimitBytes
    }

    /// What a value in the path takes.
    static func pathInput(_ name: String) -> APIInput { name == "from" ? .day : .id }

    /// Names of the values in the path.
    var pathNames: [String] {
        pattern.split(separator: "/").filter { $0.hasPrefix(":") }.map { String($0.dropFirst()) }
    }
}

/// What an endpoint answers.
struct APIAnswer: Sendable {
    var json: JSON
    /// Instead of JSON.
    var file: FileContent?
    /// Of the thing itself, for `If-Match`; nil where nothing has one.
    var revision: Int?
    /// The next page.
    var next: String?

    init(_ json: JSON, revision: Int? = nil, next: String? = nil) {
        self.json = json
        self.revision = revision
        self.next = next
    }

    init(_ file: FileContent) {
        json = .null
        self.file = file
    }
}
