import Domain
import Foundation
import SQL
import Store
import TestSupport
import Testing

@testable import Operations

/// What goes over when one plan takes another's place.
struct ReplacePlanTests {
    private static let duty = "mở lớp tập huấn cho cán bộ xã trước ngày 2025-09-30"

    private func replace(
        _ old: Plan, by new: Plan, _ pairs: [DutyPair]? = nil, in example: ExampleOffice,
        as actor: Actor? = nil
    ) async throws {
        _ = try await WithdrawPlan(plan: old.id, reason: "Thay thế", replacedBy: new.id, carriedOver: pairs)
            .run(
                in: example.office, as: actor ?? example.actor(.planner))
    }

    private func onlyTask(of plan: Plan, in example: ExampleOffice) async throws -> Plan.Task {
        try #require(try await example.tasks(of: plan).first)
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `A duty that stays goes on with everything that was done about it`(engine: TestDatabase.Engine)
        async throws
    {
        try await withOffice(engine) { example async throws in
            let office = example.office
            let planner = example.actor(.planner)
            let lead = try await example.lead()
            let old = try await example.issue("Kế hoạch cũ\n- Sở Y tế: \(Self.duty)")
            let duty = try await onlyTask(of: old, in: example)
            try await example.coordinate(duty.id, by: example.department)
            let part = try await AskForContribution(
                task: duty.id, from: example.department.id, words: "Cử người", due: nil
            ).run(in: office, as: lead)
            _ = try await AddEvidence(
                task: duty.id, place: .contribution(part.id),
                .link(address: "https://a.vn", title: "Danh sách", note: nil)
            ).run(in: office, as: planner)
            _ = try await CommentOnTask(task: duty.id, text: "Lớp đông").run(in: office, as: lead)
            let later = try #require(duty.deadline).due.adding(days: 20)
            _ = try await AskForTime(task: duty.id, until: later, reason: "Mưa bão").run(in: office, as: lead)
            let granted = try await AnswerRequestForTime(task: duty.id, grants: true, words: nil).run(
                in: office, as: planner)
            _ = try await SubmitTask(
                task: duty.id, revision: granted.revision, note: "Xong", whyMissing: "Chờ"
            ).run(in: office, as: lead)
            let below = try await example.issueBelow("Kế hoạch sở", in: example.other, as: example.outsider)
            try await office.pool.write { db in
                try db.insertImplementation(of: duty, by: below.id, at: office.now(), account: nil)
            }
            let new = try await example.issue("Kế hoạch mới\n- Sở Y tế: \(Self.duty)")
            let successor = try await onlyTask(of: new, in: example)
            try await example.coordinate(successor.id, by: example.department)
            try await replace(old, by: new, in: example)

            let track = try await example.track(successor.id, as: planner)
            #expect(track.task.state == .submitted && track.task.progress.note == "Xong")
            // The account that handed it in is still the one that may not accept it.
            #expect(track.task.progress.submittedBy == lead.accountID)
            #expect(track.task.deadline?.due == later)
            #expect(track.contributions.map(\.asked) == ["Cử người"])
            #expect(track.evidence.map(\.title) == ["Danh sách"])
            #expect(track.evidence.map(\.contribution) == track.contributions.map(\.id))
            #expect(track.comments.map(\.text) == ["Lớp đông"])
            #expect(track.extensions.map(\.state) == [.granted])
            #expect(track.below.map(\.plan) == [below.id])
            #expect(Set(try await example.desk(.waitingForMe, of: example.department)) == [successor.id])
            let entry = try #require(track.history.first { $0.action == "CarryOverTask" })
            for piece in [
                "\"pieces\":\"1\"", "\"parts\":\"1\"", "\"requests\":\"1\"", "\"comments\":\"1\"",
                "\"plans\":\"1\"",
            ] {
                #expect(entry.detail.contains(piece), "\(piece) in \(entry.detail)")
            }
            // The old plan still shows what was done under it.
            let before = try await example.track(duty.id, as: planner)
            #expect(
                before.task.state == .cancelled && before.evidence.count == 1 && before.comments.count == 1)
            #expect(try await example.countsAgree())
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `Reported periods and a rhythm that the planner set go over`(engine: TestDatabase.Engine)
        async throws
    {
        try await withOffice(engine) { example async throws in
            let office = example.office
            let planner = example.actor(.planner)
            let lead = try await example.lead()
            let old = try await example.issue("Kế hoạch cũ\n- Sở Y tế: tuyên truyền biên giới")
            let duty = try await onlyTask(of: old, in: example)
            let set = try await SetRhythm(task: duty.id, revision: 1, rhythm: .month).run(
                in: office, as: planner)
            #expect(set.rhythm == .month)
            let first = try #require(try await example.track(duty.id).periods.first)
            _ = try await SubmitPeriod(task: duty.id, from: first.from, revision: 0, note: "Tháng này").run(
                in: office, as: lead)
            let reported = try await example.task(duty.id)
            let new = try await example.issue("Kế hoạch mới\n- Sở Y tế: tuyên truyền biên giới")
            try await replace(old, by: new, in: example)
            let successor = try await onlyTask(of: new, in: example)
            #expect(successor.rhythm == .month && successor.state == .inProgress)
            #expect(successor.deadline == reported.deadline)
            let periods = try await example.track(successor.id).periods
            #expect(periods.first?.state == .submitted && periods.first?.note == "Tháng này")
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `What the planner treats as new begins anew, and work begun under the new plan stands`(
        engine: TestDatabase.Engine
    ) async throws {
        try await withOffice(engine) { example async throws in
            let office = example.office
            let lead = try await example.lead()
            let text = "- Sở Y tế: mở lớp tập huấn\n- Sở Y tế: dựng pa nô ở cửa khẩu"
            let old = try await example.issue("Kế hoạch cũ\n\(text)")
            let before = try await example.tasks(of: old)
            for task in before {
                _ = try await CommentOnTask(task: task.id, text: "Đã nghe").run(in: office, as: lead)
                _ = try await StartTask(task: task.id, revision: 1).run(in: office, as: lead)
            }
            let new = try await example.issue("Kế hoạch mới\n\(text)")
            let after = try await example.tasks(of: new)
            _ = try await SubmitTask(task: after[0].id, revision: 1, note: "Mới").run(in: office, as: lead)
            try await replace(old, by: new, [DutyPair(old: before[0].id, new: after[0].id)], in: example)
            let first = try await example.track(after[0].id)
            #expect(first.task.state == .submitted && first.task.progress.note == "Mới")
            #expect(first.comments.map(\.text) == ["Đã nghe"])
            let second = try await example.track(after[1].id)
            #expect(second.task.state == .open && second.comments.isEmpty)
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `A part of an agency that the new plan doesn't name holds nobody up`(engine: TestDatabase.Engine)
        async throws
    {
        try await withOffice(engine) { example async throws in
            let office = example.office
            let lead = try await example.lead()
            let old = try await example.issue("Kế hoạch cũ\n- Sở Y tế: \(Self.duty)")
            let duty = try await onlyTask(of: old, in: example)
            try await example.coordinate(duty.id, by: example.department)
            _ = try await AskForContribution(
                task: duty.id, from: example.department.id, words: "Cử người", due: nil
            ).run(in: office, as: lead)
            let new = try await example.issue("Kế hoạch mới\n- Sở Y tế: \(Self.duty)")
            try await replace(old, by: new, in: example)
            let successor = try await onlyTask(of: new, in: example)
            #expect(try await example.track(successor.id).contributions.map(\.state) == [.cancelled])
            let task = try await SubmitTask(task: successor.id, revision: successor.revision).run(
                in: office, as: lead)
            #expect(task.state == .submitted)
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `The duty above stays fulfilled by the plan that replaces the one below, and counts it`(
        engine: TestDatabase.Engine
    ) async throws {
        try await withOffice(engine) { example async throws in
            let office = example.office
            let planner = example.actor(.planner)
            let lead = try await example.lead()
            let above = try await example.issue("Kế hoạch tỉnh\n- Sở Y tế: xây dựng kế hoạch")
            let duty = try await onlyTask(of: above, in: example)
            let old = try await example.issueBelow("Kế hoạch sở 15", in: example.other, as: example.outsider)
            let submitted = try await RegisterImplementation(plan: old.id, of: duty.id).run(
                in: office, as: example.outsider)
            _ = try await AcceptTask(task: duty.id, revision: submitted.revision).run(in: office, as: planner)
            let work = try await onlyTask(of: old, in: example)
            _ = try await StartTask(task: work.id, revision: 1).run(in: office, as: lead)
            let new = try await example.issueBelow("Kế hoạch sở 16", in: example.other, as: example.outsider)
            try await replace(old, by: new, in: example, as: example.outsider)
            let view = try await ShowCascade(plan: above.id).run(in: office, as: example.actor(.reader))
            #expect(view.below.map(\.plan) == [new.id])
            #expect(view.rolledUp == TaskCounts(pending: 1, accepted: 1))
            let track = try await example.track(duty.id, as: planner)
            #expect(track.task.state == .accepted && track.below.map(\.plan) == [new.id])
            #expect(Set(track.evidence.map(\.plan)) == [old.id, new.id])
            let entry = try #require(track.history.first)
            #expect(entry.action == "ReplaceImplementation" && entry.detail.contains(new.id.rawValue))
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `After a plan below was withdrawn alone, another can be registered for the accepted duty`(
        engine: TestDatabase.Engine
    ) async throws {
        try await withOffice(engine) { example async throws in
            let office = example.office
            let planner = example.actor(.planner)
            let above = try await example.issue("Kế hoạch tỉnh\n- Sở Y tế: xây dựng kế hoạch")
            let duty = try await onlyTask(of: above, in: example)
            let old = try await example.issueBelow("Kế hoạch sở 15", in: example.other, as: example.outsider)
            let new = try await example.issueBelow("Kế hoạch sở 16", in: example.other, as: example.outsider)
            let submitted = try await RegisterImplementation(plan: old.id, of: duty.id).run(
                in: office, as: example.outsider)
            _ = try await AcceptTask(task: duty.id, revision: submitted.revision).run(in: office, as: planner)
            await #expect(throws: TaskRefused.wrongState(.accepted)) {
                _ = try await RegisterImplementation(plan: new.id, of: duty.id).run(
                    in: office, as: example.outsider)
            }
            _ = try await WithdrawPlan(plan: old.id, reason: "Nhầm").run(in: office, as: example.outsider)
            #expect(try await example.track(duty.id).history.first?.action == "EndImplementation")
            let task = try await RegisterImplementation(plan: new.id, of: duty.id).run(
                in: office, as: example.outsider)
            #expect(task.state == .accepted)
            let view = try await ShowCascade(plan: above.id).run(in: office, as: example.actor(.reader))
            #expect(view.rolledUp(task: duty.id) == TaskCounts(pending: 1))
        }
    }
}

extension ExampleOffice {
    /// Issues another agency's plan of one duty.
    fileprivate func issueBelow(_ title: String, in agency: Agency, as actor: Actor) async throws -> Plan {
        let text = "\(title)\n- Sở Y tế: làm việc của \(title.prefix(11)) trước ngày 2025-09-30"
        let plan = try await ReceiveDocument(
            agency: agency.id,
            document: ReceivedDocument(
                fileName: "kế hoạch.txt", mediaType: "text/plain", bytes: Array(text.utf8), text: text)
        ).run(in: office, as: actor)
        return try await IssuePlan(plan: plan.id, revision: plan.revision).run(in: office, as: actor)
    }
}
