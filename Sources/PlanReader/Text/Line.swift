/// A line of the clean text, without its blanks at both ends.
struct Line: Sendable {
    var start: Int
    var end: Int
    /// In `Reading.lineTokens`.
    var tokens: Range<Int>
    /// Characters between `start` and `end`.
    var width: Int
    /// Blanks before `start`.
    var indent: Int
    /// Blank lines between the line before and this one.
    var blanksBefore: Int
    var startsPage = false
    var kind = Kind.text
    var marker = Marker.none

    enum Kind: UInt8, Sendable {
        case text
        /// Cells between `|`.
        case table
        /// Dashes, stars or underscores only.
        case rule
        /// A number alone: of a page, or of a table's row.
        case number
        /// An address of the web alone.
        case address
        /// Taken out of the body: page number, footnote.
        case dropped
    }
}

/// What a line begins with.
enum Marker: Sendable, Equatable {
    case none
    /// 1 for "-", 2 for "+", 3 for other signs.
    case bullet(Int)
    case label(Label)
}

/// The number or letter of a heading.
struct Label: Sendable, Equatable {
    enum Kind: Int, Sendable, Comparable {
        case part, roman, decimal, letter
        static func < (left: Kind, right: Kind) -> Bool { left.rawValue < right.rawValue }
    }

    var kind: Kind
    /// As it goes into the path: "II", "2.1", "đ".
    var text: String
    /// 1 for "2", 2 for "2.1"; 1 for all others.
    var depth: Int
    /// Last number of a decimal, value of a Roman number, place of a letter.
    var value: Int
    /// Tokens that the label takes.
    var length: Int
    /// "1)", which below "1." or "a)" is a level of its own.
    var isBracketed = false
}
