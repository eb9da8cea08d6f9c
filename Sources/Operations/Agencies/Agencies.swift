package import Domain
import Foundation
import SQL
import Store

/// All agencies; whoever is signed in may know them.
package struct ListAgencies: Operation {
    package init() {}

    package func run(in office: Office, as actor: Actor) async throws -> [Agency] {
        guard actor != .nobody else { throw AccessRefused.signInFirst }
        let register = try await office.agencyRegister()
        return register.order.compactMap { register[$0] }
    }
}

/// Enters an agency below another.
package struct CreateAgency: Operation {
    private let name: String
    private let abbreviations: [String]
    private let kind: Agency.Kind
    private let level: Agency.Level
    private let parent: Agency.ID?
    private let validFrom: CalendarDay?

    /// - Parameters:
    ///   - parent: nil only from the command line.
    ///   - validFrom: its first day; nil where it always was.
    package init(
        name: String, abbreviations: [String] = [], kind: Agency.Kind = .department,
        level: Agency.Level = .province,
        parent: Agency.ID?, validFrom: CalendarDay? = nil
    ) {
        self.name = name
        self.abbreviations = abbreviations
        self.kind = kind
        self.level = level
        self.parent = parent
        self.validFrom = validFrom
    }

    package func run(in office: Office, as actor: Actor) async throws -> Agency {
        guard let name = TypedText.line(name, limitBytes: 500) else { throw AccountRefused.agencyName }
        let short = abbreviations.prefix(20).compactMap { TypedText.line($0, limitBytes: 100) }
        let agency = Agency(
            id: office.newID(), name: name, abbreviations: short, kind: kind, level: level, parent: parent,
            validFrom: validFrom)
        let now = office.now()
        return try await office.pool.write { [parent] db in
            let path = try parent.map { try db.agencyPath($0) } ?? []
            try Office.require(.manageAgencies, by: actor, on: .init(agencyPath: path))
            guard parent == nil || !path.isEmpty else { throw NotFound.agency }
            try db.insert(agency, at: now)
            try Office.record(
                "CreateAgency", "agency", agency.id.rawValue, ["name": name, "parent": parent?.rawValue],
                by: actor,
                at: now, in: db)
            return agency
        }
    }
}
