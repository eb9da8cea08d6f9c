import Domain
import Foundation
import SQL
import Store
import TestSupport
import Testing

@testable import Operations

struct CascadeTests {
    private func plan(of agency: Agency, _ title: String, tasks: Int, as actor: Actor, in office: Office)
        async throws
        -> Plan
    {
        let lines = (1...tasks).map { "- Sở Y tế: việc \($0) của \(title) trước ngày 2025-09-30" }
        let text = "\(title)\n" + lines.joined(separator: "\n")
        let plan = try await ReceiveDocument(
            agency: agency.id,
            document: ReceivedDocument(
                fileName: "kế hoạch.txt", mediaType: "text/plain", bytes: Array(text.utf8), text: text)
        ).run(in: office, as: actor)
        return try await IssuePlan(plan: plan.id, revision: plan.revision).run(in: office, as: actor)
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `A duty to make a plan is handed in by registering that plan, and its progress rolls up`(
        engine: TestDatabase.Engine
    ) async throws {
        try await withOffice(engine) { example async throws in
            let office = example.office
            let above = try await plan(
                of: example.department, "Kế hoạch tỉnh", tasks: 2, as: example.actor(.planner), in: office)
            let duty = try #require(try await example.tasks(of: above).first)
            let own = try await plan(
                of: example.other, "Kế hoạch sở", tasks: 3, as: example.outsider, in: office)
            let lead = try await example.lead()
            await #expect(throws: AccessRefused.notAllowed) {
                try await RegisterImplementation(plan: own.id, of: duty.id).run(in: office, as: lead)
            }
            let task = try await RegisterImplementation(plan: own.id, of: duty.id).run(
                in: office, as: example.outsider)
            #expect(task.state == .submitted)
            #expect(try await example.track(duty.id).evidence.map(\.kind) == [.plan])
            _ = try await AcceptTask(task: duty.id, revision: task.revision).run(
                in: office, as: example.actor(.planner))
            // One of the three tasks below is done.
            let below = try #require(try await example.tasks(of: own).first)
            let submitted = try await SubmitTask(task: below.id, revision: 1).run(in: office, as: lead)
            _ = try await AcceptTask(task: below.id, revision: submitted.revision).run(
                in: office, as: example.outsider)
            let view = try await ShowCascade(plan: above.id).run(in: office, as: example.actor(.reader))
            #expect(view.own == TaskCounts(pending: 1, accepted: 1))
            #expect(view.below.map(\.plan) == [own.id] && view.below.map(\.depth) == [1])
            #expect(view.rolledUp(task: duty.id) == TaskCounts(pending: 2, accepted: 1))
            #expect(view.rolledUp == TaskCounts(pending: 3, accepted: 2))
            #expect(
                try await ShowCascade(plan: own.id).run(in: office, as: example.actor(.reader)).above?.plan
                    == above.id)
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `Plans carry each other out neither in a circle nor twice nor for strangers`(
        engine: TestDatabase.Engine
    ) async throws {
        try await withOffice(engine) { example async throws in
            let office = example.office
            var plans: [Plan] = []
            for name in ["một", "hai", "ba"] {
                plans.append(
                    try await plan(
                        of: example.other, "Kế hoạch \(name)", tasks: 1, as: example.outsider, in: office))
            }
            var duties: [Plan.Task.ID] = []
            for plan in plans { duties.append(try #require(try await example.tasks(of: plan).first).id) }
            func register(_ plan: Int, of duty: Int) async throws {
                _ = try await RegisterImplementation(plan: plans[plan].id, of: duties[duty]).run(
                    in: office, as: example.outsider)
            }
            try await register(1, of: 0)
            try await register(2, of: 1)
            await #expect(throws: TaskRefused.cycle) { try await register(0, of: 2) }
            await #expect(throws: TaskRefused.alreadyImplements) { try await register(2, of: 0) }
            await #expect(throws: TaskRefused.badImplementation) { try await register(0, of: 0) }
            let view = try await ShowCascade(plan: plans[0].id).run(in: office, as: example.outsider)
            #expect(view.below.map(\.depth) == [1, 2])
            let stranger = try await plan(
                of: example.department, "Kế hoạch lạ", tasks: 1, as: example.actor(.planner), in: office)
            await #expect(throws: TaskRefused.badImplementation) {
                try await RegisterImplementation(plan: stranger.id, of: duties[0]).run(
                    in: office, as: example.actor(.planner))
            }
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `A replaced plan's duties end or go over with their state and evidence`(
        engine: TestDatabase.Engine
    ) async throws {
        try await withOffice(engine) { example async throws in
            let office = example.office
            let planner = example.actor(.planner)
            let lead = try await example.lead()
            let old = try await example.issue(
                "Kế hoạch cũ\n- Sở Y tế: mở lớp tập huấn cho cán bộ xã\n- Sở Y tế: dựng pa nô ở cửa khẩu")
            let new = try await example.issue(
                "Kế hoạch mới\n- Sở Y tế: mở lớp tập huấn cho cán bộ xã\n- Sở Y tế: làm phim ngắn về biên giới"
            )
            let before = try await example.tasks(of: old)
            let after = try await example.tasks(of: new)
            _ = try await AddEvidence(
                task: before[0].id, .link(address: "https://a.vn", title: "Ảnh lớp", note: nil)
            ).run(in: office, as: lead)
            _ = try await SubmitTask(task: before[0].id, revision: 1, note: "Xong").run(in: office, as: lead)
            let compared = try await CompareDuties(plan: old.id, replacement: new.id).run(
                in: office, as: planner)
            #expect(compared.difference.stays == [DutyPair(old: before[0].id, new: after[0].id)])
            #expect(compared.difference.ended == [before[1].id] && compared.difference.new == [after[1].id])
            await #expect(throws: TaskRefused.badPair) {
                _ = try await WithdrawPlan(
                    plan: old.id, reason: "Thay", replacedBy: new.id,
                    carriedOver: [DutyPair(old: after[0].id, new: before[0].id)]
                ).run(in: office, as: planner)
            }
            _ = try await WithdrawPlan(
                plan: old.id, reason: "Thay thế", replacedBy: new.id, carriedOver: compared.difference.stays
            ).run(in: office, as: planner)
            #expect(try await example.tasks(of: old).map(\.state) == [.cancelled, .cancelled])
            let carried = try await example.task(after[0].id)
            #expect(carried.state == .submitted && carried.progress.note == "Xong")
            #expect(try await example.track(carried.id).evidence.map(\.title) == ["Ảnh lớp"])
            // The account that handed it in is still the one that may not accept it.
            #expect(carried.progress.submittedBy == lead.accountID)
            #expect(try await example.desk(.waitingForMe, of: example.department) == [carried.id])
            #expect(try await example.countsAgree())
        }
    }
}
