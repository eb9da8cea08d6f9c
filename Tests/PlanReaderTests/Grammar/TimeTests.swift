import PlanReader
import Testing

@Suite struct TimeTests {
    @Test(
        "Times in running text",
        arguments: [
            ("Xây dựng kế hoạch trước ngày 30 tháng 6.", "by 2026-06-30"),
            ("Xong trước ngày 5 tháng Năm năm 2026.", "by 2026-05-05"),
            ("Tổ chức vào ngày 20 tháng mười một năm 2026.", "by 2026-11-20"),
            ("Hoàn thành trong tháng Tám.", "by 2026-08-31"),
            ("Hoàn thành trước ngày 29/02/2026.", "by 2026-02-29"),
            ("Hoàn thành trước ngày 32/5/2026.", "by 2026-05-32"),
            ("Hoàn thành trước 15/13/2026.", "by 2026-13-15"),
            ("Trực 24/24 giờ trong ngày 24/3.", "by 2026-03-24"),
            ("Tổ chức hội nghị 24, 25 và 26 tháng 8 năm 2026.", "2026-08-24..2026-08-26"),
            ("Tổ chức trong 03 ngày (24, 25 và 26 tháng 8 năm 2026).", "2026-08-24..2026-08-26"),
            ("Tổ chức Ngày hội vào dịp 30/4, 01/5/2026.", "2026-04-30..2026-05-01"),
            ("Hoàn thành 100% trong năm 2026; duy trì thường xuyên các năm sau.", "by 2026-12-31"),
            ("Gửi báo cáo tháng trước ngày 20.", "by ---20"),
            ("Hoàn thành nhiệm vụ được giao trong năm 2026.", "by 2026-12-31"),
            (
                "Đối thoại từ ngày 22/8 đến ngày 26/8 và từ ngày 19/9 đến ngày 23/9/2026.",
                "2026-08-22..2026-09-23"
            ),
            ("Mở chuyên mục trong suốt tháng 5/2026.", "2026-05-01..2026-05-31"),
            ("Phát sóng tọa đàm (Đài tỉnh chủ trì; quý IV/2026).", "2026-10-01..2026-12-31"),
            (
                "Khảo sát trước chiến dịch (tháng 8/2026) và sau chiến dịch (tháng 12/2026).",
                "2026-08-01..2026-12-31"
            ),
            ("Hoàn thành trước ngày 15/02/2026.", "by 2026-02-15"),
            ("Gửi danh sách chậm nhất ngày 5/3.", "by 2026-03-05"),
            ("Gửi danh sách chậm nhất là ngày 05-3-2026.", "by 2026-03-05"),
            ("Cử đầu mối trong ngày 28/11/2026.", "by 2026-11-28"),
            ("Xây dựng tài liệu, xong trong tháng 8/2026.", "by 2026-08-31"),
            ("Tập huấn, hoàn thành trong quý III/2026.", "by 2026-09-30"),
            ("Treo cờ từ ngày 01/5/2026 đến ngày 10/5/2026.", "2026-05-01..2026-05-10"),
            ("Tuyên truyền từ tháng 5 đến tháng 7/2026.", "2026-05-01..2026-07-31"),
            ("Thực hiện thường xuyên.", "continuous"),
            ("Hằng năm, xây dựng dự toán.", "yearly"),
            ("Gửi danh sách trước ngày 10/12 hằng năm.", "by --12-10"),
            ("Gửi số liệu trước ngày 20 hằng tháng.", "by ---20"),
            ("Tổ chức trong tháng 10/2026.", "2026-10-01..2026-10-31"),
            ("Nộp hồ sơ trước 17h00 ngày 20/11/2026.", "by 2026-11-20"),
            ("Nộp hồ sơ trước 16 giờ 30 ngày 02/4/2026.", "by 2026-04-02"),
            ("Trong năm 2026, mở 02 lớp.", "2026-01-01..2026-12-31"),
            ("Hoàn thành trước ngày 31 tháng 7 năm 2024.", "by 2024-07-31"),
            ("Tổ chức hội nghị vào cuối tháng 6/2026.", "by 2026-06-30"),
            ("Tổ chức hội nghị (dự kiến tháng 6/2026).", "2026-06-01..2026-06-30"),
            ("Treo cờ từ 6h00 ngày 01/9 đến 18h00 ngày 03/9/2026.", "2026-09-01..2026-09-03"),
            ("Tổ chức cuộc thi tìm hiểu pháp luật hằng năm.", "yearly"),
            ("Tổ chức 05 buổi biểu diễn trong năm 2026.", "2026-01-01..2026-12-31"),
            ("Niêm yết chậm nhất là 40 ngày trước ngày bầu cử (15/3/2026).", "by 2026-02-03"),
            ("Niêm yết trước ngày bầu cử (15/3/2026) ít nhất 10 ngày.", "by 2026-03-05"),
            ("Gửi số liệu trước ngày mùng 5 hằng tháng.", "by ---05"),
            ("Định kỳ ngày 25 hằng tháng gửi số liệu.", "by ---25"),
            ("Diễn tập trong tuần thứ hai của tháng 8/2026.", "2026-08-01..2026-08-31"),
            ("Trực từ 15 đến 24/11/2026.", "2026-11-15..2026-11-24"),
            ("Nộp hồ sơ trước 16.00 ngày 28/11/2026.", "by 2026-11-28"),
            (
                "Công bố ngày bầu cử (Chủ nhật, ngày 14/6/2026) chậm nhất 20 ngày trước ngày bầu cử.",
                "by 2026-05-25"
            ),
            ("Ra quân đồng loạt ngày 12/7/2026.", "by 2026-07-12"),
            ("Tổ chức Lễ phát động ngày 20/4/2026 tại Quảng trường.", "by 2026-04-20"),
            ("Phát tin trong các tháng 4, 5, 6, 7.", "2026-04-01..2026-07-31"),
            ("Sinh hoạt chuyên đề trong kỳ sinh hoạt tháng 02/2026.", "2026-02-01..2026-02-28"),
            ("Xây dựng phương án; thời gian hoàn thành: tháng 10/2026.", "by 2026-10-31"),
            ("Tổ chức Hội thi toàn quốc trong năm 2027.", "2027-01-01..2027-12-31"),
            ("Các đơn vị họp trước 16:30 ngày 02/3.", "by 2026-03-02"),
            ("Rà soát từ nay đến ngày 28/02/2026.", "by 2026-02-28"),
            ("Rà soát từ nay đến hết tháng 6/2026.", "by 2026-06-30"),
            ("Gửi số liệu vào mồng 5 hằng tháng.", "by ---05"),
            ("Hoàn thành trước mùng 10 tháng 3.", "by 2026-03-10"),
            ("Treo cờ từ mùng 1/5/2026 đến ngày mùng 9/5/2026.", "2026-05-01..2026-05-09"),
            ("Hằng năm, tổ chức ngày hội vào tháng 4.", "by --04-30"),
            ("Nói chuyện chuyên đề trong quý III hằng năm.", "by --09-30"),
            ("Mở chuyên mục từ tháng 3 đến tháng 10 hằng năm.", "by --10-31"),
            ("Hằng năm, treo cờ từ ngày 25/8 đến ngày 05/9.", "by --09-05"),
            ("Phát động Tháng hành động vì trẻ em (tháng 6 hằng năm).", "by --06-30"),
            ("Mỗi năm một lần, tập huấn trong tháng 02.", "by --02-28"),
            ("Lồng ghép vào kế hoạch hằng năm, tập huấn trong tháng 5.", "2026-05-01..2026-05-31"),
            ("Hằng năm, tổ chức hội nghị; năm đầu vào tháng 5/2026.", "2026-05-01..2026-05-31"),
            ("Niêm yết trước 02 tuần so với ngày 15/3/2026.", "by 2026-03-01"),
        ])
    func readsText(text: String, time: String) throws {
        let plan = try read("II. TỔ CHỨC THỰC HIỆN\n1. Sở Ngoại vụ\n- \(text)")
        #expect(plan.tasks.map { $0.when?.value.short } == [time])
    }

