import Domain
import Operations
import SQL
import Store
import Trust

@testable import Site

extension TestSite {
    /// A draft as if a reader had found it; what the reader itself finds is tested elsewhere.
    @discardableResult
    func draft(
        _ name: String = "plan-1", title: String = "Công tác thông tin đối ngoại năm 2025",
        text: String = TestSite.text,
        change: (inout PlanDraft) -> Void = { _ in }
    ) async throws -> Plan {
        var draft = PlanDraft(title: Marked(title, range: nil, rule: "test"))
        draft.number = Marked("05/KH-UBND", range: nil, rule: "test")
        draft.tasks = Self.tasks(in: text)
        draft.citations = [
            CitedDocument(
                id: Identifier("k1"), number: "72/2015/NĐ-CP", date: PartialDay("2015-09-07"), isBasis: true,
                range: nil)
        ]
        draft.recipients = [Recipient(id: Identifier("r1"), name: "Như Điều 3", range: nil)]
        draft.contacts = [
            ListedContact(
                id: Identifier("c1"), name: "Đinh Lyơn", title: "Công chức", phone: "0900000002", range: nil)
        ]
        draft.reports = [
            ReportDuty(
                id: Identifier("d1"), from: [Party(name: "Các sở")], to: [], by: PartialDay("--12-10"),
                covers: "năm", range: nil)
        ]
        draft.sections = [PlanSection(label: "I", title: "Mục đích", range: nil)]
        draft.warnings = [
            DraftWarning(id: "w1", code: "test", vietnamese: "Thiếu ngày.", english: "No date.", range: nil)
        ]
        change(&draft)
        let bytes = Array(text.utf8)
        let sha256 = Hexadecimal.encode(SHA256.digest(Array((name + text).utf8)))
        let file = FileInfo(
            name: "ke-hoach.txt", mediaType: "text/plain", sizeBytes: bytes.count, sha256: sha256,
            pageCount: 1, notices: [],
            circulation: nil)
        var plan = Plan(
            id: Plan.ID(name), agency: department, file: sha256, title: title, readerVersion: "test",
            receivedAt: Self.now, receivedBy: nil)
        plan.summarize(draft)
        let record = PlanRecord(plan: plan, file: file)
        let made = draft
        try await office.pool.write { db in
            try db.insertDocument(file, bytes: bytes, at: Self.now)
            try db.insert(record, text: text, reading: made)
        }
        return plan
    }

    /// Two tasks, each on a line of its own, as the draft finds them.
    static let text = """
        KẾ HOẠCH
        Công tác thông tin đối ngoại năm 2025
        1. Sở Y tế chủ trì tổ chức hội nghị; phối hợp với Báo tỉnh. Hoàn thành trước ngày 30/6/2025.
        2. Sở Tài chính bố trí kinh phí thường xuyên.
        Liên hệ: Đinh Lyơn, 0900000002.
        """

    private static func tasks(in text: String) -> [DraftTask] {
        func place(_ words: String) -> TextRange? { WordSearch.range(of: words, in: text) }
        guard
            let first = place(
                "Sở Y tế chủ trì tổ chức hội nghị; phối hợp với Báo tỉnh. Hoàn thành trước ngày 30/6/2025."),
            let second = place("Sở Tài chính bố trí kinh phí thường xuyên.")
        else { return [] }
        return [
            DraftTask(
                id: Identifier("1-1"), at: "1",
                text: Marked("Sở Y tế chủ trì tổ chức hội nghị", range: first, rule: "test"),
                lead: [Party(name: "Sở Y tế", range: place("Sở Y tế"))],
                with: [Party(name: "Báo tỉnh", range: place("Báo tỉnh"))],
                time: PartialDay("2025-06-30").map {
                    Marked(.by($0, before: true), range: place("trước ngày 30/6/2025"), rule: "test")
                }, timeWords: "trước ngày 30/6/2025", range: first),
            DraftTask(
                id: Identifier("2-2"), at: "2",
                text: Marked("Sở Tài chính bố trí kinh phí", range: second, rule: "test"),
                lead: [Party(name: "Sở Tài chính", range: place("Sở Tài chính"))],
                time: Marked(.continuous, range: nil, rule: "test"), range: second),
        ]
    }
}
