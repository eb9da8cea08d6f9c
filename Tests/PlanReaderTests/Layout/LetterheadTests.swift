import PlanReader
import Testing

@Suite struct LetterheadTests {
    private func plan(
        office: String = "ĐẢNG ỦY XÃ THẠCH BÌNH", title: String = "Tuyên truyền năm 2026",
        preamble: String = "Ban Thường vụ Đảng ủy xã xây dựng Kế hoạch như sau:",
        body: String = "I. MỤC ĐÍCH",
        signature: String = "BÍ THƯ\nLê Văn A"
    ) throws -> ReadPlan {
        try PlanReader().read(
            """
            \(office)
            Số 23-KH/ĐU
            Thạch Bình, ngày 18 tháng 02 năm 2026
            KẾ HOẠCH
            \(title)
            \(preamble)
            \(body)
            Nơi nhận:
            - Tỉnh ủy;
            - Lưu: VT.
            \(signature)
            """)
    }

    @Test(
        "The body's name of the issuer counts where it keeps the place",
        arguments: [
            ("Ban Thường vụ Đảng ủy xã", "ĐẢNG ỦY XÃ THẠCH BÌNH"),
            ("Ban Thường vụ Đảng ủy xã Thạch Bình", "Ban Thường vụ Đảng ủy xã Thạch Bình"),
            ("Đảng ủy xã", "ĐẢNG ỦY XÃ THẠCH BÌNH"),
        ])
    func choosesIssuer(named: String, issuer: String) throws {
        #expect(try plan(preamble: "\(named) ban hành Kế hoạch như sau:").issuer?.value == issuer)
    }

    @Test(
        "Superior and issuer in one cell are parted, a special zone is a place",
        arguments: [
            ("SỞ GIÁO DỤC VÀ ĐÀO TẠO BÌNH PHƯỚC TRƯỜNG THPT LÝ THƯỜNG KIỆT", "TRƯỜNG THPT LÝ THƯỜNG KIỆT"),
            ("ỦY BAN NHÂN DÂN ĐẶC KHU PHÚ QUÝ", "ỦY BAN NHÂN DÂN ĐẶC KHU PHÚ QUÝ"),
        ])
    func partsCell(office: String, issuer: String) throws {
        #expect(try plan(office: office, preamble: "Kế hoạch như sau:").issuer?.value == issuer)
    }

    @Test("The right column's name of the whole says less than the letterhead's") func choosesFullest() throws
    {
        let read = try PlanReader().read(
            """
            BAN CHẤP HÀNH ĐOÀN TNCS HỒ CHÍ MINH
            TỈNH SƠN LA
            ***
            Số: 120-KH/TĐTN-BTG
            ĐOÀN TNCS HỒ CHÍ MINH
            Sơn La, ngày 05 tháng 3 năm 2026
            KẾ HOẠCH
            Tháng Thanh niên năm 2026
            I. MỤC ĐÍCH
            Nơi nhận: PHÓ BÍ THƯ
            - Tỉnh ủy (b/c);
            - Lưu: VP.
            Cầm Thị Huyền Trang
            """)
        #expect(read.issuer?.value == "BAN CHẤP HÀNH ĐOÀN TNCS HỒ CHÍ MINH TỈNH SƠN LA")
        #expect(read.recipients.map(\.value) == ["Tỉnh ủy (b/c)"])
        #expect(read.signer?.title?.value == "PHÓ BÍ THƯ")
        #expect(read.signer?.name?.value == "Cầm Thị Huyền Trang")
    }

