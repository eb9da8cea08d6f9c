import Domain
import Foundation
import SQL
import Store
import TestSupport
import Testing

@testable import Operations

/// What happens to tasks, roles and posts when agencies end.
struct ReorganisationTests {
    /// Two departments of the example's top agency, one with open tasks, a role and a focal point.
    private struct Scene {
        let example: ExampleOffice
        let health: Agency
        let home: Agency
        let plan: Plan

        var office: Office { example.office }
        var admin: Actor { example.actor(.administrator) }

        init(_ example: ExampleOffice) async throws {
            self.example = example
            let admin = example.actor(.administrator)
            health = example.other
            home = try await CreateAgency(name: "Sở Nội vụ", parent: example.top.id).run(
                in: example.office, as: admin)
            let draft = try await example.receive()
            plan = try await IssuePlan(
                plan: draft.id, revision: draft.revision, acknowledgesTasksWithoutLead: true
            )
            .run(in: example.office, as: example.actor(.planner))
        }

        func day(_ offset: Int) -> CalendarDay { office.today.adding(days: offset) }

        /// Agencies that act on each task now, in the order of the plan, by name.
        func acting() async throws -> [[String]] {
            try await office.pool.read { [plan] db in
                let register = try db.agencyRegister()
                return try db.tasks(of: plan.id).map { task in
                    try db.assignees(of: task.id).map { register[$0.agency]?.name ?? "?" }
                }
            }
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `A plan's parties are assigned when it is issued`(engine: TestDatabase.Engine) async throws {
        try await withOffice(engine) { example in
            let scene = try await Scene(example)
            #expect(try await scene.acting() == [["Sở Y tế"], ["Sở Nội vụ"], []])
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `An agency that is dissolved hands everything over, and history stays`(engine: TestDatabase.Engine)
        async throws
    {
        try await withOffice(engine) { example in
            let scene = try await Scene(example)
            let member = try #require(example.accounts[.member])
            try await GrantRole(account: member.id, agency: scene.health.id, role: .member).run(
                in: scene.office, as: scene.admin)
            _ = try await FillPost(
                agency: scene.health.id, place: .new(.focalPoint, title: "Đầu mối"), name: "Lan",
                email: "lan@example.vn", from: scene.day(-30)
            ).run(in: scene.office, as: scene.admin)
            try await scene.office.pool.write { db in
                try db.replace(
                    CalendarFeed(owner: .agency(scene.health.id), madeAt: Date(), madeBy: nil),
                    tokenDigest: [1])
            }
            let content = Reorganisation.Content(agencies: [scene.health.id], successors: [scene.home.id])
            let preview = try await PreviewReorganisation(
                kind: .abolish, effective: scene.day(0), content: content
            )
            .run(in: scene.office, as: scene.admin)
            let counts = Dictionary(uniqueKeysWithValues: preview.rows.map { ($0.kind, $0.count) })
            #expect(
                counts
                    == [
                        "task": 1, "contribution": 0, "plan": 0, "account": 2, "post": 1, "agency": 0,
                        "feed": 1,
                        "webhook": 0, "token": 0,
                    ])
            let done = try await PlanReorganisation(kind: .abolish, effective: scene.day(0), content: content)
                .run(
                    in: scene.office, as: scene.admin)
            #expect(done.state == .applied)
            #expect(try await scene.acting() == [["Sở Nội vụ"], ["Sở Nội vụ"], []])
            try await scene.office.pool.read { db in
                let task = try #require(try db.tasks(of: scene.plan.id).first)
                let all = try db.assignees(of: task.id, includingPast: true)
                #expect(all.map(\.agency) == [scene.health.id, scene.home.id] && all.first?.until != nil)
                #expect(all.last?.named == scene.health.id && all.last?.reorganisation == done.id)
                #expect(try db.roleGrants(of: member.id).contains { $0.agency == scene.home.id })
                #expect(try !db.roleGrants(of: member.id).contains { $0.agency == scene.health.id })
                #expect(try db.holders(of: [scene.home.id], on: scene.day(0)).map(\.person.name) == ["Lan"])
                #expect(
                    try db.holders(of: [scene.health.id], on: scene.day(-1)).map(\.person.name) == ["Lan"])
                #expect(try db.calendarFeed([1])?.owner == .agency(scene.home.id))
                #expect(try db.agency(scene.health.id)?.validTo == scene.day(-1))
                #expect(try db.agency(scene.health.id)?.successors == [scene.home.id])
                let actions = try db.ledgerEntries(of: "agency", scene.health.id.rawValue, limit: 9).map(
                    \.action)
                #expect(actions.contains("PlanReorganisation") && actions.contains("ApplyReorganisation"))
            }
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `A split shares tasks out one by one`(engine: TestDatabase.Engine) async throws {
        try await withOffice(engine) { example in
            let scene = try await Scene(example)
            // Both tasks belong to one agency first.
            _ = try await PlanReorganisation(
                kind: .abolish, effective: scene.day(0),
                content: .init(agencies: [scene.health.id], successors: [scene.home.id])
            ).run(in: scene.office, as: scene.admin)
            example.clock.advance(86_400)
            let tasks = try await scene.office.pool.read { db in try db.tasks(of: scene.plan.id).map(\.id) }
            let (one, two) = (PlanReorganisation.placeholder(0), PlanReorganisation.placeholder(1))
            let content = Reorganisation.Content(
                agencies: [scene.home.id],
                founded: [.init(id: one, name: "Sở Một"), .init(id: two, name: "Sở Hai")],
                shares: ["task \(tasks[1])": two], remainder: one, parts: [two: "biên giới"])
            let done = try await PlanReorganisation(kind: .split, effective: scene.day(0), content: content)
                .run(
                    in: scene.office, as: scene.admin)
            #expect(try await scene.acting() == [["Sở Một"], ["Sở Hai"], []])
            let register = try await scene.office.agencyRegister()
            let heirs = register.heirs(of: scene.health.id, on: scene.day(0))
            #expect(Set(heirs.compactMap(\.part)) == ["biên giới"] && heirs.count == 2)
            #expect(done.content.founded.allSatisfy { register[$0.id]?.parent == example.top.id })
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `A rename keeps the agency, and each time its name`(engine: TestDatabase.Engine) async throws {
        try await withOffice(engine) { example in
            let scene = try await Scene(example)
            _ = try await PlanReorganisation(
                kind: .rename, effective: scene.day(0),
                content: .init(agencies: [scene.health.id], name: "Sở Sức khỏe")
            ).run(in: scene.office, as: scene.admin)
            let register = try await scene.office.agencyRegister()
            #expect(register.name(of: scene.health.id, on: scene.day(-1))?.name == "Sở Y tế")
            #expect(register.name(of: scene.health.id, on: scene.day(0))?.name == "Sở Sức khỏe")
            #expect(try await scene.acting() == [["Sở Sức khỏe"], ["Sở Nội vụ"], []])
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `A day ahead is waited for, applied once, and can be undone before`(engine: TestDatabase.Engine)
        async throws
    {
        try await withOffice(engine) { example in
            let scene = try await Scene(example)
            let content = Reorganisation.Content(agencies: [scene.health.id], successors: [scene.home.id])
            let first = try await PlanReorganisation(
                kind: .abolish, effective: scene.day(3), content: content
            ).run(
                in: scene.office, as: scene.admin)
            #expect(first.state == .planned)
            #expect(try await scene.acting().first == ["Sở Y tế"])
            await #expect(throws: AgencyRefused.alreadyPlanned("Sở Y tế")) {
                _ = try await PlanReorganisation(kind: .abolish, effective: scene.day(4), content: content)
                    .run(
                        in: scene.office, as: scene.admin)
            }
            try await UndoReorganisation(first.id).run(in: scene.office, as: scene.admin)
            await #expect(throws: AgencyRefused.notPlanned(.undone)) {
                try await UndoReorganisation(first.id).run(in: scene.office, as: scene.admin)
            }
            _ = try await PlanReorganisation(kind: .abolish, effective: scene.day(2), content: content).run(
                in: scene.office, as: scene.admin)
            #expect(try await ApplyDueReorganisations().run(in: scene.office, as: .commandLine) == 0)
            example.clock.advance(2 * 86_400)
            // Two servers wake up together.
            async let one = ApplyDueReorganisations().run(in: scene.office, as: .commandLine)
            async let two = ApplyDueReorganisations().run(in: scene.office, as: .commandLine)
            #expect(try await one + two == 1)
            #expect(try await scene.acting().first == ["Sở Nội vụ"])
        }
    }

    @Test func `Only whoever administers all agencies concerned may reorganise them`() async throws {
        try await withOffice(.sqlite) { example in
            let scene = try await Scene(example)
            let content = Reorganisation.Content(agencies: [scene.health.id], successors: [scene.home.id])
            for actor in [example.actor(.planner), example.actor(.member), example.outsider] {
                await #expect(throws: AccessRefused.notAllowed) {
                    _ = try await PlanReorganisation(
                        kind: .abolish, effective: scene.day(0), content: content
                    ).run(
                        in: scene.office, as: actor)
                }
            }
        }
    }

    @Test(arguments: [
        (Reorganisation.Kind.merge, 1, 0), (.split, 1, 1), (.abolish, 1, 0), (.rename, 2, 0), (.merge, 0, 1),
    ])
    func `Parts that make no sense are refused`(kind: Reorganisation.Kind, ending: Int, taking: Int)
        async throws
    {
        try await withOffice(.sqlite) { example in
            let scene = try await Scene(example)
            let content = Reorganisation.Content(
                agencies: Array([scene.health.id, scene.home.id].prefix(ending)),
                successors: Array([scene.home.id].prefix(taking)), name: "Tên mới")
            await #expect(throws: AgencyRefused.badParts) {
                _ = try await PlanReorganisation(kind: kind, effective: scene.day(0), content: content).run(
                    in: scene.office, as: scene.admin)
            }
        }
    }
}
