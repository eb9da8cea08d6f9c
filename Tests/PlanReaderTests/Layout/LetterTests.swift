import PlanReader
import Testing

/// Official letters, which name no type, and whom a document is addressed to.
@Suite struct LetterTests {
    private func letter(_ head: String, to address: String = "Kính gửi:\n- Các sở, ngành;\n- Các xã.") throws
        -> ReadPlan
    {
        try PlanReader().read(
            """
            \(head)

            \(address)

            Tiếp theo Công văn số 45/BVHTTDL-VHCS ngày 28/7/2026 của Bộ, Chủ tịch UBND tỉnh có ý kiến như sau:
            1. Sở Văn hóa và Thể thao chủ trì treo cờ trước ngày 25/8/2026.
            2. Các xã báo cáo kết quả về Sở Văn hóa và Thể thao trước ngày 10/9/2026.

            Nơi nhận:
            - Như trên;
            - Lưu: VT.
            TL. CHỦ TỊCH
            CHÁNH VĂN PHÒNG
            Võ Minh Tâm
            """)
    }

    private static let oneColumn = """
        ỦY BAN NHÂN DÂN
        TỈNH AN GIANG
        Số: 301/UBND-KGVX
        V/v tuyên truyền kỷ niệm
        Quốc khánh nước Việt Nam
        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        Độc lập - Tự do - Hạnh phúc
        An Giang, ngày 05 tháng 8 năm 2026
        """

    private static let twoColumns = """
        ỦY BAN NHÂN DÂN               CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        TỈNH AN GIANG                     Độc lập - Tự do - Hạnh phúc
        Số: 301/UBND-KGVX
        V/v tuyên truyền kỷ niệm      An Giang, ngày 05 tháng 8 năm 2026
        Quốc khánh nước Việt Nam
        """

    private static let cells = """
        | ỦY BAN NHÂN DÂN TỈNH AN GIANG | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
        |---|---|
        | Số: 301/UBND-KGVX V/v tuyên truyền kỷ niệm Quốc khánh nước Việt Nam | An Giang, ngày 05 tháng 8 năm 2026 |
        """

    @Test(
        "The subject under the number is a letter's title",
        arguments: [oneColumn, twoColumns, cells],
        ["Kính gửi:\n- Các sở, ngành;\n- Các xã.", "Kính gửi: UBND các xã."])
    func readsSubject(head: String, address: String) throws {
        let plan = try letter(head, to: address)
        #expect(plan.kind?.value == "CV")
        #expect(plan.title?.value == "V/v tuyên truyền kỷ niệm Quốc khánh nước Việt Nam")
        #expect(plan.number?.value == "301/UBND-KGVX")
        #expect(plan.date?.value.description == "2026-08-05")
        #expect(plan.issuer?.value == "ỦY BAN NHÂN DÂN TỈNH AN GIANG")
        #expect(plan.bases.map(\.value.number) == ["45/BVHTTDL-VHCS"])
        #expect(plan.tasks.map { $0.lead.map(\.value) } == [["Sở Văn hóa và Thể thao"], ["Các xã"]])
        #expect(plan.reports.map { $0.by?.value.description } == ["2026-09-10"])
    }

    @Test("A document that the subject names is cited") func citesSubject() throws {
        let plan = try letter("UBND XÃ AN BÌNH\nSố: 5/UBND-VX\nV/v triển khai Kế hoạch số 12/KH-UBND")
        #expect(plan.citations.map(\.value.number) == ["12/KH-UBND", "45/BVHTTDL-VHCS"])
    }

    @Test("A symbol of another type, whose heading was lost, makes no letter") func heedsSymbols() throws {
        let plan = try letter("UBND XÃ AN BÌNH\nSố: 5/KH-UBND\nVề việc treo cờ")
        #expect(plan.kind == nil)
        #expect(plan.title?.value == "Về việc treo cờ")
        #expect(try letter("SỞ Y TẾ\nSố: 5/SYT-KH\nV/v treo cờ").kind?.value == "CV")
    }

    @Test(
        "Whom a document is addressed to is no part of its title",
        arguments: ["Kính gửi: Ủy ban nhân dân tỉnh", "Kính gửi:\n- Ủy ban nhân dân tỉnh;\n- Sở Y tế."])
    func endsTitle(address: String) throws {
        let plan = try PlanReader().read(
            "SỞ Y TẾ\nSố: 8/BC-SYT\nBÁO CÁO\nKết quả 6 tháng đầu năm 2026\n\(address)\nNgày 12/5/2026 có mưa.\nThực hiện Kế hoạch số 12/KH-UBND ngày 08/01/2026 của UBND tỉnh, Sở báo cáo như sau:\nI. KẾT QUẢ"
        )
        #expect(plan.title?.value == "Kết quả 6 tháng đầu năm 2026")
        #expect(plan.bases.map(\.value.number) == ["12/KH-UBND"])
    }
}
