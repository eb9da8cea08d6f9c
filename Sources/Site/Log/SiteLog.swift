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
        date.formatted(
            .iso8601.year().month().day().timeZone(separator: .omitted).time(includingFractionalSeconds: true)
        )
    }
}