    @Test(
        "Words that look like times and are none",
        arguments: [
            "Bố trí kinh phí chi thường xuyên.", "Thực hiện Kế hoạch số 90/KH-BCĐ ngày 15/02/2026 của tỉnh.",
            "Cân đối ngân sách địa phương hàng năm theo phân cấp.",
            "Tuyên truyền các ngày lễ lớn trong năm 2026.",
            "Gửi báo cáo 6 tháng (trước ngày 20/6) và năm (trước ngày 30/11).",
            "Tuyên truyền trước, trong và sau sự kiện.",
            "Mở chuyên mục từ tháng 9/2026 trở đi.", "Lập dự toán ngân sách hằng năm.",
            "Sơ kết vào Quý III/2028 và tổng kết vào Quý IV/2030.", "Giao ban báo chí hằng tuần.",
            "Họp vào ngày làm việc đầu tuần.", "Phát 02 bản tin, mỗi bản tin 15 ngày.",
            "Gửi giấy mời chậm nhất 05 ngày làm việc trước ngày 15/3/2026.",
        ])
    func leavesOthers(text: String) throws {
        let plan = try read("II. TỔ CHỨC THỰC HIỆN\n1. Sở Ngoại vụ\n- \(text)")
        #expect(plan.tasks.map { $0.when?.value.short } == [nil])
    }

