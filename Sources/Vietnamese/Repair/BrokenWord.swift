/// Puts tone marks that stand after the wrong letter back on their vowel.
///
/// In NFD, a tone after the consonants that close a syllable (or after a
/// blank) belongs to the vowel before them: "vâṇ" → "vận", "tư ̣khu" → "tự khu".
enum BrokenWord {
    struct Cell {
        var scalar: UInt32
        var original: Int
    }

    private struct Piece {
        var letter: Letter?
        var scalar: UInt32
        var original: Int
        /// Marks that no letter here can carry.
        var loose: [UInt32] = []
        /// A tone that its letter can't bear and that no vowel has taken yet.
        var strayTone: Tone?
    }

    static func mended(_ cells: [Cell]) -> [Cell] {
        var pieces = parsed(cells)
        for index in pieces.indices { settle(&pieces, index) }
        return pieces.flatMap(composed)
    }

    /// Letters with their own marks taken in; foreign dotted letters taken apart.
    private static func parsed(_ cells: [Cell]) -> [Piece] {
        var pieces: [Piece] = []
        for cell in cells {
            if let shape = LetterShape(mark: cell.scalar), var letter = pieces.last?.letter, letter.isVowel,
                letter.shape == .plain
            {
                letter.shape = shape
                if letter.scalar != nil {
                    pieces[pieces.count - 1].letter = letter
                    continue
                }
            }
            if let tone = Tone(mark: cell.scalar), let last = pieces.indices.last {
                if var letter = pieces[last].letter, letter.isVowel, letter.tone == .level {
                    letter.tone = tone
                    pieces[last].letter = letter
                } else if pieces[last].strayTone == nil,
                    pieces[last].letter != nil || pieces[last].scalar == 0x20
                {
                    pieces[last].strayTone = tone
                } else {
                    pieces[last].loose.append(cell.scalar)
                }
                continue
            }
            if (0x300...0x36F).contains(cell.scalar), let last = pieces.indices.last {
                pieces[last].loose.append(cell.scalar)
                continue
            }
            if let base = dottedConsonants[cell.scalar] {
                pieces.append(
                    Piece(
                        letter: Letter(scalar: base), scalar: base, original: cell.original, strayTone: .dot))
                continue
            }
            pieces.append(
                Piece(letter: Letter(scalar: cell.scalar), scalar: cell.scalar, original: cell.original))
        }
        return pieces
    }

    /// Consonants with a dot below, which Vietnamese doesn't have.
    private static let dottedConsonants: [UInt32: UInt32] = [
        0x1E25: 0x68, 0x1E24: 0x48, 0x1E33: 0x6B, 0x1E32: 0x4B, 0x1E37: 0x6C, 0x1E36: 0x4C, 0x1E43: 0x6D,
        0x1E42: 0x4D, 0x1E47: 0x6E, 0x1E46: 0x4E, 0x1E5B: 0x72, 0x1E5A: 0x52, 0x1E63: 0x73, 0x1E62: 0x53,
        0x1E6D: 0x74, 0x1E6C: 0x54, 0x1E7F: 0x76, 0x1E7E: 0x56, 0x1E0D: 0x64, 0x1E0C: 0x44,
    ]

    /// Moves the stray tone of a piece to the vowel before the closing consonants.
    private static func settle(_ pieces: inout [Piece], _ index: Int) {
        guard let tone = pieces[index].strayTone else { return }
        var vowel = index
        if pieces[vowel].scalar == 0x20, pieces[vowel].letter == nil { vowel -= 1 }
        vowel -= closingLength(pieces, endingAt: vowel)
        guard vowel >= 0, vowel < index, var letter = pieces[vowel].letter, letter.isVowel,
            letter.tone == .level
        else { return }
        letter.tone = tone
        guard letter.scalar != nil else { return }
        pieces[vowel].letter = letter
        pieces[index].strayTone = nil
    }

    /// How many pieces up to `end` form a closing ng, nh, ch, c, m, n, p or t.
    private static func closingLength(_ pieces: [Piece], endingAt end: Int) -> Int {
        func base(_ index: Int) -> UInt8? { index >= 0 ? pieces[index].letter?.base : nil }
        guard let last = base(end) else { return 0 }
        if last == UInt8(ascii: "g"), base(end - 1) == UInt8(ascii: "n") { return 2 }
        if last == UInt8(ascii: "h"), let before = base(end - 1),
            before == UInt8(ascii: "n") || before == UInt8(ascii: "c")
        {
            return 2
        }
        return "cmnpt".utf8.contains(last) ? 1 : 0
    }

    private static func composed(_ piece: Piece) -> [Cell] {
        var scalars = [piece.letter?.scalar ?? piece.scalar]
        if let mark = piece.strayTone?.mark {
            // Only n with tilde has a letter of its own.
            if mark == 0x303, scalars[0] | 0x20 == 0x6E {
                scalars[0] = scalars[0] == 0x6E ? 0xF1 : 0xD1
            } else if mark == 0x323,
                let dotted = dottedConsonants.first(where: { $0.value == scalars[0] })?.key
            {
                scalars[0] = dotted
            } else {
                scalars.append(mark)
            }
        }
        return (scalars + piece.loose).map { Cell(scalar: $0, original: piece.original) }
    }
}
