import Foundation
import Store

/// What a ledger's entry tells of a change: short texts by name, written as JSON with sorted keys.
///
/// Never passwords, tokens, telephone numbers or the names of refused files.
struct LedgerDetail: ExpressibleByDictionaryLiteral, Sendable {
    private var fields: [String: String] = [:]
    /// Longer texts are cut; their digest stands elsewhere.
    static let longestCharacters = 500

    init(dictionaryLiteral elements: (String, String?)...) {
        for (name, value) in elements {
            if let value { fields[name] = String(value.prefix(Self.longestCharacters)) }
        }
    }

    subscript(name: String) -> String? {
        get { fields[name] }
        set { fields[name] = newValue.map { String($0.prefix(Self.longestCharacters)) } }
    }

    /// The details that the same transaction took out of earlier entries; however many, it isn't cut.
    mutating func vouch(for redaction: LedgerRedaction?) {
        guard let redaction else { return }
        fields["redacted"] = redaction.span
        fields["digest"] = redaction.digest
    }

    var json: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(fields), as: UTF8.self)
        }
    }
}
