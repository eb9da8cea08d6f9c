import Domain
import Foundation
import SQL
import Store
import TestSupport
import Testing

struct LedgerStoreTests {
    @discardableResult
    private func withLedger<Value: Sendable>(
        _ engine: TestDatabase.Engine, _ body: (any DatabasePool) async throws -> Value
    ) async throws -> Value {
        try await withStore(engine) { pool async throws in
            try await pool.write { db in
                for number in 1...9 {
                    try db.appendToLedger(
                        at: noon.addingTimeInterval(Double(number) / 1000),
                        actor: number % 2 == 0 ? lan : nil,
                        action: "IssuePlan", subjectKind: "plan", subjectID: "p\(number)",
                        detail: "{\"số\":\"Đ\"}")
                }
            }
            return try await body(pool)
        }
    }

    private func report(_ pool: any DatabasePool, against head: LedgerHead? = nil) async throws
        -> LedgerReport
    {
        try await pool.read { db in try db.verifyLedger(against: head) }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `An honest ledger holds, empty or long`(engine: TestDatabase.Engine) async throws {
        try await withStore(engine) { pool async throws in
            #expect(try await report(pool) == LedgerReport(entries: 0, head: nil, fault: nil))
        }
        try await withLedger(engine) { pool async throws in
            let head = try await pool.read { db in try db.ledgerHead() }
            #expect(try await report(pool, against: head) == LedgerReport(entries: 9, head: head, fault: nil))
        }
    }

    /// What somebody with the database in hand may do, and what is then said.
    static let tampering: [(SQL, Int64, LedgerFault.Reason)] = [
        ("UPDATE ledger SET detail = '{}' WHERE sequence = 4", 4, .wrongHash),
        ("UPDATE ledger SET account_id = 'other' WHERE sequence = 2", 2, .wrongHash),
        ("UPDATE ledger SET account_id = '' WHERE sequence = 3", 3, .wrongHash),
        ("UPDATE ledger SET at = at + 1 WHERE sequence = 1", 1, .wrongHash),
        ("UPDATE ledger SET subject_id = 'p5' WHERE sequence = 9", 9, .wrongHash),
        ("DELETE FROM ledger WHERE sequence = 5", 5, .gap),
        ("DELETE FROM ledger WHERE sequence = 1", 1, .gap),
        ("UPDATE ledger SET sequence = 100 WHERE sequence = 6", 6, .gap),
    ]

    @Test(arguments: TestDatabase.Engine.all, tampering.indices)
    func `Changed and deleted entries are found at their place`(engine: TestDatabase.Engine, index: Int)
        async throws
    {
        let (sql, sequence, reason) = Self.tampering[index]
        try await withLedger(engine) { pool async throws in
            try await pool.write { db in _ = try db.execute(sql) }
            let report = try await report(pool)
            #expect(report.fault == LedgerFault(sequence: sequence, reason: reason))
            #expect(report.entries == sequence - 1)
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `A deleted entry whose numbers are closed up is found`(engine: TestDatabase.Engine) async throws {
        try await withLedger(engine) { pool async throws in
            try await pool.write { db in
                try db.execute("DELETE FROM ledger WHERE sequence = 4")
                for number in 5...9 {
                    try db.execute("UPDATE ledger SET sequence = \(number - 1) WHERE sequence = \(number)")
                }
            }
            #expect(try await report(pool).fault == LedgerFault(sequence: 4, reason: .wrongPrevious))
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `Two entries that changed places are found`(engine: TestDatabase.Engine) async throws {
        try await withLedger(engine) { pool async throws in
            try await pool.write { db in
                try db.execute("UPDATE ledger SET sequence = 100 WHERE sequence = 3")
                try db.execute("UPDATE ledger SET sequence = 3 WHERE sequence = 4")
                try db.execute("UPDATE ledger SET sequence = 4 WHERE sequence = 100")
            }
            #expect(try await report(pool).fault == LedgerFault(sequence: 3, reason: .wrongPrevious))
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `An entry put in between is found`(engine: TestDatabase.Engine) async throws {
        try await withLedger(engine) { pool async throws in
            try await pool.write { db in
                for number in (5...9).reversed() {
                    try db.execute("UPDATE ledger SET sequence = \(number + 1) WHERE sequence = \(number)")
                }
                try db.execute(
                    """
                    INSERT INTO ledger (sequence, at, account_id, action, subject_kind, subject_id, detail,
                        previous_hash, hash)
                    SELECT 5, at, account_id, action, subject_kind, subject_id, detail, \([UInt8(9)]), \([UInt8(8)])
                    FROM ledger
                    WHERE sequence = 4
                    """)
            }
            #expect(try await report(pool).fault == LedgerFault(sequence: 5, reason: .wrongPrevious))
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `A tail that was cut off shows against a head that was kept`(engine: TestDatabase.Engine)
        async throws
    {
        try await withLedger(engine) { pool async throws in
            let head = try await pool.read { db in try db.ledgerHead() }
            try await pool.write { db in _ = try db.execute("DELETE FROM ledger WHERE sequence > 6") }
            #expect(try await report(pool).fault == nil)
            #expect(try await report(pool, against: head).fault == LedgerFault(sequence: 7, reason: .cut))
            // Cut off and grown anew: as long as before, but another chain.
            try await pool.write { db in
                for _ in 7...9 {
                    try db.appendToLedger(
                        at: noon, actor: nil, action: "X", subjectKind: "plan", subjectID: "p", detail: "{}")
                }
            }
            #expect(try await report(pool).fault == nil)
            #expect(
                try await report(pool, against: head).fault == LedgerFault(sequence: 9, reason: .otherHead))
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `The chain can't fork`(engine: TestDatabase.Engine) async throws {
        try await withLedger(engine) { pool async throws in
            await #expect(throws: DatabaseFailure.self) {
                try await pool.write { db in
                    _ = try db.execute(
                        """
                        INSERT INTO ledger (sequence, at, account_id, action, subject_kind, subject_id, detail,
                            previous_hash, hash)
                        SELECT 10, at, account_id, action, subject_kind, subject_id, detail, previous_hash, \([UInt8(1)])
                        FROM ledger
                        WHERE sequence = 9
                        """)
                }
            }
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `Writers at once make one chain`(engine: TestDatabase.Engine) async throws {
        try await withStore(engine) { pool async throws in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<40 {
                    group.addTask {
                        try await pool.write { db in
                            _ = try db.appendToLedger(
                                at: noon, actor: lan, action: "X", subjectKind: "plan",
                                subjectID: "\(number)",
                                detail: "{}")
                        }
                    }
                }
                try await group.waitForAll()
            }
            let report = try await report(pool)
            #expect(report.entries == 40 && report.fault == nil)
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `Pages of the ledger and of one subject go backwards`(engine: TestDatabase.Engine) async throws {
        try await withLedger(engine) { pool async throws in
            let (first, second, subject) = try await pool.read { db in
                (
                    try db.ledgerEntries(before: nil, limit: 4), try db.ledgerEntries(before: 6, limit: 4),
                    try db.ledgerEntries(of: "plan", "p3", limit: 10)
                )
            }
            #expect(first.map(\.sequence) == [9, 8, 7, 6])
            #expect(second.map(\.sequence) == [5, 4, 3, 2])
            #expect(subject.map(\.sequence) == [3])
        }
    }
}
