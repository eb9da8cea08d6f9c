import Documents
import HTTP
import Operations

/// A file that a program brought, with the fields before it, under the rules of the page's own form.
///
/// What stands before the file is checked before a byte of it is kept.
struct APIUpload: Sendable {
    let file: UploadedFile
    /// Where the file lies, and what it counts for, as long as this is held.
    private let folder: Workspace
    private let incoming: UploadAllowance.Incoming

    /// The word that no state secret is in the file, without which none is taken.
    static let attest = APIEndpoint.Field(
        "attest", .choice(["yes"]),
        Phrase(
            "Cam đoan tệp không chứa bí mật nhà nước; đứng trước tệp.",
            "The word that no State secret is in the file; stands before it."), isRequired: true)
    static let fileName = "file"

    /// The fields as a JSON body has them, and the file.
    static func read(
        _ request: Request, _ fields: [APIEndpoint.Field], _ incoming: UploadAllowance.Incoming
    ) async throws -> (JSON, APIUpload) {
        try DocumentRules.evidence.checkLength(request.body.announcedLength)
        guard request.headers["content-encoding"] == nil,
            request.headers["content-type"].flatMap({ MediaType($0) })?.name == "multipart/form-data"
        else { throw RequestRefused(.unsupportedMediaType) }
        let folder = try Workspace()
        var limits = FormLimits()
        limits.fields = fields.count + 1
        limits.files = 1
        limits.fileBytes = DocumentRules.evidence.fileLimitBytes
        limits.temporaryFolder = folder.path
        let form = try await Form.read(
            request, limits: limits, admission: Admission(fields: fields, incoming: incoming))
        let members = try members(form, fields)
        guard form.files.count == 1, let file = form.file(fileName) else {
            throw APIProblem.badBody(fileName)
        }
        return (.object(members), APIUpload(file: file, folder: folder, incoming: incoming))
    }

    private static func members(_ form: Form, _ fields: [APIEndpoint.Field]) throws -> [JSON.Member] {
        let members = form.fields.fields.map { JSON.Member(name: $0.name, value: .string($0.value)) }
        for member in members where form.all(member.name).count > 1 { throw APIProblem.badBody(member.name) }
        try APIGate.check(members, fields)
        return members
    }

    private struct Admission: FileAdmission {
        let fields: [APIEndpoint.Field]
        let incoming: UploadAllowance.Incoming

        func begin(after form: Form) throws {
            guard form[attest.name] == "yes" else { throw UploadRefused.attestFirst }
            _ = try members(form, fields)
        }

        func keep(_ byteCount: Int) throws { try DocumentRules.evidence.keep(byteCount, of: incoming) }
    }
}

extension APIProblem {
    /// A file that isn't taken.
    init(_ refused: UploadRefused) {
        self.init(
            status: refused.status, code: "upload.refused", message: refused.sentence,
            headers: refused.retryAfterSeconds.map { ["Retry-After": String($0)] } ?? [:])
    }

    init(_ refused: ConversionRefused) {
        let sentence = refused.sentence
        self.init(
            status: refused == .tooBusy ? .serviceUnavailable : .unprocessableContent,
            code: refused == .secrecyMark ? "document.secret" : "document.unreadable",
            message: Phrase(sentence.vietnamese, sentence.english),
            headers: refused == .tooBusy ? ["Retry-After": "120"] : [:])
    }
}
