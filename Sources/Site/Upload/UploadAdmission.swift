import HTTP

/// Checks what stands before the first file of an upload, and that its bytes still fit.
struct UploadAdmission: FileAdmission {
    let visit: Visit
    let incoming: UploadAllowance.Incoming

    func begin(after form: Form) throws {
        try visit.check(form)
        try visit.checkUpload(form)
    }

    func keep(_ byteCount: Int) throws { try incoming.take(byteCount) }
}
