import PlanReader
import Testing

@Suite struct AssignmentTests {
    @Test(
        "The lead is the heading's party, the subject, or who stands before chủ trì",
        arguments: [
            ("1. Sở Ngoại vụ\n- Chủ trì xây dựng kế hoạch.", ["Sở Ngoại vụ"]),
            ("1. Sở Xây dựng: Tổ chức tuyên truyền trực quan.", ["Sở Xây dựng"]),
            (
                "1. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh\n- Vận động Nhân dân thực hiện.",
                ["Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh"]
            ),
            ("1. Giao Sở Tài chính chủ trì, phối hợp với Sở Nội vụ bố trí kinh phí.", ["Sở Tài chính"]),
            ("1. Sở Công Thương, Sở Nội vụ lồng ghép tuyên truyền.", ["Sở Công Thương", "Sở Nội vụ"]),
            (
                "1. Các sở, ban, ngành; UBND các xã, phường\n- Đăng tải thông tin.",
                ["Các sở, ban, ngành", "UBND các xã, phường"]
            ),
            (
                "1. Phòng Bưu chính - Viễn thông - Công nghệ thông tin\nĐăng tin, bài.",
                ["Phòng Bưu chính - Viễn thông - Công nghệ thông tin"]
            ),
            (
                "1. Thủ trưởng các cơ quan, đơn vị thuộc Sở\n- Phân công người phụ trách.",
                ["Thủ trưởng các cơ quan, đơn vị thuộc Sở"]
            ),
            ("1. Ông Trần Văn B - Phó Giám đốc: Trực tiếp chỉ đạo.", ["Ông Trần Văn B - Phó Giám đốc"]),
            (
                "1. Căn cứ Kế hoạch này các sở, ban, ngành chủ động triển khai thực hiện.",
                ["các sở, ban, ngành"]
            ),
            (
                "1. UBND các huyện: Bát Xát, Bảo Thắng và thành phố Lào Cai\n- Treo cờ.",
                ["UBND các huyện: Bát Xát, Bảo Thắng và thành phố Lào Cai"]
            ),
            ("1. Đồn Biên phòng Bát Xát, Hải đội 4\n- Tuần tra.", ["Đồn Biên phòng Bát Xát", "Hải đội 4"]),
            ("1. Huyện ủy Bát Xát\n- Lãnh đạo UBND huyện bố trí kinh phí.", ["Huyện ủy Bát Xát"]),
            ("1. Trách nhiệm chung\n1.1. Hai bên thường xuyên trao đổi số liệu.", ["Hai bên"]),
            ("1. In tờ rơi. Phòng Báo chí thực hiện; xong trong quý I/2026.", ["Phòng Báo chí"]),
            (
                "1. Công an tỉnh tiến hành kiểm tra đối với:\n- UBND xã.\n- Tổ bầu cử.",
                ["Công an tỉnh"]
            ),
            (
                "1. Trường THCS An Bình và Trạm Y tế xã, mỗi đơn vị treo 02 băng rôn.",
                ["Trường THCS An Bình", "Trạm Y tế xã"]
            ),
            ("1. Các đội chiếu bóng hàng tuần (chiều thứ Sáu) nộp nhật ký.", ["Các đội chiếu bóng"]),
            ("1. Văn phòng HĐND và UBND phường\n- Cung cấp thông tin.", ["Văn phòng HĐND và UBND phường"]),
            (
                "1. Báo và phát thanh, truyền hình Lào Cai\n- Mở chuyên mục.",
                ["Báo và phát thanh, truyền hình Lào Cai"]
            ),
        ])
    func findsLead(body: String, leads: [String]) throws {
        let plan = try read("II. TỔ CHỨC THỰC HIỆN\n" + body)
        #expect(plan.tasks.map(\.leads) == [leads])
    }

