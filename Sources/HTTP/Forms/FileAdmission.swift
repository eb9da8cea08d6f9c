/// Decides about the files of a form while it comes in, so that nothing is kept that will be refused.
package protocol FileAdmission: Sendable {
    /// A file begins; `form` holds what stood before it. Throwing refuses the form before a byte of the file is kept.
    func begin(after form: Form) throws
    /// So many bytes more are about to be kept. Throwing refuses the form; what was kept of it is removed.
    func keep(_ byteCount: Int) throws
}
