import Domain
import PlanReader
import TestSupport
import Testing

@testable import Operations

/// The reader's own warnings, as people correct what it read.
struct CorrectedWarningTests {
    private static let text = """
        ỦY BAN NHÂN DÂN                    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
          TỈNH SƠN LA                            Độc lập - Tự do - Hạnh phúc
        Số: 41/KH-UBND                        Sơn La, ngày 14 tháng 02 năm 2025

                                 KẾ HOẠCH
                   Thông tin đối ngoại năm 2025

        I. NHIỆM VỤ
        1. Sở Y tế tổ chức hội nghị trước ngày 31/9/2025.
        2. Sở Nội vụ in tài liệu trước ngày 15/11/2024.
        3. Sở Xây dựng dựng biển báo trước ngày 20/10/2025.

        Nơi nhận:                                   TM. ỦY BAN NHÂN DÂN
        - Sở Y tế;                                       CHỦ TỊCH
        - Lưu: VT.
                                                    Nguyễn Văn An
        """

    private func codes(_ example: ExampleOffice, _ plan: Plan) async throws -> [String] {
        try await example.show(plan).draft.warnings.map(\.code)
    }

    private func with(
        _ engine: TestDatabase.Engine, _ body: (ExampleOffice, Plan, [DraftTask]) async throws -> Void
    ) async throws {
        try await withOffice(engine, read: Reading.standardReader) { example async throws in
            let plan = try await example.receive(Self.text)
            let view = try await example.show(plan)
            try #require(view.draft.tasks.count == 3)
            #expect(
                view.draft.warnings.map(\.code) == ["impossibleDay", "timeBeforePlan"],
                "\(view.draft.warnings.map(\.vietnamese))")
            try await body(example, plan, view.draft.tasks)
        }
    }

    private func day(_ text: String) throws -> PlanTime {
        .by(try #require(PartialDay(text)), before: true)
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `A warning goes when what it is about was put right, and comes back with undoing`(
        engine: TestDatabase.Engine
    ) async throws {
        try await with(engine) { example, plan, tasks in
            var plan = try await example.correct(
                plan, .setTime(tasks[0].id, try day("2025-09-30"), words: nil))
            #expect(try await codes(example, plan) == ["timeBeforePlan"])
            plan = try await example.correct(plan, .setTime(tasks[1].id, try day("2025-11-15"), words: nil))
            #expect(try await codes(example, plan).isEmpty)
            plan = try await UndoCorrection(plan: plan.id, revision: plan.revision).run(
                in: example.office, as: example.actor(.planner))
            #expect(try await codes(example, plan) == ["timeBeforePlan"])
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `What a person types is warned of as what was read`(engine: TestDatabase.Engine) async throws {
        try await with(engine) { example, plan, tasks in
            var plan = try await example.correct(
                plan, .setTime(tasks[2].id, try day("2025-02-01"), words: nil),
                .setParties(tasks[2].id, .lead, []),
                .addReport(ReportEntry(from: ["Sở Y tế"], to: [], by: nil, covers: nil)))
            let warnings = try await example.show(plan).draft.warnings
            #expect(
                Set(warnings.map(\.code)) == [
                    "impossibleDay", "timeBeforePlan", "taskWithoutLead", "reportWithoutTime",
                ])
            let typed = try #require(warnings.last { $0.code == "timeBeforePlan" })
            #expect(typed.range == tasks[2].text.range && typed.vietnamese.contains("01/02/2025"))
            // The plan's own day moves: what was too early is so no more, what wasn't is.
            plan = try await example.correct(plan, .setHeader(.date, value: "2024-10-01", range: nil))
            #expect(try await codes(example, plan).contains("timeBeforePlan") == false)
            plan = try await example.correct(plan, .setHeader(.date, value: "2025-12-01", range: nil))
            #expect(try await codes(example, plan).count { $0 == "timeBeforePlan" } == 2)
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `A dismissed warning stays away until another thing is said at its place`(
        engine: TestDatabase.Engine
    ) async throws {
        try await with(engine) { example, plan, tasks in
            var plan = try await example.correct(
                plan, .setTime(tasks[1].id, try day("2025-02-01"), words: nil))
            let typed = try #require(
                try await example.show(plan).draft.warnings.first { $0.code == "timeBeforePlan" })
            plan = try await example.correct(plan, .dismissWarning(typed.id))
            #expect(try await codes(example, plan) == ["impossibleDay"])
            plan = try await example.correct(plan, .setTaskText(tasks[2].id, "Dựng biển báo"))
            #expect(try await codes(example, plan) == ["impossibleDay"])
            plan = try await example.correct(plan, .setTime(tasks[1].id, try day("2025-01-31"), words: nil))
            #expect(try await codes(example, plan) == ["impossibleDay", "timeBeforePlan"])
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `A number that another plan bears is warned of when it is typed, and no more when it is mended`(
        engine: TestDatabase.Engine
    ) async throws {
        try await with(engine) { example, first, _ in
            var plan = try await example.receive(Self.text.replacing("41/KH", with: "42/KH"))
            #expect(try await codes(example, plan).contains("numberTaken") == false)
            plan = try await example.correct(plan, .setHeader(.number, value: "41/KH-UBND", range: nil))
            #expect(try await codes(example, plan).contains("numberTaken"))
            plan = try await example.correct(plan, .setHeader(.number, value: "43/KH-UBND", range: nil))
            #expect(try await codes(example, plan).contains("numberTaken") == false)
        }
    }

    @Test(
        arguments: TestDatabase.Engine.all,
        [
            (PlanTime.by(PartialDay("0001-01-01")!, before: false), CorrectionRefused.farOff),
            (.by(PartialDay("2101")!, before: true), .farOff),
            (.between(PartialDay("2026-05-20")!, PartialDay("2026-05-10")!), .reversedTime),
        ])
    func `Years that no document means and times that end before they begin are refused`(
        engine: TestDatabase.Engine, wrong: (time: PlanTime, refusal: CorrectionRefused)
    ) async throws {
        try await with(engine) { example, plan, tasks in
            await #expect(throws: wrong.refusal) {
                try await example.correct(plan, .setTime(tasks[0].id, wrong.time, words: nil))
            }
        }
    }
}
