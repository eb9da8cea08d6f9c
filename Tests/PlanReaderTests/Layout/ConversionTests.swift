import PlanReader
import Testing

/// What converters make of a plan: block quotes and grid tables, running heads, broken labels, slips in the dateline.
@Suite struct ConversionTests {
    @Test("Fields in a block quote with empty quoted lines between are read") func readsQuotes() throws {
        let plan = try read(
            """
            II. NHIỆM VỤ

            > **1\\. Tổ chức Hội nghị phổ biến các luật mới**
            >
            > \\- Chủ trì: Văn phòng Sở;
            >
            > \\- Phối hợp: Công an tỉnh, Sở Tư pháp;
            >
            > \\- Thời gian: Hoàn thành trước 30/6/2026.
            """)
        #expect(plan.tasks.map(\.leads) == [["Văn phòng Sở"]])
        #expect(plan.tasks.map(\.withs) == [["Công an tỉnh", "Sở Tư pháp"]])
        #expect(plan.tasks.map { $0.when?.value.short } == ["by 2026-06-30"])
    }

    @Test("Recipients and signer in a grid table are kept apart") func readsGrid() throws {
        let plan = try PlanReader().read(
            """
            UBND TỈNH LÀO CAI
            KẾ HOẠCH
            Phổ biến pháp luật
            I. MỤC ĐÍCH
            Nâng cao nhận thức.

            +-----------------------------------+------------------------+
            | ***Nơi nhận:***                   | **TM. ỦY BAN NHÂN DÂN**|
            |                                   |                        |
            | \\- Sở Tư pháp;                   | **CHỦ TỊCH**           |
            |                                   |                        |
            | \\- TT. Đảng ủy, HĐND xã;         |                        |
            |                                   |                        |
            | \\- Lưu: VT.                      | **Y Thoan Niê**        |
            +-----------------------------------+------------------------+
            """)
        #expect(plan.recipients.map(\.value) == ["Sở Tư pháp", "TT. Đảng ủy, HĐND xã"])
        #expect(plan.signer?.title?.value == "CHỦ TỊCH")
        #expect(plan.signer?.name?.value == "Y Thoan Niê")
    }

