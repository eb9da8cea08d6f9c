/// Copies a text byte by byte and mends what needs it; see `Vietnamese.repaired`.
struct Repairer {
    private let bytes: [UInt8]
    private(set) var output: [UInt8] = []
    private(set) var offsets = OffsetMap()
    /// Where the word that is being copied began, in the input.
    private var wordStart = 0
    /// The same place in the output.
    private var outputWordStart = 0
    private var isInWord = false

    /// Longest stretch of letters that is taken for a word; a mark beyond it stays where it is.
    private static let wordLimitBytes = 256

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func run(from first: Int) {
        // Start at a word's begin, far enough back for a mark that follows a blank.
        var start = first
        while start > 0, first - start < 64, bytes[start - 1] != 0x0A { start -= 1 }
        while start < first, bytes[start] & 0xC0 == 0x80 { start += 1 }
        output.reserveCapacity(bytes.count)
        output.append(contentsOf: bytes[..<start])
        var index = start
        wordStart = start
        outputWordStart = output.count
        while index < bytes.count { index = step(index) }
    }

    /// Copies or mends what stands at `index`; returns where to go on.
    private mutating func step(_ index: Int) -> Int {
        let byte = bytes[index]
        if byte < 0x80 {
            if byte == 0x0D || byte == 0x0B {
                breakWord()
                let isPair = byte == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
                if !isPair { output.append(0x0A) }
                noteResume(index + 1)
                return index + 1
            }
            if isLetter(byte) { beginWord(index) } else { breakWord() }
            output.append(byte)
            return index + 1
        }
        let (scalar, length) = decode(index)
        switch scalar {
        case 0x300...0x36F where isVietnameseMark(scalar): return mendWord(at: index)
        case 0x1E00...0x1E9F: return mendWord(at: index)
        case 0xD0, 0x189: replace(index, length, by: [0xC4, 0x90], isLetter: true)
        case 0xF0: replace(index, length, by: [0xC4, 0x91], isLetter: true)
        case 0xA0, 0x2000...0x200A, 0x202F, 0x205F: replace(index, length, by: [0x20], isLetter: false)
        case 0x80...0x9F where scalar != 0x85: replace(index, length, by: [], isLetter: isInWord)
        case 0x85, 0x2028, 0x2029: replace(index, length, by: [0x0A], isLetter: false)
        case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFEFF:
            replace(index, length, by: [], isLetter: isInWord)
        case 0xE000...0xF8FF: replace(index, length, by: [0x2D], isLetter: false)
        case 0xFFFD where length == 1 || bytes[index] != 0xEF:
            replace(index, length, by: [0xEF, 0xBF, 0xBD], isLetter: isInWord)
        default:
            if scalar < 0x250 || (0x1E00...0x1EFF).contains(scalar) || (0x300...0x36F).contains(scalar) {
                beginWord(index)
            } else {
                breakWord()
            }
            output.append(contentsOf: bytes[index..<index + length])
        }
        return index + length
    }

    private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 97 && (byte | 0x20) <= 122 }

    private func isVietnameseMark(_ scalar: UInt32) -> Bool {
        Tone(mark: scalar) != nil || LetterShape(mark: scalar) != nil
    }

    private mutating func beginWord(_ index: Int) {
        guard !isInWord || index - wordStart > Self.wordLimitBytes else { return }
        isInWord = true
        wordStart = index
        outputWordStart = output.count
    }

    private mutating func breakWord() { isInWord = false }

    /// The input's byte `original` comes next in the output.
    private mutating func noteResume(_ original: Int) {
        offsets.note(repaired: output.count, original: original)
    }

    private mutating func replace(_ index: Int, _ length: Int, by new: [UInt8], isLetter: Bool) {
        if isLetter { beginWord(index) } else { breakWord() }
        offsets.note(repaired: output.count, original: index)
        output.append(contentsOf: new)
        noteResume(index + length)
    }

    /// Code point and length; U+FFFD and 1 for a byte that is not well formed.
    private func decode(_ index: Int) -> (UInt32, Int) {
        let length = Vietnamese.wellFormedLength(bytes.span, index)
        switch length {
        case 1: return (UInt32(bytes[index]), 1)
        case 2: return (UInt32(bytes[index] & 0x1F) << 6 | UInt32(bytes[index + 1] & 0x3F), 2)
        case 3:
            let high = UInt32(bytes[index] & 0x0F) << 12
            return (high | UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F), 3)
        case 4: return (0x10000, 4)  // Outside what is looked at here; copied as it is.
        default: return (0xFFFD, 1)
        }
    }

    /// Takes back the word that the mark at `index` belongs to, mends it and
    /// copies it with the letters and marks that follow.
    private mutating func mendWord(at index: Int) -> Int {
        var from = index
        let isNear = index - wordStart <= Self.wordLimitBytes
        if isNear, isInWord || wordEndsBefore(index) { from = wordStart }
        var (cells, end) = cells(from: from)
        if end <= index {
            // Something inside the word is no letter of ours: the mark is read alone.
            from = index
            (cells, end) = self.cells(from: from)
        }
        if from < index { output.removeSubrange(outputWordStart...) }
        offsets.forget(from: output.count)
        guard end > from else {
            let (_, length) = decode(from)
            output.append(contentsOf: bytes[from..<from + length])
            return from + length
        }
        for cell in BrokenWord.mended(cells) {
            offsets.note(repaired: output.count, original: cell.original)
            output.append(contentsOf: String(Character(Unicode.Scalar(cell.scalar) ?? " ")).utf8)
        }
        noteResume(end)
        isInWord = true
        outputWordStart = output.count
        wordStart = end
        return end
    }

    /// Letters, marks and blanks before a tone, from `from` on.
    private func cells(from: Int) -> ([BrokenWord.Cell], Int) {
        var cells: [BrokenWord.Cell] = []
        var end = from
        while end < bytes.count, end - from < 2 * Self.wordLimitBytes {
            let (scalar, length) = decode(end)
            let isMark = (0x300...0x36F).contains(scalar)
            if scalar == 0x20 {
                guard end + 1 < bytes.count, isTone(decode(end + 1).0) else { break }
            } else if !isMark, Letter(scalar: scalar) == nil, !(0x1E00...0x1EFF).contains(scalar) {
                break
            }
            cells.append(BrokenWord.Cell(scalar: scalar, original: end))
            end += length
        }
        return (cells, end)
    }

    private func isTone(_ scalar: UInt32) -> Bool { Tone(mark: scalar) != nil }

    /// True where exactly one blank stands between the last word and the mark.
    private func wordEndsBefore(_ index: Int) -> Bool {
        guard index >= 2, bytes[index - 1] == 0x20, bytes[index - 2] != 0x20 else { return false }
        return outputWordStart < output.count && wordStart < index
    }
}
