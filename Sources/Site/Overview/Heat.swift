import Store

/// How an agency's week stands: a word, a sign and a colour, so that none of them is alone.
enum Heat: String, Sendable, CaseIterable {
    /// Nothing is due.
    case none
    case done
    /// All handed in, some not judged yet.
    case waiting
    /// Still to be done, the week not over.
    case ahead
    /// Still to be done this week or the next.
    case near
    /// Still to be done, the week over.
    case late

    init(_ counts: TaskCounts, week: Int, thisWeek: Int) {
        self =
            if counts.total == 0 {
                .none
            } else if counts.pending == 0 {
                counts.submitted == 0 ? .done : .waiting
            } else if week < thisWeek {
                .late
            } else {
                week <= thisWeek + 1 ? .near : .ahead
            }
    }

    var name: Phrase {
        switch self {
        case .none: Phrase("không có việc", "nothing due")
        case .done: Phrase("xong hết", "all done")
        case .waiting: Phrase("chờ công nhận", "waits to be judged")
        case .ahead: Phrase("chưa đến hạn", "not due yet")
        case .near: Phrase("đến hạn tuần này hoặc tuần sau", "due this week or the next")
        case .late: Phrase("quá hạn", "overdue")
        }
    }

    /// Stands before the numbers.
    var mark: String {
        switch self {
        case .none: ""
        case .done: "✓"
        case .waiting: "…"
        case .ahead: "·"
        case .near: "›"
        case .late: "!"
        }
    }
}
