import Domain
import Foundation
import SQL
import Store
import TestSupport
import Testing

@testable import Operations

/// Reorganisations that follow one another, and what comes between decision and day.
struct ReorganisationChainTests {
    private struct Scene {
        let example: ExampleOffice
        let health: Agency
        let home: Agency
        let finance: Agency
        var office: Office { example.office }
        var admin: Actor { example.actor(.administrator) }

        init(_ example: ExampleOffice) async throws {
            self.example = example
            health = example.other
            let admin = example.actor(.administrator)
            home = try await CreateAgency(name: "Sở Nội vụ", parent: example.top.id).run(
                in: example.office, as: admin)
            finance = try await CreateAgency(name: "Sở Tài chính", parent: example.top.id).run(
                in: example.office, as: admin)
        }

        @discardableResult
        func plan(
            _ agency: Agency, to successors: [Agency], in days: Int,
            as kind: Reorganisation.Kind = .abolish, remainder: Agency? = nil
        ) async throws -> Reorganisation {
            try await PlanReorganisation(
                kind: kind, effective: day(days), content: content(agency, successors, remainder)
            ).run(in: office, as: admin)
        }

        func content(_ agency: Agency, _ successors: [Agency], _ remainder: Agency? = nil)
            -> Reorganisation.Content
        {
            .init(agencies: [agency.id], successors: successors.map(\.id), remainder: remainder?.id)
        }

        func day(_ offset: Int) -> CalendarDay { office.today.adding(days: offset) }

        func apply(after days: Int) async throws {
            example.clock.advance(Double(days) * 86_400)
            _ = try await ApplyDueReorganisations().run(in: office, as: .commandLine)
        }

