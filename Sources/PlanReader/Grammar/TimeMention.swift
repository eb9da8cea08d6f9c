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
    /// The "trước" of a day before it holds for it too.
    var excludesDay = false
    /// Days listed by their numbers alone: "24, 25 và 26 tháng 8".
    var isList = false
    /// In brackets, where a time before them counts more.
    var isAside = false
}
