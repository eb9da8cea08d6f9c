import Vietnamese

/// Agencies and units with the day from which they are no more.
package struct AgencyTable: Sendable {
    package struct Ending: Sendable, Hashable {
        /// As documents print it; what follows it in a longer name may differ.
        package var name: String
        /// First day without it.
        package var ended: PartialDate
        /// Who does its work now, as a reader should be told.
        package var successor: String

        package init(name: String, ended: PartialDate, successor: String) {
            self.name = name
            self.ended = ended
            self.successor = successor
        }
    }

    package let endings: [Ending]
    private let keys: [(key: String, index: Int)]

    package init(endings: [Ending]) {
        self.endings = endings
        keys = endings.enumerated().map { (Vietnamese.compareKey($0.element.name), $0.offset) }
    }

    /// The ending of the agency that a name begins with, or of the province that it stands in.
    package func ending(of name: String) -> Ending? {
        let key = Vietnamese.compareKey(name)
        for (ended, index) in keys {
            if key.hasPrefix(ended) && isWordEnd(key, after: ended) { return endings[index] }
            if ended.hasPrefix("tỉnh "), key.hasSuffix(" " + ended) { return endings[index] }
        }
        return nil
    }

    private func isWordEnd(_ key: String, after prefix: String) -> Bool {
        guard key.utf8.count > prefix.utf8.count else { return true }
        let next = Array(key.utf8)[prefix.utf8.count]
        return next < 0x80 && !(next >= 97 && next <= 122)
    }
}
