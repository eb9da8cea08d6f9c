import PlanReader
import Testing

@Suite struct DamagedWordTests {
    private static let scan = """
        UY BAN NHÂN DÂN                        CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIÊT NAM
        TỈNH LÀO CAI                               Độc lập - Tự do - Hạnh phúc
        Sô: 77 /KH-UBND                      Lào Cai, ngay 14 tháng 7 năm 2026
        KÊ HOẠCH
        Tuyên truyền năm 2026
        Căn cư Kế hoạch số 09/KH-BCĐ ngày 10/02/2026;
        l. MỤC ĐÍCH
        1. Nâng cao nhận thức.
        lI. TÔ CHỨC THỰC HIỆN
        1. Sở Nội vụ
        — Chủ trì, phôi hợp với các cơ quan báo chí tuyên truyền; báo cáo kêt quả về Sở Ngoai vụ trước ngày 30/11/2026.
        2. Uỷ ban nhân dân các xã, phường
        « Treo khẩu hiệu.
        Noi nhân:                                       TM. UY BAN NHÂN DÂN
        - Các sở, ban, ngành;                              CHỦ TICH
        - Lưu: VT.
                                                       Nguyễn Thị Hoa
        """

    @Test("A scan whose words lost marks is read like a clean text") func readsScan() throws {
        let plan = try PlanReader().read(Self.scan)
        #expect(plan.kind?.value == "KH")
        #expect(plan.number?.value == "77/KH-UBND")
        #expect(plan.date?.value.description == "2026-07-14")
        #expect(plan.bases.map(\.value.number) == ["09/KH-BCĐ"])
        #expect(plan.sections.map(\.label) == ["I", "I.1", "II", "II.1", "II.2"])
        #expect(plan.tasks.map(\.leads) == [["Sở Nội vụ"], ["Uỷ ban nhân dân các xã, phường"]])
        #expect(plan.tasks.map(\.withs) == [["các cơ quan báo chí"], []])
        #expect(plan.reports.map { $0.by?.value.description } == ["2026-11-30"])
        #expect(plan.recipients.map(\.value) == ["Các sở, ban, ngành"])
        #expect(plan.signer?.name?.value == "Nguyễn Thị Hoa")
    }

    @Test(
        "Strokes that recognition lost of Roman numbers are found again, printed slips stay",
        arguments: [
            (["I", "II", "II"], true, ["I", "II", "III"]), (["I", "H", "II"], false, ["I", "II", "III"]),
            (["I", "I", "II", "IV"], true, ["I", "II", "III", "IV"]),
            (["I", "II", "IH", "IV"], false, ["I", "II", "III", "IV"]),
            (["I", "II", "II"], false, ["I", "II", "II"]), (["I", "II", "V"], true, ["I", "II", "V"]),
        ])
    func countsRomans(printed: [String], isRecognised: Bool, labels: [String]) throws {
        let body = printed.map { "\($0). NỘI DUNG" }.joined(separator: "\n")
        let plan = try PlanReader().read(
            "KẾ HOẠCH\nTruyền thông năm 2026\n\(body)\nNơi nhận:\n- UBND xã.", isRecognised: isRecognised)
        #expect(plan.sections.map(\.label) == labels)
    }

    @Test("In a clean text a word stays the word that it is")
    func keepsCleanText() throws {
        // "công ăn" differs from "công an", a party, by one mark.
        let plan = try read(
            "II. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ\n- Tạo công ăn việc làm, phối hợp với Hội Nông dân tuyên truyền."
        )
        #expect(plan.tasks.map(\.withs) == [["Hội Nông dân"]])
        let other = try read("II. NỘI DUNG\n1. Công ăn việc làm\n- Vay vốn.")
        #expect(other.tasks.isEmpty)
    }
}
