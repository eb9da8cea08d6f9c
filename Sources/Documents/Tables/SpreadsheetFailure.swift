/// A spreadsheet couldn't be written (disk full, folder gone, too many rows).
package struct SpreadsheetFailure: Error, Sendable, CustomStringConvertible {
    /// The code of libxlsxwriter (`lxw_error`).
    package let code: Int
    /// What the library says about it, and what was being done.
    package let description: String
}
