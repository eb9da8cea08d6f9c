import PlanReader
import Testing

@Suite struct OutlineTests {
    private func outline(_ body: String) throws -> String {
        try read("II. TỔ CHỨC THỰC HIỆN\n" + body).outline
    }

    @Test("Who does what by when is told in full, wrapped") func wrapsTasks() throws {
        let text =
            String(repeating: "tuyên truyền sâu rộng về chủ quyền biển, đảo ", count: 6) + "đến hết lời."
        let lines = try outline("1. Sở Ngoại vụ\n- Tổ chức \(text)\n- Hoàn thành trước ngày 05/02/2026.")
            .split(separator: "\n")
        #expect(lines.allSatisfy { $0.count <= 100 })
        #expect(lines.contains { $0.hasSuffix("đến hết lời.") })
        #expect(lines.contains("    Chủ trì: Sở Ngoại vụ"))
        #expect(lines.contains("    Thời gian: trước 05/02/2026"))
    }

    @Test("\"Trước\" and \"chậm nhất\" stay apart, and words that are no day are shown") func tellsTimes()
        throws
    {
        let text = try outline(
            "1. Sở Nội vụ\n- Báo cáo UBND tỉnh trước ngày 15/6 và 15/12 hằng năm.\n- Họp chậm nhất ngày 20/6/2026.\n- Họp hằng quý."
        )
        #expect(text.contains("→ UBND tỉnh: trước 15/6 hằng năm\n"))
        #expect(text.contains("→ UBND tỉnh: trước 15/12 hằng năm\n"))
        #expect(text.contains("Thời gian: chậm nhất ngày 20/6/2026\n"))
        #expect(text.contains("Thời gian: hằng quý\n"))
    }

    @Test("Rows of a table stand where the table does") func ordersTasks() throws {
        let text = try read(
            """
            II. NHIỆM VỤ
            | TT | Nội dung | Đơn vị thực hiện | Thời gian |
            |---|---|---|---|
            | 1 | Hội thi | Văn phòng Sở | 20/5/2026 |
            III. TỔ CHỨC THỰC HIỆN
            1. Sở Nội vụ
            - Kiểm tra.
            """
        ).outline
        #expect(text.contains("1. [bảng] Hội thi") && text.contains("2. [III.1] Kiểm tra."))
    }

    @Test("Bases, citations and recipients are listed, warnings have their place") func listsAll() throws {
        let text = try outline("1. Sở Nội vụ\n- Họp.\n- Hoàn thành trước ngày 31/02/2026.")
        #expect(text.contains("CĂN CỨ (1)\n- 1/KH-UBND ngày 02/01/2026"))
        #expect(text.contains("NƠI NHẬN (1)\n- UBND tỉnh (b/c)"))
        #expect(text.contains("- [nhiệm vụ 2] Ngày 31/02/2026 không có trong lịch."))
    }

    @Test(
        "Days are printed as Decree 30 writes them",
        arguments: [
            ("2023-11-05", "05/11/2023"), ("2025-02-01", "01/02/2025"), ("2025-06-30", "30/6/2025"),
            ("2025-01", "01/2025"), ("--12-10", "10/12 hằng năm"), ("---05", "ngày 05 hằng tháng"),
        ])
    func printsDays(date: String, printed: String) {
        #expect(PartialDate(date)?.printed == printed)
    }
}
