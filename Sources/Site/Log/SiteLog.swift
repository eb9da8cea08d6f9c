import Foundation

/// Lines of JSON about requests and failures.
///
/// They bear no bodies, tokens, searches or names.
struct SiteLog: Sendable {
    enum Level: String, Sendable { case info, warning, error }

    let now: @Sendable () -> Date
    let write: @Sendable (String) -> Void

    /// One line; the fields in the order given, after time, level and event.
    func line(_ level: Level, _ event: String, _ fields: [(name: String, value: Value)]) {
        var text =
            "{\"time\":\(Value.text(SiteLog.instant(now())).json),\"level\":\"\(level.rawValue)\",\"event\":\(Value.text(event).json)"
        for field in fields { text += ",\"\(field.name)\":\(field.value.json)" }
        write(text + "}")
    }

    enum Value: Sendable {
        case text(String)
        case number(Int)

        var json: String {
            switch self {
            case .number(let number): return String(number)
            case .text(let text):
                // Nearly all texts are plain; each request's line is made on the thread that answers it.
                if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C }) {
                    return "\"" + text + "\""
                }
                var json = "\""
                for scalar in text.unicodeScalars {
                    switch scalar {
                    case "\"": json += "\\\""
                    case "\\": json += "\\\\"
                    case _
                    where scalar.value < 0x20 || scalar.value == 0x7F || scalar.value == 0x2028
                        || scalar.value == 0x2029:
                        let hex = String(scalar.value, radix: 16)
                        json += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
                    default: json.unicodeScalars.append(scalar)
                    }
                }
                return json + "\""
            }
        }
    }

    /// As in `2026-11-21T01:02:03.456Z`.
    static func instant(_ date: Date) -> String {
        let milliseconds = Int((date.timeIntervalSince1970 * 1000).rounded(.down))
        let (days, rest) = floor(milliseconds, 86_400_000)
        // Days to a date in the proleptic Gregorian calendar, years beginning in March (Hinnant's algorithm).
        let (era, dayOfEra) = floor(days + 719_468, 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        func padded(_ number: Int, _ width: Int) -> String {
            let text = String(number)
            return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
        }
        let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2) + "T"
            + padded(rest / 3_600_000, 2) + ":" + padded(rest / 60_000 % 60, 2) + ":"
            + padded(rest / 1000 % 60, 2) + "." + padded(rest % 1000, 3) + "Z"
    }

    private static func floor(_ number: Int, _ divisor: Int) -> (whole: Int, rest: Int) {
        let rest = ((number % divisor) + divisor) % divisor
        return ((number - rest) / divisor, rest)
    }
}
