/// A day as official documents write it.
package struct VietnameseDate: Sendable, Hashable {
    package var year: Int
    /// 1 to 12.
    package var month: Int
    /// 1 to 31.
    package var day: Int

    /// Nil for a day that doesn't exist.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= Self.lastDay(month, year)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    private static func lastDay(_ month: Int, _ year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// "ngày 05 tháng 01 năm 2026": days below 10 and the months 1 and 2 get a
    /// zero, other months don't (Decree 30/2020, Annex I).
    package var spelled: String {
        "ngày \(padded(day, below: 10)) tháng \(padded(month, below: 3)) năm \(year)"
    }

    /// "05/01/2026".
    package var short: String { "\(padded(day, below: 10))/\(padded(month, below: 10))/\(year)" }

    private func padded(_ number: Int, below limit: Int) -> String {
        number < limit ? "0\(number)" : "\(number)"
    }

    /// Reads "ngày 05 tháng 01 năm 2026", "05/01/2026", "5-1-2026", "5.1.2026";
    /// the day always first, blanks forgiven ("ngày10 /3/2026").
    package init?(reading text: String) {
        var numbers: [Int] = []
        var separators: [String] = [""]
        for scalar in Vietnamese.repaired(text).string.lowercased().unicodeScalars {
            if scalar.value >= 48, scalar.value <= 57 {
                if separators.count == numbers.count + 1 { numbers.append(0) }
                guard numbers[numbers.count - 1] < 100_000 else { return nil }
                numbers[numbers.count - 1] = numbers[numbers.count - 1] * 10 + Int(scalar.value - 48)
            } else if !scalar.properties.isWhitespace {
                if separators.count == numbers.count { separators.append("") }
                separators[separators.count - 1].unicodeScalars.append(scalar)
            }
        }
        guard numbers.count == 3, separators.count == 3, ["", "ngày"].contains(separators[0]) else {
            return nil
        }
        let isSpelled = separators[1] == "tháng" && ["năm", "/"].contains(separators[2])
        let isShort = separators[1] == separators[2] && ["/", "-", "."].contains(separators[1])
        guard isSpelled || isShort else { return nil }
        self.init(year: numbers[2], month: numbers[1], day: numbers[0])
    }
}
