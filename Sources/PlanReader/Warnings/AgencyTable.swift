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
    /// For each ending the same name for its long and its short form, for one and for all of its kind.
    let groups: [String]
    private let keys: [Key]

    /// The name of an ending as it is compared, in bytes: comparing strings costs far more.
    private struct Key: Sendable {
        private static let province = Vietnamese.compareKeyBytes("tỉnh ")

        let bytes: [UInt8]
        /// " tỉnh …" where the ending is a province, for names that stand in it.
        let place: [UInt8]

        init(_ name: String) {
            bytes = Vietnamese.compareKeyBytes(name)
            // Marks of tone stand behind their syllable in a key, so the word is looked for as a key too.
            place = bytes.starts(with: Self.province) ? [0x20] + bytes : []
        }
    }

    package init(endings: [Ending]) {
        self.endings = endings
        groups = endings.map { Self.group($0.name) }
        keys = endings.map { Key($0.name) }
    }

    private static func group(_ name: String) -> String {
        name.lowercased().replacing("ủy ban nhân dân", with: "ubnd").replacing("các ", with: "")
            .replacing("tt&tt", with: "thông tin và truyền thông")
    }

    /// The ending of the agency that a name begins with, or of the province that it stands in.
    package func ending(of name: String) -> Ending? { index(of: name).map { endings[$0] } }

    /// As `ending`, by its place in `endings`.
    func index(of name: String) -> Int? {
        let key = Vietnamese.compareKeyBytes(name)
        guard let first = key.first, let last = key.last else { return nil }
        for (index, ended) in keys.enumerated() {
            if ended.bytes.first == first, key.starts(with: ended.bytes), isWordEnd(key, ended.bytes.count) {
                return index
            }
            if ended.place.last == last, key.count >= ended.place.count,
                key.suffix(ended.place.count).elementsEqual(ended.place)
            {
                return index
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
