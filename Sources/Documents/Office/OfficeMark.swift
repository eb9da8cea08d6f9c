/// Marks of Unicode's private use area by which the stylesheet tells `OfficeText` what a plain line can't say.
enum OfficeMark {
    static let deletionStart: Unicode.Scalar = "\u{E0F1}"
    static let deletionEnd: Unicode.Scalar = "\u{E0F2}"
    static let trackedChanges: Unicode.Scalar = "\u{E0F3}"
    /// A cell that another one covers.
    static let covered: Unicode.Scalar = "\u{E0F4}"
    /// Encloses the number of rows that a cell spans.
    static let span: Unicode.Scalar = "\u{E0F5}"
    static let row: Unicode.Scalar = "\u{E0F6}"
    static let cell: Unicode.Scalar = "\u{E0F7}"
    static let footnote: Unicode.Scalar = "\u{E0F8}"
    /// Encloses the name of a page's header or footer.
    static let furniture: Unicode.Scalar = "\u{E0F9}"
    /// Encloses a bullet.
    static let bullet: Unicode.Scalar = "\u{E0FA}"
    /// Enclose text in a TCVN3 font whose letters are all capitals.
    static let capitalStart: Unicode.Scalar = "\u{E0FB}"
    static let capitalEnd: Unicode.Scalar = "\u{E0FC}"
    /// Enclose text that is shown in capitals whatever its letters are.
    static let shownCapitalStart: Unicode.Scalar = "\u{E0FD}"
    static let shownCapitalEnd: Unicode.Scalar = "\u{E0FE}"
    /// Begins a line that no reader of the document sees: its title, a comment.
    static let aside: Unicode.Scalar = "\u{E0FF}"
    static let paragraph: Unicode.Scalar = "\u{2029}"
    static let line: Unicode.Scalar = "\u{2028}"

    static let all: ClosedRange<Unicode.Scalar> = "\u{E0F1}"..."\u{E0FF}"
}
