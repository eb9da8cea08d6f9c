import Foundation
import SQL
import TestSupport
import Testing

/// Every value comes back as it went in, on both engines.
struct ConversionTests {
    private static let table = Migration(
        "0001-value",
        sqlite: """
            CREATE TABLE held (
                held_id INTEGER NOT NULL PRIMARY KEY,
                whole INTEGER,
                part REAL,
                words TEXT,
                bytes BLOB
            ) STRICT
            """,
        postgres: """
            CREATE TABLE held (
                held_id BIGINT NOT NULL PRIMARY KEY,
                whole BIGINT,
                part DOUBLE PRECISION,
                words TEXT,
                bytes BYTEA
            )
            """)

    private enum Column: String, SQLIdentifier { case whole, part, words, bytes }

    private func roundTrip<Value: SQLConvertible>(
        _ value: Value, in column: Column, on engine: TestDatabase.Engine
    ) async throws -> Value {
        try await TestDatabase.with(engine, migrations: [Self.table]) { pool in
            try await pool.write { db in
                let changed = try db.execute(
                    "INSERT INTO held (held_id, \(identifier: column)) VALUES (\(1), \(value))")
                #expect(changed == 1)
            }
            return try await pool.read { db in
                let row = try #require(try db.rows("SELECT \(identifier: column) AS it FROM held").first)
                return try row.get("it")
            }
        }
    }

    @Test(
        arguments: TestDatabase.Engine.all,
        [Int64.min, -9_007_199_254_740_993, -1, 0, 1, 9_007_199_254_740_993, Int64.max])
    func `whole numbers`(engine: TestDatabase.Engine, number: Int64) async throws {
        #expect(try await roundTrip(number, in: .whole, on: engine) == number)
    }

    @Test(
        arguments: TestDatabase.Engine.all,
        [
            0, 0.1, -0.1, 0.333, Double.pi, 1e300, .leastNonzeroMagnitude, .greatestFiniteMagnitude,
            .infinity, -.infinity,
        ])
    func `broken numbers, to the last bit`(engine: TestDatabase.Engine, number: Double) async throws {
        #expect(try await roundTrip(number, in: .part, on: engine).bitPattern == number.bitPattern)
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `negative zero loses its sign on both`(engine: TestDatabase.Engine) async throws {
        #expect(try await roundTrip(-0.0, in: .part, on: engine).sign == .plus)
    }

    @Test(
        arguments: TestDatabase.Engine.all,
        [
            "", " ", "Kế hoạch tuyên truyền", "Ke\u{302}\u{301} hoa\u{323}ch", "👩‍👩‍👧‍👦📣", "\u{FEFF}", "\u{10FFFF}",
            "line\r\nline\n\ttab", "'; DROP TABLE held; --", "\" $1 ? \\ % _ \\x00", "\u{1}\u{7F}",
        ])
    func `texts, byte by byte`(engine: TestDatabase.Engine, text: String) async throws {
        let found = try await roundTrip(text, in: .words, on: engine)
        // Swift's == takes composed and decomposed letters for the same.
        #expect(Array(found.utf8) == Array(text.utf8))
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `blobs, also empty and of a megabyte`(engine: TestDatabase.Engine) async throws {
        for bytes in [[], [0], [0, 255, 0], Array(0...255)] as [[UInt8]] {
            #expect(try await roundTrip(bytes, in: .bytes, on: engine) == bytes)
        }
        let large = (0..<1_048_576).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }
        #expect(try await roundTrip(large, in: .bytes, on: engine) == large)
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `a text of a megabyte`(engine: TestDatabase.Engine) async throws {
        let text = String(repeating: "Thông tin đối ngoại. ", count: 45_000)
        #expect(try await roundTrip(text, in: .words, on: engine) == text)
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `nothing is nil, and is not the empty text`(engine: TestDatabase.Engine) async throws {
        #expect(try await roundTrip(Int?.none, in: .whole, on: engine) == nil)
        #expect(try await roundTrip(Double?.none, in: .part, on: engine) == nil)
        #expect(try await roundTrip(String?.none, in: .words, on: engine) == nil)
        #expect(try await roundTrip([UInt8]?.none, in: .bytes, on: engine) == nil)
        #expect(try await roundTrip(SQLValue.null, in: .words, on: engine) == .null)
        #expect(try await roundTrip(String?.some(""), in: .words, on: engine) == .some(""))
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `moments to the millisecond, truth values, and raw values`(engine: TestDatabase.Engine) async throws
    {
        for milliseconds in [-62_135_596_800_000, -1, 0, 1, 1_790_000_000_123, 253_402_300_799_999] {
            let moment = Date(timeIntervalSince1970: Double(milliseconds) / 1000)
            #expect(
                try await roundTrip(moment, in: .whole, on: engine).sqlValue == .integer(Int64(milliseconds)))
        }
        #expect(try await roundTrip(true, in: .whole, on: engine))
        #expect(try await roundTrip(false, in: .whole, on: engine) == false)
        #expect(try await roundTrip(Colour.red, in: .words, on: engine) == .red)
    }

    private enum Colour: String, SQLConvertible { case red, green }

    @Test(arguments: TestDatabase.Engine.all)
    func `not a number is refused, for SQLite would keep nothing`(engine: TestDatabase.Engine) async throws {
        let failure = try await #require(throws: DatabaseFailure.self) {
            try await roundTrip(Double.nan, in: .part, on: engine)
        }
        #expect(failure.code == .refusedValue)
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `text with a NUL is refused, for PostgreSQL can't keep it`(engine: TestDatabase.Engine) async throws
    {
        let failure = try await #require(throws: DatabaseFailure.self) {
            try await roundTrip("secret\u{0}tail", in: .words, on: engine)
        }
        #expect(failure.code == .refusedValue)
        #expect(!failure.description.contains("secret"))
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `a value past the limit is refused`(engine: TestDatabase.Engine) async throws {
        let failure = try await #require(throws: DatabaseFailure.self) {
            let bytes = [UInt8](repeating: 7, count: DatabaseLimits.valueBytes + 1)
            _ = try await roundTrip(bytes, in: .bytes, on: engine)
        }
        #expect(failure.code == .tooLarge)
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `a column of another type says so without its value`(engine: TestDatabase.Engine) async throws {
        try await TestDatabase.with(engine) { pool in
            try await pool.read { db in
                let rows = try db.rows("SELECT \("topsecret") AS word, \(Int?.none) AS gap")
                let row = try #require(rows.first)
                let wrong = try #require(throws: DatabaseFailure.self) { try row.get("word", as: Int.self) }
                #expect(wrong.code == .unreadableValue)
                #expect(wrong.description.contains("word"))
                #expect(!wrong.description.contains("topsecret"))
                let gap = try #require(throws: DatabaseFailure.self) { try row.get("gap", as: Int.self) }
                #expect(gap.code == .unreadableValue)
                let missing = try #require(throws: DatabaseFailure.self) { try row.get("none", as: Int.self) }
                #expect(missing.code == .missingColumn)
                let colour = try #require(throws: DatabaseFailure.self) {
                    try row.get("word", as: Colour.self)
                }
                #expect(colour.code == .unreadableValue)
            }
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `the wrong type for a column is refused by the schema`(engine: TestDatabase.Engine) async throws {
        let failure = try await #require(throws: DatabaseFailure.self) {
            try await roundTrip("twelve", in: .whole, on: engine)
        }
        #expect(failure.code == .refusedValue)
    }
}
