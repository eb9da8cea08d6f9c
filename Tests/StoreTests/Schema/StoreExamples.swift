import Domain
import Foundation
import SQL
import Store
import TestSupport

let noon = Date(timeIntervalSince1970: 1_763_000_000)
let today = CalendarDay(inVietnamAt: noon)
let home = Agency.ID("home")
let lan = Account.ID("lan")

/// Runs a body on an empty store with one agency and one account.
@discardableResult
func withStore<Value: Sendable>(
    _ engine: TestDatabase.Engine, _ body: (any DatabasePool) async throws -> Value
) async throws -> Value {
    try await TestDatabase.with(engine, migrations: Schema.migrations) { pool async throws in
        try await pool.write { db in
            try db.insert(Agency(id: home, name: "Ủy ban nhân dân tỉnh Kon Tum"), at: noon)
            try db.insert(
                AccountRecord(
                    account: Account(id: lan, name: "lan", displayName: "Trần Thị Lan", createdAt: noon),
                    passwordHash: "$argon2id$"))
        }
        return try await body(pool)
    }
}

extension Plan {
    static func example(_ name: String = "p1", title: String = "Thông tin đối ngoại", at instant: Date = noon)
        -> Plan
    {
        Plan(
            id: ID(name), agency: home, file: fileName(name), title: title, readerVersion: "1",
            receivedAt: instant,
            receivedBy: lan)
    }

    static func fileName(_ name: String) -> String {
        let digits = name.utf8.map { String($0, radix: 16) }.joined()
        return String((digits + String(repeating: "0", count: 64)).prefix(64))
    }
}

extension Database {
    func insertExample(_ plan: Plan, text: String = "Kế hoạch") throws {
        let file = FileInfo(name: "ke-hoach.txt", mediaType: "text/plain", sizeBytes: 3, sha256: plan.file)
        try insertDocument(file, bytes: [1, 2, 3], at: noon)
        try insert(
            PlanRecord(plan: plan, file: file), text: text,
            reading: PlanDraft(title: Marked(plan.title, range: nil, rule: "title")))
    }
}

extension Plan.Task {
    static func example(
        _ number: Int, plan: Plan.ID = Plan.ID("p1"), text: String = "Tuyên truyền", lead: String = "Sở Y tế",
        time: PlanTime? = nil, due: CalendarDay? = nil
    ) -> Plan.Task {
        Plan.Task(
            id: ID("\(plan)-t\(number)"), plan: plan, draft: DraftTask.ID("d\(number)"), position: number,
            at: "II",
            text: text, range: TextRange(1, 5), lead: [Party(name: lead)],
            with: [Party(name: "Công an tỉnh")],
            time: time ?? due.map { .by(PartialDay($0), before: false) }, timeWords: nil,
            deadline: due.map { Deadline(printed: $0, due: $0) })
    }
}
