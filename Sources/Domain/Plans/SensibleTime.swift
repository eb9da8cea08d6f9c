extension PartialDay {
    /// Years of documents and of what they order; others are slips of whoever types.
    package static let sensibleYears = 1945...2100

    /// Whether its year, where it has one, is among those.
    package var isSensible: Bool { year.map(Self.sensibleYears.contains) ?? true }
}

extension CalendarDay {
    /// Whether its year is one that somebody means.
    package var isSensible: Bool { PartialDay.sensibleYears.contains(year) }
}

extension PlanTime {
    /// A year of it is no year of a document's.
    package var isFarOff: Bool {
        switch self {
        case .by(let day, before: _): !day.isSensible
        case .between(let start, let end): !start.isSensible || !end.isSensible
        case .continuous, .yearly: false
        }
    }

    /// It ends before it begins; what returns each year may go over its end.
    package var isReversed: Bool {
        guard case .between(let start, let end) = self, let first = start.first, let last = end.last else {
            return false
        }
        return last < first
    }
}
