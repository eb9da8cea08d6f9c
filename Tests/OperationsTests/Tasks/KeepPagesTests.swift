import Domain
import Foundation
import Locks
import Store
import TestSupport
import Testing

@testable import Operations

struct KeepPagesTests {
    private func link(_ address: String, to task: Plan.Task, in example: ExampleOffice, as lead: Actor)
        async throws
        -> Evidence
    {
        try await AddEvidence(task: task.id, .link(address: address, title: "Bài báo", note: nil)).run(
            in: example.office, as: lead)
    }

    private func page(_ body: String, type: String = "text/html; charset=utf-8", status: Int = 200)
        -> FetchedPage
    {
        .answered(status: status, mediaType: type, beginning: Array(body.utf8))
    }

    private func keep(
        _ example: ExampleOffice, as holder: String = "one", _ fetch: @escaping KeepPages.Fetch
    ) async throws -> Int {
        try await KeepPages(as: holder, fetch: fetch).run(in: example.office, as: .commandLine)
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `A link's page is fetched once, and its title kept with the time`(engine: TestDatabase.Engine)
        async throws
    {
        try await withOffice(engine) { example async throws in
            let plan = try await example.issue(TaskVerbsTests.text)
            let task = try #require(try await example.tasks(of: plan).first)
            let lead = try await example.lead()
            let added = try await link("https://bao.vn/1", to: task, in: example, as: lead)
            #expect(added.page == LinkedPage(state: .waiting))
            example.clock.advance(5)
            let asked = Locked<[String]>([])
            let title = "<title>Gọi 0912 345 678 để dự</title>"
            let fetch: KeepPages.Fetch = { address in
                asked.withLock { $0.append(address) }
                return .answered(status: 200, mediaType: "text/html", beginning: Array(title.utf8))
            }
            #expect(try await keep(example, fetch) == 1)
            #expect(try await keep(example, fetch) == 0)
            #expect(asked.withLock { $0 } == ["https://bao.vn/1"])
            let track = try await example.track(task.id)
            let kept = try #require(track.evidence.first)
            #expect(kept.page?.state == .kept && kept.page?.at == example.clock.now)
            #expect(
                kept.page?.title?.hasPrefix("Gọi ") == true && kept.page?.title?.contains("345 678") == false)
            #expect(kept.title == "Bài báo" && kept.mediaType == "text/html")
            let entry = try #require(track.history.first { $0.action == "KeepPage" })
            #expect(entry.actor == nil && !entry.detail.contains("345 678"))
        }
    }

    @Test(
        arguments: [
            (.answered(status: 404, mediaType: "text/html", beginning: []), .missing),
            (.answered(status: 403, mediaType: nil, beginning: Array("<title>Cấm</title>".utf8)), .refused),
            (.answered(status: 301, mediaType: nil, beginning: []), .refused),
            (.failed(.unreachable), .unreachable), (.failed(.notPublic), .notPublic),
            (.failed(.tooSlow), .tooSlow),
        ] as [(FetchedPage, LinkedPage.State)])
    func `What can't be fetched is written down with the time of the try, and the evidence stays`(
        fetched: FetchedPage, state: LinkedPage.State
    ) async throws {
        try await withOffice(.sqlite) { example async throws in
            let plan = try await example.issue(TaskVerbsTests.text)
            let task = try #require(try await example.tasks(of: plan).first)
            let lead = try await example.lead()
            _ = try await link("https://bao.vn/1", to: task, in: example, as: lead)
            #expect(try await keep(example) { _ in fetched } == 1)
            let kept = try #require(try await example.track(task.id).evidence.first)
            #expect(kept.page == LinkedPage(state: state, at: example.clock.now))
            #expect(kept.address == "https://bao.vn/1" && kept.mediaType == nil)
            #expect(try await keep(example) { _ in fetched } == 0, "it isn't asked for again")
        }
    }

    @Test func `Another file keeps its type, and a title with a mark of secrecy isn't kept`() {
        let now = Date(timeIntervalSince1970: 1_000)
        let file = KeepPages.kept(page("%PDF-1.7 <title>x</title>", type: "application/pdf;x=y"), at: now)
        #expect(file == (LinkedPage(state: .kept, at: now), "application/pdf"))
        let marked = KeepPages.kept(page("<title>TUYỆT MẬT</title>"), at: now)
        #expect(marked == (LinkedPage(state: .kept, at: now), "text/html"))
        let untyped = KeepPages.kept(
            .answered(status: 200, mediaType: nil, beginning: Array("<title>Lễ hội</title>".utf8)), at: now)
        #expect(untyped == (LinkedPage(state: .kept, title: "Lễ hội", at: now), nil))
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `One server at a time fetches, and a link that was taken away meanwhile is left`(
        engine: TestDatabase.Engine
    ) async throws {
        try await withOffice(engine) { example async throws in
            let plan = try await example.issue(TaskVerbsTests.text)
            let task = try #require(try await example.tasks(of: plan).first)
            let lead = try await example.lead()
            var links: [Evidence] = []
            for number in 1...6 {
                links.append(try await link("https://bao.vn/\(number)", to: task, in: example, as: lead))
            }
            let (first, asked) = (links[0], Locked(0))
            let count = try await keep(example) { address in
                asked.withLock { $0 += 1 }
                if address.hasSuffix("/1") {
                    let other = try? await KeepPages(as: "two") { _ in .failed(.unreachable) }
                        .run(in: example.office, as: .commandLine)
                    #expect(other == 0, "the other server leaves it to this one")
                    do {
                        try await RemoveEvidence(evidence: first.id).run(in: example.office, as: lead)
                    } catch {
                        Issue.record("\(error)")
                    }
                }
                return .answered(
                    status: 200, mediaType: "text/html", beginning: Array("<title>T</title>".utf8))
            }
            #expect(count == 6 && asked.withLock { $0 } == 6)
            let evidence = try await example.track(task.id).evidence
            #expect(evidence.map(\.page?.title) == Array(repeating: "T", count: 5))
        }
    }

    @Test func `Whoever may not see evidence sees how much there is, and nothing of it`() async throws {
        try await withOffice(.sqlite) { example async throws in
            let plan = try await example.issue(TaskVerbsTests.text)
            let task = try #require(try await example.tasks(of: plan).first)
            let lead = try await example.lead()
            _ = try await link("https://bao.vn/1", to: task, in: example, as: lead)
            let stranger = try await example.actor(named: "mot.nguoi.khac", in: example.top, as: .member)
            let track = try await example.track(task.id, as: stranger)
            #expect(track.evidence.isEmpty && track.evidenceCount == 1)
        }
    }
}
