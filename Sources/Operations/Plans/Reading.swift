import Domain
import Foundation
package import PlanReader
import Store
import Vietnamese

/// From a document's text to a draft: the reader's work, away from the database.
package enum Reading {
    /// Drafts of an older one can be read again.
    package static let readerVersion = String(PlanReader.version)

    /// The reader of this program.
    package static let standardReader: @Sendable ([UInt8]) throws(UnreadablePlan) -> ReadPlan = {
        let reader = PlanReader()
        return { bytes throws(UnreadablePlan) in try reader.read(bytes) }
    }()

    static func draft(
        of text: DocumentText, by read: @Sendable ([UInt8]) throws(UnreadablePlan) -> ReadPlan,
        agencies: AgencyNames
    ) throws(ReceiveRefused) -> PlanDraft {
        let found: ReadPlan
        do {
            found = try read(text.bytes)
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
        guard let number = draft.number, let range = number.range else { return }
        let issuer = draft.issuerInFull.map(SearchTerms.nameKey)
        let taken = others.contains { other in
            other.number == number.value && other.date?.year == draft.date?.value.year
                && other.issuer.map(SearchTerms.nameKey) == issuer
        }
        guard taken, !draft.warnings.contains(where: { $0.code == PlanWarning.Kind.numberTaken.rawValue })
        else { return }
        draft.warnings.append(
            DraftWarning(
                id: "\(PlanWarning.Kind.numberTaken.rawValue)-\(range.lower)",
                code: PlanWarning.Kind.numberTaken.rawValue,
                vietnamese: "Số \(number.value) trùng với một kế hoạch khác của cùng cơ quan trong cùng năm.",
                english: "Another plan of the same issuer and year bears the number \(number.value).",
                range: range))
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
