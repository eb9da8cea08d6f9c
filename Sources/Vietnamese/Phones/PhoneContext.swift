import Foundation

/// What stands before and behind a number, and so whose it is, or whether it is one at all.
struct PhoneContext {
    private let before: String
    private let behind: String
    private let run: PhoneRun
    private let isGrouped: Bool

    /// So many bytes on each side are looked at.
    private static let reach = 80

    init(_ bytes: [UInt8], _ run: PhoneRun) {
        let range = run.range
        let start = max(0, range.lowerBound - Self.reach)
        before = String(decoding: bytes[start..<range.lowerBound], as: UTF8.self)
        behind = String(decoding: bytes[range.upperBound...].prefix(Self.reach), as: UTF8.self)
        isGrouped = range.count != run.signs.reduce(0) { $0 + $1.width }
        self.run = run
    }

    /// Whether the number is to be hidden.
    var isPersons: Bool {
        guard !isSymbol, !isMoney, !isCode, !isInsideNumber else { return false }
        return run.kind == .mobile || isPersonsFixedLine
    }

    /// Whether the nought before the number was lost: "O912345678" as recognition reads it, "ĐT: 912345678".
    var tellsOfLostNought: Bool {
        if Self.endsInLetterO(before) { return true }
        let near = before.suffix(40).lowercased().precomposed
            .replacing(/[\s:.()\-]+(?:số[\s:.]+)?$/, with: "")
        return Self.labels.contains { label in
            near.hasSuffix(label) && near.dropLast(label.count).last?.isLetter != true
        }
    }

    /// Words before a telephone number.
    private static let labels = [
        "đt", "sđt", "đtdđ", "dđ", "điện thoại", "di động", "zalo", "tel", "mobile", "phone",
    ]

    /// The letter O alone, which a nought is easily taken for.
    private static func endsInLetterO(_ text: String) -> Bool {
        guard let last = text.last, last == "O" || last == "o" else { return false }
        return text.dropLast().last.map { !$0.isLetter && !$0.isNumber } ?? true
    }

    /// "0912345678/KH-UBND": the number of a document.
    private var isSymbol: Bool {
        guard behind.first == "/" else { return false }
        let letters = behind.dropFirst().prefix { $0.isLetter && $0.isUppercase }
        return (1...7).contains(letters.count) && behind.dropFirst(letters.count + 1).first == "-"
    }

    /// "84.912.345.678 đồng".
    private var isMoney: Bool {
        let word = behind.drop { $0 == " " }.prefix { $0.isLetter }.lowercased()
        return ["đồng", "vnđ", "vnd", "đ", "usd", "tỷ", "triệu"].contains(word.precomposed)
    }

    /// A tax code, an account, a letter and its number.
    private var isCode: Bool {
        let near = before.suffix(30).lowercased().precomposed
        if ["mã số thuế", "mst", "số tài khoản", "stk", "mã số", "cccd", "cmnd"].contains(where: {
            near.hasSuffix($0) || near.trimmed.hasSuffix($0)
        }) {
            return true
        }
        if Self.endsInLetterO(before) { return false }
        let glued = before.reversed().prefix { $0.isLetter }
        return glued.count == 1 && glued.allSatisfy { $0.isASCII && $0.isUppercase }
    }

    /// "12.0912 345 678": the groups of a longer number.
    private var isInsideNumber: Bool {
        guard isGrouped, let last = before.last, ".,".contains(last) else { return false }
        return before.dropLast().last?.isNumber == true && run.signs[0].value == 8
    }

    /// An office's line stays, a home's and a named person's are hidden.
    private var isPersonsFixedLine: Bool {
        let line =
            (before.split(separator: "\n", omittingEmptySubsequences: false).last.map(String.init) ?? "")
            .lowercased().precomposed
        let rest =
            (behind.split(separator: "\n", omittingEmptySubsequences: false).first.map(String.init) ?? "")
            .lowercased().precomposed
        if rest.prefix(20).contains("nhà riêng") || rest.hasPrefix(" (nr")
            || line.suffix(20).contains("nhà riêng")
        {
            return true
        }
        let offices = ["cơ quan", "văn phòng", "trực ban", "đường dây nóng", "hotline", "fax", "tổng đài"]
        if offices.contains(where: { line.contains($0) || rest.prefix(25).contains($0) }) { return false }
        return ["đồng chí ", "đ/c ", "ông ", "bà ", "anh ", "chị "].contains { line.contains($0) }
    }
}

extension StringProtocol {
    fileprivate var precomposed: String { String(self).precomposedStringWithCanonicalMapping }
    /// Without blanks and colons at the end.
    fileprivate var trimmed: String {
        String(self[..<(lastIndex { !$0.isWhitespace && $0 != ":" }.map(index(after:)) ?? startIndex)])
    }
}
