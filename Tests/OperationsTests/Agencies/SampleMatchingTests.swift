import Domain
import Foundation
import SQL
import Store
import TestSupport
import Testing
import Trust

@testable import Operations

/// The five sample plans meet the agencies of their time.
struct SampleMatchingTests {
    private static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Samples/plans").path

    @Test(arguments: TestDatabase.Engine.all)
    func `Every party of the five plans is sure, or asked with somebody to choose`(
        engine: TestDatabase.Engine
    )
        async throws
    {
        try await TestDatabase.with(engine) { pool async throws in
            let office = Office(pool: pool, passwords: PasswordHasher(parameters: .cheapest))
            try await office.prepare()
            let passwords = Dictionary(
                uniqueKeysWithValues: SampleAccount.all.map { ($0.name, ExampleOffice.password) })
            let samples = try await LoadSamples(folder: Self.folder, passwords: passwords).run(
                in: office, as: .commandLine)
            #expect(samples.plans.count == 5 && samples.refused.isEmpty, "\(samples.refused)")
            var sure = 0
            var withChoice = 0
            var all = 0
            for plan in samples.plans {
                let view = try await ShowPartyQuestions(plan: plan.id).run(in: office, as: .commandLine)
                let keys = try await pool.read { db in Set(try db.namedParties(of: plan.id).map(\.key)) }
                all += keys.count
                sure += keys.count - view.parties.count
                withChoice += view.parties.count { if case .unknown = $0.match { false } else { true } }
                for asked in view.parties where ProcessInfo.processInfo.environment["LOA_SHOW"] != nil {
                    print(
                        plan.title.prefix(30), view.day,
                        view.register.fullName(of: view.issuer, on: view.day), "|", asked.question.name, "|",
                        asked.question.kind)
                }
            }
            if ProcessInfo.processInfo.environment["LOA_SHOW"] != nil {
                print("sure", sure, "choice", withChoice, "of", all)
            }
            // What has neither is no agency at all, such as "Tổ trưởng tổ dân phố".
            #expect(Double(sure + withChoice) >= Double(all) * 0.8)
            #expect(sure > 0)
        }
    }
}
