import Domain
import Foundation
import Locks
import SQL
import Store
import TestSupport
import Testing
import Trust

@testable import Operations

/// The tables that a purge cleans.
private enum PurgedTable: String, SQLIdentifier {
    case taskDesk = "task_desk"
    case planCount = "plan_count"
    case partyCount = "party_count"
    case notice, evidence, contribution
    case webhookDelivery = "webhook_delivery"
    case taskPeriod = "task_period"
    case taskExtension = "task_extension"
    case taskComment = "task_comment"
    case taskAssignee = "task_assignee"
    case partyQuestion = "party_question"
    case partyAnswerAgency = "party_answer_agency"
    case partyAnswer = "party_answer"
    case planImplementation = "plan_implementation"
    case planEvent = "plan_event"
    case taskSearch = "task_search"
    case taskParty = "task_party"
    case task
    case planSearch = "plan_search"
    case planText = "plan_text"
    case planReading = "plan_reading"
    case correction
    case readingJob = "reading_job"
    case plan, document, ledger
}

extension ExampleOffice {
    /// A new plan that has come as far as a state, with a correction on its way.
    fileprivate func plan(in state: Plan.State, text: String) async throws -> Plan.ID {
        var plan = try await receive(text)
        _ = try await show(plan)
        if state == .read { return plan.id }
        plan = try await correct(plan, .setHeader(.title, value: text.prefix(30) + " sửa", range: nil))
        _ = try await show(plan)
        if state == .underCorrection { return plan.id }
        func issue(_ plan: Plan) async throws {
            _ = try await IssuePlan(
                plan: plan.id, revision: plan.revision, acknowledgesTasksWithoutLead: true
            ).run(in: office, as: actor(.planner))
        }
        try await issue(plan)
        for party in try await ShowPartyQuestions(plan: plan.id).run(in: office, as: actor(.planner)).parties
        {
            try await ResolveParty(plan: plan.id, key: party.question.key, agencies: [other.id]).run(
                in: office, as: actor(.planner))
        }
        if state == .withdrawn {
            _ = try await WithdrawPlan(plan: plan.id, reason: "nhầm \(text.prefix(20))").run(
                in: office, as: actor(.planner))
        }
        if state == .replaced {
            let next = try await receive("Kế hoạch khác\n- Sở Nội vụ: viết bài")
            try await issue(next)
            _ = try await WithdrawPlan(plan: plan.id, reason: "thay", replacedBy: next.id).run(
                in: office, as: actor(.planner))
        }
        return plan.id
    }
}

/// Holds a blocking body, which runs on a pool's thread, until the test lets it go.
private final class Gate: Sendable {
    private let isInside = Locked(false)
    private let semaphore = DispatchSemaphore(value: 0)
    func pass() { isInside.withLock { $0 = true } }
    func leave() { semaphore.signal() }
    /// Ends after a minute, so that a broken test fails rather than hangs.
    func waitForLeave() { _ = semaphore.wait(timeout: .now() + 60) }
    func passed() async {
        while !isInside.withLock({ $0 }) { await Task.yield() }
    }
}

/// Nothing of a purged plan may be found again, neither in rows nor in the bytes of the files.
struct PurgePlanTests {
    /// Words that stand nowhere else, with and without marks.
    private static let secret = "Kếhoạchxyzzy"
    private static let folded = "kehoachxyzzy"

    @Test func `The tables looked at are those that a purge cleans`() {
        #expect(Set(PurgedTable.allCases.map(\.rawValue)) == Set(Database.purgedTables))
    }

