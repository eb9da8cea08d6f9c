import Vietnamese

/// A character that HTML spells by its name or number: "&acirc;", "&#7852;", "&#x1EAC;".
struct CharacterReference {
    let character: Unicode.Scalar
    /// Behind its semicolon.
    let end: Int

    private static let longest = 12

    /// The reference that begins at an ampersand; nil where it names nothing known.
    init?(in bytes: [UInt8], at start: Int) {
        guard
            let end = bytes[start..<min(bytes.count, start + Self.longest)].firstIndex(of: UInt8(ascii: ";"))
        else { return nil }
        let name = String(decoding: bytes[(start + 1)..<end], as: UTF8.self)
        guard let character = Self.numbered(name) ?? Self.named[name].flatMap(Unicode.Scalar.init) else {
            return nil
        }
        self.character = character
        self.end = end + 1
    }

    private static func numbered(_ name: String) -> Unicode.Scalar? {
        guard name.hasPrefix("#") else { return nil }
        let digits = name.dropFirst()
        let isHexadecimal = digits.first == "x" || digits.first == "X"
        guard let code = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits) else {
            return nil
        }
        // Older pages number their dashes and quotes as Windows does; browsers read them so.
        if (0x80...0x9F).contains(code) { return Windows1252.text([UInt8(code)]).unicodeScalars.first }
        return Unicode.Scalar(code)
    }

    /// Those of Latin-1, in the order of their numbers from 160.
    private static let latin = """
        nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute \
        micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig \
        Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times \
        Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave \
        eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave \
        uacute ucirc uuml yacute thorn yuml
        """
    private static let others: [String: UInt32] = [
        "lt": 0x3C, "gt": 0x3E, "amp": 0x26, "quot": 0x22, "apos": 0x27, "zwnj": 0x200C, "zwj": 0x200D,
        "Abreve": 0x102, "abreve": 0x103, "Dstrok": 0x110, "dstrok": 0x111, "Itilde": 0x128, "itilde": 0x129,
        "Utilde": 0x168, "utilde": 0x169, "ndash": 0x2013, "mdash": 0x2014, "lsquo": 0x2018, "rsquo": 0x2019,
        "ldquo": 0x201C, "rdquo": 0x201D, "bull": 0x2022, "hellip": 0x2026, "trade": 0x2122,
    ]
    private static let named: [String: UInt32] = {
        let names = latin.split(separator: " ").enumerated()
        return others.merging(names.map { (String($1), 160 + UInt32($0)) }) { one, _ in one }
    }()
}
