import PlanReader
import Testing

/// Doers in words of their own: short names in capitals, offices of courts, parties of later sentences.
@Suite struct DoerTests {
    @Test(
        "Short names, courts and later sentences lead",
        arguments: [
            ("1. LĐLĐ huyện\n- Tổ chức Lễ phát động.", ["LĐLĐ huyện"]),
            ("1. BHXH huyện phối hợp Trung tâm Truyền thông duy trì chuyên mục.", ["BHXH huyện"]),
            ("1. Tòa Hình sự; Tòa Dân sự\n- Công bố bản án.", ["Tòa Hình sự", "Tòa Dân sự"]),
            (
                "1. Chánh tòa các Tòa chuyên trách, Trưởng các phòng căn cứ Kế hoạch này xây dựng kế hoạch.",
                ["Chánh tòa các Tòa chuyên trách", "Trưởng các phòng"]
            ),
            ("1. Phòng Kinh doanh (P9)\n- In tờ rơi.", ["Phòng Kinh doanh (P9)"]),
            (
                "1. Các cơ quan, tổ chức, đơn vị được phân bổ người ứng cử hoàn thành việc lấy ý kiến cử tri.",
                ["Các cơ quan, tổ chức, đơn vị"]
            ),
            ("1. Văn phòng UBND phường\n- Thường trực giúp việc Ủy ban bầu cử.", ["Văn phòng UBND phường"]),
            (
                "1. Các khoa\n- Bác sĩ trưởng khoa chịu trách nhiệm về thái độ phục vụ.",
                ["Bác sĩ trưởng khoa"]
            ),
            ("1. Phòng Kinh tế\n- Thường trực, tổng hợp tình hình.", ["Phòng Kinh tế"]),
            ("1. Thôn trưởng 14 thôn\n- Phân công tổ đội trực.", ["Thôn trưởng 14 thôn"]),
            ("1. Tổ chức Lễ phát động tại Quảng trường (giao Phòng Trẻ em tham mưu).", ["Phòng Trẻ em"]),
            ("1. Lực lượng: 08 tổ đội với 96 người.\n2. Công an xã\n- Tuần tra.", ["Công an xã"]),
            (
                "1. Các chủ rừng: Công ty Lâm nghiệp Kon Plông, Ban Quản lý rừng\na- Xây dựng phương án.",
                ["Các chủ rừng"]
            ),
            (
                "1. Giao Phòng Kinh tế xây dựng phương án. Công an xã bảo đảm an ninh.",
                ["Phòng Kinh tế", "Công an xã"]
            ),
        ])
    func findsDoers(body: String, leads: [String]) throws {
        let plan = try read("II. GIAO NHIỆM VỤ\n" + body)
        #expect(plan.tasks.map(\.leads) == [leads])
    }

    @Test("A first kind without its noun is one party with the second") func keepsElliptic() throws {
        let plan = try read(
            """
            II. TỔ CHỨC THỰC HIỆN
            1. Hội Nông dân xã: Tổ chức tập huấn.
            2. Phòng Kinh tế: Bố trí kinh phí.
            3. Các Chi, Tổ Hội: Vận động hội viên ký cam kết.
            """)
        #expect(plan.tasks.map(\.leads).last == ["Các Chi, Tổ Hội"])
    }

    @Test("A cell names its party whole, in words that no table knows") func readsNameCells() throws {
        let plan = try read(
            """
            II. NHIỆM VỤ
            | TT | Nội dung | Người thực hiện | Người phối hợp | Thời gian |
            |----|----------|-----------------|----------------|-----------|
            | 1 | Phát tin về luồng hàng hải | Đại diện Cảng vụ tại Vũng Rô | Đài Thông tin duyên hải | Hàng ngày |
            """)
        #expect(plan.tasks.map(\.leads) == [["Đại diện Cảng vụ tại Vũng Rô"]])
    }

    @Test(
        "A coordinator's name keeps its fields and ends before the verb",
        arguments: [
            ("Phối hợp với các sở, ban, ngành cắt giảm thủ tục.", ["các sở, ban, ngành"]),
            ("Phối hợp với Trạm Kiểm dịch y tế tuyên truyền.", ["Trạm Kiểm dịch y tế"]),
            (
                "Phối hợp Phòng NN và MT, Phòng VH, KH và TT tổ chức tập huấn.",
                ["Phòng NN và MT", "Phòng VH, KH và TT"]
            ),
            ("Phối hợp với Thư viện tổng hợp tỉnh trang trí sân khấu.", ["Thư viện tổng hợp tỉnh"]),
            ("Phối hợp với phòng Tài nguyên và Môi trường kiểm tra.", ["phòng Tài nguyên và Môi trường"]),
            ("Phối hợp với Sở TT và UBND xã tổ chức tập huấn.", ["Sở TT", "UBND xã"]),
        ])
    func endsCoordinators(text: String, names: [String]) throws {
        let plan = try read("II. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ\n- \(text)")
        #expect(plan.tasks.map(\.withs) == [names])
    }

    @Test("A basis behind \"trên cơ sở\" is one") func findsSecondBasis() throws {
        let plan = try PlanReader().read(
            """
            UBND TỈNH LÀO CAI
            KẾ HOẠCH
            Thông tin đối ngoại
            Thực hiện Kế hoạch số 68/KH-LĐLĐ ngày 20/3/2024 của tỉnh, trên cơ sở Kế hoạch số 31/KH-LĐLĐ, ngày 12/01/2024 của huyện;
            I. MỤC ĐÍCH
            Nâng cao nhận thức.
            """)
        #expect(plan.bases.map(\.value.number) == ["68/KH-LĐLĐ", "31/KH-LĐLĐ"])
    }
}
