import Domain
import Foundation
import Operations
import Store
import Testing

@testable import Documents
@testable import Site

/// What Loa found out about links and photos stands beside them, on the page and for programs.
struct EvidenceOriginTests {
    private func addLink(_ site: TestSite, to task: Plan.Task.ID) async throws {
        _ = try await AddEvidence(
            task: task, .link(address: "https://bao.vn/le-hoi", title: "Bài về lễ hội", note: nil)
        ).run(in: site.office, as: .commandLine)
    }

    private func addPhoto(_ site: TestSite, to task: Plan.Task.ID, _ facts: PhotoFacts?) async throws {
        var document = ReceivedDocument(
            fileName: "anh.jpg", mediaType: "image/jpeg", bytes: [0xFF, 0xD8, UInt8.random(in: 0...255)],
            text: "")
        document.photo = facts
        _ = try await AddEvidence(task: task, .photo(document, place: nil, takenOn: nil, note: nil)).run(
            in: site.office, as: .commandLine)
    }

    private func page(_ site: TestSite, _ task: Plan.Task.ID) async throws -> String {
        var planner = try await site.browser(.planner)
        let text = try await planner.get("/tasks/\(task)").text
        #expect(PageCheck(text).faults == [])
        return text
    }

    @Test(
        arguments: [
            (
                .answered(
                    status: 200, mediaType: "text/html",
                    beginning: Array("<title>Lễ hội & <b>chợ</b></title>".utf8)),
                "Tiêu đề trang: <span lang=\"vi\">“Lễ hội &amp; &lt;b&gt;chợ&lt;/b&gt;”</span>", "kept"
            ),
            (
                .answered(status: 200, mediaType: "application/pdf", beginning: []),
                "tệp loại application/pdf", "kept"
            ),
            (.answered(status: 200, mediaType: "text/html", beginning: []), "Trang không có tiêu đề", "kept"),
            (
                .answered(status: 404, mediaType: nil, beginning: []), "máy chủ báo không có trang này",
                "missing"
            ),
            (.failed(.unreachable), "không kết nối được với máy chủ", "unreachable"),
        ] as [(FetchedPage, String, String)])
    func `A link tells what was kept of its page and when, or why not`(
        fetched: FetchedPage, words: String, state: String
    ) async throws {
        try await TestSite.with { site in
            let task = try await site.issuedTask()
            try await addLink(site, to: task)
            #expect(try await page(site, task).contains("Đang lấy tiêu đề của trang."))
            _ = try await KeepPages(as: "one") { _ in fetched }.run(in: site.office, as: .commandLine)
            let text = try await page(site, task)
            #expect(text.contains(words) && !text.contains("Đang lấy"))
            #expect(text.contains(Spelling.instant(TestSite.now)) && text.contains("Bài về lễ hội"))
            let told = try await Program(site).get("/api/v1/tasks/\(task)")
            let evidence = try #require(told.list("evidence").first)
            #expect(evidence["page"]?["state"]?.text == state)
        }
    }

    @Test func `A photo tells where and when its file says that it was taken, and what isn't in it`()
        async throws
    {
        try await TestSite.with { site in
            let task = try await site.issuedTask()
            try await addPhoto(
                site, to: task,
                PhotoFacts(
                    takenAt: TestSite.now,
                    place: .init(latitude: 14_350_119, longitude: -108_001_234, accuracyMetres: 5)))
            let text = try await page(site, task)
            #expect(text.contains("14,35012° Bắc; 108,00123° Tây") && text.contains("sai số khoảng 5 m"))
            #expect(
                text.contains("Giờ chụp theo tệp ảnh: <span class=\"date\">\(Spelling.instant(TestSite.now))")
            )
            #expect(!text.contains("không có trong ảnh"))
            let told = try await Program(site).get("/api/v1/tasks/\(task)")
            #expect(told.text.contains("\"latitudeMillionths\":14350119"))
        }
    }

    @Test func `A photo without them says so, and one that nobody looked at says nothing`() async throws {
        try await TestSite.with { site in
            let task = try await site.issuedTask()
            try await addPhoto(site, to: task, PhotoFacts())
            let text = try await page(site, task)
            #expect(text.components(separatedBy: "không có trong ảnh").count == 3)
        }
        try await TestSite.with { site in
            let task = try await site.issuedTask()
            try await addPhoto(site, to: task, nil)
            #expect(try await !page(site, task).contains("không có trong ảnh"))
        }
    }
}
