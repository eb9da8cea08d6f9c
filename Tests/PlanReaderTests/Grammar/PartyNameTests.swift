import PlanReader
import Testing

/// Names of agencies whose own words are verbs, commas or joining words elsewhere.
@Suite struct PartyNameTests {
    static let names = [
        "Ban Quản lý dự án đầu tư xây dựng tỉnh", "Ban Tuyên giáo và Dân vận Tỉnh ủy", "Ban Chỉ đạo 35 tỉnh",
        "Ban An toàn giao thông tỉnh", "Ngân hàng Nhà nước Khu vực 3", "Đồn Biên phòng Cửa khẩu Cầu Treo",
        "Hội đồng phối hợp phổ biến, giáo dục pháp luật tỉnh", "Trung tâm Trợ giúp pháp lý nhà nước",
        "Trung tâm Xúc tiến đầu tư và Hỗ trợ doanh nghiệp", "Trung tâm Dịch vụ tổng hợp xã",
        "Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên", "Cục An toàn thông tin",
        "Phòng Bưu chính, Viễn thông và Công nghệ thông tin", "Phòng Hậu cần - Kỹ thuật", "Phòng Tham mưu",
        "Phòng Cảnh sát quản lý hành chính về trật tự xã hội", "Chi cục An toàn vệ sinh thực phẩm",
        "Thi hành án dân sự tỉnh", "Sở Văn hóa, Thể thao và Du lịch thành phố Hải Phòng",
        "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh", "Tổ bảo vệ an ninh trật tự",
        "Báo và Phát thanh, Truyền hình Hải Phòng",
    ]

    @Test(
        "Companies of one word are parties each; fields of an office and what is no party stay out",
        arguments: [
            ("VNPT, Viettel, MobiFone trên địa bàn", ["VNPT", "Viettel", "MobiFone trên địa bàn"]),
            ("Phòng Công chức, viên chức", ["Phòng Công chức, viên chức"]),
            ("Trung tâm Dịch vụ việc làm tỉnh", ["Trung tâm Dịch vụ việc làm tỉnh"]),
            ("Tiểu đoàn Bộ binh 1, Sở Y tế", ["Tiểu đoàn Bộ binh 1", "Sở Y tế"]),
            ("Tiểu đoàn Bộ binh 1 và Sở Y tế", ["Tiểu đoàn Bộ binh 1", "Sở Y tế"]),
            ("UBND các xã số vụ việc", ["UBND các xã"]),
            ("Ban Chỉ đạo chuyển đổi số tỉnh", ["Ban Chỉ đạo chuyển đổi số tỉnh"]),
            ("UBND các xã các trường hợp vi phạm", ["UBND các xã"]),
            ("Ban Quản lý các khu công nghiệp", ["Ban Quản lý các khu công nghiệp"]),
        ])
    func separates(names: String, parties: [String]) throws {
        let plan = try read("II. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ\n- Phối hợp với \(names) tổ chức tập huấn.")
        #expect(plan.tasks.map(\.withs) == [parties])
    }

    @Test(
        "Words of trade unions and of bodies of the centre name parties",
        arguments: [
            "Công đoàn cấp trên trực tiếp cơ sở", "Tổng Liên đoàn Lao động Việt Nam", "Trung ương Hội",
            "Trung ương Đoàn", "Cấp ủy cấp trên trực tiếp",
        ])
    func readsUnions(name: String) throws {
        let plan = try read("II. TỔ CHỨC THỰC HIỆN\n1. \(name)\n- Báo cáo \(name) trước ngày 10/3/2026.")
        #expect(plan.tasks.map(\.leads) == [[name]])
        #expect(plan.reports.map { $0.to.map(\.value) } == [[name]])
    }

    @Test("A name leads whole, as a heading, as a subject and in a field", arguments: names)
    func leads(name: String) throws {
        for body in [
            "1. \(name)\n- Xây dựng kế hoạch.", "1. \(name) có trách nhiệm xây dựng kế hoạch.",
            "1. \(name): Xây dựng kế hoạch.", "1. Tập huấn.\n- Cơ quan chủ trì: \(name).",
            "1. Giao \(name) chủ trì xây dựng kế hoạch.",
        ] {
            let plan = try read("II. TỔ CHỨC THỰC HIỆN\n" + body)
            #expect(plan.tasks.map(\.leads) == [[name]], "\(body)")
        }
    }

    @Test("A name takes part whole, before a verb, a comma and others", arguments: names)
    func takesPart(name: String) throws {
        for (text, withs) in [
            ("Phối hợp với \(name) tổ chức hội nghị.", [name]),
            ("Phối hợp với \(name), Sở Tài chính đăng tin.", [name, "Sở Tài chính"]),
            ("Phối hợp với \(name) và các đơn vị liên quan tuyên truyền.", [name, "các đơn vị liên quan"]),
        ] {
            let plan = try read("II. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ\n- \(text)")
            #expect(plan.tasks.map(\.withs) == [withs], "\(text)")
        }
    }

    @Test(
        "A verb behind a name ends it",
        arguments: [
            ("UBND các xã diễn tập sơ tán dân", "UBND các xã"),
            ("Công an thành phố phân luồng giao thông", "Công an thành phố"),
            ("các thôn duyệt danh sách", "các thôn"),
        ])
    func endsAtVerb(text: String, name: String) throws {
        let plan = try read("II. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ\n- Phối hợp với \(text).")
        #expect(plan.tasks.map(\.withs) == [[name]])
    }

    @Test("A person's offices belong to the person")
    func keepsOffices() throws {
        let plan = try read(
            "II. PHÂN CÔNG\n1. Đồng chí Lê Thị A, Giám đốc Sở Nội vụ, Phó Trưởng Ban: Điều hành công việc.")
        #expect(plan.tasks.map(\.leads) == [["Đồng chí Lê Thị A, Giám đốc Sở Nội vụ, Phó Trưởng Ban"]])
    }

    @Test("The Front and the bodies in it are one party in a sentence too")
    func keepsFront() throws {
        let plan = try read(
            "II. PHÂN CÔNG\n1. Đề nghị Ủy ban Mặt trận Tổ quốc tỉnh và các tổ chức thành viên vận động đoàn viên."
        )
        #expect(plan.tasks.map(\.leads) == [["Ủy ban Mặt trận Tổ quốc tỉnh và các tổ chức thành viên"]])
    }
}
