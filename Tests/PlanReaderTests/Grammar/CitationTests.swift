import PlanReader
import Testing

@Suite struct CitationTests {
    @Test(
        "Numbers of documents in all their forms",
        arguments: [
            ("Nghị quyết số 33-NQ/TW ngày 28/9/2018", "33-NQ/TW", "2018-09-28"),
            ("Nghị định 34/2014/NĐ-CP", "34/2014/NĐ-CP", nil),
            ("Kế hoạch số 44 /KH-UBND Ngày 22/3/2023", "44/KH-UBND", "2023-03-22"),
            ("Luật số 103/2016/QH13 ngày 05 tháng 4 năm 2016", "103/2016/QH13", "2016-04-05"),
            ("Kết luận số 57- KL/TW ngày 15 tháng 6 năm 2023", "57-KL/TW", "2023-06-15"),
            (
                "Chương trình số 922/CTPH-BTTTT-UBDT ngày 04 tháng 6 năm 2024", "922/CTPH-BTTTT-UBDT",
                "2024-06-04"
            ),
            ("Công văn số 3837/BTTTT-TTĐN", "3837/BTTTT-TTĐN", nil),
            ("Chỉ thị số 28/CT-TTg của Thủ tướng Chính phủ ngày 26/10/2021", "28/CT-TTg", "2021-10-26"),
            ("Chỉ thị số 01/TTg", "01/TTg", nil), ("Quyết định số 134a/QĐ-UBND", "134a/QĐ-UBND", nil),
            ("Kế hoạch số 105/KH-BCA-V05 ngày 10/3/2025", "105/KH-BCA-V05", "2025-03-10"),
            ("Nghị quyết số 101/2025/UBTVQH15", "101/2025/UBTVQH15", nil),
            ("Quyết định số 88/QĐ-UBND.HC ngày 04/3/2025", "88/QĐ-UBND.HC", "2025-03-04"),
        ] as [(String, String, String?)])
    func findsNumbers(text: String, number: String, date: String?) throws {
        let plan = try read("I. NỘI DUNG\n- Tuyên truyền \(text) về công tác dân vận.")
        let citation = try #require(plan.citations.first { $0.value.number == number })
        #expect(citation.value.date?.description == date)
    }

    @Test(
        "Dates, forms and the plan's own number are no citations",
        arguments: [
            "ngày 05/01/2026", "của Ban Chỉ đạo 35/TW", "theo mẫu 03/HNMT", "Kế hoạch số 12/KH-SVHTTDL này",
            "tỷ lệ 24/7",
            "điểm a khoản 2 Điều 3",
        ])
    func leavesOthers(text: String) throws {
        let plan = try read("I. NỘI DUNG\n- Tuyên truyền \(text).")
        #expect(plan.citations.map(\.value.number) == ["1/KH-UBND"])
    }

    @Test("A document inside another's title is a citation and no base") func tellsBases() throws {
        let plan = try PlanReader().read(
            "KẾ HOẠCH\nTuyên truyền năm 2026\nThực hiện Kế hoạch số 90/KH-BCĐ ngày 15/02/2026 của Ban Chỉ đạo thực hiện Chỉ thị 01/CT-TTg; Công văn số 7/UBND-VX ngày 01/3/2026, Sở Ngoại vụ xây dựng Kế hoạch như sau:\nI. A"
        )
        #expect(plan.bases.map(\.value.number) == ["90/KH-BCĐ", "7/UBND-VX"])
        #expect(plan.citations.map(\.value.number) == ["90/KH-BCĐ", "01/CT-TTg", "7/UBND-VX"])
    }
}
