/// Words that say of the document itself that it is secret.
enum MarkSentence {
    /// "Độ mật: Mật", "ĐỘ MẬT MẬT", "Dấu mật: MẬT" and the cells "Độ mật | Tối mật".
    static func declares(_ line: MarkLines.Line) -> Bool {
        let words = line.words
        for index in words.indices where words[index].key == "MAT" && index > 0 {
            let label = words[index - 1].key
            guard label == "DO" || label == "DAU",
                words[index].accented == words[index].key
                    || words[index].accented == "MẬT"
            else { continue }
            // "CHẾ ĐỘ MẬT:" is none.
            if index > 1, ["CHE", "CHINH"].contains(words[index - 2].key) { continue }
            let start =
                label == "DO" && index > 1 && ["MUC", "CHI"].contains(words[index - 2].key)
                ? index - 2 : index - 1
            let isLabel = start == 0 || !words[start].gap.isDisjoint(with: [.wide, .border])
            let value = words[(index + 1)...]
            let gap = value.first?.gap ?? line.gapAfter
            if gap.contains(.colon) {
                if isMark(value.prefix(2)) { return true }
                if line.isNearEdge, !isNone(value) { return true }
            }
            if isLabel, isMark(value.prefix(2)), value.first?.startsCapital == true,
                MarkCompany.removed(from: value).count <= 2
            {
                return true
            }
        }
        return endsWithMark(line)
    }

    /// "Độ mật:" with the mark on the next line.
    static func declares(_ line: MarkLines.Line, under label: MarkLines.Line) -> Bool {
        let end = label.words.suffix(3).map(\.key)
        guard label.gapAfter.contains(.colon), end.last == "MAT",
            ["DO", "DAU"].contains(end.dropLast().last),
            end.first != "CHE" || end.count < 3
        else { return false }
        return line.words.first?.startsCapital == true && isMark(line.words.prefix(2))
            && MarkCompany.removed(from: line.words[...]).count <= 2
    }

    /// "Bảo vệ bí mật nhà nước: MẬT": whatever the label, capitals behind a colon are a stamp.
    private static func endsWithMark(_ line: MarkLines.Line) -> Bool {
        guard line.isNearEdge, line.words.count > 1,
            let start = line.words.indices.last(where: { line.words[$0].gap.contains(.colon) })
        else { return false }
        let value = MarkCompany.removed(from: line.words[start...])
        return value.allSatisfy(\.isCapital)
            && ["MAT", "TOIMAT", "TUYETMAT"].contains(value.map(\.key).joined())
            && !"ẮẰẲẴẶĂẤẦẨẪÁÀẢÃ".contains(value.last?.accented.dropLast().last ?? "Á")
    }

    /// "Kế hoạch này thuộc danh mục bí mật nhà nước độ Tối mật", "Văn bản này có độ mật là Mật".
    static func isSelfDeclared(_ words: [MarkWord]) -> Bool {
        let keys = words.flatMap { $0.gap.contains(.other) ? [",", $0.key] : [$0.key] }
        for index in keys.indices where keys[index] == "NAY" && index > 1 {
            guard documents.contains(keys[index - 2] + " " + keys[index - 1]) else { continue }
            let rest = Array(keys[(index + 1)...].prefix(26))
            let place = rest.indices.first { rest[$0...].prefix(4) == ["BI", "MAT", "NHA", "NUOC"] }
            let before = rest.prefix(place ?? 12)
            if before.contains("KHONG") || before.contains("CHUA") { continue }
            if let place, hasLevel(rest[(place + 4)...].prefix(10)) { return true }
            if place == nil, statesLevel(before) { return true }
        }
        return false
    }

    private static let documents: Set<String> = [
        "VAN BAN", "TAI LIEU", "KE HOACH", "CONG VAN", "BAO CAO", "QUYET DINH", "DE AN", "PHU LUC", "HO SO",
        "NOI DUNG", "CHUONG TRINH", "PHUONG AN", "TO TRINH", "CHI THI",
    ]

    /// "có độ mật là Mật".
    private static func statesLevel(_ keys: ArraySlice<String>) -> Bool {
        let words = Array(keys)
        return words.indices.contains { index in
            guard index > 1, words[index] == "MAT", words[index - 1] == "DO", words[index - 2] != "CHE" else {
                return false
            }
            let next = words[(index + 1)...].first { $0 != "LA" }
            return ["MAT", "TOI", "TUYET"].contains(next)
        }
    }

    /// "độ Mật", "mức độ tối mật", "độ mật là Mật".
    private static func hasLevel(_ keys: ArraySlice<String>) -> Bool {
        let words = Array(keys)
        for index in words.indices where words[index] == "MAT" && index > 0 {
            if words[index - 1] == "TOI" || words[index - 1] == "TUYET" { return true }
            if ["DO", "MUC", "CAP"].contains(words[index - 1]) {
                // "độ mật" alone may only be spoken of: a level must follow, or nothing.
                let next = words[(index + 1)...].first { $0 != "LA" }
                if next == nil || ["MAT", "TOI", "TUYET"].contains(next) { return true }
            }
        }
        return false
    }

    private static func isMark(_ words: ArraySlice<MarkWord>) -> Bool {
        let keys = words.map(\.key)
        return keys.first == "MAT" || keys == ["TOI", "MAT"] || keys == ["TUYET", "MAT"]
            || keys.first == "TOIMAT" || keys.first == "TUYETMAT"
    }

    private static func isNone(_ words: ArraySlice<MarkWord>) -> Bool {
        ["KHONG", "THUONG"].contains(words.first?.key)
            || words.prefix(2).map(\.key) == ["BINH", "THUONG"]
    }
}
