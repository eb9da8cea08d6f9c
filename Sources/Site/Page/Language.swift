/// The languages of the screens; Vietnamese is what an unknown visitor gets.
package enum Language: String, CaseIterable, Sendable {
    case vi, en

    /// The other one, for the switch.
    var other: Language { self == .vi ? .en : .vi }

    /// Its own name, as its readers write it.
    var ownName: String { self == .vi ? "Tiếng Việt" : "English" }
}

/// One text of the screens in every language; leaving one out doesn't compile.
struct Phrase: Sendable, Hashable {
    let vi: String
    let en: String

    init(_ vi: String, _ en: String) {
        self.vi = vi
        self.en = en
    }

    subscript(language: Language) -> String {
        switch language {
        case .vi: vi
        case .en: en
        }
    }
}
