/// What a driver gives: one session with an engine, used by one thread.
///
/// Every function throws `DatabaseFailure`.
package protocol DatabaseConnection: AnyObject {
    var dialect: Dialect { get }
    /// Runs a statement and returns the number of rows changed.
    func execute(_ statement: RenderedSQL) throws -> Int
    /// Runs a statement and gives each row to `body`; an error of the body ends
    /// the statement. `isStreaming` asks for one row at a time in memory.
    func query(_ statement: RenderedSQL, isStreaming: Bool, _ body: (Row) throws -> Void) throws
    /// Adds many rows to a table; each has a value for each column.
    func load(_ load: RowLoad) throws
    /// Runs several statements without values, as a migration's text holds them.
    func script(_ text: String) throws
}
