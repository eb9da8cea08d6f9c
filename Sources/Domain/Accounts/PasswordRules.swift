import Foundation

/// Passwords are judged by length and a small block list, never by kinds of characters (NIST SP
/// 800-63B).
package enum PasswordRules {
    package static let shortestCharacters = 12
    /// Hashing reads it all: a bound keeps a hostile megabyte out.
    package static let longestBytes = 1024

    package enum Fault: String, Sendable, CaseIterable {
        case tooShort
        case tooLong
        /// One of the passwords that are tried first.
        case common
        /// The person's sign-in name, own name or agency, with little more.
        case personal
    }

    /// Beyond a name that it contains, so many characters must be a person's own.
    private static let ownCharacters = 8

    /// Stems that Vietnamese and international lists of stolen passwords begin with, in letters
    /// without marks.
    static let commonStems = [
        "matkhau", "password", "passw0rd", "qwerty", "qwertyuiop", "asdfghjkl", "iloveyou", "anhyeuem",
        "emyeuanh",
        "khongbiet", "khongcomatkhau", "vietnam", "vietnamvodich", "hanoi", "saigon", "admin",
        "administrator",
        "quantri", "quantrivien", "letmein", "welcome", "xinchao", "chaomung", "doimatkhau", "abc", "abcdef",
        "zxcvbnm",
        "thongtin", "truyenthong", "uyban", "ubnd", "loa", "hochiminh", "bacho", "giadinh", "tinhyeu",
        "yeuem",
    ]

    /// The first fault that a password has; nil when it may be used.
    ///
    /// - Parameter names: sign-in name, own name, agency's name and short forms.
    package static func fault(of password: String, names: [String] = []) -> Fault? {
        if password.utf8.count > longestBytes { return .tooLong }
        if password.count < shortestCharacters { return .tooShort }
        let key = key(password)
        if isCommon(key) { return .common }
        for name in names.map({ Self.key($0) }) where name.count >= 3 && key.contains(name) {
            if key.replacingOccurrences(of: name, with: "").count < ownCharacters { return .personal }
        }
        return nil
    }

    /// A common stem with digits and signs around it, a run, or a repetition of a short piece.
    private static func isCommon(_ key: String) -> Bool {
        let letters = key.filter(\.isLetter)
        if letters.count == key.count || letters.count >= 3 || letters.isEmpty {
            let stems = Set(commonStems)
            if stems.contains(letters) { return true }
            // "matkhaumatkhau123", "abcabcabcabc"
            if !letters.isEmpty, let piece = shortestPiece(of: letters), stems.contains(piece) { return true }
        }
        if let piece = shortestPiece(of: key), piece.count <= 4 { return true }
        return isRun(key) || Set(key).count <= 3
    }

    /// The piece whose repetition makes the whole text, if there is one shorter than it.
    private static func shortestPiece(of text: String) -> String? {
        let characters = Array(text)
        guard characters.count >= 2 else { return nil }
        for length in 1...(characters.count / 2) where characters.count % length == 0 {
            if zip(characters, characters.dropFirst(length)).allSatisfy({ $0 == $1 }) {
                return String(characters[0..<length])
            }
        }
        return nil
    }

    /// "123456789012", "abcdefghijkl" and their reverse.
    private static func isRun(_ text: String) -> Bool {
        let values = text.unicodeScalars.map { Int($0.value) }
        let steps = Set(zip(values.dropFirst(), values).map { step(from: $1, to: $0) })
        return steps == [1] || steps == [-1]
    }

    private static func step(from one: Int, to other: Int) -> Int {
        // The digits go round: 9 is followed by 0.
        if one == 57, other == 48 { return 1 }
        if one == 48, other == 57 { return -1 }
        return other - one
    }

    /// Lower case, without marks and white space.
    private static func key(_ text: String) -> String {
        let folded = text.decomposedStringWithCanonicalMapping.lowercased().replacingOccurrences(
            of: "đ", with: "d")
        return String(
            String.UnicodeScalarView(
                folded.unicodeScalars.filter {
                    !(0x300...0x36F).contains($0.value) && !$0.properties.isWhitespace
                }))
    }
}