    @Test func `Every table that hangs on a plan or a task is cleaned`() async throws {
        try await TestDatabase.with(.sqlite, migrations: Schema.migrations) { pool in
            let hanging = try await pool.read { db in
                try db.values(
                    String.self,
                    """
                    SELECT DISTINCT made.name
                    FROM sqlite_master made, pragma_foreign_key_list(made.name) key
                    WHERE made.type = 'table'
                        AND key."table" IN ('plan', 'task', 'contribution', 'evidence', 'document')
                    ORDER BY made.name
                    """)
            }
            #expect(!hanging.isEmpty)
            for table in hanging { #expect(Database.purgedTables.contains(table), "\(table)") }
        }
    }

    private static func text(_ other: String = "") -> String {
        """
        \(secret) mật của tỉnh \(other)
        - Sở Qwvtplugh: \(secret) trước ngày 2025-06-30
        - Sở Nội vụ: tuyên truyền \(folded)
        """
    }

    /// Rows of all tables as text, whatever the engine.
    private static func everything(in office: ExampleOffice) async throws -> String {
        try await office.office.pool.read { db in
            var text = ""
            for table in PurgedTable.allCases {
                for value in try db.rows("SELECT * FROM \(identifier: table)").flatMap(\.values) {
                    switch value {
                    case .text(let found): text += found + "\n"
                    case .blob(let bytes): text += String(decoding: bytes, as: UTF8.self) + "\n"
                    case .null, .integer, .real: break
                    }
                }
            }
            return text
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `A purged plan of any state leaves no word behind and the ledger whole`(
        engine: TestDatabase.Engine
    ) async throws {
        try await withOffice(engine) { office in
            for state in Plan.State.allCases {
                let plan = try await office.plan(in: state, text: Self.text("\(state)"))
                #expect(try await Self.everything(in: office).contains(Self.secret))
                let outcome = try await PurgePlan(plan: plan, reason: .stateSecret).run(
                    in: office.office, as: office.actor(.planner))
                // On the server that all tests share, others' snapshots may hold the vacuum up.
                #expect(outcome == .clean || (engine == .postgres && outcome == .heldUp), "\(state)")
                // The plan that replaced it isn't the one that leaked.
                let left = try await Self.everything(in: office)
                for word in [Self.secret, Self.folded, "Qwvtplugh", "qwvtplugh"] {
                    #expect(!left.contains(word), "\(state): \(word)")
                }
                await #expect(throws: NotFound.plan) {
                    _ = try await ShowPlan(plan: plan).run(in: office.office, as: office.actor(.planner))
                }
                #expect(office.office.drafts.entry(plan, revision: 1) == nil)
                let entry = try #require(
                    try await ListLedger(limit: 1).run(in: office.office, as: .commandLine).first?.entry)
                #expect(entry.action == "PurgePlan" && entry.subjectID == plan.rawValue)
                #expect(entry.detail.contains("stateSecret") && entry.detail.contains("digest"))
                let report = try await VerifyLedger().run(in: office.office, as: .commandLine)
                #expect(report.fault == nil, "\(state)")
            }
        }
    }

    @Test func `The bytes of SQLite's files hold nothing of a purged plan or a deleted draft`() async throws {
        try await TestDatabase.withFolder { folder in
            let pool = try await TestDatabase.sqlite(at: folder + "/loa.db", readers: 2)
            try await withOffice(pool) { office in
                // A neighbour stays, so that pages are shared.
                let neighbour = try await office.receive()
                for isDraft in [true, false] {
                    let plan = try await office.plan(
                        in: isDraft ? .underCorrection : .issued, text: Self.text())
                    #expect(Self.isFound(in: folder))
                    if isDraft {
                        let revision = try await ShowPlan(plan: plan).run(
                            in: office.office, as: office.actor(.planner)
                        ).plan.revision
                        try await DeleteDraft(plan: plan, revision: revision).run(
                            in: office.office, as: office.actor(.planner))
                    } else {
                        _ = try await PurgePlan(plan: plan, reason: .stateSecret).run(
                            in: office.office, as: office.actor(.planner))
                    }
                    #expect(!Self.isFound(in: folder), "draft: \(isDraft)")
                }
                #expect(try await office.show(neighbour).text.contains("đối ngoại"))
                #expect(try await VerifyLedger().run(in: office.office, as: .commandLine).fault == nil)
            }
            await pool.close()
        }
    }

    private static func isFound(in folder: String) -> Bool {
        ["", "-wal", "-shm"].contains { ending in
            guard let data = FileManager.default.contents(atPath: folder + "/loa.db" + ending) else {
                return false
            }
            return [secret, folded, "Qwvtplugh", "qwvtplugh"].contains {
                data.range(of: Data($0.utf8)) != nil
            }
        }
    }

    @Test func `A reader of an older state holds the cleaning up, and another purge finishes it`()
        async throws
    {
        try await TestDatabase.withFolder { folder in
            let pool = try await TestDatabase.sqlite(at: folder + "/loa.db", readers: 2)
            let other = try await TestDatabase.sqlite(at: folder + "/loa.db", readers: 1)
            try await withOffice(pool) { office in
                let plan = try await office.plan(in: .issued, text: Self.text())
                let gate = Gate()
                async let reading: Void = other.read { db in
                    _ = try db.ledgerHead()
                    gate.pass()
                    gate.waitForLeave()
                }
                await gate.passed()
                let held = try await pool.clean(
                    Database.purgedTables, isThorough: false, patience: .milliseconds(1))
                // Nothing was written since: the reader is at the newest state and holds nothing back but the cut.
                #expect(held == .heldUp)
                gate.leave()
                try await reading
                let outcome = try await PurgePlan(plan: plan, reason: .stateSecret).run(
                    in: office.office, as: office.actor(.planner))
                #expect(outcome == .clean)
                // Again, for a plan that is gone.
                let again = try await PurgePlan(plan: plan, reason: .stateSecret).run(
                    in: office.office, as: office.actor(.planner))
                #expect(again == .clean)
            }
            await other.close()
            await pool.close()
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `A file that another plan or an evidence still has stays`(engine: TestDatabase.Engine) async throws {
        try await withOffice(engine) { office in
            let plan = try await office.receive()
            let twin = try await ReceiveDocument(
                agency: office.other.id,
                document: ReceivedDocument(
                    fileName: "b.txt", mediaType: "text/plain", bytes: Array(ExampleOffice.text.utf8),
                    text: ExampleOffice.text)
            ).run(in: office.office, as: office.outsider)
            _ = try await PurgePlan(plan: plan.id, reason: .wrongDocument).run(
                in: office.office, as: office.actor(.planner))
            #expect(try await office.office.pool.read { db in try db.documentBytes(twin.file) } != nil)
            _ = try await PurgePlan(plan: twin.id, reason: .wrongDocument).run(
                in: office.office, as: office.outsider)
            #expect(try await office.office.pool.read { db in try db.documentBytes(twin.file) } == nil)
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `An answer about a party that another plan names too is still remembered`(
        engine: TestDatabase.Engine
    ) async throws {
        try await withOffice(engine) { office in
            let leaked = try await office.plan(in: .issued, text: Self.text("một"))
            let kept = try await office.plan(in: .issued, text: Self.text("hai"))
            func answers() async throws -> Int {
                try await office.office.pool.read { db in
                    try db.value(
                        Int.self,
                        """
                        SELECT COUNT(DISTINCT party_key)
                        FROM party_answer
                        WHERE party_key = \(PartyKey.of("Sở Qwvtplugh"))
                        """) ?? 0
                }
            }
            #expect(try await answers() == 1)
            for (plan, left) in [(leaked, 1), (kept, 0)] {
                _ = try await PurgePlan(plan: plan, reason: .stateSecret).run(
                    in: office.office, as: office.actor(.planner))
                #expect(try await answers() == left)
            }
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `Planners of the agency and administrators above purge, others don't`(engine: TestDatabase.Engine)
        async throws
    {
        try await withOffice(engine) { office in
            let draft = try await office.receive()
            let purge = PurgePlan(plan: draft.id, reason: .stateSecret)
            await #expect(throws: NotFound.plan) {
                _ = try await purge.run(in: office.office, as: office.actor(.member))
            }
            await #expect(throws: NotFound.plan) {
                _ = try await purge.run(in: office.office, as: office.outsider)
            }
            await #expect(throws: AccessRefused.signInFirst) {
                _ = try await purge.run(in: office.office, as: .nobody)
            }
            // An administrator sees no draft, yet may have to destroy one.
            #expect(try await purge.run(in: office.office, as: office.actor(.administrator)) == .clean)
            let issued = try await office.plan(in: .issued, text: Self.text())
            await #expect(throws: AccessRefused.notAllowed) {
                _ = try await PurgePlan(plan: issued, reason: .stateSecret).run(
                    in: office.office, as: office.actor(.member))
            }
            await #expect(throws: NotFound.plan) {
                _ = try await PurgePlan(plan: Plan.ID("none"), reason: .stateSecret).run(
                    in: office.office, as: .commandLine)
            }
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `A detail that somebody empties, or a redacted entry that somebody changes, is found`(
        engine: TestDatabase.Engine
    ) async throws {
        try await withOffice(engine) { office in
            let kept = try await office.receive()
            let plan = try await office.plan(in: .issued, text: Self.text())
            _ = try await PurgePlan(plan: plan, reason: .personalData).run(
                in: office.office, as: office.actor(.planner))
            func fault(after change: SQL, undo: SQL) async throws -> LedgerFault? {
                try await office.office.pool.write { db in _ = try db.execute(change) }
                let report = try await VerifyLedger().run(in: office.office, as: .commandLine)
                try await office.office.pool.write { db in _ = try db.execute(undo) }
                return report.fault
            }
            let redacted = #"{"redacted":"purged"}"#
            let entries = try await office.office.pool.read { db in
                try db.ledgerEntries(before: nil, limit: 100)
            }
            let foreign = try #require(entries.first { $0.subjectID == kept.id.rawValue })
            let emptied = try await fault(
                after: "UPDATE ledger SET detail = \(redacted) WHERE sequence = \(foreign.sequence)",
                undo: "UPDATE ledger SET detail = \(foreign.detail) WHERE sequence = \(foreign.sequence)")
            #expect(emptied == LedgerFault(sequence: foreign.sequence, reason: .wrongHash))
            let own = try #require(entries.first { $0.detail == redacted })
            let changed = try await fault(
                after: "UPDATE ledger SET action = 'OpenFile' WHERE sequence = \(own.sequence)",
                undo: "UPDATE ledger SET action = \(own.action) WHERE sequence = \(own.sequence)")
            #expect(changed?.reason == .wrongHash)
            #expect(try await VerifyLedger().run(in: office.office, as: .commandLine).fault == nil)
        }
    }
}
