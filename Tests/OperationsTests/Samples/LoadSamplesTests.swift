import Domain
import Foundation
import Store
import TestSupport
import Testing
import Trust

@testable import Operations

struct LoadSamplesTests {
    private static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Samples/plans").path

    private func load(_ office: Office) async throws -> LoadedSamples {
        let passwords = Dictionary(
            uniqueKeysWithValues: SampleAccount.all.map { ($0.name, ExampleOffice.password) })
        return try await LoadSamples(folder: Self.folder, passwords: passwords).run(
            in: office, as: .commandLine)
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `The five plans are read by the real reader, searched and listed`(engine: TestDatabase.Engine)
        async throws
    {
        try await TestDatabase.with(engine) { pool async throws in
            let office = Office(pool: pool, passwords: PasswordHasher(parameters: .cheapest))
            try await office.prepare()
            let samples = try await load(office)
            #expect(samples.plans.count == 5 && samples.refused.isEmpty, "\(samples.refused)")
            #expect(samples.plans.allSatisfy { $0.state == .issued })
            try await checkDesks(office)
            let found = try await ListPlans(search: "thong tin doi ngoai").run(in: office, as: .commandLine)
            #expect(found.items.count >= 3)
            for plan in samples.plans {
                let view = try await ShowPlan(plan: plan.id).run(in: office, as: .commandLine)
                #expect(!view.draft.tasks.isEmpty, "\(plan.title)")
                let bytes = view.text.utf8.count
                #expect(view.draft.tasks.allSatisfy { ($0.range?.upper ?? 0) <= bytes })
                #expect(view.draft.contacts.allSatisfy { $0.phone?.contains("*") ?? true })
                // Each task's place gives words of the document, however its marks are written.
                let text = DocumentText(view.text)
                #expect(view.draft.tasks.allSatisfy { task in task.range.flatMap { text.quote($0) } != nil })
            }
            for one in SampleAccount.all {
                let step = try await SignIn(
                    name: one.name, password: ExampleOffice.password, address: "127.0.0.1"
                ).run(
                    in: office, as: .nobody)
                guard case .signedIn = step else {
                    Issue.record("\(one.name) was not signed in.")
                    continue
                }
            }
        }
    }

    /// Whoever signs in to try Loa out as one who does or judges work finds some.
    private func checkDesks(_ office: Office) async throws {
        let accounts = try await ListAccounts().run(in: office, as: .commandLine)
        for name in ["thanhvien", "bienphong", "xaboy"] {
            let found = accounts.first { $0.account.name == name }
            let agency = try #require(found?.roles.first?.agency, "\(name)")
            let counts = try await CountDesk(of: agency).run(in: office, as: .commandLine)
            #expect(counts[.due] ?? 0 > 0, "\(name) has nothing to do")
        }
    }

    @Test func `A store that has accounts takes no samples`() async throws {
        try await withOffice(.sqlite) { example async throws in
            await #expect(throws: AccountRefused.notFirst) { _ = try await load(example.office) }
        }
    }
}
