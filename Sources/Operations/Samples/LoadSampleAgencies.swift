import Domain
import Foundation
import SQL
import Store

/// Enters the bodies that the sample plans name, before and after the reforms, below the units that are there.
struct LoadSampleAgencies: Operation {
    /// Where accounts and plans of the sample belong.
    struct Homes: Sendable {
        /// The culture department that keeps a province's plans today, by the old province's place.
        var culture: [String: Agency.ID] = [:]
        /// The border guard of the province that Kon Tum became: coordinates much.
        var borderGuard: Agency.ID?
        /// The commune that the town of Kông Chro became.
        var commune: Agency.ID?
        /// A commune at the border of the province that Kon Tum became.
        var borderCommune: Agency.ID?

        /// Nil for the agency above all, which is there before these.
        subscript(home: SampleAccount.Home) -> Agency.ID? {
            switch home {
            case .top: nil
            case .department: culture["tỉnh Kon Tum"]
            case .borderGuard: borderGuard
            case .commune: borderCommune
            }
        }
    }

    func run(in office: Office, as actor: Actor) async throws -> Homes {
        guard actor == .commandLine else { throw AccessRefused.notAllowed }
        let now = office.now()
        return try await office.pool.write { db in
            var work = Work(register: try db.agencyRegister(), newID: { office.newID() })
            let homes = try work.make()
            try db.insert(work.agencies, at: now)
            for (agency, succession) in work.successions { try db.insert(succession, of: agency) }
            try Office.record(
                "LoadSamples", "agency", work.top.rawValue, ["entered": String(work.agencies.count)],
                by: actor,
                at: now, in: db)
            return homes
        }
    }
}

/// The sample's agencies in the making.
private struct Work {
    let register: AgencyRegister
    let newID: () -> Agency.ID
    private(set) var agencies: [Agency] = []
    private(set) var successions: [(Agency.ID, Succession)] = []

    init(register: AgencyRegister, newID: @escaping () -> Agency.ID) {
        self.register = register
        self.newID = newID
    }

    var top: Agency.ID {
        register.roots.first { register[$0]?.name == ImportUnits.topName } ?? register.roots[0]
    }

    mutating func make() throws -> LoadSampleAgencies.Homes {
        var homes = LoadSampleAgencies.Homes()
        makeCentral()
        for province in SampleAgencies.provinces {
            let old = try unit(province.place, on: AdministrativeUnits.lastOldDay, below: top)
            let new = try unit(province.became, on: AdministrativeUnits.newOrder, below: top)
            let present = add(SampleAgencies.new(province), below: new, level: .province)
            let past = add(SampleAgencies.old(province), below: old, level: .province)
            follow(SampleAgencies.old(province), past, present)
            homes.culture[province.place] = present[SampleAgencies.culture]
            if province.place == "tỉnh Kon Tum" {
                homes.borderGuard = present["Ban Chỉ huy Bộ đội Biên phòng"]
            }
            if province.place == "tỉnh Hà Nam", let department = past[SampleAgencies.information] {
                let rooms = add(SampleAgencies.rooms, below: department, level: .province)
                follow(SampleAgencies.rooms, rooms, present)
            }
            for district in province.districts {
                let followers = try district.communes.map {
                    try unit($0, on: AdministrativeUnits.newOrder, below: new)
                }
                let id = addPlace(district.place, below: old, level: .district, then: followers)
                if district.place == "huyện Kông Chro", let commune = followers.first {
                    makeTown(below: id, then: commune)
                    homes.commune = commune
                }
                if district.place == "huyện Ngọc Hồi" { homes.borderCommune = followers.first }
            }
        }
        return homes
    }

    private mutating func makeCentral() {
        var known: [String: Agency.ID] = [:]
        for (body, parent) in SampleAgencies.central {
            let made = add([body], below: parent.flatMap { known[$0] } ?? top, level: .central)
            known.merge(made) { one, _ in one }
        }
        follow(SampleAgencies.central.map(\.body), known, known)
    }

    private mutating func makeTown(below district: Agency.ID, then commune: Agency.ID) {
        let town = addPlace("thị trấn Kông Chro", below: district, level: .commune, then: [commune])
        let present = add(SampleAgencies.commune, below: commune, level: .commune)
        let past = add(SampleAgencies.town, below: town, level: .commune)
        follow(SampleAgencies.town, past, present)
    }

    /// A unit that the import has entered.
    private func unit(_ place: String, on day: CalendarDay, below parent: Agency.ID) throws -> Agency.ID {
        guard let found = register.children(of: parent, on: day).first(where: { $0.place == place }) else {
            throw NotFound.agency
        }
        return found.id
    }

    private mutating func add(_ bodies: [SampleAgencies.Body], below parent: Agency.ID, level: Agency.Level)
        -> [String: Agency.ID]
    {
        var made: [String: Agency.ID] = [:]
        for body in bodies {
            let agency = Agency(
                id: newID(), name: body.name, abbreviations: body.short, kind: body.kind, level: level,
                parent: parent, validFrom: body.from, validTo: body.to)
            agencies.append(agency)
            made[body.name] = agency.id
        }
        return made
    }

    private mutating func addPlace(
        _ place: String, below parent: Agency.ID, level: Agency.Level, then followers: [Agency.ID]
    ) -> Agency.ID {
        let agency = Agency(
            id: newID(), name: "Ủy ban nhân dân \(place)", abbreviations: ["UBND \(place)"], kind: .committee,
            level: level, parent: parent, validTo: AdministrativeUnits.lastOldDay, place: place)
        agencies.append(agency)
        successions += followers.map { (agency.id, Succession($0)) }
        return agency.id
    }

    /// Whoever ended in February goes on in the same province; the others in the new one.
    private mutating func follow(
        _ bodies: [SampleAgencies.Body], _ past: [String: Agency.ID], _ present: [String: Agency.ID]
    ) {
        for body in bodies {
            guard let id = past[body.name] else { continue }
            let endsEarly = body.to == SampleAgencies.lastDayOfFebruary
            for next in body.next {
                let taker = (endsEarly ? past[next.name] : nil) ?? present[next.name]
                if let taker, taker != id { successions.append((id, Succession(taker, part: next.part))) }
            }
        }
    }
}
