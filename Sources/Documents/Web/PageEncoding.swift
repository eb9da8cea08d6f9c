import Glibc
import Vietnamese

/// How the bytes of a web page spell its letters, as the server, a byte order mark or the page itself says.
enum PageEncoding: Equatable {
    case utf8
    case utf16(isLittle: Bool)
    case windows1252
    /// Another of ``known``, for the C library to convert.
    case named(String)
    /// Nobody says.
    case unsaid

    /// Of a page's beginning only so much is looked at for its own word.
    private static let declarationBytes = 4_096

    /// The encodings of older pages that are read; none of those in which a byte of a tag can be part of a letter, and
    /// none that changes its meaning in the middle of a text.
    private static let known: Set<String> = [
        "windows-1250", "windows-1251", "windows-1253", "windows-1254", "windows-1255", "windows-1256",
        "windows-1257", "windows-1258", "iso-8859-2", "iso-8859-5", "iso-8859-7", "iso-8859-9", "iso-8859-15",
        "koi8-r", "koi8-u", "gb2312", "gbk", "gb18030", "big5", "shift_jis", "euc-jp", "euc-kr", "tis-620",
        "tcvn5712-1",
    ]

    init(of page: ArraySlice<UInt8>, mediaType: String?) {
        if page.starts(with: [0xEF, 0xBB, 0xBF]) {
            self = .utf8
        } else if page.starts(with: [0xFF, 0xFE]) || page.starts(with: [0xFE, 0xFF]) {
            self = .utf16(isLittle: page.first == 0xFF)
        } else if let said = mediaType.flatMap({ Self.name(in: Array($0.utf8)[...]) }) {
            self = said
        } else {
            // A declaration that could be read byte for byte isn't UTF-16.
            let own = Self.declared(in: page.prefix(Self.declarationBytes))
            if case .utf16? = own { self = .utf8 } else { self = own ?? .unsaid }
        }
    }

    /// What an element `meta` says, by `charset` or by `content`.
    private static func declared(in beginning: ArraySlice<UInt8>) -> PageEncoding? {
        var rest = beginning
        while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
            rest = rest[(start + 1)...]
            guard String(decoding: rest.prefix(4), as: UTF8.self).lowercased() == "meta" else { continue }
            let end = rest.firstIndex(of: UInt8(ascii: ">")) ?? rest.endIndex
            if let found = name(in: rest[..<end]) { return found }
        }
        return nil
    }

    /// The encoding named behind "charset=".
    private static func name(in bytes: ArraySlice<UInt8>) -> PageEncoding? {
        let text = String(decoding: bytes.prefix(500), as: UTF8.self).lowercased()
        guard let mark = text.firstRange(of: "charset") else { return nil }
        let behind = text[mark.upperBound...].drop { $0 == " " }
        guard behind.first == "=" else { return nil }
        let name = behind.dropFirst().drop { " \"'".contains($0) }
            .prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "-_:".contains($0)) }
        switch name {
        case "": return nil
        case "utf-8", "utf8": return .utf8
        case "utf-16", "utf-16le": return .utf16(isLittle: true)
        case "utf-16be": return .utf16(isLittle: false)
        // Browsers read all three so, and pages are written for browsers.
        case "windows-1252", "iso-8859-1", "us-ascii", "ascii", "latin1": return .windows1252
        case "tcvn", "tcvn-5712", "x-viet-tcvn5712": return .named("tcvn5712-1")
        default: return known.contains(String(name)) ? .named(String(name)) : nil
        }
    }

    /// The text of some of the page's bytes; what isn't any becomes U+FFFD.
    func text(_ bytes: ArraySlice<UInt8>) -> String {
        switch self {
        case .utf8: return String(decoding: bytes, as: UTF8.self)
        case .utf16(let isLittle):
            let units = stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map {
                isLittle
                    ? UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8
                    : UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
            }
            return String(decoding: units, as: UTF16.self)
        case .windows1252: return Windows1252.text(bytes)
        case .named(let name): return Self.converted(bytes, from: name) ?? Windows1252.text(bytes)
        case .unsaid:
            if let valid = String(validating: bytes, as: UTF8.self) { return valid }
            return LegacyText([Windows1252.text(bytes)]).pages.first ?? ""
        }
    }

    /// By the C library's converter; nil where it doesn't know the name.
    private static func converted(_ bytes: ArraySlice<UInt8>, from name: String) -> String? {
        guard let converter = unsafe iconv_open("UTF-8", name), Int(bitPattern: converter) != -1
        else { return nil }
        defer { unsafe iconv_close(converter) }
        var source = bytes.map { CChar(bitPattern: $0) }
        // No letter of these encodings is longer than four bytes of UTF-8 for each of its own.
        var result = [CChar](repeating: 0, count: source.count * 4 + 16)
        let (size, room) = (source.count, result.count)
        var written = 0
        unsafe source.withUnsafeMutableBufferPointer { source in
            unsafe result.withUnsafeMutableBufferPointer { result in
                var (from, left) = (source.baseAddress, size)
                var (to, free) = (result.baseAddress, room)
                while left > 0, unsafe iconv(converter, &from, &left, &to, &free) == -1, left > 0 {
                    // A byte that is no letter is left out, and what follows is read on.
                    unsafe from = from?.advanced(by: 1)
                    left -= 1
                }
                // Letters that wait for a mark that might follow.
                _ = unsafe iconv(converter, nil, nil, &to, &free)
                written = room - free
            }
        }
        return String(decoding: result[..<written].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
