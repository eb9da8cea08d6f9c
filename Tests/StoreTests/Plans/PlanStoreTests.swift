import Domain
import Foundation
import SQL
import TestSupport
import Testing

@testable import Store

struct PlanStoreTests {
    @Test(arguments: TestDatabase.Engine.all)
    func `A plan reads back as it was written`(engine: TestDatabase.Engine) async throws {
        try await withStore(engine) { pool async throws in
            var plan = Plan.example()
            plan.number = "12/KH-UBND"
            plan.date = PartialDay("2025-01")
            let written = plan
            let text = "Dòng một\n\tDòng hai \u{1F4E2} \"'\\"
            let (record, read, bytes) = try await pool.write { db in
                try db.insertExample(written, text: text)
                return (
                    try db.planRecord(written.id), try db.planText(written.id),
                    try db.documentBytes(written.file)
                )
            }
            #expect(record?.plan == written)
            #expect(record?.file.sizeBytes == 3)
            #expect(read == text)
            #expect(bytes == [1, 2, 3])
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `The second of two editors is told`(engine: TestDatabase.Engine) async throws {
        try await withStore(engine) { pool async throws in
            let (first, second) = try await pool.write { db in
                try db.insertExample(.example())
                var record = try #require(try db.planRecord(Plan.ID("p1")))
                record.plan.revision = 2
                return (try db.update(record, from: 1), try db.update(record, from: 1))
            }
            #expect(first && !second)
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `One agency has a file once while a plan of it lives`(engine: TestDatabase.Engine) async throws {
        try await withStore(engine) { pool async throws in
            try await pool.write { db in try db.insertExample(.example()) }
            var again = Plan.example("p2")
            again.file = Plan.fileName("p1")
            let twice = again
            await #expect(throws: DatabaseFailure.self) {
                try await pool.write { db in try db.insertExample(twice) }
            }
            let found = try await pool.read { db in try db.plan(of: home, withFile: Plan.fileName("p1")) }
            #expect(found?.id == Plan.ID("p1"))
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `Purging leaves nothing of a draft, and keeps a file that another plan has`(
        engine: TestDatabase.Engine
    )
        async throws
    {
        try await withStore(engine) { pool async throws in
            try await pool.write { db in
                try db.insertExample(.example(), text: "bí ẩn")
                try db.insert(
                    Correction(id: 1, parent: 0, by: lan, at: noon, change: .dismissWarning(id: "w")),
                    of: Plan.ID("p1"))
                try db.purge(try #require(try db.planRecord(Plan.ID("p1"))).plan)
                for table in ["plan", "plan_text", "plan_reading", "correction", "plan_search", "document"] {
                    let count = try db.value(Int.self, Self.count(table))
                    #expect(count == 0, "\(table)")
                }
                let filter = PlanFilter(search: "bi an", showsAllDrafts: true)
                #expect(try db.plans(filter, after: nil, limit: 10).items.isEmpty)
            }
        }
    }

    private static func count(_ table: String) -> SQL {
        switch table {
        case "plan": "SELECT COUNT(*) FROM plan"
        case "plan_text": "SELECT COUNT(*) FROM plan_text"
        case "plan_reading": "SELECT COUNT(*) FROM plan_reading"
        case "correction": "SELECT COUNT(*) FROM correction"
        case "plan_search": "SELECT COUNT(*) FROM plan_search"
        default: "SELECT COUNT(*) FROM document"
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `Pages of plans hold each plan once, youngest first`(engine: TestDatabase.Engine) async throws {
        try await withStore(engine) { pool async throws in
            let seen = try await pool.write { db in
                for number in 0..<25 {
                    // Some share an instant: the identifier decides.
                    try db.insertExample(
                        .example("p\(100 + number)", at: noon.addingTimeInterval(Double(number / 3))))
                }
                var seen: [String] = []
                var mark: PageMark?
                repeat {
                    let page = try db.plans(PlanFilter(showsAllDrafts: true), after: mark, limit: 10)
                    seen += page.items.map(\.id.rawValue)
                    mark = page.next
                } while mark != nil
                return seen
            }
            #expect(seen == (0..<25).map { "p\(100 + $0)" }.reversed())
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `Drafts are listed for their agency, their owner or nobody`(engine: TestDatabase.Engine) async throws
    {
        try await withStore(engine) { pool async throws in
            try await pool.write { db in
                try db.insertExample(.example())
                func count(_ filter: PlanFilter) throws -> Int {
                    try db.plans(filter, after: nil, limit: 10).items.count
                }
                #expect(try count(PlanFilter()) == 0)
                #expect(try count(PlanFilter(draftAgencies: [home])) == 1)
                #expect(try count(PlanFilter(draftAgencies: [Agency.ID("x")])) == 0)
                #expect(try count(PlanFilter(ownDraftAgencies: [home], draftOwner: lan)) == 1)
                #expect(try count(PlanFilter(ownDraftAgencies: [home], draftOwner: Account.ID("x"))) == 0)
                #expect(try count(PlanFilter(states: [.issued], showsAllDrafts: true)) == 0)
                #expect(try count(PlanFilter(states: [.read, .issued], showsAllDrafts: true)) == 1)
                #expect(try count(PlanFilter(agency: Agency.ID("x"), showsAllDrafts: true)) == 0)
            }
        }
    }

    @Test(
        arguments: TestDatabase.Engine.all,
        ["", "x", "1", "_", "9_", "x_y", "1_'; DROP TABLE plan; --", "9999999999999999999_a"])
    func `A page's mark that was made up does no harm`(engine: TestDatabase.Engine, mark: String) async throws
    {
        try await withStore(engine) { pool async throws in
            try await pool.write { db in
                try db.insertExample(.example())
                _ = try db.plans(PlanFilter(showsAllDrafts: true), after: PageMark(rawValue: mark), limit: 10)
                _ = try db.tasks(TaskFilter(), today: today, after: PageMark(rawValue: mark), limit: 10)
                #expect(try db.planRecord(Plan.ID("p1")) != nil)
            }
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `Corrections read back in their order`(engine: TestDatabase.Engine) async throws {
        try await withStore(engine) { pool async throws in
            let made = (1...3).map {
                Correction(
                    id: $0, parent: $0 - 1, by: lan, at: noon,
                    change: .setHeader(field: .title, value: "Số \($0) ' \" <b>", range: TextRange(1, 2)))
            }
            let read = try await pool.write { db in
                try db.insertExample(.example())
                for correction in made { try db.insert(correction, of: Plan.ID("p1")) }
                return try db.corrections(of: Plan.ID("p1"))
            }
            #expect(read == made)
        }
    }
}
