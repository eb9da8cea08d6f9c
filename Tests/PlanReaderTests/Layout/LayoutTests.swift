import PlanReader
import Testing

@Suite struct LayoutTests {
    @Test("Head, title and signature are found in two columns by blanks")
    func readsColumns() throws {
        let plan = try PlanReader().read(
            """
            ỦY BAN NHÂN DÂN                      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            TỈNH LÀO CAI                              Độc lập - Tự do - Hạnh phúc
            Số: 05/KH-UBND                       Lào Cai, ngày 05 tháng 01 năm 2026

                                   KẾ HOẠCH
                     Thông tin đối ngoại năm 2026

            Căn cứ Kế hoạch số 1/KH-BCĐ ngày 01/01/2026;
            I. MỤC ĐÍCH
            1. Nâng cao nhận thức.

            Nơi nhận:                                   TM. ỦY BAN NHÂN DÂN
            - Bộ Ngoại giao (b/c);                           KT. CHỦ TỊCH
            - Các sở, ban, ngành;                           PHÓ CHỦ TỊCH
            - Lưu: VT.
                                                           Giàng Thị Dung
            """)
        #expect(plan.number?.value == "05/KH-UBND")
        #expect(plan.place?.value == "Lào Cai")
        #expect(plan.date?.value.description == "2026-01-05")
        #expect(plan.title?.value == "Thông tin đối ngoại năm 2026")
        #expect(plan.issuer?.value == "ỦY BAN NHÂN DÂN TỈNH LÀO CAI")
        #expect(plan.signer?.authority?.value == "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH")
        #expect(plan.signer?.title?.value == "PHÓ CHỦ TỊCH")
        #expect(plan.signer?.name?.value == "Giàng Thị Dung")
        #expect(plan.recipients.map(\.value) == ["Bộ Ngoại giao (b/c)", "Các sở, ban, ngành"])
    }

    @Test("A letterhead broken within its words is joined, and a number below its label is found")
    func joinsLetterhead() throws {
        let plan = try PlanReader().read(
            """
            ỦY
            BAN NHÂN DÂN
            TỈNH LÀO CAI
            -------
            |
            CỘNG
            HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            Độc lập - Tự do - Hạnh phúc
            |
            Số:
            24/KH-UBND
            |
            Lào
            Cai, ngày 23 tháng 01 năm 2021
            |
            KẾ HOẠCH
            Truyền thông
            Căn cứ Nghị quyết
            số 14/2020/NQ-HĐND ngày 13 tháng 11 năm 2020;
            I. MỤC ĐÍCH
            """)
        #expect(plan.issuer?.value == "ỦY BAN NHÂN DÂN TỈNH LÀO CAI")
        #expect(plan.number?.value == "24/KH-UBND")
        #expect(plan.date?.value.description == "2021-01-23")
        #expect(plan.bases.map(\.value.number) == ["14/2020/NQ-HĐND"])
    }

    @Test("The last word of a committee for chuyển đổi số begins no number")
    func keepsLastWord() throws {
        let plan = try PlanReader().read(
            "ỦY BAN NHÂN DÂN TỈNH LÀO CAI<br>**BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ**\nSố: 31/KH-BCĐ\nKẾ HOẠCH\nX\nI. A\n1. B"
        )
        #expect(plan.issuer?.value == "BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ")
        #expect(plan.number?.value == "31/KH-BCĐ")
    }

    @Test(
        "Numbers that repeat their Roman heading hang on it; a comma closes a label too",
        arguments: [
            (
                "I. MỤC ĐÍCH\nI.1. Mục đích\nLàm tốt.\nI.2. Yêu cầu\nII. NỘI DUNG\nII.1. Báo chí",
                "I;I.1;I.2;II;II.1"
            ),
            ("I. MỤC ĐÍCH\nI.1 Mục đích\nI.1.1 Mục tiêu\nI.1.2. Chỉ tiêu", "I;I.1;I.1.1;I.1.2"),
            ("I. MỤC ĐÍCH\n1, Mục đích\na, Chung\nb, Riêng\n2, Yêu cầu", "I;I.1;I.1.a;I.1.b;I.2"),
            ("I. MỤC ĐÍCH\n1. Các buổi\n1, 2 và 3 đã họp.", "I;I.1"),
            ("I. MỤC ĐÍCH\n1. Theo Kế hoạch\nV.1 của tỉnh giao.", "I;I.1"),
        ])
    func readsRomanDecimals(body: String, labels: String) throws {
        #expect(try read(body).sections.map(\.label).joined(separator: ";") == labels)
    }

