import Domain
import Foundation
import SQL
import Store
import TestSupport
import Testing

@testable import Operations

struct ResolvePartyTests {
    private static let text = """
        Kế hoạch năm 2025
        - Các sở, ban, ngành: tuyên truyền
        - Sở Chẳng Có: viết bài
        """

    private func issue(_ example: ExampleOffice, title: String) async throws -> Plan {
        let draft = try await example.receive(Self.text.replacing("năm 2025", with: title))
        return try await IssuePlan(
            plan: draft.id, revision: draft.revision, acknowledgesTasksWithoutLead: true
        ).run(
            in: example.office, as: example.actor(.planner))
    }

    private func acting(_ plan: Plan, _ office: Office) async throws -> [[Agency.ID]] {
        try await office.pool.read { db in
            try db.tasks(of: plan.id).map { try db.assignees(of: $0.id).map(\.agency) }
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `What is not sure is asked once, and the answer is remembered for the next plan`(
        engine: TestDatabase.Engine
    ) async throws {
        try await withOffice(engine) { example in
            let office = example.office
            let planner = example.actor(.planner)
            let one = try await CreateAgency(name: "Sở Một", parent: example.department.id).run(
                in: office, as: .commandLine)
            let two = try await CreateAgency(name: "Sở Hai", parent: example.department.id).run(
                in: office, as: .commandLine)
            let plan = try await issue(example, title: "thứ nhất")
            #expect(try await acting(plan, office) == [[], []])
            let view = try await ShowPartyQuestions(plan: plan.id).run(in: office, as: planner)
            #expect(view.mayAnswer && view.parties.count == 2)
            let waiting = try await ListPartyQuestions().run(in: office, as: planner)
            #expect(waiting.map(\.open) == [2])
            let group = try #require(view.parties.first { $0.question.kind == .group })
            let unknown = try #require(view.parties.first { $0.question.kind == .unknown })
            try await ResolveParty(
                plan: plan.id, key: group.question.key, agencies: [one.id, two.id, one.id]
            ).run(
                in: office, as: planner)
            try await ResolveParty(plan: plan.id, key: unknown.question.key, agencies: []).run(
                in: office, as: planner)
            #expect(try await acting(plan, office).map(Set.init) == [[one.id, two.id], []])
            #expect(try await ListPartyQuestions().run(in: office, as: planner).isEmpty)

            let next = try await issue(example, title: "thứ hai")
            #expect(try await acting(next, office).map(Set.init) == [[one.id, two.id], []])
            #expect(try await ShowPartyQuestions(plan: next.id).run(in: office, as: planner).parties.isEmpty)
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `An answer that is changed replaces the one before`(engine: TestDatabase.Engine) async throws {
        try await withOffice(engine) { example in
            let office = example.office
            let planner = example.actor(.planner)
            let plan = try await issue(example, title: "thứ nhất")
            let key = PartyKey.of("Sở Chẳng Có")
            try await ResolveParty(plan: plan.id, key: key, agencies: [example.top.id]).run(
                in: office, as: planner)
            example.clock.advance(3 * 86_400)
            try await ResolveParty(plan: plan.id, key: key, agencies: [example.department.id]).run(
                in: office, as: planner)
            #expect(try await acting(plan, office)[1] == [example.department.id])
            try await office.pool.read { db in
                let task = try db.tasks(of: plan.id)[1].id
                let past = try db.assignees(of: task, includingPast: true).filter { $0.until != nil }
                #expect(past.map(\.agency) == [example.top.id])
            }
        }
    }

    @Test func `Only the plan's own planner answers, and only with agencies that there are`() async throws {
        try await withOffice(.sqlite) { example in
            let plan = try await issue(example, title: "thứ nhất")
            let key = PartyKey.of("Sở Chẳng Có")
            for actor in [example.actor(.member), example.outsider, example.actor(.administrator)] {
                await #expect(throws: AccessRefused.notAllowed) {
                    try await ResolveParty(plan: plan.id, key: key, agencies: []).run(
                        in: example.office, as: actor)
                }
            }
            await #expect(throws: AgencyRefused.notInRegister) {
                try await ResolveParty(plan: plan.id, key: key, agencies: [Agency.ID("nobody")]).run(
                    in: example.office, as: example.actor(.planner))
            }
            await #expect(throws: AgencyRefused.noSuchQuestion) {
                try await ResolveParty(plan: plan.id, key: "no such party", agencies: []).run(
                    in: example.office, as: example.actor(.planner))
            }
        }
    }
}
