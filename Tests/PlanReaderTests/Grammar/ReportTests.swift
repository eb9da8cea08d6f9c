import PlanReader
import Testing

@Suite struct ReportTests {
    private func reports(_ text: String) throws -> [String] {
        let plan = try read("II. TỔ CHỨC THỰC HIỆN\n1. Các sở, ban, ngành\n- \(text)")
        return plan.reports.map {
            "\($0.from.map(\.value).joined(separator: "+")) > \($0.to.map(\.value).joined(separator: "+")): \($0.by?.value.description ?? "-")"
        }
    }

    @Test(
        "The end of a month or year is a report's day unless a bound follows",
        arguments: [
            ("Cuối tháng 6 và cuối tháng 12/2026 báo cáo UBND tỉnh.", "2026-06-30,2026-12-31"),
            ("Báo cáo UBND tỉnh cuối năm trước ngày 10/12/2026.", "2026-12-10"),
        ])
    func readsEnds(text: String, days: String) throws {
        let plan = try read("II. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ\n- \(text)")
        #expect(plan.reports.compactMap { $0.by?.value.description }.joined(separator: ",") == days)
    }

    @Test(
        "A day directly behind the addressee needs no bound, and is no part of the name",
        arguments: [
            ("Báo cáo UBND tỉnh ngày 20/11/2026.", "UBND tỉnh", "2026-11-20"),
            ("Tổng hợp, báo cáo UBND tỉnh, Bộ Y tế ngày 15/12/2026.", "UBND tỉnh|Bộ Y tế", "2026-12-15"),
            ("Báo cáo Sở Y tế ngày 10 tháng 6 năm 2026.", "Sở Y tế", "2026-06-10"),
            ("Báo cáo Giám đốc Sở ngày 02/01/2026.", "Giám đốc Sở", "2026-01-02"),
            ("Báo cáo Thường trực Tỉnh ủy vào cuối tháng 11/2026.", "Thường trực Tỉnh ủy", "2026-11-30"),
            ("Gửi báo cáo cho Sở Y tế ngày 20 hằng tháng.", "Sở Y tế", "---20"),
        ])
    func readsDayBehind(text: String, to: String, day: String) throws {
        let plan = try read("II. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ\n- \(text)")
        #expect(plan.reports.map { $0.to.map(\.value).joined(separator: "|") } == [to])
        #expect(plan.reports.map { $0.by?.value.description } == [day])
        #expect(plan.reports.first?.covers == nil)
        #expect(plan.tasks.first?.when?.value.short == "by \(day)")
    }

    @Test(
        "Stages of one report have each its day, and school years and years are told apart",
        arguments: [
            (
                "Báo cáo về Sở Y tế: đợt 1 trước ngày 05/3; đợt 2 trước ngày 20/4.",
                "2026-03-05 -|2026-04-20 -"
            ),
            (
                "Báo cáo Sở Y tế: học kỳ I trước ngày 10/01; cả năm học trước ngày 20/5.",
                "2026-01-10 -|2026-05-20 -"
            ),
            (
                "Báo cáo kết quả 6 tháng trước ngày 15/6/2026 và năm 2026 trước ngày 15/11/2026 về Sở Ngoại vụ.",
                "2026-06-15 6 tháng|2026-11-15 năm"
            ),
        ])
    func readsStages(text: String, days: String) throws {
        let plan = try read("II. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ\n- \(text)")
        let read = plan.reports.map { "\($0.by?.value.description ?? "-") \($0.covers?.value ?? "-")" }
        #expect(read.joined(separator: "|") == days)
        #expect(plan.reports.allSatisfy { $0.to.count == 1 })
    }

    @Test("A day that is told of something else is no report's") func leavesOtherDays() throws {
        let plan = try read(
            "II. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ\n- Báo cáo UBND tỉnh kết quả Hội nghị ngày 20/11/2026.")
        #expect(plan.reports.map { $0.by?.value.description } == [nil])
    }

