/// What an agency is called during a time; a rename keeps the agency and adds another of these.
package struct AgencyName: Hashable, Codable, Sendable {
    package var name: String
    package var abbreviations: [String]
    /// Both ends included; nil where it is open.
    package var validFrom: CalendarDay?
    package var validTo: CalendarDay?

    package init(
        name: String, abbreviations: [String] = [], validFrom: CalendarDay? = nil, validTo: CalendarDay? = nil
    ) {
        self.name = name
        self.abbreviations = abbreviations
        self.validFrom = validFrom
        self.validTo = validTo
    }

    package func isValid(on day: CalendarDay) -> Bool {
        (validFrom ?? day) <= day && day <= (validTo ?? day)
    }
}

/// An identifier of an agency during a time.
package struct AgencyCode: Hashable, Codable, Sendable {
    package var scheme: Agency.CodeScheme
    package var code: String
    package var validFrom: CalendarDay?
    package var validTo: CalendarDay?

    package init(
        scheme: Agency.CodeScheme, code: String, validFrom: CalendarDay? = nil, validTo: CalendarDay? = nil
    ) {
        self.scheme = scheme
        self.code = code
        self.validFrom = validFrom
        self.validTo = validTo
    }

    package static let longestCharacters = 35

    /// Whether the code has the form that its scheme wants; what it names is not checked.
    package var isWellFormed: Bool {
        guard code.count <= Self.longestCharacters else { return false }
        let groups = code.split(separator: ".", omittingEmptySubsequences: false)
        let areGroups = groups.allSatisfy { group in
            !group.isEmpty && group.utf8.allSatisfy { (48...57).contains($0) || (65...90).contains($0) }
        }
        switch scheme {
        case .unit:
            return [2, 3, 5].contains(code.utf8.count) && code.utf8.allSatisfy { (48...57).contains($0) }
        case .identification: return areGroups
        case .formerIdentification: return areGroups && groups.map(\.utf8.count) == [3, 2, 2, 3]
        }
    }
}

/// Who goes on with an agency's work, or with a part of it.
package struct Succession: Hashable, Codable, Sendable {
    package var successor: Agency.ID
    /// Which part of the work, such as "công nghệ thông tin, chuyển đổi số"; nil for all of it.
    package var part: String?

    package init(_ successor: Agency.ID, part: String? = nil) {
        self.successor = successor
        self.part = part
    }
}
