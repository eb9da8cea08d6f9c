import PlanReader
import Testing

@Suite struct TableTests {
    private func check(_ table: String) throws {
        let plan = try read("II. NHIỆM VỤ\n\(table)")
        #expect(plan.tasks.map(\.text.value) == ["Tổ chức hội nghị", "Sản xuất phóng sự"])
        #expect(plan.tasks.map(\.leads) == [["Sở Nội vụ"], ["Báo Lào Cai"]])
        #expect(plan.tasks.map(\.withs) == [["Sở Tư pháp", "UBND các xã"], ["Công an tỉnh"]])
        #expect(plan.tasks.map { $0.when?.value.short } == ["2026-04-01..2026-06-30", "continuous"])
        #expect(plan.tasks.allSatisfy { $0.at == nil })
    }

    @Test("A table in markdown") func readsMarkdown() throws {
        try check(
            """
            | TT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian |
            |---|---|---|---|---|
            | (1) | (2) | (3) | (4) | (5) |
            | A | NHÓM MỘT | | | |
            | 1 | Tổ chức hội nghị | Sở Nội vụ | Sở Tư pháp; UBND các xã | Quý II/2026 |
            | 2 | Sản xuất phóng sự | Báo Lào Cai | Công an tỉnh | Thường xuyên |
            """)
    }

    @Test("A second row of the head parts a merged cell, a row with a number is no head")
    func readsTwoRowHead() throws {
        let plan = try read(
            """
            II. NHIỆM VỤ
            | TT | Nội dung công việc cần thực hiện | Đơn vị thực hiện | | Thời gian hoàn thành |
            |---|---|---|---|---|
            | | | Chủ trì | Phối hợp | |
            | 1 | Hoạt động văn nghệ quần chúng | Sở Nội vụ | Sở Tư pháp | Quý I |
            | 2 | In tài liệu | Báo Lào Cai | Phòng Tin học và Thống kê | Quý II/2026 |
            """)
        #expect(plan.tasks.map(\.leads) == [["Sở Nội vụ"], ["Báo Lào Cai"]])
        #expect(plan.tasks.map(\.withs) == [["Sở Tư pháp"], ["Phòng Tin học và Thống kê"]])
        #expect(plan.tasks.map { $0.when?.value.short } == ["by 2026-03-31", "by 2026-06-30"])
    }

    @Test("Ditto marks mean the cell above, over the title of a group too") func readsDitto() throws {
        let plan = try read(
            """
            II. NHIỆM VỤ
            | TT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian |
            |---|---|---|---|---|
            | 1 | Tổ chức hội nghị | Sở Nội vụ | Sở Tư pháp | Quý II/2026 |
            | 2 | In tài liệu | Báo Lào Cai | Như trên | -nt- |
            | II | Truyền thông | | | |
            | 3 | Sản xuất phóng sự | nt | Công an tỉnh | " |
            """)
        #expect(plan.tasks.map(\.leads) == [["Sở Nội vụ"], ["Báo Lào Cai"], ["Báo Lào Cai"]])
        #expect(plan.tasks.map(\.withs) == [["Sở Tư pháp"], ["Sở Tư pháp"], ["Công an tỉnh"]])
        #expect(Set(plan.tasks.map { $0.when?.value.short }) == ["2026-04-01..2026-06-30"])
    }

    @Test(
        "Titles of groups are no tasks, alone or repeated over the merged cells, with blanks between the columns too"
    )
    func leavesGroups() throws {
        try check(
            """
            | TT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian |
            |---|---|---|---|---|
            | I | Hội nghị | Hội nghị | Hội nghị | Hội nghị |
            | 1 | Tổ chức hội nghị | Sở Nội vụ | Sở Tư pháp; UBND các xã | Quý II/2026 |
            | II | Truyền thông | | | |
            | 2 | Sản xuất phóng sự | Báo Lào Cai | Công an tỉnh | Thường xuyên |
            """)
        try check(
            """
            TT    Nội dung nhiệm vụ      Cơ quan chủ trì     Cơ quan phối hợp        Thời gian
            I     Hội nghị, hội thảo
            1     Tổ chức hội            Sở Nội vụ           Sở Tư pháp; UBND        Quý II/2026
                  nghị                                       các xã
            II    Truyền thông trên báo chí và
                  trên mạng
            2     Sản xuất phóng sự      Báo Lào Cai         Công an tỉnh            Thường xuyên
            """)
    }

