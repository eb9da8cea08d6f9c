/// A day or period named in the text.
struct TimeMention: Sendable {
    enum Bound: Sendable {
        case none
        /// "trước", "chậm nhất", "trong ngày".
        case before
        /// "hoàn thành", "xong": the period's last day counts.
        case complete
        /// "từ … đến …".
        case span
        /// "trong tháng 12".
        case inside
    }

    var tokens: Range<Int>
    var from: PartialDate
    var to: PartialDate
    var isDay: Bool
    var bound = Bound.none
    /// In brackets, where a time before them counts more.
    var isAside = false
}
