/// The time that a plan sets for a task.
package enum When: Sendable, Hashable {
    /// The last day; without a year where it returns ("trước ngày 10/12 hằng năm").
    case by(PartialDate)
    /// A period, both days included.
    case between(from: PartialDate, to: PartialDate)
    /// "Thường xuyên".
    case continuous
    /// "Hằng năm", with no day named.
    case yearly

    /// The day by which it ends; nil where none is named.
    var lastDay: PartialDate? {
        switch self {
        case .by(let date): date
        case .between(_, let to): to
        case .continuous, .yearly: nil
        }
    }
}
