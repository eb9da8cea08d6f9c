package import Domain
import Foundation
import SQL
import Store

/// An agency as of a day, with everything that its page shows.
package struct AgencyView: Sendable {
    package var agency: Agency
    package var day: CalendarDay
    package var today: CalendarDay
    package var register: AgencyRegister
    /// Who holds its posts on the day, and who held them before; telephone numbers masked unless `mayManagePosts`.
    package var holders: [PostHolder]
    package var posts: [Post]
    package var planned: [Reorganisation]
    package var openTasks: Int
    package var mayManage: Bool
    package var mayManagePosts: Bool
    package var mayManageWebhooks: Bool
}

/// One agency, whole; whoever is signed in may know it.
package struct ShowAgency: Operation {
    private let id: Agency.ID
    private let day: CalendarDay?

    /// - Parameter day: nil for today.
    package init(_ id: Agency.ID, on day: CalendarDay? = nil) {
        self.id = id
        self.day = day
    }

    package func run(in office: Office, as actor: Actor) async throws -> AgencyView {
        guard actor != .nobody else { throw AccessRefused.signInFirst }
        let today = office.today
        return try await office.pool.read { [id, day] db in
            let register = try office.registers.register(in: db)
            guard let agency = register[id] else { throw NotFound.agency }
            let subject = Permission.Subject(agencyPath: register.path(of: id))
            let mayManagePosts = Permission.allows(actor, .managePosts, on: subject)
            let holders = try db.holders(of: [id]).map { holder in
                var shown = holder
                if !mayManagePosts {
                    shown.person.phone = nil
                    shown.person.email = nil
                }
                return shown
            }
            let planned = try db.reorganisations(in: .planned, limit: 1000).filter {
                ($0.content.agencies + $0.content.successors).contains(id)
            }
            return AgencyView(
                agency: agency, day: day ?? today, today: today, register: register, holders: holders,
                posts: try db.posts(of: id), planned: planned, openTasks: try db.countOpenTasks(ofAgency: id),
                mayManage: Permission.allows(actor, .manageAgencies, on: subject),
                mayManagePosts: mayManagePosts,
                mayManageWebhooks: Permission.allows(actor, .manageWebhooks, on: subject))
        }
    }
}

/// Corrects what the register says of an agency; a new name from a day on is a reorganisation.
package struct EditAgency: Operation {
    private let id: Agency.ID
    private let name: String
    private let abbreviations: [String]
    private let kind: Agency.Kind

    package init(_ id: Agency.ID, name: String, abbreviations: [String], kind: Agency.Kind) {
        self.id = id
        self.name = name
        self.abbreviations = abbreviations
        self.kind = kind
    }

    package func run(in office: Office, as actor: Actor) async throws {
        guard let name = TypedText.line(name, limitBytes: 500) else { throw AgencyRefused.badName }
        let short = abbreviations.prefix(20).compactMap { TypedText.line($0, limitBytes: 100) }
        let now = office.now()
        try await office.pool.write { [id, kind] db in
            guard var agency = try db.agency(id) else { throw NotFound.agency }
            try Office.require(.manageAgencies, by: actor, on: try .init(agency: id, in: db))
            let before = agency.name
            agency.kind = kind
            try db.update(agency)
            var names = try db.names(of: id)
            guard let last = names.indices.last else { throw NotFound.agency }
            names[last].name = name
            names[last].abbreviations = short
            try db.replaceNames(of: id, by: names)
            try Office.record(
                "EditAgency", "agency", id.rawValue,
                ["from": before, "name": name, "abbreviations": short.joined(separator: "; ")], by: actor,
                at: now, in: db)
        }
    }
}

/// Gives an agency an identification code, from a day on.
package struct SetAgencyCode: Operation {
    private let id: Agency.ID
    private let code: AgencyCode

    package init(_ id: Agency.ID, code: AgencyCode) {
        self.id = id
        self.code = code
    }

    package func run(in office: Office, as actor: Actor) async throws {
        guard code.isWellFormed else { throw AgencyRefused.badCode }
        if let from = code.validFrom, let to = code.validTo, from > to { throw AgencyRefused.badDay }
        guard [code.validFrom, code.validTo].allSatisfy({ $0?.isSensible ?? true }) else {
            throw AgencyRefused.badDay
        }
        let now = office.now()
        try await office.pool.write { [id, code] db in
            guard try db.agency(id) != nil else { throw NotFound.agency }
            try Office.require(.manageAgencies, by: actor, on: try .init(agency: id, in: db))
            _ = try db.deleteCode(code.code, code.scheme, of: id)
            try db.insert([(agency: id, code: code)])
            try Office.record(
                "SetAgencyCode", "agency", id.rawValue, ["scheme": code.scheme.rawValue, "code": code.code],
                by: actor, at: now, in: db)
        }
    }
}
