import Domain
import Foundation
import HTTP
import Locks
import Operations
import Store
import Testing

@testable import Site

@Suite("Receiving documents") struct UploadTests {
    /// Sends files as a browser does; the answer to the page that it leads to, when all are read.
    private func receive(
        _ test: TestSite, _ files: [(name: String, text: String)], attests: Bool = true, token: String? = nil
    ) async throws -> (status: Int, page: String) {
        var browser = try await test.browser(.planner)
        let form = try await browser.get("/upload")
        var fields = [("token", token ?? form.formToken ?? ""), ("agency", test.department.rawValue)]
        if attests { fields.append(("attest", "yes")) }
        var body = ""
        for field in fields {
            body += "--b\r\nContent-Disposition: form-data; name=\"\(field.0)\"\r\n\r\n\(field.1)\r\n"
        }
        for file in files {
            body += "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(file.name)\"\r\n"
            body += "Content-Type: text/plain\r\n\r\n\(file.text)\r\n"
        }
        body += "--b--\r\n"
        let cookies = browser.cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
        let request = try Request(
            .post, "/upload",
            headers: [
                "Host": "localhost", "Cookie": cookies, "Content-Type": "multipart/form-data; boundary=b",
            ],
            body: Array(body.utf8))
        let answer = try await Answer(test.handler(request))
        guard let location = answer.headers["Location"] else { return (answer.status, answer.text) }
        await test.site.readings.finishAll()
        return (answer.status, try await browser.get(location).text)
    }

    private let plan = """
        ỦY BAN NHÂN DÂN TỈNH KON TUM
        Số: 12/KH-UBND
        Kon Tum, ngày 05 tháng 01 năm 2026
        KẾ HOẠCH
        Công tác thông tin đối ngoại năm 2026
        I. TỔ CHỨC THỰC HIỆN
        1. Sở Văn hóa, Thể thao và Du lịch
        - Chủ trì, phối hợp với Báo Kon Tum tổ chức hội nghị. Hoàn thành trước ngày 30/6/2026.
        Nơi nhận:
        - Như trên;
        - Lưu: VT.
        """

    @Test("a plan becomes a draft, the same file a second time leads to it, and a secret one leaves nothing")
    func receives() async throws {
        try await TestSite.with { test in
            let first = try await receive(
                test,
                [
                    ("ke-hoach.txt", plan), ("tuyet-mat.txt", "MẬT\n" + plan), ("rong.txt", ""),
                    ("anh.png", "no picture"),
                ])
            #expect(first.status == 303)
            #expect(first.page.contains("Đã đọc xong.") && first.page.contains("ke-hoach.txt"))
            #expect(first.page.contains("dấu chỉ độ mật") && !first.page.contains("tuyet-mat.txt"))
            #expect(first.page.contains("Tệp thứ 2 đã chọn"), "a refused one is told by its place")
            #expect(first.page.contains("Tệp rỗng."))
            #expect(PageCheck(first.page).faults.isEmpty)
            let again = try await receive(test, [("ten-khac.txt", plan)])
            #expect(again.page.contains("Không tiếp nhận.") && again.page.contains("Mở kế hoạch"))
            let plans = try await ListPlans().run(in: test.office, as: .commandLine)
            #expect(plans.items.map(\.number) == ["12/KH-UBND"])
            #expect(!test.lines.withLock { $0 }.contains { $0.contains("tuyet-mat") })
        }
    }

    @Test("without the word that no secret is in it, without a file or with a false token nothing is read")
    func refuses() async throws {
        try await TestSite.with { test in
            let many = Array(repeating: (name: "a.txt", text: plan), count: UploadPage.fileLimitCount + 1)
            let statuses = [
                try await receive(test, [("a.txt", plan)], attests: false).status,
                try await receive(test, []).status,
                try await receive(test, [("a.txt", plan)], token: "0").status,
                try await receive(test, many).status,
            ]
            #expect(statuses == [422, 422, 403, 413])
            let plans = try await ListPlans().run(in: test.office, as: .commandLine)
            #expect(plans.items.isEmpty)
        }
    }

    @Test("the page speaks of State secrets before a file can be chosen")
    func warns() async throws {
        try await TestSite.with { test in
            var browser = try await test.browser(.planner)
            let text = try await browser.get("/upload").text
            let warning = try #require(text.range(of: "Không đưa tài liệu bí mật nhà nước"))
            let field = try #require(text.range(of: "type=\"file\""))
            #expect(warning.lowerBound < field.lowerBound)
        }
    }
}