    @Test("Others' reports that are taken in are no duty to report") func leavesPapers() throws {
        let plan = try read(
            "II. TỔ CHỨC THỰC HIỆN\n1. Công an tỉnh\n- Tiếp nhận báo cáo của các đơn vị; lưu trữ hồ sơ.")
        #expect(plan.reports.isEmpty)
    }

    @Test("Accidents are reported too") func hearsAccidents() throws {
        let plan = try read(
            "II. TỔ CHỨC THỰC HIỆN\n1. Các thôn\n- Bảo vệ loa; phản ánh kịp thời sự cố về UBND xã.")
        #expect(plan.reports.map { $0.to.map(\.value) } == [["UBND xã"]])
    }

    @Test(
        "Who reports to whom by when",
        arguments: [
            (
                "Báo cáo kết quả về Sở Ngoại vụ trước ngày 30/11.",
                ["Các sở, ban, ngành > Sở Ngoại vụ: 2026-11-30"]
            ),
            (
                "Tổng hợp, báo cáo UBND tỉnh kết quả 6 tháng (trước ngày 30/6) và năm (trước ngày 10/12).",
                ["Các sở, ban, ngành > UBND tỉnh: 2026-06-30", "Các sở, ban, ngành > UBND tỉnh: 2026-12-10"]
            ),
            (
                "Gửi báo cáo về UBND tỉnh (qua Sở Ngoại vụ) trước ngày 10/12 hằng năm để tổng hợp, báo cáo Bộ Ngoại giao.",
                ["Các sở, ban, ngành > UBND tỉnh: --12-10"]
            ),
            (
                "Báo cáo kết quả về Sở Ngoại vụ, email: a@laocai.gov.vn trước ngày 30/11.",
                ["Các sở, ban, ngành > Sở Ngoại vụ: 2026-11-30"]
            ),
            (
                "Báo cáo kết quả về Sở Ngoại vụ, địa chỉ: số 1 Trần Phú, trước ngày 30/11.",
                ["Các sở, ban, ngành > Sở Ngoại vụ: 2026-11-30"]
            ),
            (
                "Báo cáo kết quả về EVNCPC trước ngày 05 hằng tháng.",
                ["Các sở, ban, ngành > EVNCPC: ---05"]
            ),
            (
                "Tổng hợp, báo cáo UBND tỉnh và NHNN Việt Nam trước ngày 15/12/2026.",
                ["Các sở, ban, ngành > UBND tỉnh+NHNN Việt Nam: 2026-12-15"]
            ),
            (
                "Báo cáo UBND tỉnh vào ngày 15 và ngày 30 hằng tháng.",
                ["Các sở, ban, ngành > UBND tỉnh: ---15", "Các sở, ban, ngành > UBND tỉnh: ---30"]
            ),
            (
                "Phản ánh kịp thời các vụ việc về Công an phường.", ["Các sở, ban, ngành > Công an phường: -"]
            ),
            (
                "Báo cáo CCHC trước ngày 05/12/2026.", ["Các sở, ban, ngành > : 2026-12-05"]
            ),
            (
                "Báo cáo 6 tháng trước ngày 10/6; năm trước ngày 10/11/2026 gửi về Hội Nông dân thị xã.",
                [
                    "Các sở, ban, ngành > Hội Nông dân thị xã: 2026-06-10",
                    "Các sở, ban, ngành > Hội Nông dân thị xã: 2026-11-10",
                ]
            ),
            (
                "Xây dựng báo cáo tháng (trước ngày 20), báo cáo năm (trước ngày 05/12) gửi Sở Ngoại vụ.",
                ["Các sở, ban, ngành > Sở Ngoại vụ: ---20", "Các sở, ban, ngành > Sở Ngoại vụ: 2026-12-05"]
            ),
            (
                "Xây dựng kế hoạch trước ngày 10/3/2026 và gửi báo cáo về Sở Ngoại vụ trước ngày 25/11/2026.",
                ["Các sở, ban, ngành > Sở Ngoại vụ: 2026-11-25"]
            ),
            (
                "Tham mưu Ban Chỉ đạo 389 tỉnh báo cáo Ban Chỉ đạo 389 quốc gia trước ngày 15/3/2026.",
                ["Các sở, ban, ngành > Ban Chỉ đạo 389 quốc gia: 2026-03-15"]
            ),
            ("Định kỳ báo cáo trước ngày 05/11/2026 theo quy định.", ["Các sở, ban, ngành > : 2026-11-05"]),
            (
                "Báo cáo kết quả gửi Sở Ngoại vụ trước ngày 20/6 và 20/12/2026.",
                [
                    "Các sở, ban, ngành > Sở Ngoại vụ: 2026-06-20",
                    "Các sở, ban, ngành > Sở Ngoại vụ: 2026-12-20",
                ]
            ),
            (
                "Báo cáo tình hình về UBND tỉnh trước ngày 20 hằng tháng.",
                ["Các sở, ban, ngành > UBND tỉnh: ---20"]
            ),
            (
                "Báo cáo về UBND tỉnh (thông qua Sở Nội vụ tổng hợp) trước ngày 05/12.",
                ["Các sở, ban, ngành > UBND tỉnh: 2026-12-05"]
            ),
            (
                "Báo cáo Sở Ngoại vụ 6 tháng trước ngày 12/6; năm trước ngày 02/12.",
                [
                    "Các sở, ban, ngành > Sở Ngoại vụ: 2026-06-12",
                    "Các sở, ban, ngành > Sở Ngoại vụ: 2026-12-02",
                ]
            ),
            (
                "Báo cáo UBND tỉnh trước ngày 10/6/2026 và cuối năm trước ngày 05/12/2026.",
                ["Các sở, ban, ngành > UBND tỉnh: 2026-06-10", "Các sở, ban, ngành > UBND tỉnh: 2026-12-05"]
            ),
            (
                "Báo cáo Ban Chỉ đạo 35 tỉnh trước ngày 10/6/2026.",
                ["Các sở, ban, ngành > Ban Chỉ đạo 35 tỉnh: 2026-06-10"]
            ),
            (
                "Định kỳ hằng quý (trước ngày 20 tháng cuối quý), năm trước ngày 10/12, báo cáo UBND tỉnh.",
                ["Các sở, ban, ngành > UBND tỉnh: -", "Các sở, ban, ngành > UBND tỉnh: 2026-12-10"]
            ),
            (
                "Kết quả thực hiện gửi về Sở Ngoại vụ trước ngày 20/11 để tổng hợp.",
                ["Các sở, ban, ngành > Sở Ngoại vụ: 2026-11-20"]
            ),
            (
                "Báo cáo Sở Ngoại vụ trước ngày 10 tháng 6 (6 tháng) và trước ngày 05 tháng 12 hằng năm (năm).",
                ["Các sở, ban, ngành > Sở Ngoại vụ: --06-10", "Các sở, ban, ngành > Sở Ngoại vụ: --12-05"]
            ),
            (
                "Kịp thời báo cáo, đề xuất UBND tỉnh giải quyết khó khăn phát sinh.",
                ["Các sở, ban, ngành > UBND tỉnh: -"]
            ),
            (
                "Báo cáo về Sở Ngoại vụ hằng tuần (vào thứ Sáu) để tổng hợp.",
                ["Các sở, ban, ngành > Sở Ngoại vụ: -"]
            ),
            ("Gửi danh sách về Sở Ngoại vụ trước ngày 20/11.", []),
            ("Xây dựng ma két, báo cáo cấp trên thẩm định.", []),
            ("Cung cấp số liệu để tổng hợp, báo cáo UBND tỉnh.", []),
            ("Bồi dưỡng báo cáo viên.", []),
        ])
    func findsReports(text: String, expected: [String]) throws {
        #expect(try reports(text) == expected)
    }

