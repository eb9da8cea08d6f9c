import Domain
import Foundation
import Operations
import SQL
import Store
import Trust

/// The agencies and people of a generated country: 34 provinces with twenty departments each, 3,321 communes with two
/// bodies each; who signs in, and with what.
struct BenchOffice: Sendable {
    struct Place: Sendable {
        var agency: Agency
        /// Departments of a province, bodies of a commune.
        var bodies: [Agency] = []
        var communes: [Place] = []
    }

    struct Person: Sendable {
        var account: Account.ID
        var agency: Agency.ID
        var role: Role
        /// For a cookie; nil for those who aren't signed in.
        var session: String?
    }

    var provinces: [Place] = []
    var people: [Person] = []
    /// Whoever plans for an agency.
    var planners: [Agency.ID: Account.ID] = [:]
    /// Secrets of programs, each with its agency.
    var apiTokens: [(secret: String, agency: Agency.ID)] = []

    /// So many people are signed in.
    static let sessions = 1_000
    /// So many programs have tokens.
    ///
    /// Each may ask a server fifty times a second for long: fewer would measure that limit.
    static let programs = 400

    static func make(in office: Office, _ numbers: inout SeededNumbers) async throws -> BenchOffice {
        let administrator = try await CreateFirstAdministrator(
            name: "quantri", displayName: "Nguyễn Văn Quản", password: "mot hai ba bon nam sau",
            agencyName: ImportUnits.topName
        ).run(in: office, as: .commandLine)
        _ = try await ImportUnits().run(in: office, as: .commandLine)
        var made = BenchOffice()
        let register = try await office.agencyRegister()
        let top = register.roots.first { register[$0]?.name == ImportUnits.topName } ?? register.roots[0]
        let (today, now) = (office.today, office.now())
        var bodies: [Agency] = []
        func body(_ name: String, below parent: Agency) -> Agency {
            let agency = Agency(
                id: IdentifierMaker.make(
                    at: now, random: numbers.bytes(IdentifierMaker.randomByteCount)),
                name: name, level: parent.level, parent: parent.id)
            bodies.append(agency)
            return agency
        }
        // By name: identifiers of units are new each time.
        func below(_ agency: Agency.ID) -> [Agency] {
            register.children(of: agency, on: today).sorted { $0.name < $1.name }
        }
        for province in below(top) where province.level == .province {
            var place = Place(agency: province)
            place.bodies = PlanWords.departments.map { body($0, below: province) }
            place.communes = below(province.id).map { commune in
                Place(agency: commune, bodies: PlanWords.communeBodies.map { body($0, below: commune) })
            }
            made.provinces.append(place)
        }
        let entered = bodies
        try await office.pool.write { db in try db.insert(entered, at: now) }
        try await made.fill(in: office, &numbers)
        try await made.makeTokens(in: office, administrator)
        return made
    }

    /// A planner for each province's department of culture and each commune, a member for every body of a province.
    private mutating func fill(in office: Office, _ numbers: inout SeededNumbers) async throws {
        let now = office.now()
        // Nobody signs in with it: sessions are made below.
        let hash = try await office.passwords.hash(
            SecureRandom.bytes(16).description, random: SecureRandom.bytes(16))
        var accounts: [AccountRecord] = []
        func person(_ agency: Agency.ID, _ role: Role) -> Person {
            let id: Account.ID = IdentifierMaker.make(
                at: now, random: numbers.bytes(IdentifierMaker.randomByteCount))
            let number = accounts.count
            accounts.append(
                AccountRecord(
                    account: Account(
                        id: id, name: "nguoi\(number)", displayName: "Người dùng \(number)", createdAt: now),
                    passwordHash: hash))
            return Person(account: id, agency: agency, role: role)
        }
        for province in provinces {
            for (index, department) in province.bodies.enumerated() {
                let role: Role = index == 0 ? .planner : .member
                people.append(person(department.id, role))
                if index == 0 {
                    planners[department.id] = people[people.count - 1].account
                    planners[province.agency.id] = planners[department.id]
                }
            }
            for commune in province.communes {
                people.append(person(commune.agency.id, .planner))
                planners[commune.agency.id] = people[people.count - 1].account
            }
        }
        // The signed-in ones are spread over all; those of provinces are there all.
        let step = max(1, people.count / Self.sessions)
        var sessions: [SessionRecord] = []
        for index in people.indices where index % step == 0 || people[index].role == .member {
            let token = Token(random: SecureRandom.bytes(Token.byteCount))
            people[index].session = token.text
            sessions.append(
                SessionRecord(
                    tokenDigest: token.digest, account: people[index].account, stage: .open,
                    way: .password, createdAt: now, lastSeenAt: now))
        }
        let (records, grants, signedIn) = (accounts, people, sessions)
        try await office.pool.write { db in
            for record in records { try db.insert(record) }
            for one in grants {
                try db.grant(RoleGrant(account: one.account, agency: one.agency, role: one.role), at: now)
            }
            for session in signedIn { try db.insert(session) }
        }
    }

    private mutating func makeTokens(in office: Office, _ administrator: Account) async throws {
        for province in provinces {
            for department in province.bodies where apiTokens.count < Self.programs {
                let made = try await MakeAPIToken(
                    agency: department.id, name: "đo", scopes: [.readPlans, .readTasks, .readAgencies],
                    days: 30
                ).run(in: office, as: .commandLine)
                apiTokens.append((made.secret, department.id))
            }
        }
    }
}