    @Test("A line that ends in a field's label goes on in the next") func joinsFieldValues() throws {
        let plan = try read(
            "II. NHIỆM VỤ\n1. Tập huấn. Chủ trì: Sở Tài chính. Phối hợp:\nSở Y tế, Sở Nội vụ. Thời gian:\nQuý I/2026.\n2. Thi viết\nĐơn vị thực hiện:\nSở Tư pháp."
        )
        #expect(plan.tasks.map(\.leads) == [["Sở Tài chính"], ["Sở Tư pháp"]])
        #expect(plan.tasks[0].withs == ["Sở Y tế", "Sở Nội vụ"])
        #expect(plan.tasks[0].when?.value.short == "2026-01-01..2026-03-31")
    }

    @Test("A thousand numbered items are a thousand sections, a year at a line's begin is none")
    func countsOn() throws {
        let items = (1...1000).map { "\($0). Sở Nội vụ chủ trì việc thứ \($0)." }.joined(separator: "\n")
        let plan = try read(
            "II. TỔ CHỨC THỰC HIỆN\n\(items)\nIII. KINH PHÍ\n1. Theo dự toán của năm\n2026. Hết.")
        #expect(plan.tasks.count == 1000)
        #expect(plan.sections.count == 1003)
    }

    @Test("An office's short name after Lưu is no authority")
    func tellsArchiveFromAuthority() throws {
        let plan = try PlanReader().read(
            "KẾ HOẠCH\nX\nI. A\nNơi nhận:\n- UBND xã;\n- Lưu: VT, KT.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nLò Văn Hặc"
        )
        #expect(plan.signer?.authority?.value == "TM. ỦY BAN NHÂN DÂN")
        #expect(plan.recipients.map(\.value) == ["UBND xã"])
    }

    @Test(
        "Labels give paths",
        arguments: [
            ("I. A\n1. B\na) C\nb) D\nII. E\n2.1. F", ["I", "I.1", "I.1.a", "I.1.b", "II", "II.2.1"]),
            ("I - A\n1/ B\n2/ C", ["I", "I.1", "I.2"]),
            ("1. A\n1.1. B\n1.2. C\n2. D", ["1", "1.1", "1.2", "2"]),
            ("Phần I. A\n1. B\nPhần II. C\n1. D", ["I", "I.1", "II", "II.1"]),
            ("I/- A\n1/- B\nII/- C", ["I", "I.1", "II"]),
            ("I - A\n1 - Công tác\na/ C", ["I", "I.1", "I.1.a"]),
            ("l. MỤC ĐÍCH\n1. B\nlI. C\nIIl. D", ["I", "I.1", "II", "III"]),
            ("**I. A**\n## 1. B", ["I", "I.1"]), ("I.MỤC ĐÍCH\n1) B", ["I", "I.1"]),
            (
                "I. A\n1. B\na) C\nb) D\nc) E\nd) F\nđ) G\ne) H",
                ["I", "I.1", "I.1.a", "I.1.b", "I.1.c", "I.1.d", "I.1.đ", "I.1.e"]
            ),
        ])
    func buildsPaths(body: String, paths: [String]) throws {
        #expect(try read(body).sections.map(\.label) == paths)
    }

