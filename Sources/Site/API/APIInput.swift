import Domain
import Operations

/// What a field of a body or of a query takes; read and described from the same value.
enum APIInput: Sendable {
    /// Words of at most so many characters, without control characters but tab and line ends; not only white space.
    case words(Int)
    /// What is searched for.
    case search
    case id
    case day
    case bool
    case choice([String])
    case number(ClosedRange<Int>)
    /// Some of these, each once.
    case choices([String])
    /// Tasks with the revisions that were seen.
    case targets
    /// Where a page begins, as a `next` gave it out.
    case mark

    static func one<Choice: RawRepresentable<String> & CaseIterable>(of _: Choice.Type) -> APIInput {
        .choice(Choice.allCases.map(\.rawValue))
    }

    /// Characters of words: none that a page would show otherwise than it is stored.
    private static let wordsPattern =
        "^[^\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F-\\u009F\\u202A-\\u202E\\u2066-\\u2069]*$"
    private static let markPattern = "^-?[0-9]{1,18}_[^\\u0000-\\u001F]{0,40}$"
    private static let linePattern = "^[^\\u0000-\\u001F]*$"
    private static let searchLength = 200

    var schema: APISchema {
        switch self {
        case .words(let most): .string(pattern: Self.wordsPattern, length: 1...most)
        case .search: .string(pattern: Self.linePattern, length: 1...Self.searchLength)
        case .id: .id
        case .day: .day
        case .bool: .boolean
        case .choice(let values): .string(values: values)
        case .number(let range): .integer(minimum: range.lowerBound, maximum: range.upperBound)
        case .choices(let values): .set(.string(values: values))
        case .targets:
            .list(
                .object([
                    .init(name: "task", schema: .id),
                    .init(name: "revision", schema: .integer(minimum: 0, maximum: Self.largestRevision)),
                ]), BulkWork.limit)
        case .mark: .string(pattern: Self.markPattern)
        }
    }

    /// Whether a value of a body is one.
    func accepts(_ value: JSON) -> Bool {
        switch (self, value) {
        case (.bool, .bool): true
        case (.number(let range), .integer(let number)): range.contains(number)
        case (.choices(let values), .array(let items)):
            !items.isEmpty && Set(items).count == items.count
                && items.allSatisfy { $0.text.map(values.contains) ?? false }
        case (.targets, .array(let items)):
            items.count <= BulkWork.limit && items.allSatisfy(Self.isTarget)
        case (.bool, _), (.number, _), (.choices, _), (.targets, _): false
        case (_, .string(let text)): accepts(text)
        default: false
        }
    }

    /// Whether a value of a query is one.
    func accepts(_ text: String) -> Bool {
        let scalars = text.unicodeScalars
        switch self {
        case .words(let most): return (1...most).contains(scalars.count) && scalars.allSatisfy(Self.isWord)
        case .search:
            return (1...Self.searchLength).contains(scalars.count) && scalars.allSatisfy { $0.value >= 0x20 }
        case .id:
            return (1...64).contains(text.utf8.count)
                && text.utf8.allSatisfy { (48...57).contains($0) || (97...122).contains($0) || $0 == 45 }
        case .day: return CalendarDay(iso: text) != nil
        case .bool: return text == "true" || text == "false"
        case .choice(let values): return values.contains(text)
        case .choices, .targets: return false
        case .number(let range):
            return text.utf8.count <= 10 && Int(text).map { range.contains($0) && String($0) == text } == true
        case .mark: return Self.isMark(text)
        }
    }

    private static let largestRevision = 999_999_999

    private static func isTarget(_ value: JSON) -> Bool {
        guard case .object(let members) = value, members.count == 2, let task = value["task"],
            let revision = value["revision"]
        else { return false }
        return id.accepts(task) && number(0...largestRevision).accepts(revision)
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: true
        case ..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: false
        default: true
        }
    }

    private static func isMark(_ text: String) -> Bool {
        let parts = text.split(separator: "_", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return false }
        let digits = parts[0].hasPrefix("-") ? parts[0].dropFirst() : parts[0]
        return (1...18).contains(digits.utf8.count) && digits.utf8.allSatisfy { (48...57).contains($0) }
            && parts[1].unicodeScalars.count <= 40 && parts[1].unicodeScalars.allSatisfy { $0.value >= 0x20 }
    }
}
