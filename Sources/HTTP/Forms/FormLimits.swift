/// What one form may hold.
///
/// All sizes in bytes.
package struct FormLimits: Sendable {
    /// The most fields and files together.
    package var fields = 1_000
    /// The most bytes of one text field.
    package var fieldBytes = 256 << 10
    /// The most bytes of all text fields together.
    package var textBytes = 1 << 20
    /// The most files; none unless the route expects some.
    package var files = 0
    /// The most bytes of one file; the route's body limit bounds their sum.
    package var fileBytes = 50 << 20
    /// The most bytes of one part's headers.
    package var partHeaderBytes = 4 << 10
    /// The folder for files on their way in.
    package var temporaryFolder = "/tmp"

    package init() {}
}
