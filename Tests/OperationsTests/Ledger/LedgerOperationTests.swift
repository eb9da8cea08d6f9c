import Domain
import SQL
import Store
import TestSupport
import Testing

@testable import Operations

struct LedgerOperationTests {
    @Test(arguments: TestDatabase.Engine.all)
    func `Every change of state is in the ledger, and the ledger holds`(engine: TestDatabase.Engine)
        async throws
    {
        try await withOffice(engine) { example async throws in
            let office = example.office
            var plan = try await example.receive()
            plan = try await example.correct(plan, .setHeader(.title, value: "Một", range: nil))
            plan = try await UndoCorrection(plan: plan.id, revision: plan.revision).run(
                in: office, as: example.actor(.planner))
            plan = try await IssuePlan(
                plan: plan.id, revision: plan.revision, acknowledgesTasksWithoutLead: true
            ).run(
                in: office, as: example.actor(.planner))
            _ = try await WithdrawPlan(plan: plan.id, reason: "Sai căn cứ, hỏi 0912345678").run(
                in: office, as: example.actor(.planner))
            let rows = try await ListLedger(limit: 5).run(in: office, as: example.actor(.reader))
            #expect(
                rows.map(\.entry.action) == [
                    "WithdrawPlan", "IssuePlan", "UndoCorrection", "CorrectPlan", "ReceiveDocument",
                ])
            #expect(rows.allSatisfy { $0.actorName == "planner" })
            #expect(
                rows[0].entry.detail.contains("\"from\":\"issued\"")
                    && rows[0].entry.detail.contains("*******678"))
            let report = try await VerifyLedger().run(in: office, as: example.actor(.reader))
            #expect(report.fault == nil && report.entries >= 12)
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `What was refused leaves no entry`(engine: TestDatabase.Engine) async throws {
        try await withOffice(engine) { example async throws in
            let plan = try await example.receive()
            let before = try await VerifyLedger().run(in: example.office, as: .commandLine).entries
            await #expect(throws: CorrectionRefused.self) {
                try await example.correct(plan, .dismissWarning("x"))
            }
            await #expect(throws: PlanRefused.self) {
                try await IssuePlan(plan: plan.id, revision: 9).run(
                    in: example.office, as: example.actor(.planner))
            }
            #expect(try await VerifyLedger().run(in: example.office, as: .commandLine).entries == before)
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `The ledger is for administrators and inspectors`(engine: TestDatabase.Engine) async throws {
        try await withOffice(engine) { example async throws in
            for role in [Role.planner, .member] {
                await #expect(throws: AccessRefused.notAllowed) {
                    try await VerifyLedger().run(in: example.office, as: example.actor(role))
                }
                await #expect(throws: AccessRefused.notAllowed) {
                    try await ListLedger().run(in: example.office, as: example.actor(role))
                }
            }
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `A changed entry is found by whoever verifies`(engine: TestDatabase.Engine) async throws {
        try await withOffice(engine) { example async throws in
            try await example.office.pool.write { db in
                _ = try db.execute("UPDATE ledger SET detail = '{\"name\":\"khác\"}' WHERE sequence = 2")
            }
            let report = try await VerifyLedger().run(in: example.office, as: example.actor(.reader))
            #expect(report.fault == LedgerFault(sequence: 2, reason: .wrongHash))
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `An emptied ledger beside accounts is not whole`(engine: TestDatabase.Engine) async throws {
        try await withOffice(engine) { example async throws in
            try await example.office.pool.write { db in _ = try db.execute("DELETE FROM ledger") }
            let report = try await VerifyLedger().run(in: example.office, as: example.actor(.reader))
            #expect(report.fault == LedgerFault(sequence: 1, reason: .cut) && report.entries == 0)
        }
    }
}
