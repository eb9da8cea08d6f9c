import PlanReader
import Testing

@Suite struct LeadInTests {
    /// "path lead | with" of each task.
    private func tasks(_ body: String) throws -> [String] {
        try read("II. TỔ CHỨC THỰC HIỆN\n\(body)").tasks.map { task in
            "\(task.at ?? "-") \(task.leads.joined(separator: "; ")) | \(task.withs.joined(separator: "; "))"
        }
    }

    @Test(
        "Bracketed numbers below a numbered party are a level of their own",
        arguments: [
            (
                "3. Sở Nội vụ có nhiệm vụ:\n1) Theo dõi.\n2) Kiểm tra.\n4. Sở Tư pháp\n- Họp.",
                "II.3.1;II.3.2;II.4"
            ),
            ("3. Sở Nội vụ\n1) Theo dõi.\n2) Kiểm tra.\n4. Sở Tư pháp:\n1) Họp.", "II.3.1;II.3.2;II.4.1"),
            (
                "1. Sở Nội vụ\na) Theo dõi:\n1) Báo chí.\n2) Xuất bản.\nb) Kiểm tra.",
                "II.1.a.1;II.1.a.2;II.1.b"
            ),
            ("1) Sở Nội vụ\na) Theo dõi.\nb) Kiểm tra.\n2) Sở Tư pháp\n- Họp.", "II.1.a;II.1.b;II.2"),
            ("1. Sở Nội vụ\n- Theo dõi.\n2) Sở Tư pháp\n- Họp.", "II.1;II.2"),
        ])
    func nestsBrackets(body: String, paths: String) throws {
        let plan = try read("II. TỔ CHỨC THỰC HIỆN\n\(body)")
        #expect(plan.tasks.compactMap(\.at).joined(separator: ";") == paths)
        #expect(!plan.tasks.contains { $0.lead.isEmpty })
    }

    @Test("The doer before “có nhiệm vụ:” leads each bracketed item")
    func readsDuties() throws {
        #expect(
            try tasks(
                "3. Sở Nội vụ có nhiệm vụ:\n1) Theo dõi, đôn đốc.\n2) Chủ trì, phối hợp với Sở Tư pháp kiểm tra."
            )
                == ["II.3.1 Sở Nội vụ | ", "II.3.2 Sở Nội vụ | Sở Tư pháp"])
    }

    @Test(
        "“Cụ thể như sau:” opens duties where verbs follow",
        arguments: [
            "Sở Nội vụ là cơ quan thường trực, triển khai các nhiệm vụ; cụ thể như sau:",
            "Sở Nội vụ chịu trách nhiệm triển khai kế hoạch; cụ thể như sau:",
            "Giao Sở Nội vụ tham mưu, đôn đốc, cụ thể:", "Sở Nội vụ chủ trì thực hiện - cụ thể như sau:",
        ])
    func readsDetails(line: String) throws {
        #expect(
            try tasks("1. \(line)\na) Tổ chức tập huấn.\nb) Kiểm tra các đơn vị.")
                == ["II.1.a Sở Nội vụ | ", "II.1.b Sở Nội vụ | "])
    }

    @Test("“Cụ thể như sau:” over themes leaves the line the one task")
    func leavesThemes() throws {
        #expect(
            try tasks(
                "1. Sở Nội vụ tuyên truyền về các nội dung, cụ thể như sau:\na) Chủ quyền biển, đảo.\nb) Phân giới."
            )
                == ["II.1 Sở Nội vụ | "])
    }

    @Test(
        "A bullet that hands out the lettered duties below it is no task, and the next bullet hands out the next",
        arguments: [
            ("Giao Sở Nội vụ có trách nhiệm:", "Giao Sở Tư pháp có trách nhiệm:"),
            ("Sở Nội vụ:", "Sở Tư pháp:"),
            ("Sở Nội vụ có nhiệm vụ:", "Sở Tư pháp thực hiện các nhiệm vụ sau đây:"),
        ])
    func readsBulletsOverLetters(first: String, second: String) throws {
        #expect(
            try tasks(
                "1. Phân công\n- \(first)\na) Theo dõi.\nb) Kiểm tra.\n- \(second)\na) Rà soát.\nb) Tuyên truyền."
            ) == [
                "II.1.a Sở Nội vụ | ", "II.1.b Sở Nội vụ | ", "II.1.a Sở Tư pháp | ", "II.1.b Sở Tư pháp | ",
            ])
    }

    @Test("Who helps with what a bullet opens helps with each item")
    func readsHelpers() throws {
        #expect(
            try tasks(
                "- Giao Sở Nội vụ chủ trì, phối hợp với Công an tỉnh thực hiện các nhiệm vụ sau:\na) Rà soát.\nb) Họp."
            )
                == ["II.a Sở Nội vụ | Công an tỉnh", "II.b Sở Nội vụ | Công an tỉnh"])
        #expect(
            try tasks(
                "1. Sở Nội vụ\n- Phối hợp với Sở Tư pháp thực hiện:\na) Rà soát.\nb) Họp.\n2. Sở Y tế\n- Trực."
            )
                == ["II.1.a Sở Nội vụ | Sở Tư pháp", "II.1.b Sở Nội vụ | Sở Tư pháp", "II.2 Sở Y tế | "])
    }

    @Test(
        "A bullet over places alone is the one task, over anything else it opens tasks",
        arguments: [
            ("Tuyên truyền phòng, chống lừa đảo:", "Trên mạng xã hội.", "Tại các chợ.", 1),
            ("Tuyên truyền phòng, chống lừa đảo:", "Phát tin trên loa.", "Tại các chợ.", 2),
            ("Chủ trì:", "Trên cơ sở kế hoạch, xây dựng phương án.", "Tại các chợ, mở điểm tư vấn.", 2),
            ("Thực hiện:", "Công tác tuần tra.", "Công tác tiếp dân.", 2),
        ])
    func readsLowerBullets(line: String, first: String, second: String, count: Int) throws {
        let plan = try read(
            "II. TỔ CHỨC THỰC HIỆN\n1. Công an xã\n- \(line)\n+ \(first)\n+ \(second)\n2. Sở Y tế\n- Trực.")
        #expect(plan.tasks.count { $0.leads == ["Công an xã"] } == count)
        #expect((plan.tasks[0].text.value == line) == (count == 1))
    }
}
