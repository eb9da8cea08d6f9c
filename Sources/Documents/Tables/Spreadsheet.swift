import CXlsxWriter
import Foundation

/// Writes one sheet as XLSX, row by row and in constant memory: a header row that stays in view, a filter on it,
/// text as text and days as days.
///
/// Not Sendable: use it inside one function, on a thread that may block. `finish()` writes the file; without it
/// the file doesn't come to be.
@safe
package final class Spreadsheet {
    /// The most rows below the header (Excel's own limit, less the header).
    package static let mostRows = 1_048_575
    /// The longest text of a cell, UTF-16 units.
    package static let mostCellCharacters = 32_767

    // The library owns what both point to and frees it in workbook_close, which finish() or deinit calls exactly once.
    private var book: UnsafeMutablePointer<lxw_workbook>?
    private let sheet: UnsafeMutablePointer<lxw_worksheet>
    private let dayFormat: UnsafeMutablePointer<lxw_format>
    private let wrapFormat: UnsafeMutablePointer<lxw_format>
    private let columnCount: Int
    private var rowCount = 0

    /// A heading and the width of its column in characters.
    package struct Column: Sendable {
        package let title: String
        package let width: Double

        package init(_ title: String, width: Double = 16) {
            self.title = title
            self.width = width
        }
    }

    /// Begins the file at `path`, which must lie in a folder that can be written; large sheets use that
    /// folder for their temporary rows too.
    ///
    /// `name` is the sheet's, at most 31 characters without []:*?/\.
    package init(path: String, name: String, columns: [Column]) throws(SpreadsheetFailure) {
        precondition(!columns.isEmpty, "A sheet has columns.")
        let folder = (path as NSString).deletingLastPathComponent
        let made = unsafe folder.withCString { folder in
            var options = unsafe lxw_workbook_options()
            unsafe options.constant_memory = 1
            unsafe options.tmpdir = UnsafeMutablePointer(mutating: folder)
            return unsafe workbook_new_opt(path, &options)
        }
        guard let book = unsafe made else {
            throw Self.failure(LXW_ERROR_MEMORY_MALLOC_FAILED, "beginning the file")
        }
        guard let sheet = unsafe workbook_add_worksheet(book, name),
            let day = unsafe workbook_add_format(book),
            let wrap = unsafe workbook_add_format(book), let bold = unsafe workbook_add_format(book)
        else {
            unsafe workbook_close(book)
            throw Self.failure(LXW_ERROR_PARAMETER_VALIDATION, "naming the sheet")
        }
        unsafe self.book = book
        unsafe self.sheet = sheet
        unsafe dayFormat = day
        unsafe wrapFormat = wrap
        columnCount = columns.count
        unsafe format_set_num_format(day, "dd/mm/yyyy")
        unsafe format_set_align(day, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        unsafe format_set_text_wrap(wrap)
        unsafe format_set_align(wrap, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        unsafe format_set_bold(bold)
        unsafe format_set_text_wrap(bold)
        for (index, column) in columns.enumerated() {
            let at = UInt16(index)
            unsafe worksheet_set_column(sheet, at, at, column.width, nil)
            try Self.check(
                unsafe worksheet_write_string(sheet, 0, at, column.title, bold), "writing the header")
        }
        unsafe worksheet_freeze_panes(sheet, 1, 0)
    }

    deinit {
        if let book = unsafe book { unsafe workbook_close(book) }
    }

    /// Adds a row; it has as many cells as there are columns, or fewer.
    package func append(_ cells: [SpreadsheetCell]) throws(SpreadsheetFailure) {
        precondition(unsafe book != nil, "The sheet is finished.")
        precondition(cells.count <= columnCount, "More cells than columns.")
        guard rowCount < Self.mostRows else {
            throw Self.failure(
                LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE, "writing more than \(Self.mostRows) rows")
        }
        rowCount += 1
        for (index, cell) in cells.enumerated() {
            try write(cell, row: UInt32(rowCount), column: UInt16(index))
        }
    }

    private func write(_ cell: SpreadsheetCell, row: UInt32, column: UInt16) throws(SpreadsheetFailure) {
        let code =
            switch cell {
            case .empty: LXW_NO_ERROR
            case .text(""): LXW_NO_ERROR
            // worksheet_write_string never makes a formula or a link of what it is given.
            case .text(let text):
                unsafe worksheet_write_string(sheet, row, column, Self.fitting(text), wrapFormat)
            case .number(let number): unsafe worksheet_write_number(sheet, row, column, number, nil)
            case .date(let year, let month, let day): writeDay(year, month, day, row: row, column: column)
            }
        try Self.check(code, "writing row \(row)")
    }

    private func writeDay(_ year: Int, _ month: Int, _ day: Int, row: UInt32, column: UInt16) -> lxw_error {
        var value = lxw_datetime(
            year: Int32(year), month: Int32(month), day: Int32(day), hour: 0, min: 0, sec: 0)
        return unsafe worksheet_write_datetime(sheet, row, column, &value, dayFormat)
    }

    /// Writes the file.
    ///
    /// Nothing may be added afterwards.
    package func finish() throws(SpreadsheetFailure) {
        guard let book = unsafe book else { return }
        unsafe worksheet_autofilter(sheet, 0, 0, UInt32(rowCount), UInt16(columnCount - 1))
        unsafe self.book = nil
        try Self.check(unsafe workbook_close(book), "writing the file")
    }

    /// What Excel takes: no NUL (the library's strings end there) and no more than its longest cell.
    private static func fitting(_ text: String) -> String {
        let whole = text.contains("\0") ? text.replacing("\0", with: "") : text
        guard whole.utf16.count > mostCellCharacters else { return whole }
        return String(decoding: whole.utf16.prefix(mostCellCharacters - 1), as: UTF16.self) + "…"
    }

    private static func check(_ code: lxw_error, _ action: String) throws(SpreadsheetFailure) {
        if code != LXW_NO_ERROR { throw failure(code, action) }
    }

    private static func failure(_ code: lxw_error, _ action: String) -> SpreadsheetFailure {
        let words = unsafe lxw_strerror(code).map { unsafe String(cString: $0) } ?? "unknown error"
        return SpreadsheetFailure(code: Int(code.rawValue), description: "Spreadsheet, \(action): \(words)")
    }
}
