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
    private let keys: [Key]

    /// The name of an ending as it is compared, in bytes: comparing strings costs far more.
    private struct Key: Sendable {
        let bytes: [UInt8]
        /// " tỉnh …" where the ending is a province, for names that stand in it.
        let place: [UInt8]

        init(_ name: String) {
            let key = Vietnamese.compareKey(name)
            bytes = Array(key.utf8)
            place = key.hasPrefix("tỉnh ") ? Array(" \(key)".utf8) : []
        }
    }

    package init(endings: [Ending]) {
        self.endings = endings
        keys = endings.map { Key($0.name) }
    }

    /// The ending of the agency that a name begins with, or of the province that it stands in.
    package func ending(of name: String) -> Ending? {
        let key = Vietnamese.compareKeyBytes(name)
        guard let first = key.first, let last = key.last else { return nil }
        for (index, ended) in keys.enumerated() {
            if ended.bytes.first == first, key.starts(with: ended.bytes), isWordEnd(key, ended.bytes.count) {
                return endings[index]
            }
            if ended.place.last == last, key.count >= ended.place.count,
                key.suffix(ended.place.count).elementsEqual(ended.place)
            {
                return endings[index]
            }
        }
        return nil
    }

    private func isWordEnd(_ key: [UInt8], _ length: Int) -> Bool {
        guard key.count > length else { return true }
        let next = key[length]
        return next < 0x80 && !(next >= 97 && next <= 122)
    }
}
