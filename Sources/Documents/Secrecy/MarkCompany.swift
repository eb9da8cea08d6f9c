/// Words that stand beside a mark without changing it: urgency, copy numbers, the document's number and name, the
/// motto, page numbers, "Dấu", the time of protection.
enum MarkCompany {
    private static let phrases: [[String]] = [
        "HOA TOC HEN GIO", "HOA TOC", "THUONG KHAN", "KHAN", "BAN SAO SO", "BAN SO", "BAN SAO", "BAN CHINH",
        "SO BAN", "TRANG", "PAGE", "DAU CHI", "DAU", "DONG DAU", "MUC DO", "LOAI",
        "CONG HOA XA HOI CHU NGHIA VIET NAM", "DOC LAP TU DO HANH PHUC", "DANG CONG SAN VIET NAM",
        "VAN BAN", "TAI LIEU", "CONG VAN", "KE HOACH", "QUYET DINH", "THONG BAO", "BAO CAO", "TO TRINH",
        "CHI THI", "CONG DIEN", "HO SO", "DE AN", "CHUONG TRINH", "PHU LUC", "GIAY MOI", "NGHI QUYET",
        "HUONG DAN", "PHUONG AN", "BIEN BAN",
        // How long it is to be kept: "MẬT (đến 2030)", "TỐI MẬT, thời hạn bảo vệ: đến ngày 05 tháng 01 năm 2036".
        "THOI HAN BAO VE", "THOI HAN", "DEN HET", "DEN", "NGAY", "THANG", "NAM",
    ].map { $0.split(separator: " ").map(String.init) }

    private static let byFirst = Dictionary(grouping: phrases) { $0[0] }

    /// The words without such company; everything that isn't company is left, so that a sentence stays one.
    static func removed(from words: ArraySlice<MarkWord>) -> [MarkWord] {
        var rest: [MarkWord] = []
        var at = words.startIndex
        while at < words.endIndex {
            // "TÀI LIỆU THU HỒI" is a mark itself.
            let isRecall = words[at...].prefix(4).map(\.key) == ["TAI", "LIEU", "THU", "HOI"]
            if !isRecall,
                let phrase = byFirst[words[at].key]?.first(where: { phrase in
                    words[at...].prefix(phrase.count).map(\.key) == phrase
                })
            {
                at += phrase.count
            } else if words[at].key == "SO" || words[at].isNumber {
                at = endOfNumber(in: words, from: at)
            } else {
                rest.append(words[at])
                at += 1
            }
        }
        return rest
    }

    /// Behind "Số: 05/KH-UBND" or a bare number; a mark that is joined to it stays.
    private static func endOfNumber(in words: ArraySlice<MarkWord>, from start: Int) -> Int {
        var at = start + 1
        while at < words.endIndex {
            let word = words[at]
            let isJoined = !word.gap.isDisjoint(with: [.slash, .dash]) || word.gap == [.other]
            guard !["MAT", "TOI", "TUYET"].contains(word.key), word.isNumber || isJoined else { break }
            at += 1
        }
        return at
    }

    /// Whether a line is one of the letterhead: it has the motto, or the document's own number.
    static func isLetterhead(_ words: [MarkWord]) -> Bool {
        for index in words.indices {
            let next = words[(index + 1)...].first
            switch words[index].key {
            case "CONG" where words[index...].prefix(4).map(\.key) == ["CONG", "HOA", "XA", "HOI"]:
                return true
            case "DOC" where words[index...].prefix(4).map(\.key) == ["DOC", "LAP", "TU", "DO"]: return true
            case "SO" where words[index].startsCapital:
                if let next, next.isNumber || next.gap.contains(.colon) { return true }
            default: break
            }
        }
        return false
    }
}