    @Test("Lines broken by a page, a footnote or blank lines are whole again")
    func joinsLines() throws {
        let plan = try read(
            """
            I. TỔ CHỨC THỰC HIỆN
            1. Sở Ngoại vụ

            - Chủ trì, phối hợp với các cơ quan, đơn vị tuyên truyền đường lối của Đảng, chính

            sách của Nhà nước1 trên các phương tiện thông tin đại chúng của tỉnh, của trung
            \u{20}                         \u{20}
            1 Kết luận số 57-KL/TW ngày 15 tháng 6 năm 2023 của Bộ Chính trị.
            2

            ương và các nước láng giềng trong năm nay và các năm tiếp theo của kỳ kế hoạch đã

            được phê duyệt.
            """)
        #expect(plan.tasks.count == 1)
        #expect(
            plan.tasks.first?.text.value.hasSuffix(
                "của trung ương và các nước láng giềng trong năm nay và các năm tiếp theo của kỳ kế hoạch đã được phê duyệt."
            ) == true)
        #expect(plan.citations.contains { $0.value.number == "57-KL/TW" })
    }

    @Test("Line ends that were lost are found again") func splitsLines() throws {
        let plan = try read(
            """
            II. TỔ CHỨC THỰC HIỆN 1. Sở Ngoại vụ - Chủ trì xây dựng kế hoạch. - Tổ chức hội nghị trước ngày 01/3/2026.
            2. Công an tỉnh - Bảo đảm an ninh, trật tự; - Kiểm tra việc thực hiện. 3. Sở Tài chính Tham mưu bố trí kinh phí.
            """)
        #expect(
            plan.tasks.map(\.leads) == [
                ["Sở Ngoại vụ"], ["Sở Ngoại vụ"], ["Công an tỉnh"], ["Công an tỉnh"], ["Sở Tài chính"],
            ])
    }

    @Test("A plan inside a decision takes number, date and signer from it") func readsWrapper() throws {
        let plan = try PlanReader().read(
            """
            ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP
            Số: 210/QĐ-UBND
            Đồng Tháp, ngày 02 tháng 02 năm 2026
            QUYẾT ĐỊNH
            Ban hành Kế hoạch phòng, chống dịch năm 2026
            Căn cứ Quyết định số 5/QĐ-TTg ngày 03/01/2026 của Thủ tướng Chính phủ;
            QUYẾT ĐỊNH:
            Điều 1. Ban hành kèm theo Quyết định này Kế hoạch.
            Nơi nhận:
            - Như Điều 3;
            - Lưu: VT.
            TM. ỦY BAN NHÂN DÂN
            CHỦ TỊCH
            Trần Văn B
            KẾ HOẠCH
            Phòng, chống dịch năm 2026
            (Kèm theo Quyết định số 210/QĐ-UBND ngày 02/02/2026)
            I. MỤC TIÊU
            II. TỔ CHỨC THỰC HIỆN
            1. Sở Y tế
            - Hướng dẫn chuyên môn.
            """)
        #expect(plan.kind?.value == "KH")
        #expect(plan.number?.value == "210/QĐ-UBND")
        #expect(plan.date?.value.description == "2026-02-02")
        #expect(plan.signer?.name?.value == "Trần Văn B")
        #expect(plan.bases.map(\.value.number) == ["5/QĐ-TTg"])
        #expect(plan.sections.map(\.label) == ["I", "II", "II.1"])
        #expect(plan.recipients.map(\.value) == ["Như Điều 3"])
    }

    @Test(
        "Parts are numbered in Roman numerals however they are printed",
        arguments: [
            ("Phần I. MỤC ĐÍCH", "Phần II. NỘI DUNG"), ("Phần thứ nhất: MỤC ĐÍCH", "Phần thứ hai: NỘI DUNG"),
            ("PHẦN 1 - MỤC ĐÍCH", "PHẦN 2 - NỘI DUNG"), ("Mục I. MỤC ĐÍCH", "Mục II. NỘI DUNG"),
        ])
    func readsParts(first: String, second: String) throws {
        let plan = try read("\(first)\n1. Nâng cao nhận thức.\n\(second)\n1. Chủ quyền.")
        #expect(plan.sections.map(\.label) == ["I", "I.1", "II", "II.1"])
    }

    @Test(
        "The issuer stands whole in the letterhead",
        arguments: [
            ("ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI\nSố:      /KH-UBND", "ỦY BAN NHÂN DÂN TỈNH LÀO CAI"),
            ("UBND TỈNH LÀO CAI **SỞ NGOẠI VỤ**\nSố: 5/KH-SNgV", "SỞ NGOẠI VỤ"),
        ])
    func readsLetterhead(head: String, issuer: String) throws {
        let plan = try PlanReader().read(
            "\(head)\nLào Cai, ngày 05 tháng 01 năm 2026\nKẾ HOẠCH\nTruyền thông năm 2026\nI. NỘI DUNG\n1. Chủ quyền."
        )
        #expect(plan.issuer?.value == issuer)
    }

    @Test("Of two who sign side by side the right one is taken, title and name together")
    func readsJointSignature() throws {
        let plan = try PlanReader().read(
            "KẾ HOẠCH\nTruyền thông năm 2026\nI. NỘI DUNG\n1. Chủ quyền.\nKT. GIÁM ĐỐC SỞ NỘI VỤ          GIÁM ĐỐC CÔNG AN TỈNH\nPHÓ GIÁM ĐỐC\n\nTrần Thị Bình                    Thượng tá Lê Văn An\n"
        )
        #expect(plan.signer?.title?.value == "GIÁM ĐỐC CÔNG AN TỈNH")
        #expect(plan.signer?.name?.value == "Lê Văn An")
    }

    @Test(
        "Recipients on the line of their heading stand between semicolons, the archive is none",
        arguments: [
            ("Nơi nhận: Như trên; Lưu: VT.", "Như trên"),
            ("Nơi nhận: Như trên; Lưu VT.", "Như trên"),
            ("Nơi nhận: UBND tỉnh (b/c; t/d); Các xã; Lưu: VT; TH.", "UBND tỉnh (b/c; t/d)|Các xã"),
            ("Nơi nhận: Sở Y tế;\nCác xã, phường; Lưu: VT.", "Sở Y tế|Các xã, phường"),
            ("Nơi nhận:\n- Bộ Y tế; UBND tỉnh (b/c);\n- Các xã; Lưu: VT.", "Bộ Y tế; UBND tỉnh (b/c)|Các xã"),
        ])
    func readsRunInRecipients(list: String, expected: String) throws {
        let plan = try PlanReader().read(
            "UBND XÃ X\nSố: 1/KH-UBND\nKẾ HOẠCH\nY\nI. A\n1. Sở Y tế treo cờ.\n\(list)\nCHỦ TỊCH\nA Blôi")
        #expect(plan.recipients.map(\.value).joined(separator: "|") == expected)
        #expect(plan.signer?.name?.value == "A Blôi")
    }
}
