import PlanReader
import Testing

@Suite struct PartyHeadingTests {
    @Test(
        "A list of names behind its kind is the party",
        arguments: [
            ("Các Sở: Tài chính, Nội vụ, Tư pháp", "Các Sở: Tài chính, Nội vụ, Tư pháp"),
            ("Các phòng: Văn hóa - Xã hội, Kinh tế", "Các phòng: Văn hóa - Xã hội, Kinh tế"),
            ("Các Sở: Xây dựng, Y tế", "Các Sở: Xây dựng, Y tế"),
            (
                "Các đơn vị: Bảo tàng tỉnh, Thư viện tỉnh, Trung tâm Văn hóa tỉnh",
                "Bảo tàng tỉnh|Thư viện tỉnh|Trung tâm Văn hóa tỉnh"
            ),
            ("UBND các xã: Nậm Cắn, Kỳ Sơn", "UBND các xã: Nậm Cắn, Kỳ Sơn"),
        ])
    func namedKinds(heading: String, leads: String) throws {
        let tasks = try read("II. TỔ CHỨC THỰC HIỆN\n1. \(heading)\n- Phối hợp tuyên truyền.").tasks
        #expect(tasks.map(\.text.value) == ["Phối hợp tuyên truyền."])
        #expect(tasks.first?.leads.joined(separator: "|") == leads)
    }

    @Test("A duty behind the names and one behind the kind alone are told apart") func dutyBehindNames()
        throws
    {
        let plan = try read(
            """
            II. TỔ CHỨC THỰC HIỆN
            1. Các Sở, ngành: Công Thương, Y tế, Xây dựng: Phối hợp với Sở Ngoại vụ tuyên truyền.
            2. Các đơn vị: Xây dựng kế hoạch, tổ chức tuyên truyền.
            """)
        #expect(plan.tasks.map(\.leads) == [["Các Sở, ngành: Công Thương, Y tế, Xây dựng"], ["Các đơn vị"]])
        #expect(plan.tasks.last?.text.value == "Xây dựng kế hoạch, tổ chức tuyên truyền.")
    }

    @Test(
        "A field names the doer by whatever label offices use",
        arguments: [
            "Chịu trách nhiệm chính", "Trách nhiệm chủ trì", "Đầu mối thực hiện", "Giao cho",
            "Người/đơn vị chịu trách nhiệm", "CQ chủ trì",
        ])
    func labels(label: String) throws {
        let tasks = try read(
            "II. NHIỆM VỤ\n1. Phát bản tin\n- \(label): Sở Nội vụ.\n- Thời gian: Tháng 6/2026."
        )
        .tasks
        #expect(tasks.map(\.leads) == [["Sở Nội vụ"]])
    }

    @Test(
        "A line that begins as an agency does is what is done, where the field below names the doer",
        arguments: [
            "Cổng Thông tin điện tử tỉnh tiếng Anh, tiếng Lào", "Đài truyền thanh thông minh",
            "Trung tâm báo chí",
            "Sở hữu trí tuệ", "Cục diện thế giới",
        ])
    func objects(line: String) throws {
        let numbered = try read(
            "II. NHIỆM VỤ\n1. \(line)\n- Đơn vị thực hiện: Phòng Báo chí.\n- Thời gian: Tháng 6/2026."
        ).tasks
        #expect(numbered.map(\.text.value) == [line])
        #expect(numbered.first?.leads == ["Phòng Báo chí"])
        #expect(numbered.first?.when?.value.short == "2026-06-01..2026-06-30")
        let lettered = try read(
            """
            II. NHIỆM VỤ
            1. Cung cấp thông tin
            a) \(line).
            - Cơ quan thực hiện: Văn phòng Sở chủ trì, phối hợp với Sở Ngoại vụ.
            b) Đón phóng viên.
            - Cơ quan thực hiện: Sở Ngoại vụ.
            """
        ).tasks
        #expect(lettered.map(\.at) == ["II.1.a", "II.1.b"])
        #expect(lettered.first?.withs == ["Sở Ngoại vụ"])
    }

    @Test("Under a party, a label over a verb is its duty, and a field above its duties holds for each")
    func labelledDuties() throws {
        let labelled = try read(
            "II. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế\n- Chủ trì: Xây dựng kế hoạch.\n- Phối hợp: Công an tỉnh kiểm tra."
        ).tasks
        #expect(
            labelled.map(\.text.value) == ["Chủ trì: Xây dựng kế hoạch.", "Phối hợp: Công an tỉnh kiểm tra."])
        #expect(labelled.map(\.withs) == [[], ["Công an tỉnh"]])
        let shared = try read(
            "II. TỔ CHỨC THỰC HIỆN\n1. Văn phòng Sở\n- Đơn vị phối hợp: Phòng Báo chí.\n- Tổ chức họp.\n- In tài liệu."
        ).tasks
        #expect(shared.map(\.withs) == [["Phòng Báo chí"], ["Phòng Báo chí"]])
    }

    @Test("Bullets that name their party before a colon take it, asked or not") func askedBullets() throws {
        let tasks = try read(
            """
            IV. PHÂN CÔNG CÁC THÀNH VIÊN
            - Công an tỉnh: Bố trí lực lượng.
            - Đề nghị Ủy ban Mặt trận Tổ quốc tỉnh: Phối hợp với Tỉnh đoàn vận động Nhân dân.
            """
        ).tasks
        #expect(tasks.map(\.leads) == [["Công an tỉnh"], ["Ủy ban Mặt trận Tổ quốc tỉnh"]])
    }

    @Test("Under a party, \"Chủ trì: …\" with a verb behind it makes it no object") func staysParty() throws {
        let tasks = try read("II. TỔ CHỨC THỰC HIỆN\n1. Công an xã\n- Giữ trật tự.\n- Tuần tra.").tasks
        #expect(tasks.map(\.leads) == [["Công an xã"], ["Công an xã"]])
    }

    @Test("Starred parties under a numbered one lead their own bullets") func starred() throws {
        let stars = "* Công an xã\n- Giữ trật tự.\n* Đoàn Thanh niên xã:\n- Ra quân."
        let under = try read("II. TỔ CHỨC THỰC HIỆN\n1. UBND cấp xã\n\(stars)").tasks
        #expect(under.map(\.text.value) == ["Giữ trật tự.", "Ra quân."])
        #expect(under.map(\.leads) == [["Công an xã"], ["Đoàn Thanh niên xã"]])
        let behind = try read(
            "II. TỔ CHỨC THỰC HIỆN\n1. UBND cấp xã\na) Phối hợp với Sở Ngoại vụ.\n\(stars)"
        ).tasks
        #expect(behind.map(\.at) == ["II.1.a", "II.1", "II.1"])
        #expect(behind.map(\.leads) == [["UBND cấp xã"], ["Công an xã"], ["Đoàn Thanh niên xã"]])
    }

    @Test("A starred line that orders the bullets below it is no duty") func starredLabel() throws {
        let tasks = try read(
            "II. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế\n* Nhiệm vụ thường xuyên:\n- Kiểm tra.\n* Nhiệm vụ trọng tâm:\n- Tổng kết."
        ).tasks
        #expect(tasks.map(\.text.value) == ["Kiểm tra.", "Tổng kết."])
        #expect(tasks.allSatisfy { $0.leads == ["Sở Y tế"] })
    }
}
