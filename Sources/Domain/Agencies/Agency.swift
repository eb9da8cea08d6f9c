/// A unit of the hierarchy, valid from–to, with successors; never deleted, so that an old plan
/// still names it.
package struct Agency: Hashable, Codable, Sendable, Identifiable {
    package typealias ID = Identifier<Agency>

    package enum Kind: String, Codable, Sendable, CaseIterable {
        case committee, council, department, office, centre, press, force, front, party, other
    }

    package enum Level: String, Codable, Sendable, CaseIterable {
        case central, province, district, commune
    }

    package var id: ID
    /// Official name, as documents print it.
    package var name: String
    /// Short forms that documents use, such as "UBND tỉnh" or "Sở VHTTDL".
    package var abbreviations: [String]
    package var kind: Kind
    package var level: Level
    package var parent: ID?
    package var validFrom: CalendarDay?
    /// The last day of its existence; nil while it exists.
    package var validTo: CalendarDay?
    package var successors: [ID]

    package init(
        id: ID, name: String, abbreviations: [String] = [], kind: Kind = .department,
        level: Level = .province,
        parent: ID? = nil, validFrom: CalendarDay? = nil, validTo: CalendarDay? = nil, successors: [ID] = []
    ) {
        self.id = id
        self.name = name
        self.abbreviations = abbreviations
        self.kind = kind
        self.level = level
        self.parent = parent
        self.validFrom = validFrom
        self.validTo = validTo
        self.successors = successors
    }

    package func exists(on day: CalendarDay) -> Bool {
        (validFrom ?? day) <= day && day <= (validTo ?? day)
    }
}
