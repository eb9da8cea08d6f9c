/// A calendar date of which some leading or trailing parts may be missing, as
/// documents print them: `2025-06-30`, `2023-03` (day left blank), `--12-10`
/// (each year), `---20` (each month).
///
/// The parts are as printed: 31 February can be held, and `isReal` tells.
package struct PartialDate: Sendable, Hashable {
    package var year: Int?
    package var month: Int?
    package var day: Int?

    package init(year: Int? = nil, month: Int? = nil, day: Int? = nil) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// Parses the printed form; nil for anything else.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        func number(_ range: Range<Int>) -> Int? {
            guard range.upperBound <= bytes.count, !range.isEmpty else { return nil }
            var value = 0
            for byte in bytes[range] {
                guard byte >= 48, byte <= 57 else { return nil }
                value = value * 10 + Int(byte - 48)
            }
            return value
        }
        let dash = UInt8(ascii: "-")
        switch bytes.count {
        case 4: self.init(year: number(0..<4))
        case 5 where bytes.starts(with: [dash, dash, dash]): self.init(day: number(3..<5))
        case 7 where bytes.starts(with: [dash, dash]) && bytes[4] == dash:
            self.init(month: number(2..<4), day: number(5..<7))
        case 7 where bytes[4] == dash: self.init(year: number(0..<4), month: number(5..<7))
        case 10 where bytes[4] == dash && bytes[7] == dash:
            self.init(year: number(0..<4), month: number(5..<7), day: number(8..<10))
        default: return nil
        }
        guard description == text else { return nil }
    }

    /// True where all three parts are printed.
    package var isFull: Bool { year != nil && month != nil && day != nil }

    /// False for a month 13 or a 31 February; a missing year counts as a leap year.
    package var isReal: Bool {
        if let month, !(1...12).contains(month) { return false }
        guard let day else { return true }
        guard let month else { return (1...31).contains(day) }
        return day >= 1 && day <= Self.lastDay(ofMonth: month, year: year ?? 2000)
    }

    /// 28 to 31; 31 for a month that doesn't exist.
    package static func lastDay(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension PartialDate: CustomStringConvertible {
    package var description: String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        func four(_ number: Int) -> String {
            String(repeating: "0", count: max(0, 4 - "\(number)".utf8.count)) + "\(number)"
        }
        switch (year, month, day) {
        case (let year?, let month?, let day?): return "\(four(year))-\(two(month))-\(two(day))"
        case (let year?, let month?, nil): return "\(four(year))-\(two(month))"
        case (let year?, nil, _): return four(year)
        case (nil, let month?, let day?): return "--\(two(month))-\(two(day))"
        case (nil, let month?, nil): return "--\(two(month))"
        case (nil, nil, let day?): return "---\(two(day))"
        case (nil, nil, nil): return ""
        }
    }
}

extension PartialDate: Comparable {
    /// By year, month, day; a missing part sorts first.
    package static func < (left: PartialDate, right: PartialDate) -> Bool {
        (left.year ?? 0, left.month ?? 0, left.day ?? 0) < (right.year ?? 0, right.month ?? 0, right.day ?? 0)
    }
}
