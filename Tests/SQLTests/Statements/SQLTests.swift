import SQL
import Testing

struct SQLTests {
    private enum Column: String, SQLIdentifier { case name, level }

    @Test func `values become placeholders of each dialect, in order`() {
        let name = "x'; --"
        let sql: SQL = "SELECT 1 FROM agency WHERE name = \(name) AND level = \(3)"
        #expect(sql.rendered(for: .sqlite).text == "SELECT 1 FROM agency WHERE name = ? AND level = ?")
        let postgres = sql.rendered(for: .postgres)
        #expect(postgres.text == "SELECT 1 FROM agency WHERE name = $1 AND level = $2")
        #expect(postgres.bindings.map(\.value) == [.text(name), .integer(3)])
    }

    @Test func `fragments compose and keep the order of their values`() {
        let conditions: [SQL] = ["level = \(2)", "name IN (\(list: ["a", "b"]))"]
        let sql: SQL = """
            SELECT \(identifier: Column.name) FROM agency
            WHERE \(conditions.joined(separator: " AND ")) LIMIT \(5)
            """
        let rendered = sql.rendered(for: .postgres)
        #expect(
            rendered.text == """
                SELECT "name" FROM agency
                WHERE level = $1 AND name IN ($2, $3) LIMIT $4
                """)
        #expect(rendered.bindings.map(\.value) == [.integer(2), .text("a"), .text("b"), .integer(5)])
    }

    @Test func `an empty list is in no row`() {
        let sql: SQL = "SELECT 1 WHERE 1 IN (\(list: [Int]()))"
        #expect(sql.rendered(for: .sqlite).text == "SELECT 1 WHERE 1 IN (NULL)")
    }

    @Test func `the part for the other dialect leaves its values out`() {
        let sql: SQL = "SELECT \(SQL.either(sqlite: "\(1)", postgres: "\(2) + \(3)"))"
        #expect(sql.rendered(for: .sqlite).bindings.count == 1)
        #expect(sql.rendered(for: .postgres).text == "SELECT $1 + $2")
    }

    @Test func `an optional that is nil keeps its type`() {
        let number: Int? = nil
        let sql: SQL = "SELECT \(number)"
        #expect(sql.rendered(for: .postgres).bindings == [SQLBinding(.null, as: .integer)])
    }
}