    @Test(
        "Times in fields",
        arguments: [
            ("Thời gian thực hiện: Quý II/2026", "2026-04-01..2026-06-30"),
            ("Thời gian hoàn thành: Quý II/2026", "by 2026-06-30"),
            ("Thời gian: Tháng 8/2026", "2026-08-01..2026-08-31"),
            ("Thời gian: Trước ngày 30/9/2026", "by 2026-09-30"),
            ("Thời gian: Quý III, IV/2026", "2026-07-01..2026-12-31"),
            ("Thời gian: Tháng 3 và tháng 9/2026", "2026-03-01..2026-09-30"),
            ("Thời gian: Cả năm", "2026-01-01..2026-12-31"), ("Thời gian: Hằng năm", "yearly"),
            ("Thời gian: Thường xuyên, liên tục", "continuous"),
            ("Thời gian: 05/12/2026 – 15/12/2026", "2026-12-05..2026-12-15"),
            (
                "Thời gian: Từ tháng 11/2026 đến 20/12/2026 (trọng tâm từ ngày 05/12/2026 – 15/12/2026)",
                "2026-11-01..2026-12-20"
            ),
            ("Thời gian: ngày 24, 25 và 26 tháng 8 năm 2026", "2026-08-24..2026-08-26"),
            ("Thời gian: Giai đoạn 2026 - 2030", "2026-01-01..2030-12-31"),
            ("Thời gian: 6 tháng đầu năm 2026", "2026-01-01..2026-06-30"),
            ("Thời gian: Tháng 12/2026 và thường xuyên", "2026-12-01..2026-12-31"),
            ("Thời gian: Năm 2026", "2026-01-01..2026-12-31"), ("Thời hạn: Cuối năm 2026", "by 2026-12-31"),
            ("Thời gian: Ngày 20/5/2026", "by 2026-05-20"),
            ("Thời gian nhận ảnh: Đến hết ngày 05/6/2026", "by 2026-06-05"),
            ("Thời gian: Quý IV/2026, 2027", "2026-10-01..2027-12-31"),
            ("Thời hạn: Tháng 02/2026", "2026-02-01..2026-02-28"),
            ("Thời hạn: Từ tháng 10 đến tháng 12 năm 2026", "2026-10-01..2026-12-31"),
            ("Thời gian: 15 - 20/3/2026", "2026-03-15..2026-03-20"),
            ("Thời gian: Tuần 2 tháng 3/2026", "2026-03-01..2026-03-31"),
            ("Thời gian: Tháng 10 hằng năm", "by --10-31"),
            ("Thời gian: Tuần đầu tháng 12/2026", "2026-12-01..2026-12-07"),
            ("Thời gian: Tuần thứ nhất của tháng 12/2026", "2026-12-01..2026-12-07"),
            ("Thời gian: Tuần cuối tháng 02/2026", "2026-02-22..2026-02-28"),
            ("Thời gian: Đầu tháng 12/2026", "2026-12-01..2026-12-31"),
            ("Thời gian: 2026", "2026-01-01..2026-12-31"),
            ("Thời gian: Thường xuyên, bắt đầu từ 01/10/2026", "continuous"),
            ("Thời gian: Từ nay đến 30/6/2026", "by 2026-06-30"),
            ("Hạn chót: 20/5/2026", "by 2026-05-20"),
        ])
    func readsFields(field: String, time: String) throws {
        let plan = try read(
            "II. NHIỆM VỤ\n1. Tập huấn\n- Tổ chức lớp tập huấn.\nCơ quan thực hiện: Sở Nội vụ.\n\(field).")
        #expect(plan.tasks.map { $0.when?.value.short } == [time])
    }

    @Test(
        "A beginning in a field is no last day",
        arguments: [
            "Từ 01/10/2026", "Kể từ ngày 01/10/2026", "Bắt đầu từ tháng 10/2026", "Từ tháng 5",
            "Sau 20/5/2026",
        ])
    func beginnings(time: String) throws {
        let plan = try read(
            "II. NHIỆM VỤ\n1. Phát bản tin\n- Cơ quan thực hiện: Sở Nội vụ.\n- Thời gian: \(time).")
        #expect(plan.tasks.map { $0.when?.value.short } == [nil])
    }

    @Test(
        "A day that is remembered, that a law came in force on, or a ceremony's hour bounds nothing",
        arguments: [
            "Mở chuyên trang, thời gian từ tháng 4/2026; bố trí phóng viên.",
            "Sơ kết trong tháng 12/2026, tổng kết trong tháng 12/2027.", "Tổ chức kỷ niệm ngày 10/10/2026.",
            "Hướng dẫn Nghị định có hiệu lực từ ngày 01/7/2026.",
            "Tuyên truyền Luật được Quốc hội thông qua ngày 20/11/2026.",
            "Truyền hình trực tiếp Lễ khai mạc lúc 19 giờ 30 phút ngày 23/11/2026.",
            "Bố trí kinh phí từ nguồn sự nghiệp y tế - dân số hằng năm.",
        ])
    func leavesDays(text: String) throws {
        let plan = try read("II. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ\n- \(text)")
        #expect(plan.tasks.map { $0.when?.value.short } == [nil])
    }

    @Test(
        "Printed and parsed partial dates are the same",
        arguments: ["2026-06-30", "2023-03", "2025", "--12-10", "---20"])
    func parsesPartialDates(text: String) {
        #expect(PartialDate(text)?.description == text)
    }

    @Test(
        "Other forms are no partial dates",
        arguments: ["", "2026-6-30", "30/6/2026", "abcd", "--13", "2026-06-3x"])
    func refusesOthers(text: String) {
        #expect(PartialDate(text) == nil)
    }
}
