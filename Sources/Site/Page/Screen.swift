import Markup

/// What every page needs to know about whoever looks at it, and nothing about the page itself.
struct Screen: Sendable {
    /// A place in the main navigation.
    enum Place: String, Sendable, CaseIterable {
        case work, plans, tasks, overview, calendar, upload, agencies, ledger, accounts
    }

    /// The signed-in account, as the frame shows it.
    struct Visitor: Sendable {
        var displayName: String
        /// Places that its roles open, in the order of `Place`.
        var places: [Place]
        /// Notices not read yet, counted up to `CountUnread.bound`.
        var unread = 0
    }

    /// One message about what was just done, shown once.
    struct Flash: Sendable {
        enum Kind: String, Sendable { case good, warn, bad }
        var kind: Kind
        var text: Phrase
    }

    var language: Language
    var visitor: Visitor?
    /// Where the page lies, to come back to after the language was switched; a path with its query.
    var address: Link
    var flash: Flash?
    /// Goes into every form and is bound to the visitor's session.
    var formToken: String
    /// Whether the keys of the players' store are to try Loa out with, and no more.
    var isDemonstration = false

    /// The text in this screen's language.
    func callAsFunction(_ phrase: Phrase) -> String { phrase[language] }
}

extension Markup.StringInterpolation {
    /// A text of the screens in the language of the screen.
    mutating func appendInterpolation(_ screen: Screen, _ phrase: Phrase) {
        appendInterpolation(phrase[screen.language])
    }
}
