package import Domain

/// Where the next page of a list begins: the keys of the last row of this one, as text for an
/// address.
package struct PageMark: RawRepresentable, Hashable, Sendable {
    package let rawValue: String

    package init(rawValue: String) {
        self.rawValue = rawValue
    }

    init(_ number: Int64, _ text: String) {
        rawValue = "\(number)_\(text)"
    }

    /// For a list by days: what lies on the day or after it.
    package init(from day: CalendarDay) {
        self.init(Int64(day.dayNumber) - 1, String(Int64.max))
    }

    /// The two keys; nil for a text that no page gave out, which then begins at the beginning.
    var keys: (number: Int64, text: String)? {
        let parts = rawValue.split(separator: "_", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let number = Int64(parts[0]), parts[1].utf8.count <= 100 else { return nil }
        return (number, String(parts[1]))
    }
}

/// One page of a list.
package struct Page<Item: Sendable>: Sendable {
    package var items: [Item]
    /// Nil on the last page.
    package var next: PageMark?

    package init(items: [Item], next: PageMark?) {
        self.items = items
        self.next = next
    }

    package func map<Other: Sendable>(_ transform: (Item) throws -> Other) rethrows -> Page<Other> {
        Page<Other>(items: try items.map(transform), next: next)
    }
}

/// Rows of one page of any list.
package enum PageLimit {
    package static let standard = 50
    package static let largest = 500

    package static func bounded(_ limit: Int) -> Int { min(max(limit, 1), largest) }
}
