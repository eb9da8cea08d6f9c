import Domain
import HTTP
import Operations
import Store
import Testing

@testable import Site

@Suite("Evidence sent as a file") struct EvidenceUploadTests {
    /// A task that the department itself leads.
    private func task(_ test: TestSite) async throws -> String {
        let plan = try await test.draft("plan-1") {
            $0.tasks = [
                DraftTask(
                    id: Identifier("1-1"), at: "I",
                    text: Marked("Tổ chức hội nghị", range: nil, rule: "test"),
                    lead: [Party(name: WorkingTests.department, agency: test.department)], range: nil)
            ]
        }
        let issued = try await IssuePlan(plan: plan.id, revision: plan.revision).run(
            in: test.office, as: .commandLine)
        let tasks = try await ListTasks(TaskFilter(plans: [issued.id])).run(in: test.office, as: .commandLine)
        return try #require(tasks.items.first { $0.task.kind == .duty }).task.id.rawValue
    }

    private static let words = "Biên bản hội nghị thông tin đối ngoại, có 30 đại biểu dự."

    private func send(
        _ test: TestSite, _ task: String, _ bytes: [UInt8], named name: String = "bien-ban.txt",
        as role: Role = .member, attests: Bool = true, announces: Bool = true
    ) async throws -> (Answer, bytesRead: Int) {
        try await test.send(
            [(name, bytes)], to: "/tasks/\(task)/evidence", as: role,
            [("do", "file"), ("note", "Ngày 12/11")] + (attests ? [("attest", "yes")] : []),
            announces: announces)
    }

    private func evidence(_ test: TestSite, _ task: String) async throws -> [Evidence] {
        try await ShowTaskTrack(task: Plan.Task.ID(task)).run(in: test.office, as: .commandLine).evidence
    }

    @Test("stands at the task, and comes back as it was, to be saved and never shown")
    func kept() async throws {
        try await TestSite.with { test in
            let task = try await task(test)
            let (answer, _) = try await send(test, task, Array(Self.words.utf8))
            #expect(answer.status == 303 && answer.headers["Location"]?.hasPrefix("/tasks/\(task)") == true)
            let one = try #require(try await evidence(test, task).first)
            var member = try await test.browser(.member)
            let page = try await member.get("/tasks/\(task)").text
            #expect(page.contains("bien-ban.txt") && page.contains("Ngày 12/11"))
            let file = try await member.get("/evidence/\(one.id)/file")
            #expect(file.text == Self.words && file.headers["Content-Type"] == "application/octet-stream")
            #expect(file.headers["Content-Disposition"]?.hasPrefix("attachment") == true)
            #expect(file.headers["Cache-Control"] == "private, no-store")
        }
    }

    @Test("is refused with a mark of secrecy in it or its name, or without the word that there is none")
    func refused() async throws {
        try await TestSite.with { test in
            let task = try await task(test)
            let words = Array(Self.words.utf8)
            let secret = try await send(test, task, Array("MẬT\n\(Self.words)".utf8)).0
            #expect(secret.status == 422 && secret.text.contains("độ mật"))
            #expect(secret.text.contains("Ngày 12/11") && PageCheck(secret.text).faults.isEmpty)
            #expect(try await send(test, task, words, named: "TỐI MẬT.txt").0.status == 422)
            #expect(try await send(test, task, words, attests: false).0.status == 422)
            let (reader, bytesRead) = try await send(test, task, words, as: .reader)
            #expect(reader.status == 403 && bytesRead == 0)
            #expect(try await evidence(test, task).isEmpty)
        }
    }

    @Test("that is larger than 20 MB is refused by its announced length, else when the limit is reached")
    func large() async throws {
        try await TestSite.with { test in
            let task = try await task(test)
            let file = [UInt8](repeating: 0x61, count: Evidence.largestFileBytes + (4 << 20))
            let (announced, none) = try await send(test, task, file)
            #expect(announced.status == 413 && none == 0)
            #expect(announced.text.contains("lớn quá 20 MB") && PageCheck(announced.text).faults.isEmpty)
            let (silent, bytesRead) = try await send(test, task, file, announces: false)
            #expect(silent.status == 413 && silent.text.contains("lớn quá 20 MB"))
            #expect(bytesRead < Evidence.largestFileBytes + (1 << 20))
            #expect(test.site.uploads.heldBytes == 0 && test.site.uploads.count == 0)
            #expect(try await evidence(test, task).isEmpty)
        }
    }
}
