import Domain
import Foundation

/// A time of a task as an official types it; reads what `Spelling.time` writes, and the usual short forms.
enum TypedTime {
    /// Nil where the text isn't a time that is understood.
    ///
    /// Empty text is no time, and not asked here.
    static func read(_ text: String) -> PlanTime? {
        let words = text.lowercased().precomposedStringWithCanonicalMapping
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
        switch words {
        case "thường xuyên", "continuous": return .continuous
        case "hằng năm", "hàng năm", "yearly": return .yearly
        default: break
        }
        for opening in ["trước ngày ", "trước ", "before "] where words.hasPrefix(opening) {
            return day(words.dropFirst(opening.count)).map { .by($0, before: true) }
        }
        for separator in [" – ", " - ", " đến ", " to "] {
            let parts = words.components(separatedBy: separator)
            guard parts.count == 2, let end = day(dropping(["ngày "], parts[1])) else { continue }
            guard let start = day(dropping(["từ ngày ", "từ ", "from "], parts[0])) else { return nil }
            return .between(start, end)
        }
        let rest = dropping(
            ["chậm nhất ngày ", "chậm nhất ", "đến ngày ", "trong ngày ", "ngày ", "by "], words)
        return day(rest).map { .by($0, before: false) }
    }

    private static func dropping(_ openings: [String], _ text: String) -> Substring {
        for opening in openings where text.hasPrefix(opening) { return text.dropFirst(opening.count) }
        return text[...]
    }

    /// `30/6/2025`, `6/2025`, `2025`, `quý II/2025`, `10/12 hằng năm`, or the ISO forms.
    static func day(_ text: some StringProtocol) -> PartialDay? {
        let text = String(text).trimmingCharacters(in: .whitespaces)
        if let iso = PartialDay(text) { return iso }
        if text.hasPrefix("quý ") {
            let parts = text.dropFirst(4).split(separator: "/")
            guard parts.count == 2, let year = Int(parts[1]),
                let quarter = ["i": 1, "ii": 2, "iii": 3, "iv": 4][parts[0]] ?? Int(parts[0]),
                (1...4).contains(quarter)
            else { return nil }
            return CalendarDay(
                year: year, month: quarter * 3, day: CalendarDay.dayCount(ofMonth: quarter * 3, year: year)
            )
            .map(PartialDay.init)
        }
        let endings = [" hằng năm", " hàng năm", " each year"]
        if let ending = endings.first(where: text.hasSuffix) {
            let parts = numbers(text.dropLast(ending.count))
            // Some years have a 29th of February.
            guard let parts, parts.count == 2, CalendarDay(year: 2024, month: parts[1], day: parts[0]) != nil
            else { return nil }
            return PartialDay(month: parts[1], day: parts[0])
        }
        guard let parts = numbers(text) else { return nil }
        switch parts.count {
        case 3:
            // The reader keeps a day that doesn't exist and warns of it; nobody types one on purpose.
            guard CalendarDay(year: parts[2], month: parts[1], day: parts[0]) != nil else { return nil }
            return PartialDay(year: parts[2], month: parts[1], day: parts[0])
        case 2: return PartialDay(year: parts[1], month: parts[0])
        case 1: return PartialDay(year: parts[0])
        default: return nil
        }
    }

    private static func numbers(_ text: some StringProtocol) -> [Int]? {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
        return parts.contains(nil) ? nil : parts.compactMap { $0 }
    }
}
