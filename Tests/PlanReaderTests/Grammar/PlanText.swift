import PlanReader

/// The smallest plan around a body, for tests of one grammar.
func read(_ body: String, year: Int = 2026) throws -> ReadPlan {
    try PlanReader().read(
        """
        UBND TỈNH LÀO CAI
        SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH
        Số: 12/KH-SVHTTDL
        Lào Cai, ngày 05 tháng 01 năm \(year)
        KẾ HOẠCH
        Thông tin đối ngoại năm \(year)
        Căn cứ Kế hoạch số 1/KH-UBND ngày 02/01/\(year) của UBND tỉnh;
        \(body)
        Nơi nhận:
        - UBND tỉnh (b/c);
        - Lưu: VT.
        GIÁM ĐỐC
        Nguyễn Văn A
        """)
}

extension ReadTask {
    var leads: [String] { lead.map(\.value) }
    var withs: [String] { with.map(\.value) }
}

extension When {
    /// As in the acceptance schema: "by 2026-06-30", "2026-04-01..2026-06-30".
    var short: String {
        switch self {
        case .by(let date): "by \(date)"
        case .between(let from, let to): "\(from)..\(to)"
        case .continuous: "continuous"
        case .yearly: "yearly"
        }
    }
}
