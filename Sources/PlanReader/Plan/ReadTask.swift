/// One duty of a named party, as the plan words it.
package struct ReadTask: Sendable, Hashable {
    /// Path of the heading that it stands under, such as `V.1`; nil for a row of a table.
    package var at: String?
    package var text: Found<String>
    /// Who must do it, as printed.
    package var lead: [Found<String>]
    /// Who takes part, as printed.
    package var with: [Found<String>]
    package var when: Found<When>?
    /// The words of a time that `when` can't hold ("hằng tuần", "hằng quý, trước ngày 25 của tháng cuối quý", "trước Tết
    /// Nguyên đán"); nil where there is a `when`, whose range holds its words.
    package var timeWords: Found<String>?
    /// The whole unit, its fields ("Cơ quan chủ trì: …") included.
    package var range: SourceRange

    package init(
        at: String?, text: Found<String>, lead: [Found<String>] = [], with: [Found<String>] = [],
        when: Found<When>? = nil, range: SourceRange
    ) {
        self.at = at
        self.text = text
        self.lead = lead
        self.with = with
        self.when = when
        self.range = range
    }
}
