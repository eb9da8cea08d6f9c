/// Signs of footnotes, which converters glue to the word before: "địa phương1".
///
/// A task is shown with its signs raised ("địa phương¹"); the document's text stays as it is.
package enum FootnoteSign {
    private static let raised: [Character] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
    /// "km2" is no footnote.
    private static let units: Set<String> = ["m", "km", "dm", "cm", "mm", "hm"]

    /// The numbers of the footnotes of a text: lines that begin with a number, a blank and a capital letter.
    package static func notes(in bytes: [UInt8]) -> Set<Int> {
        var notes: Set<Int> = []
        for line in bytes.split(separator: 0x0A) {
            let start = line.drop { $0 == 0x20 || $0 == 0x09 }
            let digits = start.prefix { (0x30...0x39).contains($0) }
            guard (1...2).contains(digits.count), let number = Int(String(decoding: digits, as: UTF8.self))
            else { continue }
            let rest = start.dropFirst(digits.count)
            guard rest.first == 0x20 else { continue }
            let words = String(decoding: rest.prefix(16), as: UTF8.self).drop { $0 == " " }
            if let first = words.first, first.isUppercase || first == "“" || first == "\"" {
                notes.insert(number)
            }
        }
        return notes
    }

    /// The text with the numbers of these notes raised where they are glued to a word.
    package static func raising(_ notes: Set<Int>, in text: String) -> String {
        if notes.isEmpty { return text }
        var result = ""
        var word = ""
        var digits = ""
        func isSign(before next: Character?) -> Bool {
            guard let number = Int(digits), digits.count <= 2, digits.first != "0" else { return false }
            let isGlued = word.count >= 2 && word != word.uppercased() && !units.contains(word)
            return notes.contains(number) && isGlued
                && next.map { !$0.isLetter && $0 != "/" && $0 != "-" } ?? true
        }
        func close(before next: Character?) {
            if digits.isEmpty { return }
            result +=
                isSign(before: next) ? String(digits.compactMap { raised[$0.wholeNumberValue ?? 0] }) : digits
            digits = ""
            word = ""
        }
        for letter in text {
            if letter.isASCII, letter.isNumber {
                digits.append(letter)
                continue
            }
            close(before: letter)
            word = letter.isLetter ? word + String(letter) : ""
            result.append(letter)
        }
        close(before: nil)
        return result
    }

    /// The text with raised numbers as plain ones, as the document prints them.
    package static func lowered(_ text: String) -> String {
        guard text.contains(where: raised.contains) else { return text }
        return String(
            text.map { letter in
                raised.firstIndex(of: letter).flatMap { Character(String($0)) } ?? letter
            })
    }
}
