/// A duty to report results or problems; one for each day on which it falls due.
package struct ReadReport: Sendable, Hashable {
    package var from: [Found<String>]
    /// Empty where the plan names nobody; the channel "(qua …)" is left out.
    package var to: [Found<String>]
    package var by: Found<PartialDate>?
    /// The words of a time that is no day; nil where there is one.
    package var timeWords: Found<String>?
    /// "6 tháng", "năm", "quý" …, or nil.
    package var covers: Found<String>?
    package var range: SourceRange
    /// Said to return, as "hằng tuần" or "định kỳ … tháng cuối quý": no single last day is missing.
    var returns = false

    package init(
        from: [Found<String>], to: [Found<String>], by: Found<PartialDate>?, covers: Found<String>?,
        range: SourceRange
    ) {
        self.from = from
        self.to = to
        self.by = by
        self.covers = covers
        self.range = range
    }
}
