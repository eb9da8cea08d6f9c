import PlanReader
import Testing

@Suite struct SpacedHeadTests {
    private func check(_ table: String) throws {
        let tasks = try read("II. NHIỆM VỤ\n\(table)").tasks
        #expect(tasks.map(\.text.value) == ["Xây dựng chuyên mục biên giới", "Tổ chức hội nghị sơ kết"])
        #expect(tasks.map(\.leads) == [["Phòng Báo chí"], ["Văn phòng Sở"]])
        #expect(tasks.map(\.withs) == [["Báo Lào Cai"], ["Các xã"]])
        #expect(tasks.map { $0.when?.value.short } == ["by 2026-05-31", "by 2026-06-30"])
    }

    @Test("A head of two lines is one, word over word") func twoLines() throws {
        try check(
            """
            STT   Nội dung công việc             Đơn vị            Đơn vị          Thời gian
                                                 chủ trì           phối hợp        hoàn thành
            1     Xây dựng chuyên mục            Phòng Báo chí     Báo Lào Cai     Tháng 5/2026
                  biên giới
            2     Tổ chức hội nghị sơ kết        Văn phòng Sở      Các xã          30/6/2026
            """)
    }

    @Test("A head's cell may end in a comma or go on in brackets, and an annex ends the table")
    func oddHeads() throws {
        try check(
            """
            TT    Tên sản phẩm,                  Đơn vị            Đơn vị          Thời gian
                  hoạt động                      chủ trì           phối hợp        hoàn thành
            1     Xây dựng chuyên mục            Phòng Báo chí     Báo Lào Cai     Tháng 5/2026
                  biên giới
            2     Tổ chức hội nghị sơ kết        Văn phòng Sở      Các xã          30/6/2026
                                         PHỤ LỤC II
                                      ĐỀ CƯƠNG BÁO CÁO
            """)
        try check(
            """
            TT    Hoạt động                      Cơ quan           Cơ quan         Thời gian
                  (nội dung công việc)           chủ trì           phối hợp        hoàn thành
            1     Xây dựng chuyên mục            Phòng Báo chí     Báo Lào Cai     Tháng 5/2026
                  biên giới
            2     Tổ chức hội nghị sơ kết        Văn phòng Sở      Các xã          30/6/2026
            """)
    }

    @Test("The head's short cells may stand in a line between") func centredHead() throws {
        try check(
            """
                                                 Đơn vị            Đơn vị          Thời gian
            STT   Nội dung công việc
                                                 chủ trì           phối hợp        hoàn thành
            1     Xây dựng chuyên mục            Phòng Báo chí     Báo Lào Cai     Tháng 5/2026
                  biên giới
            2     Tổ chức hội nghị sơ kết        Văn phòng Sở      Các xã          30/6/2026
            """)
    }

    @Test("A number in the middle line of its row takes the lines above and below it") func centredRows()
        throws
    {
        try check(
            """
            STT   Nội dung công việc             Đơn vị chủ trì    Đơn vị phối hợp Thời gian hoàn thành
                  Xây dựng chuyên mục            Phòng
            1                                                      Báo Lào Cai     Tháng 5/2026
                  biên giới                      Báo chí
                  Tổ chức hội nghị               Văn phòng
            2                                                      Các xã          30/6/2026
                  sơ kết                         Sở
            """)
    }
}
