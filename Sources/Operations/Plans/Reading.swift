import Domain
import Foundation
package import PlanReader
import Store
import Vietnamese

/// From a document's text to a draft: the reader's work, away from the database.
package enum Reading {
    /// Reads a document's text (UTF-8), told whether it was recognised from pictures; pure, so the same text gives the
    /// same plan.
    package typealias Reader =
        @Sendable (_ text: [UInt8], _ isRecognised: Bool) throws(UnreadablePlan) -> ReadPlan

    /// Drafts of an older one can be read again.
    package static let readerVersion = String(PlanReader.version)

    /// The reader of this program.
    package static let standardReader: Reader = {
        let reader = PlanReader()
        return { bytes, isRecognised throws(UnreadablePlan) in
            try reader.read(bytes, isRecognised: isRecognised)
        }
    }()

    static func draft(
        of text: DocumentText, isRecognised: Bool, by read: Reader, agencies: AgencyNames
    ) throws(ReceiveRefused) -> PlanDraft {
        let found: ReadPlan
        do {
            found = try read(text.bytes, isRecognised)
        } catch {
            throw .unreadable(error)
        }
        var draft = PlanDraft(found, agencies: agencies)
        draft.raiseFootnoteSigns(text.notes)
        for (index, task) in found.tasks.enumerated() {
            if let when = task.when, let words = text.quote(TextRange(when.range)) {
                draft.tasks[index].setTime(when, words: words.text)
            }
        }
        return draft
    }

    /// Warns when another live plan of the same issuer and year bears the number.
    static func addNumberWarning(to draft: inout PlanDraft, others: [Plan]) {
        guard let number = draft.number else { return }
        let issuer = draft.issuerInFull.map(SearchTerms.nameKey)
        let taken = others.contains { other in
            other.number == number.value && other.date?.year == draft.date?.value.year
                && other.issuer.map(SearchTerms.nameKey) == issuer
        }
        guard taken, !draft.warnings.contains(where: { $0.code == PlanWarning.Kind.numberTaken.rawValue })
        else { return }
        draft.warnings.append(
            DraftWarning(
                // A typed number stands nowhere in the document.
                id:
                    "\(PlanWarning.Kind.numberTaken.rawValue)-\(number.range.map { String($0.lower) } ?? number.value)",
                code: PlanWarning.Kind.numberTaken.rawValue,
                vietnamese: "Số \(number.value) trùng với một kế hoạch khác của cùng cơ quan trong cùng năm.",
                english: "Another plan of the same issuer and year bears the number \(number.value).",
                range: number.range))
    }
}

/// A document's text with its bytes, out of which quotes are taken.
struct DocumentText: Sendable {
    let bytes: [UInt8]
    /// The numbers of its footnotes.
    let notes: Set<Int>

    init(_ text: String) {
        bytes = Array(text.utf8)
        notes = FootnoteSign.notes(in: bytes)
    }

    /// Where the word begins that a place stands in; the place itself between words.
    func wordStart(at offset: Int) -> Int {
        var place = min(offset, bytes.count)
        while place > 0, place < bytes.count, !Self.isBlank(bytes[place - 1]), !Self.isBlank(bytes[place]) {
            place -= 1
        }
        return place
    }

    /// The words of a stretch, repaired and with white space folded; nil where it is no stretch of
    /// the text, cuts a character, or has no words.
    func quote(_ range: TextRange) -> Quote? {
        guard range.upper <= bytes.count, range.lower < range.upper,
            let raw = String(validating: bytes[range.lower..<range.upper], as: UTF8.self)
        else { return nil }
        let folded = Vietnamese.repaired(raw).string.split(whereSeparator: \.isWhitespace).joined(
            separator: " ")
        return folded.isEmpty ? nil : Quote(text: folded, range: range)
    }

    /// Where in a stretch the second of two pieces of text begins, so that each piece has as many words in common with
    /// its part as can be; nil where the stretch has but one word.
    ///
    /// Of places that are as good, the one that gives each piece its share of the words. Takes time proportional to the
    /// product of both lengths; beyond ``mostCompared`` only the share counts.
    func cut(of range: TextRange, between first: [Substring], and second: [Substring]) -> Int? {
        let words = words(in: range)
        guard words.count > 1 else { return nil }
        let share = Double(first.count) / Double(first.count + second.count) * Double(words.count)
        let isCompared = words.count * (first.count + second.count) <= Self.mostCompared
        let there = isCompared ? words.map { Self.bare($0.word) } : []
        let before = Self.common(there, first.map(Self.bare))
        let after = Self.common(there.reversed(), second.reversed().map(Self.bare))
        func likeness(_ index: Int) -> Int {
            isCompared ? before[index] + after[words.count - index] : 0
        }
        let best = (1..<words.count).max {
            (likeness($0), -abs(Double($0) - share)) < (likeness($1), -abs(Double($1) - share))
        }
        return best.map { words[$0].place }
    }

    /// Pairs of words that are compared at most.
    private static let mostCompared = 4_000_000

    /// Without case and the signs at its ends.
    private static func bare(_ word: Substring) -> String {
        let core = word.drop { $0.isPunctuation }
        let end = core.lastIndex { !$0.isPunctuation }.map { core.index(after: $0) }
        return (end.map { core[..<$0] } ?? word).lowercased()
    }

    /// For each count of words from the beginning, how many of them stand in the others in the same order.
    private static func common(_ words: [String], _ others: [String]) -> [Int] {
        var counts = [0]
        var row = [Int](repeating: 0, count: others.count + 1)
        for word in words {
            var diagonal = 0
            for (index, other) in others.enumerated() {
                let above = row[index + 1]
                row[index + 1] = word == other ? diagonal + 1 : max(above, row[index])
                diagonal = above
            }
            counts.append(row[others.count])
        }
        return counts
    }

    private func words(in range: TextRange) -> [(place: Int, word: Substring)] {
        let upper = min(range.upper, bytes.count)
        var words: [(place: Int, word: Substring)] = []
        var at = range.lower
        while at < upper {
            let end = bytes[at..<upper].firstIndex(where: Self.isBlank) ?? upper
            if end > at { words.append((at, Substring(decoding: bytes[at..<end], as: UTF8.self))) }
            at = end + 1
        }
        return words
    }

    /// A stretch without the white space at its ends.
    func trimmed(_ range: TextRange) -> TextRange {
        guard range.upper <= bytes.count else { return range }
        var lower = range.lower
        var upper = range.upper
        while lower < upper, Self.isBlank(bytes[lower]) { lower += 1 }
        while upper > lower, Self.isBlank(bytes[upper - 1]) { upper -= 1 }
        return TextRange(lower, upper)
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }
}