    @Test(
        "A lead-in hands its party to each lettered or numbered duty below, and is none itself",
        arguments: [
            "1. Giao Phòng Kinh tế là cơ quan đầu mối, có trách nhiệm:\na) X\nb) Y",
            "1. Phòng Kinh tế chịu trách nhiệm:\na) X\nb) Y",
            "1. Phòng Kinh tế thực hiện các nhiệm vụ sau:\na. X\nb. Y",
            "1. Truyền thông\nGiao Phòng Kinh tế có trách nhiệm:\na) X\nb) Y",
            "1. Phòng Kinh tế có nhiệm vụ cụ thể như sau:\n1.1. X\n1.2. Y",
        ])
    func handsDownLeadIn(body: String) throws {
        let items = body.replacing(
            "X", with: "Chủ trì, phối hợp với Công an xã dựng pa nô. Xong trước ngày 20/3/2026."
        )
        .replacing("Y", with: "Soạn 12 bản tin.")
        let plan = try read("II. TỔ CHỨC THỰC HIỆN\n" + items)
        #expect(plan.tasks.map(\.leads) == [["Phòng Kinh tế"], ["Phòng Kinh tế"]])
        #expect(plan.tasks.map(\.withs) == [["Công an xã"], []])
        #expect(plan.tasks.map { $0.when?.value.short } == ["by 2026-03-20", nil])
    }

    @Test("Who helps in a lead-in helps with each duty; themes below a sentence stay its own")
    func handsDownHelpers() throws {
        let plan = try read(
            "II. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế chủ trì, phối hợp với Sở Nội vụ thực hiện:\na) Lập danh sách.\nb) In tài liệu."
        )
        #expect(plan.tasks.map(\.withs) == [["Sở Nội vụ"], ["Sở Nội vụ"]])
        let themes = try read(
            "II. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế tuyên truyền các nội dung sau:\na) Luật Dược.\nb) Luật Thủ đô."
        )
        #expect(themes.tasks.count == 1)
    }

    @Test("Whom the lead does it with stands after cùng too") func findsCompany() throws {
        let plan = try read(
            "II. TỔ CHỨC THỰC HIỆN\n1. Đề nghị Hội Nông dân xã chủ trì cùng Hội Phụ nữ, Đoàn Thanh niên vận động Nhân dân."
        )
        #expect(plan.tasks.map(\.leads) == [["Hội Nông dân xã"]])
        #expect(plan.tasks.map(\.withs) == [["Hội Phụ nữ", "Đoàn Thanh niên"]])
    }

