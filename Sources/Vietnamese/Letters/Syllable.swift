/// The strict shape of a written Vietnamese syllable: onset, vowels with one
/// tone in its place, closing consonants.
enum Syllable {
    /// True for "nghĩa", "hoà" and "hòa"; false for "nghĩă", "hiêt" and "kôt".
    ///
    /// The case doesn't matter.
    static func isValid(_ letters: some Collection<Letter>) -> Bool {
        guard !letters.isEmpty, letters.count <= 7 else { return false }
        let codes = letters.map(code)
        guard let firstVowel = codes.firstIndex(where: isVowel),
            let lastVowel = codes.lastIndex(where: isVowel)
        else { return false }
        let tones = letters.enumerated().filter { $0.element.tone != .level }
        guard tones.count <= 1 else { return false }
        let word = Word(
            codes: codes, tone: tones.first?.element.tone ?? .level, tonePlace: tones.first?.offset,
            vowels: firstVowel...lastVowel)
        let onset = Array(codes[..<firstVowel])
        // "qu" and "gi" count their vowel to the onset; "gì" doesn't.
        if codes.count > firstVowel + 1, firstVowel < lastVowel {
            if onset == [q], codes[firstVowel] == u { return word.fits(onset: "qu", from: firstVowel + 1) }
            if onset == [g], codes[firstVowel] == i, word.fits(onset: "gi", from: firstVowel + 1) {
                return true
            }
        }
        return word.fits(onset: String(decoding: onset, as: UTF8.self), from: firstVowel)
    }

    private static let q = UInt8(ascii: "q"), u = UInt8(ascii: "u"), g = UInt8(ascii: "g"),
        i = UInt8(ascii: "i")

    /// One byte for each letter of the alphabet: â A, ă B, ê E, ô O, ơ P, ư U, đ D.
    private static func code(_ letter: Letter) -> UInt8 {
        if letter.isBarred { return UInt8(ascii: "D") }
        switch letter.shape {
        case .plain: return letter.base
        case .circumflex: return letter.base - 0x20
        case .breve: return UInt8(ascii: "B")
        case .horn: return letter.base == u ? UInt8(ascii: "U") : UInt8(ascii: "P")
        }
    }

    private static func isVowel(_ code: UInt8) -> Bool { "aABeEioOPuUy".utf8.contains(code) }

    private struct Word {
        let codes: [UInt8]
        let tone: Tone
        let tonePlace: Int?
        let vowels: ClosedRange<Int>

        func fits(onset: String, from start: Int) -> Bool {
            let nucleus = codes[start...vowels.upperBound]
            let coda = String(decoding: codes[(vowels.upperBound + 1)...], as: UTF8.self)
            guard onsets.contains(onset), nucleus.count <= 3, nucleus.allSatisfy(isVowel) else {
                return false
            }
            let name = String(decoding: nucleus, as: UTF8.self)
            guard follows(onset, name), closes(name, coda, after: onset) else { return false }
            if ["c", "ch", "p", "t", "k"].contains(coda), tone != .acute, tone != .dot {
                return coda == "k" && tone == .level
            }
            guard let tonePlace else { return true }
            return places(name, isOpen: coda.isEmpty).contains(tonePlace - start)
        }

        private func follows(_ onset: String, _ nucleus: String) -> Bool {
            let isFront = "eEiy".contains(nucleus.first ?? " ")
            if nucleus == "y" { return ["", "h", "k", "l", "m", "s", "t", "v", "qu"].contains(onset) }
            if nucleus.hasPrefix("y") { return onset == "" || onset == "qu" }
            switch onset {
            case "k", "gh", "ngh": return isFront
            case "c", "ng": return !isFront
            case "g": return !isFront || nucleus.hasPrefix("i")
            default: return true
            }
        }

        private func closes(_ nucleus: String, _ coda: String, after onset: String) -> Bool {
            switch coda {
            case "": return open.contains(nucleus)
            case "ch", "nh": return beforePalatal.contains(nucleus)
            case "c", "m", "n", "ng", "p", "t": return closed.contains(nucleus)
            // Đắk, in the names of the highlands.
            case "k": return nucleus == "B" && (onset == "D" || onset == "l")
            default: return false
            }
        }

        /// Where the tone may stand; oa, oe and uy are written both ways.
        private func places(_ nucleus: String, isOpen: Bool) -> [Int] {
            if let shaped = nucleus.lastIndex(where: \.isUppercase) {
                return [nucleus.distance(from: nucleus.startIndex, to: shaped)]
            }
            switch nucleus.count {
            case 1: return [0]
            case 2 where !isOpen: return [1]
            case 2 where ["oa", "oe", "uy"].contains(nucleus): return [0, 1]
            case 2: return [0]
            default: return [1]
            }
        }
    }

    private static let onsets: Set<String> = [
        "", "b", "c", "ch", "d", "D", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "ph",
        "qu", "r",
        "s", "t", "th", "tr", "v", "x",
    ]
    private static let open: Set<String> = [
        "a", "A", "e", "E", "i", "o", "O", "P", "u", "U", "y", "ia", "ua", "Ua", "ai", "ao", "au", "ay", "Au",
        "Ay",
        "eo", "Eu", "iu", "iEu", "oi", "Oi", "Pi", "ui", "Ui", "Uu", "uOi", "UPi", "UPu", "oa", "oe", "uE",
        "uy", "uP",
        "oai", "oay", "oao", "oeo", "uAy", "uya", "uyu", "yEu",
    ]
    private static let closed: Set<String> = [
        "a", "B", "A", "e", "E", "i", "o", "O", "P", "u", "U", "y", "iE", "yE", "uO", "UP", "oa", "oB", "oe",
        "uA",
        "uE", "uy", "uyE", "oo",
    ]
    private static let beforePalatal: Set<String> = ["a", "E", "i", "oa", "uE", "uy", "y"]
}
