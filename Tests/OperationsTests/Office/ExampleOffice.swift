import Domain
import Foundation
import Locks
import PlanReader
import SQL
import Store
import TestSupport
import Trust

@testable import Operations

/// An office with one agency below another, one account of each role, a clock that the test moves,
/// and a reader of lines: the first is the title, each "- Sở X: words [trước ngày …]" a task.
struct ExampleOffice: Sendable {
    let office: Office
    let clock: TestClock
    let top: Agency
    let department: Agency
    let other: Agency
    let accounts: [Role: Account]
    let stranger: Account

    static let password = "tre xanh xanh tự bao giờ"
    static let text = """
        Kế hoạch thông tin đối ngoại năm 2025
        - Sở Y tế: mở lớp tập huấn trước ngày 2025-06-30
        - Sở Nội vụ: tuyên truyền biên giới
        - : viết bài cho báo
        Liên hệ đồng chí Lan, 0912 345 678
        """

    func actor(_ role: Role) -> Actor {
        let agency = role == .administrator ? top : department
        guard let account = accounts[role] else { preconditionFailure("Every role has an account.") }
        return .account(account.id, roles: [RoleGrant(account: account.id, agency: agency.id, role: role)])
    }

    /// A planner of another agency.
    var outsider: Actor {
        .account(stranger.id, roles: [RoleGrant(account: stranger.id, agency: other.id, role: .planner)])
    }

    func receive(_ text: String = text, as role: Role = .planner) async throws -> Plan {
        try await ReceiveDocument(
            agency: department.id,
            document: ReceivedDocument(
                fileName: "kế hoạch.txt", mediaType: "text/plain", bytes: Array(text.utf8), text: text)
        ).run(in: office, as: actor(role))
    }

    func show(_ plan: Plan) async throws -> PlanView {
        try await ShowPlan(plan: plan.id).run(in: office, as: actor(.planner))
    }

    @discardableResult
    func correct(_ plan: Plan, _ edits: PlanEdit...) async throws -> Plan {
        try await CorrectPlan(plan: plan.id, revision: plan.revision, edits: edits).run(
            in: office, as: actor(.planner))
    }
}

final class TestClock: Sendable {
    private let instant = Locked(Date(timeIntervalSince1970: 1_750_320_000))

    var now: Date { instant.withLock { $0 } }

    func advance(_ seconds: TimeInterval) {
        instant.withLock { $0 += seconds }
    }
}

@discardableResult
func withOffice<Value: Sendable>(
    _ engine: TestDatabase.Engine,
    read: @escaping Reading.Reader = LineReader.read,
    _ body: (ExampleOffice) async throws -> Value
) async throws -> Value {
    try await TestDatabase.with(engine) { pool in try await withOffice(pool, read: read, body) }
}

/// The same in a database that the test opened itself.
@discardableResult
func withOffice<Value: Sendable>(
    _ pool: any DatabasePool,
    read: @escaping Reading.Reader = LineReader.read,
    _ body: (ExampleOffice) async throws -> Value
) async throws -> Value {
    let clock = TestClock()
    let office = Office(
        pool: pool, passwords: PasswordHasher(parameters: .cheapest), read: read, now: { clock.now })
    try await office.prepare()
    let administrator = try await CreateFirstAdministrator(
        name: "quantri", displayName: "Quản trị", password: ExampleOffice.password,
        agencyName: "UBND tỉnh Kon Tum"
    ).run(in: office, as: .commandLine)
    guard let top = try await ListAgencies().run(in: office, as: .commandLine).first else {
        preconditionFailure("The first administrator has an agency.")
    }
    func agency(_ name: String) async throws -> Agency {
        try await CreateAgency(name: name, parent: top.id).run(in: office, as: .commandLine)
    }
    let department = try await agency("Sở Văn hóa, Thể thao và Du lịch")
    let other = try await agency("Sở Y tế")
    func account(_ name: String, _ agency: Agency, _ role: Role) async throws -> Account {
        try await CreateAccount(
            name: name, displayName: name, password: ExampleOffice.password, agency: agency.id,
            role: role,
            mustChangePassword: false
        ).run(in: office, as: .commandLine)
    }
    var accounts: [Role: Account] = [.administrator: administrator]
    for role in [Role.planner, .member, .reader] {
        accounts[role] = try await account(role.rawValue, department, role)
    }
    let stranger = try await account("stranger", other, .planner)
    return try await body(
        ExampleOffice(
            office: office, clock: clock, top: top, department: department, other: other,
            accounts: accounts,
            stranger: stranger))
}

/// A reader whose findings a test can foresee.
enum LineReader {
    static let read: Reading.Reader = { bytes, _ throws(UnreadablePlan) in
        try plan(bytes, shiftedBy: 0, lead: nil)
    }

    /// A later version: reads each task's unit two bytes longer, and perhaps another lead.
    static func later(lead: String?) -> Reading.Reader {
        { bytes, _ throws(UnreadablePlan) in try plan(bytes, shiftedBy: 2, lead: lead) }
    }

    private static func plan(_ bytes: [UInt8], shiftedBy shift: Int, lead: String?) throws(UnreadablePlan)
        -> ReadPlan
    {
        guard !bytes.isEmpty else { throw .empty }
        var plan = ReadPlan()
        var start = 0
        for line in bytes.split(separator: 10, omittingEmptySubsequences: false) {
            let range = SourceRange(start, start + line.count)
            let text = String(decoding: line, as: UTF8.self)
            if start == 0 {
                plan.title = Found(text, range: range, rule: "title")
            } else if line.starts(with: Array("- ".utf8)), let colon = line.firstIndex(of: UInt8(ascii: ":"))
            {
                plan.tasks.append(task(line, text, colon, start, shift, lead))
            }
            start += line.count + 1
        }
        return plan
    }

    private static func task(
        _ line: ArraySlice<UInt8>, _ text: String, _ colon: Int, _ start: Int, _ shift: Int, _ lead: String?
    ) -> ReadTask {
        let name = String(decoding: line[(line.startIndex + 2)..<colon], as: UTF8.self)
        let nameRange = SourceRange(start + 2, start + colon - line.startIndex)
        var task = ReadTask(
            at: "II", text: Found(text, range: SourceRange(start, start + line.count), rule: "line"),
            range: SourceRange(max(0, start - shift), start + line.count))
        if !name.isEmpty { task.lead = [Found(lead ?? name, range: nameRange, rule: "line.lead")] }
        if let words = text.range(of: "trước ngày ") {
            let lower = start + text.utf8.distance(from: text.startIndex, to: words.lowerBound)
            task.when = PartialDate(String(text[words.upperBound...])).map {
                Found(.by($0), range: SourceRange(lower, start + line.count), rule: "line.when")
            }
        }
        return task
    }
}
