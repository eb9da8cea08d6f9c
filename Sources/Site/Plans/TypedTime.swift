import Domain
import Foundation

/// A time of a task as an official types it; reads all that `Spelling.time` writes in both languages, and the usual
/// short forms.
struct TypedTime {
    /// Completes a day that is typed without its year, as in "20/5"; nil: such a day isn't understood.
    var year: Int?

    /// Nil where the text isn't a time that is understood.
    ///
    /// Empty text is no time, and not asked here. Whether the time makes sense is asked by the operation.
    func read(_ text: String) -> PlanTime? {
        let words = Self.folded(text)
        switch words {
        case "thường xuyên", "continuous": return .continuous
        case "hằng năm", "hàng năm", "yearly": return .yearly
        default: break
        }
        for opening in ["trước ", "before "] where words.hasPrefix(opening) {
            return day(words.dropFirst(opening.count)).map { .by($0, before: true) }
        }
        for separator in [" – ", " - ", " đến ", " to "] {
            let parts = words.components(separatedBy: separator)
            guard parts.count == 2, let end = day(parts[1]) else { continue }
            guard let start = day(Self.dropping(["từ ", "from "], parts[0])) else { return nil }
            return .between(start, end)
        }
        let openings = ["chậm nhất vào ", "chậm nhất trong ", "chậm nhất ", "đến ", "trong ", "vào ", "by "]
        return day(Self.dropping(openings, words)).map { .by($0, before: false) }
    }

    /// `30/6/2025`, `6/2025`, `2025`, `quý II/2025`, `tháng 6 năm 2025`, `10/12 hằng năm`, `20 hằng tháng`, `20/5` of
    /// the year that is known, or the ISO forms; "ngày", "tháng", "năm" may stand before.
    func day(_ text: some StringProtocol) -> PartialDay? {
        let words = Self.folded(text)
        if let iso = PartialDay(words) { return iso }
        if let rest = Self.dropped(["quý ", "quarter "], words) { return quarter(rest) }
        if let rest = Self.droppedEnd([" hằng tháng", " hàng tháng", " of each month"], words) {
            return Int(Self.dropping(["ngày ", "day "], rest)).flatMap { PartialDay(day: $0) }
        }
        let isMonth = words.hasPrefix("tháng ")
        let plain = Self.dropping(["ngày ", "tháng ", "năm "], words)
            .replacing(" tháng ", with: "/").replacing(" năm ", with: "/")
        if let rest = Self.droppedEnd([" hằng năm", " hàng năm", " each year"], plain) {
            // Some years have a 29th of February.
            guard !isMonth, let parts = Self.numbers(rest), parts.count == 2,
                CalendarDay(year: 2024, month: parts[1], day: parts[0]) != nil
            else { return nil }
            return PartialDay(month: parts[1], day: parts[0])
        }
        guard let parts = Self.numbers(plain) else { return nil }
        switch parts.count {
        // The reader keeps a day that doesn't exist and warns of it; nobody types one on purpose.
        case 3: return CalendarDay(year: parts[2], month: parts[1], day: parts[0]).map(PartialDay.init)
        case 2 where parts[1] > 12 || isMonth: return PartialDay(year: parts[1], month: parts[0])
        case 2:
            return year.flatMap { CalendarDay(year: $0, month: parts[1], day: parts[0]) }.map(PartialDay.init)
        case 1 where isMonth: return year.flatMap { PartialDay(year: $0, month: parts[0]) }
        case 1: return PartialDay(year: parts[0])
        default: return nil
        }
    }

    /// `II/2025`, `2 năm 2025`: the quarter's last day.
    private func quarter(_ text: String) -> PartialDay? {
        let parts = text.replacing(" năm ", with: "/").split(separator: "/")
        guard parts.count == 2, let year = Int(parts[1]),
            let quarter = ["i": 1, "ii": 2, "iii": 3, "iv": 4][parts[0]] ?? Int(parts[0]),
            (1...4).contains(quarter)
        else { return nil }
        let month = quarter * 3
        return CalendarDay(year: year, month: month, day: CalendarDay.dayCount(ofMonth: month, year: year))
            .map(PartialDay.init)
    }

    private static func folded(_ text: some StringProtocol) -> String {
        text.lowercased().precomposedStringWithCanonicalMapping
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static func dropping(_ openings: [String], _ text: String) -> String {
        dropped(openings, text) ?? text
    }

    private static func dropped(_ openings: [String], _ text: String) -> String? {
        openings.first(where: text.hasPrefix).map { String(text.dropFirst($0.count)) }
    }

    private static func droppedEnd(_ endings: [String], _ text: String) -> String? {
        endings.first(where: text.hasSuffix).map { String(text.dropLast($0.count)) }
    }

    private static func numbers(_ text: some StringProtocol) -> [Int]? {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
        return parts.contains(nil) ? nil : parts.compactMap { $0 }
    }
}
