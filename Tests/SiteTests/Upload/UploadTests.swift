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
        let (answer, _) = try await send(test, files, attests: attests, token: token)
        guard let location = answer.headers["Location"] else { return (answer.status, answer.text) }
        await test.site.readings.finishAll()
        var browser = try await test.browser(.planner)
        return (answer.status, try await browser.get(location).text)
    }

    /// Sends files; the answer, and how many bytes of the form were read for it.
    private func send(
        _ test: TestSite, as role: Role? = .planner, _ files: [(name: String, text: String)],
        attests: Bool = true, token: String? = nil, agency: String? = nil
    ) async throws -> (Answer, bytesRead: Int) {
        try await test.send(
            files.map { ($0.name, Array($0.text.utf8)) }, to: "/upload", as: role,
            [("agency", agency ?? test.department.rawValue)] + (attests ? [("attest", "yes")] : []),
            token: token)
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

    @Test("who may not send documents is told so before a byte of the form is read")
    func refusesBeforeReading() async throws {
        try await TestSite.with { test in
            let files = [(name: "a.txt", text: plan)]
            for (role, status) in [(nil, 303), (Role.reader, 403), (.administrator, 403)] {
                let (answer, bytesRead) = try await send(test, as: role, files)
                #expect(answer.status == status && bytesRead == 0, "\(String(describing: role))")
            }
        }
    }

    @Test("a form whose fields refuse it is not read beyond the beginning of its first file")
    func refusesAtTheFile() async throws {
        try await TestSite.with { test in
            let files = [(name: "a.txt", text: String(repeating: plan, count: 1_000))]
            var member = try await test.browser(.member)
            let stolen = try #require(try await member.get("/account").formToken)
            for (answer, bytesRead) in [
                try await send(test, files, token: "0"), try await send(test, files, token: stolen),
                try await send(test, files, attests: false),
                try await send(test, files, agency: "another"),
            ] {
                #expect([403, 422].contains(answer.status))
                #expect(bytesRead == CountedBody.pieceBytes)
            }
            #expect(test.site.uploads.heldBytes == 0 && test.site.uploads.count == 0)
        }
    }

    @Test("uploads that together hold too much are told to come back, and nothing of the last one is kept")
    func totalBytes() async throws {
        try await TestSite.with { test in
            let uploads = test.site.uploads
            let large = try uploads.admit(Account.ID("another"), announced: nil)
            try large.take(UploadAllowance.limitBytes - 100_000)
            let files = [(name: "a.txt", text: String(repeating: "x", count: 200_000))]
            let (announced, bytesRead) = try await send(test, files)
            #expect(announced.status == 503 && announced.headers["Retry-After"] == "60" && bytesRead == 0)
            #expect(
                announced.text.contains("quá nhiều tệp cùng lúc") && PageCheck(announced.text).faults.isEmpty)
            #expect(throws: UploadRefused.self) { try large.take(100_001) }
            #expect(uploads.heldBytes == UploadAllowance.limitBytes - 100_000 && uploads.count == 1)
            let small = try await receive(test, [("a.txt", plan)])
            #expect(small.status == 303)
            #expect(uploads.heldBytes == UploadAllowance.limitBytes - 100_000, "what was read is given back")
        }
    }

    @Test("only so many forms with files come in at once, and only so many of them from one account")
    func totalNumber() throws {
        let uploads = UploadAllowance(bytes: 100, count: 3, perAccount: 2)
        var held = [
            try uploads.admit(Account.ID("a"), announced: 100),
            try uploads.admit(Account.ID("a"), announced: nil),
        ]
        #expect(throws: UploadRefused.self) { try uploads.admit(Account.ID("a"), announced: 0) }
        #expect(throws: UploadRefused.self) { try uploads.admit(Account.ID("b"), announced: 101) }
        held.append(try uploads.admit(Account.ID("b"), announced: 1))
        #expect(throws: UploadRefused.self) { try uploads.admit(Account.ID("c"), announced: 0) }
        try held[0].take(60)
        var file: UploadAllowance.Held? = held[0].handOver(60)
        #expect(throws: UploadRefused.self) { try held[2].take(41) }
        held.removeAll()
        #expect(
            uploads.count == 0 && uploads.heldBytes == 60, "a file counts until it is read: \(file != nil)")
        file = nil
        #expect(uploads.heldBytes == 0)
        _ = try uploads.admit(Account.ID("a"), announced: 100)
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