        /// Agencies that act on a plan's tasks now, by name.
        func acting(on plan: Plan) async throws -> [[String]] {
            try await office.pool.read { db in
                let register = try db.agencyRegister()
                return try db.tasks(of: plan.id).map { task in
                    try db.assignees(of: task.id).map { register[$0.agency]?.name ?? "?" }
                }
            }
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `A successor that has ended by the day is followed by its own successor, and the preview says so`(
        engine: TestDatabase.Engine
    ) async throws {
        try await withOffice(engine) { example async throws in
            let scene = try await Scene(example)
            let office = scene.office
            let plan = try await example.issue("Kế hoạch\n- Sở Y tế: mở lớp tập huấn")
            let member = try #require(example.accounts[.member])
            try await GrantRole(account: member.id, agency: scene.health.id, role: .member).run(
                in: office, as: scene.admin)
            let first = try await scene.plan(scene.health, to: [scene.home], in: 30)
            let preview = try await PreviewReorganisation(
                kind: .abolish, effective: scene.day(10), content: scene.content(scene.home, [scene.finance])
            ).run(in: office, as: scene.admin)
            #expect(preview.chained.map(\.id) == [first.id])
            try await scene.plan(scene.home, to: [scene.finance], in: 10)
            try await scene.apply(after: 31)
            #expect(try await scene.acting(on: plan) == [["Sở Tài chính"]])
            try await office.pool.read { db in
                #expect(try db.roleGrants(of: member.id).contains { $0.agency == scene.finance.id })
                #expect(try db.agency(scene.health.id)?.successors == [scene.finance.id])
                let applied = try #require(try db.reorganisation(first.id))
                #expect(applied.content.outcome?.passedOn == [scene.home.id: scene.finance.id])
                #expect(applied.content.outcome?.moved["task"] == 1)
            }
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `Nobody is planned to take over after its own end`(engine: TestDatabase.Engine) async throws {
        try await withOffice(engine) { example async throws in
            let scene = try await Scene(example)
            try await scene.plan(scene.home, to: [scene.finance], in: 10)
            for days in [10, 30] {
                await #expect(throws: AgencyRefused.endsBefore("Sở Nội vụ", scene.day(10))) {
                    try await scene.plan(scene.health, to: [scene.home], in: days)
                }
            }
            // Before its end it may, and hands on what it took.
            let plan = try await example.issue("Kế hoạch\n- Sở Y tế: mở lớp tập huấn")
            try await scene.plan(scene.health, to: [scene.home], in: 5)
            try await scene.apply(after: 11)
            #expect(try await scene.acting(on: plan) == [["Sở Tài chính"]])
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `A successor to come neither splits nor goes back before its day`(engine: TestDatabase.Engine)
        async throws
    {
        try await withOffice(engine) { example async throws in
            let scene = try await Scene(example)
            try await scene.plan(scene.health, to: [scene.home], in: 30)
            let refusal = AgencyRefused.takesOverLater("Sở Nội vụ", scene.day(30))
            await #expect(throws: refusal) {
                try await scene.plan(
                    scene.home, to: [scene.finance, example.department], in: 10, as: .split,
                    remainder: scene.finance)
            }
            await #expect(throws: refusal) {
                try await scene.plan(scene.home, to: [scene.health], in: 10)
            }
            // After that day it may: what it took is shared out with the rest.
            try await scene.plan(
                scene.home, to: [scene.finance, example.department], in: 31, as: .split,
                remainder: scene.finance)
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `Of a successor that was divided all the same, the one for the remainder takes over`(
        engine: TestDatabase.Engine
    ) async throws {
        try await withOffice(engine) { example async throws in
            let scene = try await Scene(example)
            let plan = try await example.issue("Kế hoạch\n- Sở Y tế: mở lớp tập huấn")
            let split = try await scene.plan(
                scene.home, to: [scene.finance, example.department], in: 0, as: .split,
                remainder: example.department)
            #expect(split.state == .applied)
            example.clock.advance(86_400)
            // As a version before this one would have left it: planned with a successor that is gone.
            try await scene.office.pool.write { db in
                try db.insert(
                    Reorganisation(
                        id: Reorganisation.ID("old"), kind: .abolish, effective: scene.day(0),
                        content: scene.content(scene.health, [scene.home]), plannedAt: Date(), plannedBy: nil)
                )
            }
            try await scene.apply(after: 0)
            #expect(try await scene.acting(on: plan) == [[example.department.name]])
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `What comes between a split's decision and its day goes to the one that was named for it`(
        engine: TestDatabase.Engine
    ) async throws {
        try await withOffice(engine) { example async throws in
            let scene = try await Scene(example)
            let first = try await example.issue("Kế hoạch một\n- Sở Y tế: mở lớp\n- Sở Y tế: làm phim")
            let tasks = try await example.tasks(of: first)
            for remainder in [nil, example.top] {
                await #expect(throws: AgencyRefused.remainderMissing) {
                    try await scene.plan(
                        scene.health, to: [scene.home, scene.finance], in: 10, as: .split,
                        remainder: remainder)
                }
            }
            var content = scene.content(scene.health, [scene.home, scene.finance], scene.finance)
            content.shares = ["task \(tasks[0].id)": scene.home.id, "task \(tasks[1].id)": scene.home.id]
            let planned = try await PlanReorganisation(
                kind: .split, effective: scene.day(10), content: content
            ).run(in: scene.office, as: scene.admin)
            let second = try await example.issue("Kế hoạch hai\n- Sở Y tế: treo pa nô\n- Sở Y tế: in sách")
            try await scene.apply(after: 11)
            #expect(try await scene.acting(on: first) == [["Sở Nội vụ"], ["Sở Nội vụ"]])
            #expect(try await scene.acting(on: second) == [["Sở Tài chính"], ["Sở Tài chính"]])
            try await scene.office.pool.read { db in
                let applied = try #require(try db.reorganisation(planned.id))
                #expect(applied.content.outcome?.moved["task"] == 4)
                #expect(applied.content.outcome?.unshared["task"] == 2)
                let entry = try #require(
                    try db.ledgerEntries(of: "agency", scene.health.id.rawValue, limit: 5).first {
                        $0.action == "ApplyReorganisation"
                    })
                #expect(entry.detail.contains(scene.finance.id.rawValue) && entry.detail.contains("task 2"))
            }
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `Addresses for events go over switched off, and tokens end`(engine: TestDatabase.Engine) async throws
    {
        try await withOffice(engine) { example async throws in
            let scene = try await Scene(example)
            let office = scene.office
            let token = try await MakeAPIToken(
                agency: scene.health.id, name: "phần mềm", scopes: [.readTasks], days: 30
            ).run(in: office, as: scene.admin)
            try await office.pool.write { db in
                try db.insert(
                    WebhookRecord(
                        webhook: Webhook(
                            id: Webhook.ID("w1"), agency: scene.health.id,
                            address: "https://so.vn/nhan?khoa=1",
                            createdAt: office.now(), createdBy: nil, fromSequence: 0),
                        secret: [1]))
            }
            let preview = try await PreviewReorganisation(
                kind: .split, effective: scene.day(0),
                content: scene.content(scene.health, [scene.home, scene.finance])
            ).run(in: office, as: scene.admin)
            let rows = Dictionary(uniqueKeysWithValues: preview.rows.map { ($0.kind, $0) })
            #expect(
                rows["token"]?.count == 1 && rows["token"]?.note?.vietnamese.contains("hết hiệu lực") == true)
            #expect(rows["webhook"]?.things.map(\.label) == ["so.vn"] && rows["webhook"]?.note != nil)
            try await scene.plan(scene.health, to: [scene.home], in: 0)
            let (taken, left, key) = try await office.pool.read { db in
                (
                    try db.webhooks(of: scene.home.id), try db.webhooks(of: scene.health.id),
                    try db.apiToken(token.token.id)
                )
            }
            #expect(taken.map(\.state) == [.off] && left.isEmpty)
            #expect(key?.isAlive(at: office.now()) == false)
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `A finished task that is reopened goes to whoever does the agency's work now`(
        engine: TestDatabase.Engine
    ) async throws {
        try await withOffice(engine) { example async throws in
            let scene = try await Scene(example)
            let plan = try await example.issue("Kế hoạch\n- Sở Y tế: mở lớp tập huấn")
            let task = try #require(try await example.tasks(of: plan).first)
            try await example.coordinate(task.id, by: scene.health)
            let lead = try await example.lead()
            let submitted = try await SubmitTask(task: task.id, revision: 1, note: "Xong").run(
                in: scene.office, as: lead)
            let accepted = try await AcceptTask(task: task.id, revision: submitted.revision).run(
                in: scene.office, as: example.actor(.planner))
            try await scene.plan(scene.health, to: [scene.home], in: 0)
            #expect(try await scene.acting(on: plan) == [["Sở Y tế", "Sở Y tế"]])
            example.clock.advance(86_400)
            _ = try await ReopenTask(task: task.id, revision: accepted.revision, reason: "Thiếu ảnh").run(
                in: scene.office, as: example.actor(.planner))
            #expect(try await scene.acting(on: plan) == [["Sở Nội vụ", "Sở Nội vụ"]])
            #expect(try await example.desk(.due, of: scene.home) == [task.id])
            #expect(try await example.countsAgree())
        }
    }
}
