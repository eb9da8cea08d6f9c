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
    /// The identifiers that an agency may bear.
    package enum CodeScheme: String, Codable, Sendable, CaseIterable {
        /// The code of the administrative unit whose committee it is (Decision 19/2025/QĐ-TTg, or the list before it).
        ///
        /// A code alone names no unit: 15 was Yên Bái and is Lào Cai.
        case unit
        /// Decision 20/2020/QĐ-TTg: groups of capitals and digits from left to right, such as `H34.12`.
        case identification
        /// Circular 10/2016/TT-BTTTT: thirteen characters from right to left, such as `000.00.00.H34`.
        case formerIdentification
    }

    /// Official name in force, as documents print it.
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
    /// The administrative unit whose committee it is, such as "tỉnh Lào Cai"; nil for others.
    package var place: String?

    package init(
        id: ID, name: String, abbreviations: [String] = [], kind: Kind = .department,
        level: Level = .province,
        parent: ID? = nil, validFrom: CalendarDay? = nil, validTo: CalendarDay? = nil, successors: [ID] = [],
        place: String? = nil
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
        self.place = place
    }

    package func exists(on day: CalendarDay) -> Bool {
        (validFrom ?? day) <= day && day <= (validTo ?? day)
    }
}