    @Test("A head printed over each page is no part of the text") func dropsRunningHeads() throws {
        let plan = try read(
            """
            II. TỔ CHỨC THỰC HIỆN
            1. Sở Y tế, Sở Tài chính: Tham mưu bố trí kinh phí từ nguồn
            UBND TỈNH BẾN TRE                                           Trang 2
            sự nghiệp y tế.
            Trang 3/4
            2. Sở Nội vụ: Vận động công chức.
            UBND TỈNH BẾN TRE                                           Trang 4
            """)
        #expect(
            plan.tasks.map(\.text.value) == [
                "Tham mưu bố trí kinh phí từ nguồn sự nghiệp y tế.", "Vận động công chức.",
            ])
    }

    @Test("A label broken over a line's end is one") func joinsLabels() throws {
        let plan = try read(
            """
            II. NHIỆM VỤ
            3. Giao Sở Tài chính hướng dẫn các đơn vị xây dựng phương án; thời gian
            hoàn thành: tháng 10/2026.
            """)
        #expect(plan.tasks.map { $0.when?.value.short } == ["by 2026-10-31"])
    }

    @Test("A line that ends in \"báo cáo\" goes on with whom it goes to") func joinsAddressees() throws {
        let plan = try read(
            """
            II. TỔ CHỨC THỰC HIỆN
            1. Trưởng các ấp
            - Hòa giải mâu thuẫn ngay từ khi mới phát sinh; cuối mỗi quý báo cáo
            UBND xã.
            """)
        #expect(plan.reports.map { $0.to.map(\.value) } == [["UBND xã"]])
    }

    @Test("Syllables cut before a marked vowel are whole again, and their places stay true")
    func joinsSyllables() throws {
        let text = """
            SỞ NỘI V Ụ
            KẾ HO ẠCH
            Cải cách hành chính
            I. TỔ CHỨC THỰC HIỆN
            1. Công an t ỉnh
            - Phối hợp với B ộ Chỉ huy Quân s ự th ực hi ện; đo 200 m ống nước cho ấp.
            """
        let plan = try PlanReader().read(text)
        let task = try #require(plan.tasks.first)
        #expect(task.leads == ["Công an tỉnh"])
        #expect(task.withs == ["Bộ Chỉ huy Quân sự"])
        #expect(task.text.value == "Phối hợp với Bộ Chỉ huy Quân sự thực hiện; đo 200 m ống nước cho ấp.")
        let bytes = Array(text.utf8)
        let place = try #require(task.lead.first).range
        #expect(String(decoding: bytes[place.lower..<place.upper], as: UTF8.self) == "Công an t ỉnh")
    }

    @Test("A clean text keeps its blanks") func keepsBlanks() throws {
        let plan = try read("I. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ\n- Cấp cho ấp 3, lớp c ở điểm lẻ.")
        #expect(plan.tasks.map(\.text.value) == ["Cấp cho ấp 3, lớp c ở điểm lẻ."])
    }

    @Test("A rule glued to the preamble ends the title") func cutsRules() throws {
        let plan = try PlanReader().read(
            """
            TỈNH ỦY HÀ TĨNH
            KẾ HOẠCH
            tuyên truyền đại hội
            ----Thực hiện Chỉ thị số 35-CT/TW, ngày 14/6/2024 của Bộ Chính trị như sau:
            I. MỤC ĐÍCH
            Tuyên truyền.
            """)
        #expect(plan.title?.value == "tuyên truyền đại hội")
        #expect(plan.bases.map(\.value.number) == ["35-CT/TW"])
    }

    @Test("Parts by letters and items with a dash are labels") func readsLabels() throws {
        let plan = try read(
            """
            Phần A. MỤC ĐÍCH
            Nâng cao nhận thức.
            Phần B. TỔ CHỨC THỰC HIỆN
            1- Phòng Kinh tế
            a- Bố trí kinh phí.
            b- Kiểm tra việc thực hiện.
            """)
        #expect(plan.sections.map(\.label) == ["A", "B", "B.1", "B.1.a", "B.1.b"])
        #expect(plan.tasks.map(\.at) == ["B.1.a", "B.1.b"])
    }

    @Test("A dateline with a slip of text recognition has its day") func readsSlips() throws {
        let plan = try PlanReader().read(
            """
            SỞ DU LỊCH
            Số: 87/KH-SDL             Cà Mau, ngày 14 thảng 02 năm 2023
            KẾ HOẠCH
            Quảng bá du lịch
            I. MỤC ĐÍCH
            Quảng bá.
            """)
        #expect(plan.date?.value.description == "2023-02-14")
    }

    @Test("A signer keeps the degree before the name") func readsDegrees() throws {
        let plan = try PlanReader().read(
            """
            BỆNH VIỆN ĐA KHOA TỈNH
            KẾ HOẠCH
            Truyền thông
            I. MỤC ĐÍCH
            Nâng cao sự hài lòng.
            Nơi nhận:\tGIÁM ĐỐC
            - Sở Y tế;
            - Lưu: VT.\tBS CKII. Phạm Hồng Quân
            """)
        #expect(plan.signer?.name?.value == "BS CKII. Phạm Hồng Quân")
    }

    @Test("Persons with telephones in an annex without a head are contacts") func readsContacts() throws {
        let plan = try read(
            """
            I. MỤC ĐÍCH
            Nâng cao nhận thức.
            """)
        #expect(plan.contacts.isEmpty)
        let listed = try PlanReader().read(
            """
            ỦY BAN NHÂN DÂN XÃ HƯƠNG KHÊ
            KẾ HOẠCH
            Phòng, chống thiên tai
            I. MỤC ĐÍCH
            Chủ động ứng phó.
            TM. ỦY BAN NHÂN DÂN
            CHỦ TỊCH
            Phan Đình Lam
            PHỤ LỤC
            DANH BẠ ĐIỆN THOẠI
            1. Phan Đình Lam, Chủ tịch UBND xã - Trưởng ban, ĐT: 0900 111 201
            - Bà Trần Thị Bé, Trạm trưởng Trạm Y tế, ĐT: 0900
            111 203
            """)
        #expect(listed.contacts.map(\.name.value) == ["Phan Đình Lam", "Trần Thị Bé"])
        #expect(listed.contacts.map { $0.phone?.value } == ["0900 111 201", "0900 111 203"])
        #expect(listed.contacts.first?.title?.value == "Chủ tịch UBND xã - Trưởng ban")
    }
}
