import Foundation

/// A mark of State secrecy that a document bears (Law 117/2025, articles 8 and 10.4).
///
/// A mark stands by itself or in its usual company: alone on a line, in a box, in a cell or column of the
/// letterhead, beside the number or the motto, in a page's header or footer, in the file's name. The same words
/// inside a sentence ("bảo mật", "bí mật nhà nước") are ordinary, and marks of urgency (HOẢ TỐC, KHẨN) are no
/// secrecy. In doubt the file is refused: that costs somebody another look, keeping a secret breaks the law.
package enum SecrecyMark: Sendable, Hashable {
    /// MẬT
    case secret
    /// TỐI MẬT
    case topSecret
    /// TUYỆT MẬT
    case ultraSecret
    /// TÀI LIỆU THU HỒI
    case recall
    /// "Độ mật:" with anything but "không" or "thường" after it, or a sentence that says so of the document.
    case declared

    /// The first mark in the text; form feeds separate pages.
    ///
    /// Takes time proportional to the text.
    package static func find(in text: String) -> SecrecyMark? {
        find(in: text.split(separator: "\u{0C}", omittingEmptySubsequences: false).map(String.init))
    }

    /// The first mark in the pages.
    ///
    /// - Parameter recognised: which pages were read by recognition, by their index.
    package static func find(in pages: [String], recognised: Set<Int> = []) -> SecrecyMark? {
        for (index, page) in pages.enumerated() {
            for text in [page, MarkTags.removed(from: page)].compactMap(\.self) {
                let lines = MarkLines(text, isFirst: index == 0).all
                let isRecognised = recognised.contains(index)
                if let mark = find(in: lines, isRecognised) { return mark }
                if let mark = MarkStack.find(in: lines, isRecognised: isRecognised) { return mark }
            }
        }
        return nil
    }

    private static func find(in lines: [MarkLines.Line], _ isRecognised: Bool) -> SecrecyMark? {
        var before: MarkLines.Line?
        for line in lines {
            let stamp = MarkStamp(
                isNearEdge: line.isNearEdge, isRecognised: isRecognised, before: before?.words.last)
            if let mark = find(in: line, stamp, after: before?.words ?? []) { return mark }
            if let before, MarkSentence.declares(line, under: before) { return .declared }
            before = line
        }
        return nil
    }

    private static func find(in line: MarkLines.Line, _ stamp: MarkStamp, after before: [MarkWord])
        -> SecrecyMark?
    {
        // Whatever the form of the mark, this word or its letters are in it.
        let keys = line.words.map(\.key)
        guard keys.contains(where: { $0.contains("T") || $0.contains("M") || $0 == "A" }) else { return nil }
        if let mark = stamp.mark(of: line.words[...], startsLine: true) { return mark }
        for segment in line.segments where segment.count < line.words.count {
            if let mark = stamp.mark(of: segment, startsLine: segment.startIndex == 0) { return mark }
        }
        if let mark = stamp.mark(inLetterhead: line.words) { return mark }
        guard keys.contains("MAT") else { return nil }
        if MarkSentence.declares(line) { return .declared }
        return MarkSentence.isSelfDeclared(before.suffix(40) + line.words) ? .declared : nil
    }
}

extension SecrecyMark {
    /// The mark that a file's name begins or ends with: "MẬT - Kế hoạch.docx", "KH-05-TOI MAT.pdf".
    package static func find(inFileName name: String) -> SecrecyMark? {
        let file = name.split(separator: "/").last.map(String.init) ?? name
        let stem = file.lastIndex(of: ".").map { file[..<$0] } ?? file[...]
        let (words, _) = MarkWord.words(of: stem)
        for index in words.indices where words[index].key.hasSuffix("MAT") {
            let isPair = index > 0 && ["TOI", "TUYET"].contains(words[index - 1].key)
            let isJoined = ["TOIMAT", "TUYETMAT"].contains(words[index].key)
            guard isPair || isJoined || words[index].key == "MAT" else { continue }
            let start = isPair ? index - 1 : index
            guard start == 0 || index == words.endIndex - 1,
                isMark(words, start..<(index + 1), isTwo: isPair || isJoined)
            else { continue }
            let first = words[start].key
            return first.hasPrefix("TOI") ? .topSecret : first.hasPrefix("TUYET") ? .ultraSecret : .secret
        }
        return nil
    }

    private static func isMark(_ words: [MarkWord], _ range: Range<Int>, isTwo: Bool) -> Bool {
        let mark = words[range]
        let isExact = mark.last?.accented.hasSuffix("MẬT") == true
        let isPlain = mark.allSatisfy { $0.text.utf8.allSatisfy { $0 < 0x80 } }
        let isCapital = mark.allSatisfy(\.isCapital)
        guard isExact || (isPlain && isCapital), !isInsideName(words, range) else { return false }
        if isTwo || isCapital { return true }
        // "Mật - …" and "… (mật)" are set off by a sign, other small letters are words of a name.
        let edges = [range.lowerBound > 0 ? mark.first : nil, words[range.upperBound...].first]
        return edges.allSatisfy { $0.map { !$0.gap.subtracting([.blank, .wide]).isEmpty } ?? true }
    }

    /// Whether a neighbour makes another word of it, with or without its tones: "BAO MAT", "MAT TRAN".
    private static func isInsideName(_ words: [MarkWord], _ range: Range<Int>) -> Bool {
        if range.lowerBound > 0 {
            let previous = words[range.lowerBound - 1]
            if MarkStamp.beforeOrdinary.contains(previous.accented) { return true }
            // "THONG BAO MAT" is a secret notice, "CONG TAC BAO MAT" is "bảo mật".
            let isNotice =
                range.lowerBound > 1 && ["THONG", "CONG"].contains(words[range.lowerBound - 2].key)
            if ["BAO", "BI", "CO", "GIAI"].contains(previous.text.uppercased()), !isNotice { return true }
        }
        guard let next = words[range.upperBound...].first else { return false }
        return MarkStamp.afterOrdinary.contains(next.accented)
            || ["TRAN", "BANG", "HANG", "MA", "DO", "KHAU", "VU", "THU", "NGHI"].contains(
                next.text.uppercased())
    }
}

extension CirculationLimit {
    /// The limit that the pages name near an edge, if any.
    package static func find(in pages: [String]) -> CirculationLimit? {
        for (index, page) in pages.enumerated() {
            for line in MarkLines(page, isFirst: index == 0).all where line.isNearEdge {
                for segment in line.segments + [line.words[...]] {
                    guard segment.first?.startsCapital == true, segment.count <= 20 else { continue }
                    switch segment.map(\.key).joined() {
                    case "LUUHANHNOIBO", "TAILIEULUUHANHNOIBO": return .internalOnly
                    case "XEMXONGTRALAI": return .returnAfterReading
                    default: continue
                    }
                }
            }
        }
        return nil
    }
}