    @Test(
        "Coordinators stand after every phối hợp, verbs end them",
        arguments: [
            (
                "Chủ trì, phối hợp với Sở Nội vụ, Công an tỉnh tổ chức hội nghị.",
                ["Sở Nội vụ", "Công an tỉnh"]
            ),
            ("Phối hợp chặt chẽ với các cơ quan báo chí đăng tải thông tin.", ["các cơ quan báo chí"]),
            ("Tham mưu phối hợp với UBND các xã, phường chỉ đạo.", ["UBND các xã, phường"]),
            (
                "Phối hợp Bộ Chỉ huy Quân sự tỉnh tuần tra; phối hợp với Đồn Biên phòng Bát Xát kiểm tra.",
                ["Bộ Chỉ huy Quân sự tỉnh", "Đồn Biên phòng Bát Xát"]
            ),
            (
                "Phối hợp với cấp ủy, chính quyền 12 xã, 02 phường biên giới tuyên truyền.",
                ["cấp ủy, chính quyền 12 xã, 02 phường biên giới"]
            ),
            ("Phối hợp với Công an tỉnh rà quét thông tin xấu.", ["Công an tỉnh"]),
            ("Mở chuyên mục với sự phối hợp của Sở Nội vụ, Công an tỉnh.", ["Sở Nội vụ", "Công an tỉnh"]),
            ("Chủ trì, có sự phối hợp của Sở Nội vụ mở chuyên mục.", ["Sở Nội vụ"]),
            ("Phối hợp với 63 tỉnh, thành phố quảng bá.", ["63 tỉnh, thành phố"]),
            ("Phối hợp với Đại sứ quán Việt Nam tại Lào tổ chức sự kiện.", ["Đại sứ quán Việt Nam tại Lào"]),
            ("Phối hợp với Tổ dân phố số 5 vận động hội viên.", ["Tổ dân phố số 5"]),
            ("Phối hợp chặt chẽ, thường xuyên với các sở, ngành trong tuyên truyền.", ["các sở, ngành"]),
            ("Phối hợp tổ chức tuyên truyền.", []), ("Tăng cường sự phối hợp với các nước.", []),
            (
                "Phối hợp với Sở Văn hóa, Thể thao và Du lịch, các địa phương, đơn vị liên quan và các cơ quan báo chí xây dựng kế hoạch.",
                [
                    "Sở Văn hóa, Thể thao và Du lịch", "các địa phương, đơn vị liên quan",
                    "các cơ quan báo chí",
                ]
            ),
            ("Phối hợp với Ban An toàn giao thông tỉnh tuyên truyền.", ["Ban An toàn giao thông tỉnh"]),
        ])
    func findsCoordinators(text: String, withs: [String]) throws {
        let plan = try read("II. TỔ CHỨC THỰC HIỆN\n1. Sở Ngoại vụ\n- \(text)")
        #expect(plan.tasks.map(\.withs) == [withs])
    }

    @Test(
        "Roles are told by brackets and by a phối hợp that ends its clause",
        arguments: [
            "Đơn vị thực hiện: Sở Nội vụ (chủ trì), Sở Tư pháp, Công an tỉnh (phối hợp).",
            "Phân công: Sở Nội vụ chủ trì; Sở Tư pháp, Công an tỉnh phối hợp.",
        ])
    func readsRoles(field: String) throws {
        let plan = try read("II. NHIỆM VỤ\n1. Tổ chức hội nghị.\n- \(field)")
        #expect(plan.tasks.map(\.leads) == [["Sở Nội vụ"]])
        #expect(plan.tasks.map(\.withs) == [["Sở Tư pháp", "Công an tỉnh"]])
    }

    @Test(
        "Bullets below a bullet or a line that is only a party are its tasks",
        arguments: [
            "- Sở Nội vụ\n+ A b c.\n+ D e f.\n- Sở Tư pháp\n+ G h i.",
            "* Sở Nội vụ:\n- A b c.\n- D e f.\n* Sở Tư pháp:\n- G h i.",
        ])
    func readsInnerHeadings(body: String) throws {
        let plan = try read("II. TỔ CHỨC THỰC HIỆN\n\(body)")
        #expect(plan.tasks.map(\.leads) == [["Sở Nội vụ"], ["Sở Nội vụ"], ["Sở Tư pháp"]])
        #expect(plan.tasks.allSatisfy { $0.at == "II" })
    }

    @Test("Among headings of parties an unknown one is a party too")
    func namesSiblings() throws {
        let plan = try read(
            "II. PHÂN CÔNG NHIỆM VỤ\n1. Sở Nội vụ\n- Theo dõi.\n2. Sở Tư pháp\n- Kiểm tra.\n3. Nghệ nhân làng gốm\n- Truyền nghề."
        )
        #expect(plan.tasks.map(\.leads) == [["Sở Nội vụ"], ["Sở Tư pháp"], ["Nghệ nhân làng gốm"]])
    }

