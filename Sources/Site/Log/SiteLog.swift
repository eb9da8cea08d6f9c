import Foundation

/// Lines of JSON about requests and failures.
///
/// They bear no bodies, tokens, searches or names.
struct SiteLog: Sendable {
    enum Level: String, Sendable { case info, warning, error }

    let now: @Sendable () -> Date
    let write: @Sendable (String) -> Void

    /// One line; the fields in the order given, after time, level and event.
    func line(_ level: Level, _ event: String, _ fields: [(name: StaticString, value: Value)]) {
        var bytes = beginning(level, event)
        for field in fields { SiteLog.append(field.name, field.value, to: &bytes) }
        end(bytes)
    }

    /// The line of a request.
    ///
    /// Its fields don't go through a list, which costs a kept page's answer as much as writing them.
    func request(
        _ level: Level, reference: String, method: String, route: String, status: Int, microseconds: Int
    ) {
        var bytes = beginning(level, "request")
        SiteLog.append("reference", .text(reference), to: &bytes)
        SiteLog.append("method", .text(method), to: &bytes)
        // The pattern stands for the path, which may hold what somebody searched for.
        SiteLog.append("route", .text(route), to: &bytes)
        SiteLog.append("status", .number(status), to: &bytes)
        SiteLog.append("microseconds", .number(microseconds), to: &bytes)
        end(bytes)
    }

    /// Made for each request on the thread that answers it: bytes, for strings cost three times as much.
    private func beginning(_ level: Level, _ event: String) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(256)
        bytes.append(contentsOf: "{\"time\":\"".utf8)
        SiteLog.append(now(), to: &bytes)
        bytes.append(contentsOf: "\",\"level\":\"".utf8)
        bytes.append(contentsOf: level.rawValue.utf8)
        bytes.append(contentsOf: "\",\"event\":".utf8)
        Value.text(event).append(to: &bytes)
        return bytes
    }

    private static func append(_ name: StaticString, _ value: Value, to bytes: inout [UInt8]) {
        bytes.append(contentsOf: ",\"".utf8)
        name.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(contentsOf: "\":".utf8)
        value.append(to: &bytes)
    }

    private func end(_ bytes: consuming [UInt8]) {
        bytes.append(UInt8(ascii: "}"))
        write(String(decoding: bytes, as: UTF8.self))
    }

    enum Value: Sendable {
        case text(String)
        case number(Int)

        func append(to bytes: inout [UInt8]) {
            switch self {
            case .number(let number): bytes.append(contentsOf: String(number).utf8)
            case .text(let text):
                bytes.append(UInt8(ascii: "\""))
                // Nearly all texts are plain.
                if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C }) {
                    bytes.append(contentsOf: text.utf8)
                } else {
                    Self.escape(text, to: &bytes)
                }
                bytes.append(UInt8(ascii: "\""))
            }
        }

        private static func escape(_ text: String, to bytes: inout [UInt8]) {
            for scalar in text.unicodeScalars {
                switch scalar {
                case "\"": bytes.append(contentsOf: "\\\"".utf8)
                case "\\": bytes.append(contentsOf: "\\\\".utf8)
                case _
                where scalar.value < 0x20 || scalar.value == 0x7F || scalar.value == 0x2028
                    || scalar.value == 0x2029:
                    let hex = String(scalar.value, radix: 16)
                    bytes.append(contentsOf: "\\u\(String(repeating: "0", count: 4 - hex.count))\(hex)".utf8)
                default: bytes.append(contentsOf: String(scalar).utf8)
                }
            }
        }
    }

    /// As in `2026-11-21T01:02:03.456Z`.
    static func append(_ date: Date, to bytes: inout [UInt8]) {
        let milliseconds = Int((date.timeIntervalSince1970 * 1000).rounded(.down))
        let (days, rest) = floor(milliseconds, 86_400_000)
        // Days to a date in the proleptic Gregorian calendar, years beginning in March (Hinnant's algorithm).
        let (era, dayOfEra) = floor(days + 719_468, 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        // Seven calls rather than a loop over a list, which would be allocated for every line.
        put(year, 1000, "-", &bytes)
        put(month, 10, "-", &bytes)
        put(dayOfYear - (153 * monthFromMarch + 2) / 5 + 1, 10, "T", &bytes)
        put(rest / 3_600_000, 10, ":", &bytes)
        put(rest / 60_000 % 60, 10, ":", &bytes)
        put(rest / 1000 % 60, 10, ".", &bytes)
        put(rest % 1000, 100, "Z", &bytes)
    }

    /// The digits of a number from the one that `divisor` stands for, and a sign behind them.
    private static func put(_ number: Int, _ divisor: Int, _ end: Unicode.Scalar, _ bytes: inout [UInt8]) {
        var divisor = divisor
        while divisor > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(number / divisor % 10))
            divisor /= 10
        }
        bytes.append(UInt8(ascii: end))
    }

    private static func floor(_ number: Int, _ divisor: Int) -> (whole: Int, rest: Int) {
        let rest = ((number % divisor) + divisor) % divisor
        return ((number - rest) / divisor, rest)
    }
}
