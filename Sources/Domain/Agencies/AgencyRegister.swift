/// All agencies of all times, in memory: the tree, names, codes and successors.
///
/// Made anew when the register's version has changed; a value that many requests share.
package struct AgencyRegister: Sendable {
    /// One agency with everything that is dated.
    package struct Entry: Sendable, Hashable {
        package var agency: Agency
        /// In the order of their time.
        package var names: [AgencyName]
        package var codes: [AgencyCode]
        package var successions: [Succession]

        package init(
            agency: Agency, names: [AgencyName] = [], codes: [AgencyCode] = [], successions: [Succession] = []
        ) {
            self.agency = agency
            self.names =
                names.isEmpty
                ? [
                    AgencyName(
                        name: agency.name, abbreviations: agency.abbreviations, validFrom: agency.validFrom,
                        validTo: agency.validTo)
                ] : names
            self.codes = codes
            self.successions = successions
        }
    }

    package let version: Int
    package let entries: [Agency.ID: Entry]
    /// All agencies in the order in which they were entered.
    package let order: [Agency.ID]
    /// Agencies without a parent.
    package let roots: [Agency.ID]
    /// The names in force, of agencies of every time.
    package let currentNames: [Agency.ID: String]
    private let childrenOf: [Agency.ID: [Agency.ID]]
    private let predecessorsOf: [Agency.ID: [Agency.ID]]

    package init(version: Int = 0, entries: [Entry]) {
        self.version = version
        self.entries = Dictionary(entries.map { ($0.agency.id, $0) }, uniquingKeysWith: { one, _ in one })
        order = entries.map(\.agency.id)
        currentNames = Dictionary(
            entries.map { ($0.agency.id, $0.agency.name) }, uniquingKeysWith: { one, _ in one })
        roots = entries.filter { $0.agency.parent == nil }.map(\.agency.id)
        var children: [Agency.ID: [Agency.ID]] = [:]
        var predecessors: [Agency.ID: [Agency.ID]] = [:]
        for entry in entries {
            if let parent = entry.agency.parent { children[parent, default: []].append(entry.agency.id) }
            for one in entry.successions { predecessors[one.successor, default: []].append(entry.agency.id) }
        }
        childrenOf = children
        predecessorsOf = predecessors
    }

    package subscript(id: Agency.ID) -> Agency? { entries[id]?.agency }

    /// The agency, its parent, and so on up to the top.
    package func path(of id: Agency.ID) -> [Agency.ID] {
        var path: [Agency.ID] = []
        var next: Agency.ID? = id
        while let one = next, let entry = entries[one], path.count < 20 {
            path.append(one)
            next = entry.agency.parent
        }
        return path
    }

    /// The agencies right below one (nil: the roots) that exist on a day; nil for those of every time.
    package func children(of id: Agency.ID?, on day: CalendarDay? = nil) -> [Agency] {
        let all = (id.map { childrenOf[$0] ?? [] } ?? roots).compactMap { self[$0] }
        guard let day else { return all }
        return all.filter { $0.exists(on: day) }
    }

    /// Everyone below an agency who exists on a day, without itself; at most 20 levels.
    package func descendants(of id: Agency.ID, on day: CalendarDay) -> [Agency] {
        var result: [Agency] = []
        var level = [id]
        for _ in 0..<20 {
            let below = level.flatMap { children(of: $0, on: day) }
            if below.isEmpty { break }
            result += below
            level = below.map(\.id)
        }
        return result
    }

    package func predecessors(of id: Agency.ID) -> [Agency.ID] { predecessorsOf[id] ?? [] }

    /// Whose work an agency does that began after a day: those that existed on that day (nil: on any), followed back
    /// through all reorganisations.
    package func ancestors(of id: Agency.ID, on day: CalendarDay?) -> [Agency.ID] {
        var result: [Agency.ID] = []
        var seen: Set<Agency.ID> = [id]
        var level = [id]
        while !level.isEmpty, seen.count < 1000 {
            level = level.flatMap { predecessors(of: $0) }.filter { seen.insert($0).inserted }
            result += level.filter { one in day.map { self[one]?.exists(on: $0) == true } ?? true }
        }
        return result
    }

    /// The name in force on a day; outside its time the nearest one.
    package func name(of id: Agency.ID, on day: CalendarDay) -> AgencyName? {
        guard let names = entries[id]?.names else { return nil }
        return names.first { $0.isValid(on: day) }
            ?? (names.first.flatMap { ($0.validFrom.map { day < $0 } ?? false) ? $0 : nil } ?? names.last)
    }

    /// The nearest agency above (or the one itself) that governs a place.
    package func committee(of id: Agency.ID) -> Agency? {
        path(of: id).lazy.compactMap { self[$0] }.first { $0.place != nil }
    }

    /// The nearest agency above (or the one itself) that governs a province.
    package func province(of id: Agency.ID) -> Agency? {
        path(of: id).lazy.compactMap { self[$0] }.first { $0.place != nil && $0.level == .province }
    }

    /// The name with the place in which it stands, where the name itself doesn't tell.
    package func fullName(of id: Agency.ID, on day: CalendarDay) -> String {
        guard let name = name(of: id, on: day)?.name else { return id.rawValue }
        guard let place = path(of: id).dropFirst().lazy.compactMap({ self[$0]?.place }).first,
            !name.lowercased().contains(place.lowercased())
        else { return name }
        return "\(name), \(place)"
    }

    /// Who does an agency's work on a later day: itself while it exists, else its successors, followed through all
    /// their own endings.
    ///
    /// Each with the part of the work that it took, where the way there was divided. Empty where the work ended.
    package func heirs(of id: Agency.ID, on day: CalendarDay) -> [Succession] {
        var found: [Succession] = []
        var seen: Set<Agency.ID> = []
        func follow(_ one: Agency.ID, part: String?) {
            guard seen.insert(one).inserted, let entry = entries[one] else { return }
            guard let last = entry.agency.validTo, last < day else {
                found.append(Succession(one, part: part))
                return
            }
            for next in entry.successions { follow(next.successor, part: next.part ?? part) }
        }
        follow(id, part: nil)
        return found
    }

    /// The agency that bears a code on a day.
    package func agency(withCode code: String, _ scheme: Agency.CodeScheme, on day: CalendarDay) -> Agency? {
        entries.values.first { entry in
            entry.codes.contains {
                $0.scheme == scheme && $0.code == code && ($0.validFrom ?? day) <= day
                    && day <= ($0.validTo ?? day)
            }
        }?.agency
    }
}