    @Test(
        "A number and a title over rows of their own are no task, whatever stands above them",
        arguments: ["2.1", "a", ""])
    func leavesNumberedGroups(number: String) throws {
        let plan = try read(
            """
            II. NHIỆM VỤ
            | TT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian |
            |---|---|---|---|---|
            | 1 | Ban hành kế hoạch | Văn phòng Sở | Các phòng | Tháng 4 |
            | 2 | Ban hành văn bản | | | |
            | \(number) | Hướng dẫn các xã | Phòng Báo chí | | Tháng 5 |
            """)
        #expect(plan.tasks.map(\.text.value) == ["Ban hành kế hoạch", "Hướng dẫn các xã"])
        #expect(plan.tasks.map(\.leads) == [["Văn phòng Sở"], ["Phòng Báo chí"]])
    }

    @Test("A cell merged over several rows holds for all of them, within its group")
    func readsMergedCells() throws {
        let plan = try read(
            """
            II. NHIỆM VỤ
            | TT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian |
            |---|---|---|---|---|
            | 1 | Tổ chức hội nghị | Sở Nội vụ | Sở Tư pháp | Quý II/2026 |
            | 2 | Tổ chức hội thảo | | | |
            | 3 | Tổ chức tọa đàm | Sở Y tế | | |
            | A | NHÓM KHÁC | | | |
            | 4 | Sản xuất phóng sự | | Công an tỉnh | Thường xuyên |
            """)
        #expect(plan.tasks.map(\.leads) == [["Sở Nội vụ"], ["Sở Nội vụ"], ["Sở Y tế"], []])
        #expect(plan.tasks.map(\.withs) == [["Sở Tư pháp"], ["Sở Tư pháp"], [], ["Công an tỉnh"]])
        #expect(plan.tasks[2].when?.value.short == "2026-04-01..2026-06-30")
    }