    @Test(
        "What a lead-in opens are tasks, and a heading's unknown name before a colon is a party among others")
    func readsLeadIns() throws {
        let opened = try read(
            "II. PHÂN CÔNG\n1. Sở Nội vụ\n- Chủ trì:\n+ Theo dõi.\n+ Kiểm tra.\n- Phối hợp:\n+ Thẩm định.")
        #expect(opened.tasks.map(\.text.value) == ["Theo dõi.", "Kiểm tra.", "Thẩm định."])
        let siblings = try read(
            "II. NỘI DUNG\n1. Sở Nội vụ\n- Theo dõi.\n2. Sở Tư pháp\n- Kiểm tra.\n3. Các nhà hàng, khách sạn: Tạm dừng hoạt động."
        )
        #expect(siblings.tasks.last?.leads == ["Các nhà hàng, khách sạn"])
        let colon = try read(
            "II. PHÂN CÔNG\n1. Sở Nội vụ\n- Chủ trì, phối hợp với: Sở Tư pháp; UBND các xã tổ chức tập huấn.")
        #expect(colon.tasks.map(\.withs) == [["Sở Tư pháp", "UBND các xã"]])
    }

    @Test("Coordinators of a heading's sentence hold for its bullets, and later doers lead too")
    func readsSentences() throws {
        let headed = try read(
            "II. PHÂN CÔNG\n1. Sở Nội vụ chủ trì, phối hợp với Sở Tư pháp:\n- Theo dõi.\n- Kiểm tra.")
        #expect(headed.tasks.map(\.withs) == [["Sở Tư pháp"], ["Sở Tư pháp"]])
        let several = try read(
            "II. NỘI DUNG\n1. Chợ hoa xuân\n- Giao Sở Nội vụ tổ chức; Công an tỉnh bảo đảm an ninh.\n- Thời gian: 20/02/2026."
        )
        #expect(several.tasks.map(\.leads) == [["Sở Nội vụ", "Công an tỉnh"]])
        #expect(several.tasks.map { $0.when?.value.short } == ["by 2026-02-20"])
    }

    @Test("“Mỗi đơn vị” is the heading's parties, an hour's colon opens no duty") func readsShares() throws {
        let plan = try read(
            "II. PHÂN CÔNG\n1. Sở Nội vụ, Sở Tư pháp\n- Mỗi đơn vị tổ chức 01 buổi.\n- Các đơn vị họp trước 16:30 ngày 02/3."
        )
        #expect(plan.tasks[0].leads == ["Sở Nội vụ", "Sở Tư pháp"])
        #expect(plan.tasks[1].text.value == "Các đơn vị họp trước 16:30 ngày 02/3.")
    }

