import Domain
import Foundation
import HTTP
import Operations
import SQL
import Store

@testable import Site

/// A program with a token of the example's department.
struct Program: Sendable {
    let site: TestSite
    let made: NewAPIToken

    init(_ site: TestSite, _ scopes: Set<APIScope> = Set(APIScope.allCases), days: Int = 30) async throws {
        self.site = site
        made = try await MakeAPIToken(
            agency: site.department, name: "Hệ thống văn bản", scopes: scopes, days: days
        )
        .run(in: site.office, as: .commandLine)
    }

    func get(_ target: String, _ headers: [(String, String)] = []) async throws -> Answer {
        try await send(.get, target, headers)
    }

    func post(_ target: String, _ body: String = "{}", _ headers: [(String, String)] = []) async throws
        -> Answer
    {
        try await send(.post, target, [("Content-Type", "application/json")] + headers, Array(body.utf8))
    }

    func send(
        _ method: HTTP.Method, _ target: String, _ headers: [(String, String)] = [], _ body: [UInt8] = []
    ) async throws -> Answer {
        var all: Headers = ["Host": "localhost", "Authorization": "Bearer \(made.secret)"]
        for header in headers { all[header.0] = header.1.isEmpty ? nil : header.1 }
        return try await Answer(site.handler(Request(method, target, headers: all, body: body)))
    }
}

extension Answer {
    var json: JSON { (try? JSONReader.read(Array(text.utf8))) ?? .null }
    var code: String? { json["code"]?.text }
    var items: [JSON] { list("items") }

    func list(_ name: String) -> [JSON] {
        if case .array(let items)? = json[name] { items } else { [] }
    }
}

extension TestSite {
    /// An issued plan whose first task the department itself leads.
    func issuedTask() async throws -> Plan.Task.ID {
        let plan = try await draft()
        let actor = Actor.commandLine
        _ = try await IssuePlan(plan: plan.id, revision: plan.revision, acknowledgesTasksWithoutLead: true)
            .run(in: office, as: actor)
        return try await office.pool.write { db in
            let task = try db.tasks(of: plan.id)[0].id
            try db.insert([
                Assignee(
                    task: task, role: .lead, partyPosition: 1, agency: department,
                    from: CalendarDay(inVietnamAt: TestSite.now), assignedAt: TestSite.now, assignedBy: nil)
            ])
            try db.refreshDesks(of: [task])
            return task
        }
    }
}
