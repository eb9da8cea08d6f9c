/// One cell of a spreadsheet.
package enum SpreadsheetCell: Sendable, Hashable {
    case empty
    /// Always written as text: a cell that begins with = stays those letters. Cut at 32,767 characters, Excel's most.
    case text(String)
    case number(Double)
    /// A day of the calendar, shown as dd/mm/yyyy.
    case date(year: Int, month: Int, day: Int)
}