    @Test("Months may stand in the first column") func readsMonths() throws {
        let plan = try read(
            "II. NHIỆM VỤ\nTháng | Nội dung công việc | Người thực hiện | Ghi chú\n9/2026 | Thi vẽ tranh | Tổ Xã hội | \n10/2026 | Sơ kết | Hiệu trưởng |"
        )
        #expect(
            plan.tasks.map { $0.when?.value.short } == ["2026-09-01..2026-09-30", "2026-10-01..2026-10-31"])
    }

    @Test("One cell a line") func readsCells() throws {
        try check(
            "TT\nNội dung\nĐơn vị chủ trì\nĐơn vị phối hợp\nThời gian thực hiện\n1\nTổ chức hội nghị\nSở Nội vụ\nSở Tư pháp; UBND các xã\nQuý II/2026\n2\nSản xuất phóng sự\nBáo Lào Cai\nCông an tỉnh\nThường xuyên\n"
        )
    }

    @Test("Lead and coordinators in one cell of two lines") func readsSharedCells() throws {
        try check(
            "STT\nNội dung\nCơ quan chủ trì/Phối hợp\nThời gian thực hiện\nSản phẩm\n1\nTổ chức hội nghị\nChủ trì: Sở Nội vụ\nPhối hợp: Sở Tư pháp; UBND các xã\nQuý II/2026\n01 hội nghị\n2\nSản xuất phóng sự\nChủ trì: Báo Lào Cai\nPhối hợp: Công an tỉnh\nThường xuyên\nPhóng sự\n"
        )
    }

    @Test("Columns by blanks") func readsColumns() throws {
        try check(
            """
            TT    Nội dung nhiệm vụ      Cơ quan chủ trì     Cơ quan phối hợp        Thời gian
            1     Tổ chức hội            Sở Nội vụ           Sở Tư pháp; UBND        Quý II/2026
                  nghị                                       các xã
            2     Sản xuất phóng sự      Báo Lào Cai         Công an tỉnh            Thường xuyên
            """)
    }

    @Test("The order of columns is the head's own, in cells a line too") func readsOrder() throws {
        try check(
            "TT\nNội dung\nĐơn vị phối hợp\nĐơn vị chủ trì\nThời gian thực hiện\n1\nTổ chức hội nghị\nSở Tư pháp; UBND các xã\nSở Nội vụ\nQuý II/2026\n2\nSản xuất phóng sự\nCông an tỉnh\nBáo Lào Cai\nThường xuyên\n"
        )
    }

    @Test("A group's title by one bar stays in the table") func readsBarredGroups() throws {
        try check(
            """
            TT | Nội dung | Đơn vị chủ trì | Đơn vị phối hợp | Thời gian
            I | Hội nghị
            1 | Tổ chức hội nghị | Sở Nội vụ | Sở Tư pháp; UBND các xã | Quý II/2026
            II | Truyền thông
            2 | Sản xuất phóng sự | Báo Lào Cai | Công an tỉnh | Thường xuyên
            """)
    }

    @Test("Columns by tabs") func readsTabs() throws {
        try check(
            "TT\tNội dung\tChủ trì\tPhối hợp\tThời gian\n1\tTổ chức hội nghị\tSở Nội vụ\tSở Tư pháp; UBND các xã\tQuý II/2026\n2\tSản xuất phóng sự\tBáo Lào Cai\tCông an tỉnh\tThường xuyên"
        )
    }

    @Test(
        "Rows of persons, in a table and by single blanks",
        arguments: [
            "DANH SÁCH\nStt Họ và tên Chức vụ SĐT Ghi chú\n01 Nguyễn Văn Tuấn PCT. UBND xã 0900000001\n02 Đinh Lyơn Công chức VHXH xã 0900000002",
            "PHỤ LỤC\n| TT | Họ và tên | Chức vụ | Số điện thoại |\n|-|-|-|-|\n| 1 | Nguyễn Văn Tuấn | PCT. UBND xã | 0900000001 |\n| 2 | Đinh Lyơn | Công chức VHXH xã | 0900000002 |",
        ])
    func readsContacts(list: String) throws {
        let plan = try PlanReader().read(
            "KẾ HOẠCH\nX\nI. A\nNơi nhận:\n- UBND xã;\n- Lưu: VT.\nCHỦ TỊCH\nY Ngọc\n\(list)")
        #expect(plan.contacts.map(\.name.value) == ["Nguyễn Văn Tuấn", "Đinh Lyơn"])
        #expect(plan.contacts.map { $0.title?.value } == ["PCT. UBND xã", "Công chức VHXH xã"])
        #expect(plan.contacts.map { $0.phone?.value } == ["0900000001", "0900000002"])
        #expect(!plan.outline.contains("0900000001"))
    }

    @Test("Rows between blank lines whose numbers stand in their middle") func readsCentredRows() throws {
        let plan = try read(
            """
            II. NỘI DUNG
            TT     Nội dung                  Đơn vị thực hiện     Phối hợp             Thời gian

                   Phát tờ rơi, khuyến       Phòng Quản lý
            1      cáo an toàn cho 600                            Công đoàn các KCN    15/8 - 31/8/2026
                   doanh nghiệp              lao động

                   Tập huấn nghiệp vụ        Văn phòng Ban
            2                                                     Phòng PC07           Tháng 9/2026
                   cho đội cơ sở             Quản lý

            III. TỔ CHỨC THỰC HIỆN
            1. Sở Nội vụ: Bố trí kinh phí.
            """)
        let rows = plan.tasks.filter { $0.at == nil }
        #expect(
            rows.map(\.text.value) == [
                "Phát tờ rơi, khuyến cáo an toàn cho 600 doanh nghiệp", "Tập huấn nghiệp vụ cho đội cơ sở",
            ])
        #expect(rows.map(\.leads) == [["Phòng Quản lý lao động"], ["Văn phòng Ban Quản lý"]])
        #expect(rows.map(\.withs) == [["Công đoàn các KCN"], ["Phòng PC07"]])
        #expect(plan.tasks.contains { $0.leads == ["Sở Nội vụ"] })
    }
}