    @Test("A later sentence's own doer reports, and the period behind a day is the day's")
    func tellsDoers() throws {
        let plan = try read(
            "II. CHẾ ĐỘ BÁO CÁO\n1. Các sở, ngành báo cáo Sở Ngoại vụ trước ngày 10/6 (đối với báo cáo 6 tháng). Sở Ngoại vụ tổng hợp, báo cáo UBND tỉnh trước ngày 20/6."
        )
        #expect(plan.reports.map { $0.from.map(\.value) } == [["Các sở, ngành"], ["Sở Ngoại vụ"]])
        #expect(plan.reports[0].covers?.value == "6 tháng")
    }

    @Test("Problems are reported in closing paragraphs too")
    func findsClosingReports() throws {
        let plan = try read(
            "II. TỔ CHỨC THỰC HIỆN\n1. Sở Ngoại vụ\n- Triển khai thực hiện.\nTrong quá trình thực hiện, nếu có khó khăn, vướng mắc, các đơn vị kịp thời phản ánh về Sở Ngoại vụ (qua Văn phòng) để được hướng dẫn./."
        )
        #expect(plan.reports.map { $0.from.map(\.value) } == [["các đơn vị"]])
        #expect(plan.reports.map { $0.to.map(\.value) } == [["Sở Ngoại vụ"]])
        #expect(plan.reports.allSatisfy { $0.by == nil })
    }