    @Test("A year alone on the title's last line belongs to it") func readsYearOfTitle() throws {
        #expect(
            try plan(title: "Tuyên truyền phòng, chống ma túy năm\n2026").title?.value.hasSuffix("năm 2026")
                == true)
    }

    @Test("What recognition makes of a rule below the title is none of it") func leavesRules() throws {
        #expect(try plan(title: "Tuyên truyền năm 2026\n. ' —").title?.value == "Tuyên truyền năm 2026")
    }

    @Test("Years in brackets below the title belong to it, a remark doesn't") func readsBrackets() throws {
        #expect(
            try plan(title: "Kỷ niệm Ngày hội\n(27/7/1947 - 27/7/2026)").title?.value.hasSuffix("2026)")
                == true)
        #expect(
            try plan(title: "Kỷ niệm Ngày hội\n(Kèm theo Quyết định này)").title?.value == "Kỷ niệm Ngày hội")
    }

    @Test("A basis that a converter broke before a capital goes on") func readsBrokenBasis() throws {
        let read = try plan(
            preamble:
                "Căn cứ Quyết định số 498/QĐ-TTg ngày 14/4/2015 phê duyệt\n\nĐề án theo Nghị quyết số 5/NQ-CP; Công văn số 31/SNV-VP ngày 02/01/2026;"
        )
        #expect(read.bases.map(\.value.number) == ["498/QĐ-TTg", "31/SNV-VP"])
        #expect(read.citations.count == 3)
        let next = try plan(
            preamble:
                "Căn cứ Luật số 5/2020/QH14\nĐảng ủy xã ban hành Kế hoạch thực hiện Quyết định số 8/QĐ-TTg như sau:"
        )
        #expect(next.bases.map(\.value.number) == ["5/2020/QH14"])
    }

    @Test("A signer of the family Lưu is no archive, an apostrophe part of a name") func readsSigner() throws
    {
        #expect(try plan(signature: "BÍ THƯ\nĐại tá Lưu Đình Khang").signer?.name?.value == "Lưu Đình Khang")
        #expect(try plan(signature: "BÍ THƯ\nH'Lan Bkrông").signer?.name?.value == "H'Lan Bkrông")
        #expect(try plan(signature: "BÍ THƯ\nLưu Thị Mai").signer?.name?.value == "Lưu Thị Mai")
    }

    @Test("A signature that recognition put behind the recipients' lines is told apart") func partsColumns()
        throws
    {
        let read = try PlanReader().read(
            """
            KẾ HOẠCH
            Tuyên truyền năm 2026
            I. MỤC ĐÍCH
            Nơi nhận: TM. ỦY BAN NHÂN DÂN
            - Tỉnh ủy (b/c); KT.
            CHỦ TỊCH
            - Các sở, ban, ngành; PHÓ CHỦ
            TỊCH
            - VP: CVP, các PCVP; CV: VH, DL;
            - UBND các xã; Vũ Thị Thanh Mai
            - Lưu: VT.
            """)
        #expect(read.signer?.name?.value == "Vũ Thị Thanh Mai")
        #expect(
            read.recipients.map(\.value) == [
                "Tỉnh ủy (b/c)", "Các sở, ban, ngành", "VP: CVP, các PCVP; CV: VH, DL", "UBND các xã",
            ])
    }

    @Test(
        "Roman headings in small letters lose strokes too, in a recognised text only",
        arguments: [
            ("L. Mục đích chung", "H. Nội dung tuyên truyền", "II. Kinh phí", true, "I;II;III"),
            ("I. Mục đích chung", "H. Nội dung tuyên truyền", "II. Kinh phí", true, "I;II;III"),
            ("I. Mục đích chung", "II. Nội dung tuyên truyền", "II. Kinh phí", false, "I;II;II"),
        ])
    func countsRomans(first: String, second: String, third: String, isRecognised: Bool, labels: String) throws
    {
        let text =
            "KẾ HOẠCH\nTuyên truyền năm 2026\n\(first)\nLàm tốt.\n\(second)\nBiển.\n\(third)\nNgân sách."
        let read = try PlanReader().read(text, isRecognised: isRecognised)
        #expect(read.sections.map(\.label).joined(separator: ";") == labels)
    }

    @Test(
        "An l before 2. is a 1, behind k it is the letter",
        arguments: [
            ("I. NỘI DUNG\nl. Mục đích\nLàm tốt.\n2. Yêu cầu", "I;I.1;I.2"),
            ("I. NỘI DUNG\nk) Mục đích\nl) Yêu cầu\n2. Khác", "I;I.k;I.l;I.2"),
        ])
    func readsRecognisedOnes(body: String, labels: String) throws {
        #expect(try plan(body: body).sections.map(\.label).joined(separator: ";") == labels)
    }
}
