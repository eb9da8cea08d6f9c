import HTTP

/// What one form with files asks of whoever sends it.
struct DocumentRules: Sendable {
    /// The most files of one form.
    var fileLimitCount: Int
    /// The most of one file.
    var fileLimitBytes = UploadPage.fileLimitBytes
    /// What is said of files that hold more than all may together; nil leaves it to the form's own limits.
    var tooLarge: UploadRefused?
    /// Before the body is read: who may send, and whether there is room.
    var admit: @Sendable (Visit) async throws -> UploadAllowance.Incoming
    /// What the fields before the files must say.
    var check: @Sendable (Visit, Form) throws -> Void
    /// The page again, with what was wrong.
    var refused: @Sendable (Visit, UploadRefused) async throws -> Response

    /// Documents that become plans.
    static let plans = DocumentRules(
        fileLimitCount: UploadPage.fileLimitCount, admit: { try await $0.admitUpload() },
        check: { try $0.checkUpload($1) }, refused: { $0.refused($1) })
}

/// Checks what stands before the first file of an upload, and that its bytes still fit.
struct UploadAdmission: FileAdmission {
    let visit: Visit
    let incoming: UploadAllowance.Incoming
    let rules: DocumentRules

    func begin(after form: Form) throws {
        try visit.check(form)
        try rules.check(visit, form)
    }

    func keep(_ byteCount: Int) throws { try rules.keep(byteCount, of: incoming) }
}

extension DocumentRules {
    /// The most of all files together.
    var filesLimitBytes: Int { fileLimitCount * fileLimitBytes }

    /// Counts bytes that are about to be kept, or refuses them.
    func keep(_ byteCount: Int, of incoming: UploadAllowance.Incoming) throws(UploadRefused) {
        if let tooLarge, incoming.heldBytes + byteCount > filesLimitBytes { throw tooLarge }
        try incoming.take(byteCount)
    }

    /// Refuses a form whose announced length no files within the limit can have, before a byte of it is read.
    func checkLength(_ announced: Int?) throws(UploadRefused) {
        guard let tooLarge, let announced, announced > filesLimitBytes + SitePages.formLimitBytes else {
            return
        }
        throw tooLarge
    }
}