    @Test(
        "A closing paragraph that names nobody asks for no report",
        arguments: [
            "Trên đây là Kế hoạch năm 2026, nếu có vướng mắc đề nghị phản ánh về Sở Ngoại vụ để được hướng dẫn./.",
            "Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, kịp thời báo cáo UBND tỉnh xem xét./.",
        ])
    func leavesFarewells(text: String) throws {
        let plan = try read("II. TỔ CHỨC THỰC HIỆN\n1. Sở Ngoại vụ\n- Triển khai thực hiện.\n\(text)")
        #expect(plan.tasks.count == 1)
        #expect(plan.reports.isEmpty)
    }

    @Test(
        "A row of a table may be a duty to report, due when its cell of time says",
        arguments: [
            (
                "Báo cáo kết quả về Sở Y tế | Các xã | | Trước ngày 05/12 hằng năm",
                "Các xã > Sở Y tế: --12-05"
            ),
            (
                "Tổng hợp kết quả, báo cáo UBND tỉnh | Sở Y tế | | Trước 15/12/2026",
                "Sở Y tế > UBND tỉnh: 2026-12-15"
            ),
            (
                "Sơ kết 3 năm, báo cáo UBND tỉnh | Sở Y tế | | Tháng 12/2028",
                "Sở Y tế > UBND tỉnh: 2028-12-31"
            ),
            (
                "Báo cáo UBND tỉnh trước ngày 30/6/2026 | Sở Y tế | | Tháng 6",
                "Sở Y tế > UBND tỉnh: 2026-06-30"
            ),
            (
                "Báo cáo UBND tỉnh | Sở Y tế | | 6 tháng: trước ngày 15/6/2026; năm: trước ngày 10/12/2026",
                "Sở Y tế > UBND tỉnh: 2026-06-15 6 tháng, Sở Y tế > UBND tỉnh: 2026-12-10 năm"
            ),
            ("Báo cáo UBND tỉnh | Sở Y tế | | Thường xuyên", "Sở Y tế > UBND tỉnh: -"),
            ("Tập huấn báo cáo viên | Sở Y tế | | Tháng 5/2026", ""),
        ])
    func readsRows(row: String, expected: String) throws {
        let plan = try read(
            "II. NHIỆM VỤ\n| TT | Nhiệm vụ | Chủ trì | Phối hợp | Thời gian |\n|-|-|-|-|-|\n| 1 | \(row) |")
        #expect(plan.tasks.count == 1)
        let found = plan.reports.map { report in
            let sides = [report.from, report.to].map { $0.map(\.value).joined(separator: "+") }
            let day = report.by?.value.description ?? "-"
            return "\(sides[0]) > \(sides[1]): \(day)" + (report.covers.map { " \($0.value)" } ?? "")
        }
        #expect(found.joined(separator: ", ") == expected)
    }
}
