/// Agencies by the keys of all their names, with and without the place that everyone on the spot leaves out.
///
/// "Sở Ngoại vụ" of "tỉnh Kon Tum" is also found as "Sở Ngoại vụ tỉnh" and "Sở Ngoại vụ tỉnh Kon Tum"; its committee
/// also as "UBND tỉnh", which means one agency only to those below it.
package struct NameIndex: Sendable {
    struct Hit: Sendable, Hashable {
        var agency: Agency.ID
        /// The days of the name; both ends included.
        var from: CalendarDay?
        var to: CalendarDay?
        /// The name leaves out which place it is: only whoever belongs there may mean it.
        var isLocal: Bool

        func isValid(on day: CalendarDay) -> Bool { (from ?? day) <= day && day <= (to ?? day) }
    }

    private(set) var hits: [String: [Hit]] = [:]
    /// The keys of an agency's names with a blank at both ends, for search by words.
    private(set) var searched: [Agency.ID: [String]] = [:]
    /// The first of an agency's keys at each time: its full name.
    private(set) var mainKeys: [Agency.ID: [String]] = [:]

    /// Takes some tenths of a second for the whole country: made when somebody asks, and kept.
    ///
    /// - Parameter key: gives the one key of all spellings of a name: words without marks, one blank between.
    package init(_ register: AgencyRegister, key: (String) -> String) {
        let all = register.entries
        let entries = register.order.compactMap { all[$0] }
        var placeKeys: [String: Place] = [:]
        func place(_ name: String) -> Place {
            if let known = placeKeys[name] { return known }
            let made = Place(key(name))
            placeKeys[name] = made
            return made
        }
        for entry in entries {
            let agency = entry.agency
            var above: [Place] = []
            var next = agency.parent
            while let id = next, let parent = all[id]?.agency, above.count < 4 {
                if let name = parent.place { above.append(place(name)) }
                next = parent.parent
            }
            for name in entry.names {
                let keys = ([name.name] + name.abbreviations).map(key).filter { !$0.isEmpty }
                mainKeys[agency.id, default: []] += keys.prefix(1)
                searched[agency.id, default: []] += keys.map { " \($0) " }
                for one in keys {
                    add(
                        one, agency, name,
                        isLocal: agency.place != nil && one == Self.local(one, agency, place))
                    for place in above { addVariants(of: one, in: place, agency, name) }
                    if let own = agency.place.map(place) { addOwn(one, own, agency, name) }
                }
                if let own = agency.place.map(place) { add(own.key, agency, name, isLocal: false) }
            }
        }
    }

    /// Agencies whose name has all words of a question, then those for whom a name above completes them.
    ///
    /// As "Sở Y tế tỉnh Lào Cai"; the last word may be only begun. Each in the order of the register.
    ///
    /// - Parameter words: without marks, as the key of names makes them.
    package func search(_ words: [String], in register: AgencyRegister, on day: CalendarDay, limit: Int)
        -> [Agency]
    {
        guard !words.isEmpty else { return [] }
        var own: [Agency] = []
        var completed: [Agency] = []
        for id in register.order {
            guard let agency = register[id], agency.exists(on: day) else { continue }
            let left = missing(words, in: id)
            if left.isEmpty {
                own.append(agency)
            } else if left.count <= words.count / 2, completed.count < limit,
                register.path(of: id).dropFirst().contains(where: { missing(left, in: $0).isEmpty })
            {
                completed.append(agency)
            }
            if own.count == limit { break }
        }
        return Array((own + completed).prefix(limit))
    }

    /// The words that an agency's name lacks, of the name that has most of them.
    private func missing(_ words: [String], in agency: Agency.ID) -> [String] {
        (searched[agency] ?? []).map { line in
            words.enumerated().filter { place, word in
                !line.contains(place == words.count - 1 ? " \(word)" : " \(word) ")
            }.map(\.element)
        }.min { $0.count < $1.count } ?? words
    }

    /// A name of a committee that ends with the type of its place alone, such as "UBND tỉnh".
    private static func local(_ key: String, _ agency: Agency, _ place: (String) -> Place) -> String? {
        guard let type = agency.place.map(place)?.type, key.hasSuffix(" " + type) || key == type else {
            return nil
        }
        return key
    }

    private mutating func addVariants(
        of key: String, in place: Place, _ agency: Agency, _ name: AgencyName
    ) {
        guard agency.place == nil else { return }
        let base = place.removed(from: key)
        // "Báo" alone is any newspaper; "Công an" is the one on the spot.
        guard base.contains(" ") else { return }
        for variant in [base, "\(base) \(place.type)", "\(base) \(place.key)", "\(base) \(place.bare)"] {
            add(variant, agency, name, isLocal: variant != key && !variant.hasSuffix(place.bare))
        }
    }

    private mutating func addOwn(_ key: String, _ place: Place, _ agency: Agency, _ name: AgencyName) {
        guard key.hasSuffix(place.key) else { return }
        let base = key.dropLast(place.key.count)
        add("\(base)\(place.type)", agency, name, isLocal: true)
        add("\(base)\(place.bare)", agency, name, isLocal: false)
    }

    private mutating func add(_ key: String, _ agency: Agency, _ name: AgencyName, isLocal: Bool) {
        let hit = Hit(
            agency: agency.id, from: [agency.validFrom, name.validFrom].compactMap { $0 }.max(),
            to: [agency.validTo, name.validTo].compactMap { $0 }.min(), isLocal: isLocal)
        let clean = key.split(separator: " ").joined(separator: " ")
        guard !clean.isEmpty else { return }
        if !hits[clean, default: []].contains(where: { $0.agency == hit.agency && $0.from == hit.from }) {
            hits[clean, default: []].append(hit)
        }
    }
}

/// A place's key in its parts: "tinh kon tum" is the type "tinh" and the bare name "kon tum".
struct Place: Sendable, Hashable {
    static let types = [
        "thanh pho", "thi xa", "thi tran", "dac khu", "tinh", "huyen", "quan", "phuong", "xa",
    ]

    let key: String
    let type: String
    let bare: String

    init(_ key: String) {
        self.key = key
        let type = Self.types.first { key.hasPrefix($0 + " ") } ?? ""
        self.type = type
        bare = type.isEmpty ? key : String(key.dropFirst(type.count + 1))
    }

    /// A name without the place at its end.
    func removed(from name: String) -> String {
        for end in [key, bare, type] where !end.isEmpty && name.hasSuffix(" " + end) {
            return String(name.dropLast(end.count + 1))
        }
        return name
    }
}
