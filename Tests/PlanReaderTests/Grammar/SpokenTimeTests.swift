import PlanReader
import Testing

@Suite struct SpokenTimeTests {
    @Test(
        "The words of a time that is no day are kept, and no day is made of them",
        arguments: [
            ("Cập nhật tin, bài hằng tuần.", "hằng tuần"),
            ("Họp báo hằng quý.", "hằng quý"),
            ("Kiểm tra hằng tháng.", "hằng tháng"),
            ("Xong trước Tết Nguyên đán.", "Xong trước Tết Nguyên đán"),
            ("Ra quân trước khi khai giảng năm học mới.", "trước khi khai giảng năm học mới"),
            (
                "Họp định kỳ hằng quý, trước ngày 25 của tháng cuối quý.",
                "định kỳ hằng quý, trước ngày 25 của tháng cuối quý"
            ),
            ("Hoàn thành trước ngày 10 tháng Chạp.", "Hoàn thành trước ngày 10 tháng Chạp"),
            ("Treo cờ trước ngày 15 tháng 5 (âm lịch).", "trước ngày 15 tháng 5 (âm lịch)"),
            ("Mở chuyên mục từ tháng 9/2026 trở đi.", "từ tháng 9/2026 trở đi"),
            (
                "Cử đầu mối trong vòng 05 ngày làm việc kể từ ngày ký.",
                "trong vòng 05 ngày làm việc kể từ ngày ký"
            ),
            ("Cung cấp số liệu khi có yêu cầu.", "khi có yêu cầu"),
            ("Nộp hồ sơ trước ngày 15/6 và ngày 15/12/2026.", "trước ngày 15/6 và ngày 15/12/2026"),
        ])
    func keepsWords(sentence: String, words: String) throws {
        let task = try #require(try read("II. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ\n- \(sentence)").tasks.first)
        #expect(task.when == nil)
        #expect(task.timeWords?.value == words)
    }

    @Test(
        "Words that only look like a time, and times with a day, leave none",
        arguments: [
            "Tuyên truyền trước tình hình mới.", "Trước mắt tập trung tuyên truyền.", "Mở 02 lớp tập huấn.",
            "Họp ngày 5 tháng năm 2026.", "Hoàn thành trước ngày 30/6/2026.", "Thực hiện thường xuyên.",
            "Tổ chức hội nghị hằng năm.",
        ])
    func keepsNone(sentence: String) throws {
        let task = try #require(try read("II. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ\n- \(sentence)").tasks.first)
        #expect(task.timeWords == nil)
    }

    @Test("A field's or cell's words are kept whole") func fields() throws {
        let field = try read(
            "II. NHIỆM VỤ\n1. Hội thi\n- Cơ quan thực hiện: Sở Nội vụ.\n- Thời gian: Hằng quý.")
        #expect(field.tasks.first?.timeWords?.value == "Hằng quý")
        let cell = try read(
            """
            | TT | Nội dung | Đơn vị thực hiện | Thời gian |
            |---|---|---|---|
            | 1 | Hội thi | Văn phòng Sở | Sau khi có hướng dẫn |
            """)
        #expect(cell.tasks.first?.timeWords?.value == "Sau khi có hướng dẫn")
    }

    @Test("A duty to report that returns keeps its words too") func reports() throws {
        let plan = try read("II. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ\n- Báo cáo UBND tỉnh hằng tuần.")
        #expect(plan.reports.map { $0.timeWords?.value } == ["hằng tuần"])
        #expect(plan.reports.first?.by == nil)
    }
}
