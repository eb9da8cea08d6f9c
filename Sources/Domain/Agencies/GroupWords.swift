/// Words that mean many agencies at once, such as "các sở, ban, ngành" or "UBND các huyện biên giới".
struct GroupWords: Sendable, Hashable {
    /// What kinds of agencies are meant.
    enum Circle: Sendable, Hashable, CaseIterable {
        case departments, committees, communes, press, forces, unions, units
    }

    let circles: Set<Circle>
    /// Something narrows the group ("biên giới"), so nobody can tell its members by kind alone.
    let isNarrowed: Bool
    private let key: String

    /// Words that may stand in a group's name without narrowing it.
    private static let plain: Set<Substring> = [
        "cac", "nhung", "moi", "tung", "toan", "cap", "so", "ban", "nganh", "doan", "the", "don", "vi", "dia",
        "phuong",
        "co", "quan", "huyen", "thi", "xa", "thanh", "pho", "tran", "phuong", "dac", "khu", "tinh", "uy",
        "nhan", "dan",
        "bao", "chi", "dai", "luc", "luong", "to", "chuc", "chinh", "tri", "hoi", "truyen", "thong", "truc",
        "thuoc",
        "khac", "tren", "ban", "trong", "o",
    ]

    /// Nil where the words don't mean many.
    init?(_ key: String) {
        let words = key.split(separator: " ")
        let all = " \(key) "
        func has(_ phrase: String) -> Bool { all.contains(" \(phrase) ") }
        let isMany =
            ["cac", "nhung", "tung", "moi"].contains { has($0) } || has("cap huyen") || has("cap xa")
            || has("so ban nganh") || has("so nganh") || has("ban nganh") || has("co quan don vi")
            || key == "dia phuong" || key == "don vi" || key.hasPrefix("dia phuong ")
        guard isMany else { return nil }
        var circles: Set<Circle> = []
        if has("so") || has("nganh") { circles.insert(.departments) }
        if has("ban") && has("nganh") { circles.formUnion([.departments, .forces]) }
        if has("huyen") || has("quan huyen") || has("thi xa") || has("cap huyen") {
            circles.insert(.committees)
        }
        if has("uy ban nhan dan"), has("thanh pho") { circles.insert(.committees) }
        if has("phuong") && !has("dia phuong") || has("thi tran") || has("cap xa") || has("dac khu")
            || (has("xa") && !has("thi xa") && !has("xa hoi"))
        {
            circles.insert(.communes)
        }
        if has("dia phuong") { circles.formUnion([.committees, .communes]) }
        if has("bao chi") || has("bao dai") || (has("bao") && has("dai")) || has("co quan truyen thong") {
            circles.insert(.press)
        }
        if has("luc luong") { circles.insert(.forces) }
        if has("doan the") || has("to chuc chinh tri xa hoi") || has("hoi doan the") {
            circles.insert(.unions)
        }
        if circles.isEmpty || has("don vi") || key.hasPrefix("cac co quan") && !circles.contains(.press) {
            circles.insert(.units)
        }
        self.circles = circles
        self.key = all
        // "Các đơn vị" leaves open which: nobody is ticked for a person who only presses the button.
        isNarrowed = words.contains { !Self.plain.contains($0) } || circles.contains(.units)
    }

    /// Whether an agency is of a kind that the words mean.
    ///
    /// - Parameter isDirect: whether it stands right below the committee whose group it is.
    func mayHold(_ agency: Agency, isDirect: Bool) -> Bool {
        circles.contains { circle in
            switch circle {
            case .departments:
                isDirect && agency.place == nil && [.department, .office].contains(agency.kind)
            case .committees: agency.place != nil && agency.level == .district
            case .communes: agency.place != nil && agency.level == .commune
            case .press: agency.kind == .press
            case .forces: isDirect && agency.kind == .force
            case .unions: isDirect && agency.kind == .front
            case .units: isDirect && agency.place == nil
            }
        }
    }

    /// Whether the words name the very place of a committee, as in "UBND các huyện: Ngọc Hồi, Đăk Tô".
    func isNamed(_ agency: Agency, keys: [String]) -> Bool {
        guard agency.place != nil else { return false }
        return keys.contains { one in
            let bare = Place(one.replacing("uy ban nhan dan ", with: "")).bare
            return key.contains(" \(bare) ")
        }
    }
}
