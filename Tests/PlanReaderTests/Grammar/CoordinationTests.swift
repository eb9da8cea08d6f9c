import PlanReader
import Testing

@Suite struct CoordinationTests {
    @Test(
        "Who takes part stands behind each wording of \"phối hợp\"",
        arguments: [
            (
                "Có trách nhiệm phối hợp với Sở Ngoại vụ, Công an tỉnh tổ chức hội nghị.",
                "Sở Ngoại vụ|Công an tỉnh"
            ),
            ("Chịu trách nhiệm phối hợp Sở Ngoại vụ tổ chức hội nghị.", "Sở Ngoại vụ"),
            ("Đề cao trách nhiệm phối hợp với các cơ quan.", ""),
            ("Phối, kết hợp với Sở Ngoại vụ tổ chức hội nghị.", "Sở Ngoại vụ"),
            (
                "Chủ trì, phối hợp với các cơ quan, đơn vị: Sở Ngoại vụ, Công an tỉnh tổ chức hội nghị.",
                "Sở Ngoại vụ|Công an tỉnh"
            ),
            (
                "Phối hợp với các sở, ngành: Sở Y tế, Công an tỉnh tuyên truyền trước 30/6/2026.",
                "Sở Y tế|Công an tỉnh"
            ),
            ("Phối hợp với các Sở: Ngoại vụ, Tài chính tuyên truyền.", "các Sở: Ngoại vụ, Tài chính"),
            (
                "Cùng với Báo Lào Cai, Đài Truyền hình tỉnh xây dựng phóng sự.",
                "Báo Lào Cai|Đài Truyền hình tỉnh"
            ),
            ("Phối hợp với Hội Liên hiệp Phụ nữ cùng cấp vận động.", "Hội Liên hiệp Phụ nữ cùng cấp"),
            ("Phối hợp với Hội Nông dân tỉnh nói chuyện tại thôn.", "Hội Nông dân tỉnh"),
            ("Hướng dẫn các cơ quan, đơn vị: Sở Ngoại vụ, Công an tỉnh thực hiện.", ""),
        ])
    func names(sentence: String, helpers: String) throws {
        let task = try #require(try read("II. TỔ CHỨC THỰC HIỆN\n1. Văn phòng Sở\n- \(sentence)").tasks.first)
        #expect(task.leads == ["Văn phòng Sở"])
        #expect(task.text.value == sentence)
        #expect(task.withs.joined(separator: "|") == helpers)
    }

    @Test(
        "Who only helps stands before \"phối hợp\" where somebody leads",
        arguments: [
            (
                "Sở Y tế chủ trì; Sở Nội vụ, Công an tỉnh phối hợp thực hiện.", "Sở Y tế",
                "Sở Nội vụ|Công an tỉnh"
            ),
            ("Sở Y tế chủ trì, Sở Nội vụ phối hợp tổ chức triển khai.", "Sở Y tế", "Sở Nội vụ"),
            ("Sở Y tế chủ trì, các cơ quan liên quan phối hợp.", "Sở Y tế", "các cơ quan liên quan"),
            ("Hội thi tìm hiểu biên giới: do Sở Y tế chủ trì, Tỉnh đoàn phối hợp.", "Sở Y tế", "Tỉnh đoàn"),
            ("Sở Y tế (chủ trì), Sở Nội vụ (phối hợp): tổ chức hội thi.", "Sở Y tế", "Sở Nội vụ"),
            ("Sở Y tế (chủ trì), Sở Nội vụ (phối hợp) tổ chức hội thi.", "Sở Y tế", "Sở Nội vụ"),
            ("Sở Y tế và Sở Nội vụ phối hợp quản lý đoàn.", "Sở Y tế|Sở Nội vụ", ""),
            ("Sở Y tế chủ trì tham mưu; UBND các xã phối hợp với Sở Y tế tổ chức hội nghị.", "Sở Y tế", ""),
        ])
    func parts(sentence: String, lead: String, with: String) throws {
        for body in ["1. \(sentence)", "- \(sentence)"] {
            let task = try #require(try read("II. TỔ CHỨC THỰC HIỆN\n\(body)").tasks.first, "\(body)")
            #expect(task.leads.joined(separator: "|") == lead, "\(body)")
            #expect(task.withs.joined(separator: "|") == with, "\(body)")
        }
    }

    @Test(
        "A line that opens duties gives each of them its coordinators",
        arguments: [
            "1. Sở Y tế\na) Chủ trì, phối hợp với Sở Nội vụ:\n- Xây dựng tài liệu.\n- Mở lớp tập huấn.",
            "1. Sở Y tế\n- Chủ trì, phối hợp với Sở Nội vụ:\n+ Xây dựng tài liệu.\n+ Mở lớp tập huấn.",
            "1. Sở Y tế chủ trì, phối hợp với Sở Nội vụ thực hiện các nhiệm vụ sau:\n- Xây dựng tài liệu.\n- Mở lớp tập huấn.",
        ])
    func handsDown(body: String) throws {
        let tasks = try read("II. TỔ CHỨC THỰC HIỆN\n\(body)").tasks
        #expect(tasks.map(\.text.value) == ["Xây dựng tài liệu.", "Mở lớp tập huấn."])
        #expect(tasks.allSatisfy { $0.leads == ["Sở Y tế"] && $0.withs == ["Sở Nội vụ"] })
    }
}
