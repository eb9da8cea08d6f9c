extension TUF {
    /// A second in UTC, as `expires` writes it: `2030-01-31T00:00:00Z`.
    package struct Instant: Sendable, Hashable, Comparable, CustomStringConvertible {
        package let secondsSince1970: Int64

        package init(secondsSince1970: Int64) {
            self.secondsSince1970 = secondsSince1970
        }

        /// Nil for anything but the one form, with all digits, of a day that is.
        package init?(_ text: ExactText) {
            let bytes = Array(text.utf8)
            let separators: [Int: UInt8] = [4: 0x2D, 7: 0x2D, 10: 0x54, 13: 0x3A, 16: 0x3A, 19: 0x5A]
            guard bytes.count == 20 else { return nil }
            var numbers: [Int64] = [0]
            for (at, byte) in bytes.enumerated() {
                if let separator = separators[at] {
                    guard byte == separator else { return nil }
                    numbers.append(0)
                } else {
                    guard 0x30...0x39 ~= byte else { return nil }
                    numbers[numbers.count - 1] = numbers[numbers.count - 1] * 10 + Int64(byte - 0x30)
                }
            }
            let (year, month, day) = (numbers[0], numbers[1], numbers[2])
            guard year > 0, 1...12 ~= month, day > 0, day <= Self.daysOfMonth(month, year: year),
                numbers[3] < 24,
                numbers[4] < 60, numbers[5] < 60
            else { return nil }
            let days = Self.days(year: year, month: month, day: day)
            secondsSince1970 = days * 86_400 + numbers[3] * 3600 + numbers[4] * 60 + numbers[5]
        }

        package var description: String {
            let days = Int64((Double(secondsSince1970) / 86_400).rounded(.down))
            let second = secondsSince1970 - days * 86_400
            let (year, month, day) = Self.date(days: days)
            func padded(_ number: Int64, _ width: Int) -> String {
                let digits = String(number)
                return String(repeating: "0", count: max(0, width - digits.count)) + digits
            }
            return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
                + "T\(padded(second / 3600, 2)):\(padded(second / 60 % 60, 2)):\(padded(second % 60, 2))Z"
        }

        package static func < (one: Instant, other: Instant) -> Bool {
            one.secondsSince1970 < other.secondsSince1970
        }

        package func adding(seconds: Int64) -> Instant {
            Instant(secondsSince1970: secondsSince1970 + seconds)
        }

        private static func daysOfMonth(_ month: Int64, year: Int64) -> Int64 {
            switch month {
            case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
            case 4, 6, 9, 11: 30
            default: 31
            }
        }

        /// Days since 1970 of a date of the Gregorian calendar; years begin in March here, so that the leap day is last.
        private static func days(year: Int64, month: Int64, day: Int64) -> Int64 {
            let year = month <= 2 ? year - 1 : year
            let (era, yearOfEra) = (year / 400, year % 400)
            let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
            let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
            return era * 146_097 + dayOfEra - 719_468
        }

        /// The inverse, for days after the year 0.
        private static func date(days: Int64) -> (year: Int64, month: Int64, day: Int64) {
            let shifted = days + 719_468
            let (era, dayOfEra) = (shifted / 146_097, shifted % 146_097)
            let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
            let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
            let shiftedMonth = (5 * dayOfYear + 2) / 153
            let month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9)
            return (
                yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month,
                dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
            )
        }
    }
}
