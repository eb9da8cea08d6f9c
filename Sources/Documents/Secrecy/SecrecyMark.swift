import Foundation

/// A mark of State secrecy that a document bears (Law 117/2025, articles 8 and 10.4).
///
/// A mark stands by itself: alone on a line, in a box, in a cell or column of the letterhead, in a page's header
/// or footer. The same words inside a sentence ("bảo mật", "bí mật nhà nước") are ordinary, and marks of urgency
/// (HOẢ TỐC, KHẨN) are no secrecy.
package enum SecrecyMark: Sendable, Hashable {
    /// MẬT
    case secret
    /// TỐI MẬT
    case topSecret
    /// TUYỆT MẬT
    case ultraSecret
    /// TÀI LIỆU THU HỒI
    case recall
    /// "Độ mật:" with anything but "không" or "thường" after it.
    case declared

    /// The first mark in the text; form feeds separate pages.
    ///
    /// Takes time proportional to the text.
    package static func find(in text: String) -> SecrecyMark? {
        find(in: text.split(separator: "\u{0C}", omittingEmptySubsequences: false).map(String.init))
    }

    /// The first mark in the pages.
    package static func find(in pages: [String]) -> SecrecyMark? {
        for (index, page) in pages.enumerated() {
            let lines = MarkLines(page, isFirst: index == 0, isOnly: pages.count == 1)
            var before = ""
            for line in lines.all {
                if let mark = find(in: line, after: before) { return mark }
                before = line.text
            }
        }
        return nil
    }

    private static func find(in line: MarkLines.Line, after before: String) -> SecrecyMark? {
        // Only a short line can be a mark; a long one may hold one in a column or behind "Độ mật:".
        if line.text.utf8.count <= 90, let mark = mark(of: line.text, after: before) { return mark }
        guard line.isNearEdge, line.text.utf8.count <= 600 else { return nil }
        if let mark = declared(in: line.text) { return mark }
        for segment in MarkText.segments(line.text) where segment != line.text {
            if let mark = mark(of: segment, after: "") { return mark }
        }
        return nil
    }

    /// The mark that these words are, and nothing but it, save marks of urgency.
    private static func mark(of words: String, after before: String) -> SecrecyMark? {
        let text = MarkText(words)
        guard text.looksLikeStamp else { return nil }
        switch text.key {
        case "MAT": return isContinued(before) || !text.isExactEnough ? nil : .secret
        case "TOI MAT": return .topSecret
        case "TUYET MAT": return .ultraSecret
        case "TAI LIEU THU HOI": return .recall
        default: return nil
        }
    }

    /// A heading that was broken inside "BẢO MẬT" or "BÍ MẬT".
    private static func isContinued(_ before: String) -> Bool {
        let last = MarkText(before).key.split(separator: " ").last
        return last == "BAO" || last == "BI"
    }

    private static func declared(in line: String) -> SecrecyMark? {
        let key = MarkText(line, keepsColon: true).key
        guard let label = key.firstRange(of: "DO MAT:") ?? key.firstRange(of: "DO MAT :") else { return nil }
        // Part of a longer word: "CHE DO MAT:" is none either.
        let before = key[..<label.lowerBound].split(separator: " ").last
        if before == "CHE" { return nil }
        let value = key[label.upperBound...].trimmingCharacters(in: .whitespaces)
        let isNone = ["KHONG", "THUONG", "BINH THUONG"].contains { value.hasPrefix($0) }
        return isNone ? nil : .declared
    }
}

extension CirculationLimit {
    /// The limit that the pages name near an edge, if any.
    package static func find(in pages: [String]) -> CirculationLimit? {
        for (index, page) in pages.enumerated() {
            let lines = MarkLines(page, isFirst: index == 0, isOnly: pages.count == 1)
            for line in lines.all where line.isNearEdge && line.text.utf8.count <= 600 {
                for segment in MarkText.segments(line.text) + [line.text] {
                    let text = MarkText(segment)
                    guard text.looksLikeStamp else { continue }
                    if text.key == "LUU HANH NOI BO" || text.key == "TAI LIEU LUU HANH NOI BO" {
                        return .internalOnly
                    }
                    if text.key == "XEM XONG TRA LAI" { return .returnAfterReading }
                }
            }
        }
        return nil
    }
}
