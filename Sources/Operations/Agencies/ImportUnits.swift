package import Domain
import Foundation
import SQL
import Store

/// Enters the people's committees of all provinces and communes, with what the old provinces became.
///
/// Can be run again at any time: what is there by its code stays; what was typed in by hand under the same name gets
/// its code and its place in the tree.
package struct ImportUnits: Operation {
    package init() {}

    /// The agency above all provinces and ministries.
    package static let topName = "Chính phủ"

    package struct Outcome: Sendable, Hashable {
        package var entered = 0
        /// Typed in before, and recognised by name.
        package var adopted = 0
        package var present = 0
    }

    package func run(in office: Office, as actor: Actor) async throws -> Outcome {
        guard actor == .commandLine else { throw AccessRefused.notAllowed }
        let now = office.now()
        return try await office.pool.write { db in
            var work = UnitImport(
                register: try db.agencyRegister(), now: now, newID: { office.newID() })
            work.readAll()
            try work.write(to: db)
            let outcome = work.outcome
            if outcome.entered + outcome.adopted > 0 {
                try Office.record(
                    "ImportUnits", "agency", work.top.rawValue,
                    ["entered": String(outcome.entered), "adopted": String(outcome.adopted)], by: actor,
                    at: now, in: db)
            }
            return outcome
        }
    }
}

/// Whether the units were ever imported.
package struct HasUnits: Operation {
    package init() {}

    package func run(in office: Office, as actor: Actor) async throws -> Bool {
        guard actor == .commandLine else { throw AccessRefused.notAllowed }
        return try await office.pool.read { db in try db.hasUnitCodes() }
    }
}

/// One import in hand: what there is, and what is to be written.
private struct UnitImport {
    let register: AgencyRegister
    let now: Date
    let newID: () -> Agency.ID
    private(set) var outcome = ImportUnits.Outcome()
    private(set) var top: Agency.ID
    private var inserted: [Agency] = []
    private var adopted: [Agency] = []
    private var names: [(Agency.ID, [AgencyName])] = []
    private var codes: [(agency: Agency.ID, code: AgencyCode)] = []
    private var successions: [(Agency.ID, Succession)] = []
    /// Units that are there, by code and first day.
    private var known: [String: Agency.ID] = [:]
    /// Committees without a code, by the key of their name.
    private var nameless: [String: [Agency]] = [:]
    /// Provinces of the new order by code.
    private var provinces: [String: Agency.ID] = [:]

    init(register: AgencyRegister, now: Date, newID: @escaping () -> Agency.ID) {
        self.register = register
        self.now = now
        self.newID = newID
        let entries = register.order.compactMap { register.entries[$0] }
        let topKey = PartyKey.of(ImportUnits.topName)
        let found = entries.first { $0.agency.parent == nil && PartyKey.of($0.agency.name) == topKey }
        if var agency = found?.agency {
            top = agency.id
            agency.level = .central
            if found?.agency.level != .central { adopted.append(agency) }
        } else {
            let agency = Agency(id: newID(), name: ImportUnits.topName, kind: .committee, level: .central)
            top = agency.id
            inserted.append(agency)
        }
        for entry in entries {
            let units = entry.codes.filter { $0.scheme == .unit }
            for one in units { known[Self.mark(one.code, one.validFrom)] = entry.agency.id }
            if units.isEmpty, entry.agency.kind == .committee {
                nameless[PartyKey.of(entry.agency.name), default: []].append(entry.agency)
            }
        }
    }

    private static func mark(_ code: String, _ from: CalendarDay?) -> String {
        "\(code) \(from?.description ?? "")"
    }

    mutating func readAll() {
        let units = AdministrativeUnits.all
        for unit in units { take(unit) }
        for unit in units where unit.level == .province && unit.province != nil {
            guard let old = known[Self.mark(unit.code, unit.from)],
                let new = unit.province.flatMap({ provinces[$0] })
            else { continue }
            successions.append((old, Succession(new)))
        }
    }

    private mutating func take(_ unit: AdministrativeUnits.Unit) {
        let mark = Self.mark(unit.code, unit.from)
        let parent = unit.level == .commune ? unit.province.flatMap { provinces[$0] } ?? top : top
        let id: Agency.ID
        if let there = known[mark] {
            id = there
            outcome.present += 1
        } else {
            let agency = self.agency(of: unit, below: parent)
            id = agency.id
            known[mark] = id
            codes.append(
                (id, AgencyCode(scheme: .unit, code: unit.code, validFrom: unit.from, validTo: unit.to)))
            if !unit.earlierPlaces.isEmpty { names.append((id, Self.names(of: unit, agency))) }
        }
        if unit.level == .province, unit.to == nil { provinces[unit.code] = id }
    }

    /// A new agency for a unit, or the one that bears its name already.
    private mutating func agency(of unit: AdministrativeUnits.Unit, below parent: Agency.ID) -> Agency {
        let name = Self.name(unit.place)
        // Keys take their time, and a new register has nothing to recognise.
        let key = nameless.isEmpty ? "" : PartyKey.of(name)
        let fits = (nameless[key] ?? []).first { agency in
            agency.level == unit.level && agency.validTo == nil && unit.to == nil
                && (unit.level == .province || agency.parent == parent)
        }
        guard var agency = fits else {
            let new = Agency(
                id: newID(), name: name, abbreviations: [Self.short(unit.place)], kind: .committee,
                level: unit.level, parent: parent, validFrom: unit.from, validTo: unit.to, place: unit.place)
            inserted.append(new)
            outcome.entered += 1
            return new
        }
        nameless[key]?.removeAll { $0.id == agency.id }
        agency.place = unit.place
        agency.parent = parent
        adopted.append(agency)
        outcome.adopted += 1
        return agency
    }

    private static func name(_ place: String) -> String { "Ủy ban nhân dân \(place)" }
    private static func short(_ place: String) -> String { "UBND \(place)" }

    private static func names(of unit: AdministrativeUnits.Unit, _ agency: Agency) -> [AgencyName] {
        var from = unit.from
        var result: [AgencyName] = []
        for earlier in unit.earlierPlaces {
            result.append(
                AgencyName(
                    name: name(earlier.place), abbreviations: [short(earlier.place)], validFrom: from,
                    validTo: earlier.until))
            from = earlier.until.adding(days: 1)
        }
        result.append(
            AgencyName(
                name: agency.name, abbreviations: agency.abbreviations, validFrom: from, validTo: unit.to))
        return result
    }

    func write(to db: Database) throws {
        try db.insert(inserted, at: now)
        for agency in adopted { try db.update(agency) }
        for (agency, all) in names { try db.replaceNames(of: agency, by: all) }
        try db.insert(codes)
        for (agency, succession) in successions
        where !register.entries[agency, default: .init(agency: .init(id: agency, name: ""))].successions
            .contains(
                where: { $0.successor == succession.successor })
        {
            try db.insert(succession, of: agency)
        }
    }
}