    @Test(
        "A sentence's doer, wherever it stands",
        arguments: [
            ("UBND xã giao Công an xã hướng dẫn người dân.", "Công an xã | "),
            ("Phát tờ rơi tại chợ do Đoàn Thanh niên xã thực hiện.", "Đoàn Thanh niên xã | "),
            (
                "Mở 05 điểm (Đoàn Thanh niên xã chủ trì, Công an xã phối hợp).",
                "Đoàn Thanh niên xã | Công an xã"
            ),
            ("Sở Y tế giao ban hằng tuần.", "Sở Y tế | "),
            ("Phòng Kinh tế được giao nhiệm vụ tham mưu kinh phí.", "Phòng Kinh tế | "),
            ("Các sở, ngành có báo cáo gửi về Công an tỉnh trước ngày 10/6.", "Các sở, ngành | "),
            ("Trưởng Trạm Y tế xã có trách nhiệm niêm yết mã QR.", "Trưởng Trạm Y tế xã | "),
            ("Bưu điện xã, Viettel Đại Lộc nhận và trả kết quả tại nhà.", "Bưu điện xã; Viettel Đại Lộc | "),
            (
                "Sở Nội vụ phối hợp cùng Cảng hàng không quốc tế Cam Ranh đón khách.",
                "Sở Nội vụ | Cảng hàng không quốc tế Cam Ranh"
            ),
            ("Sở Nội vụ phối kết hợp với Sở Y tế khám bệnh.", "Sở Nội vụ | Sở Y tế"),
        ])
    func readsDoers(text: String, parties: String) throws {
        let tasks = try read("II. NỘI DUNG\n1. \(text)").tasks
        #expect(
            tasks.map { "\($0.leads.joined(separator: "; ")) | \($0.withs.joined(separator: "; "))" } == [
                parties
            ])
    }

    @Test("Fields on lines of their own all belong to the unit above")
    func readsSeparateFields() throws {
        let plan = try read(
            "II. NỘI DUNG\n1. Trung tâm báo chí lễ hội\n- Cấp thẻ tác nghiệp.\nĐơn vị chủ trì: Sở Nội vụ\nĐơn vị phối hợp: Sở Tư pháp"
        )
        #expect(plan.tasks.map(\.leads) == [["Sở Nội vụ"]])
        #expect(plan.tasks.map(\.withs) == [["Sở Tư pháp"]])
    }

    @Test("Fields under an item give it leads, coordinators and time")
    func readsFields() throws {
        let plan = try read(
            """
            II. NHIỆM VỤ
            1. Tuyên truyền trực quan
            - Treo băng rôn, pa nô trên các tuyến đường.
            + Cơ quan chủ trì: Sở Xây dựng.
            + Cơ quan phối hợp: Công an tỉnh; UBND các xã và mời các cơ quan báo chí.
            + Thời gian thực hiện: Hoàn thành trong quý II/2026.
            2. Tập huấn
            a) Tổ chức lớp tập huấn cho báo cáo viên.
            Cơ quan thực hiện: Sở Nội vụ chủ trì, phối hợp với các địa phương.
            Thời gian: Thường xuyên.
            """)
        #expect(plan.tasks.map(\.at) == ["II.1", "II.2.a"])
        #expect(plan.tasks.map(\.leads) == [["Sở Xây dựng"], ["Sở Nội vụ"]])
        #expect(
            plan.tasks.map(\.withs) == [
                ["Công an tỉnh", "UBND các xã", "các cơ quan báo chí"], ["các địa phương"],
            ])
        #expect(plan.tasks.map { $0.when?.value.short } == ["by 2026-06-30", "continuous"])
    }

    @Test("Bullets over one Đơn vị chủ trì each take it")
    func sharesFields() throws {
        let plan = try read(
            "II. NHIỆM VỤ\n1. Truyền thông\n- Xây dựng chuyên mục.\n- Phát sóng phóng sự.\nĐơn vị chủ trì: Báo Lào Cai.\nĐơn vị phối hợp: Sở Nội vụ."
        )
        #expect(plan.tasks.map(\.leads) == [["Báo Lào Cai"], ["Báo Lào Cai"]])
        #expect(plan.tasks.map(\.withs) == [["Sở Nội vụ"], ["Sở Nội vụ"]])
    }

    @Test(
        "What is told of a party is no duty of it",
        arguments: [
            "Tham dự hội nghị do Sở Ngoại vụ chủ trì.",
            "Kết quả quản lý tại 05 cửa khẩu, trong đó Công an tỉnh chủ trì 03 cửa khẩu.",
            "Cơ quan chủ trì, thành phần, số lượng đại biểu.",
            "Thành viên đoàn: Đại diện lãnh đạo Sở Nội vụ.",
        ])
    func leavesNounPhrases(text: String) throws {
        #expect(try read("I. NỘI DUNG\n1. Kiểm tra\n- \(text)").tasks.isEmpty)
    }

    @Test("Themes that name no party and closing paragraphs are no tasks")
    func leavesThemes() throws {
        let plan = try read(
            "I. NỘI DUNG TUYÊN TRUYỀN\n1. Nội dung\n- Tuyên truyền về chủ quyền biển, đảo.\n- Kết quả phân giới cắm mốc.\nTrên đây là Kế hoạch năm 2026, đề nghị các đơn vị thực hiện./."
        )
        #expect(plan.tasks.isEmpty)
    }
}
