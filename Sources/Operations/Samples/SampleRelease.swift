package import Domain
import Foundation
import SQL
import Store
package import Trust

/// What the demonstration puts before its screens: a welcome at a border gate, which one of the sample plans asks for,
/// and the persons who approve it.
package struct SampleRelease: Sendable {
    /// An approver of the demonstration.
    package struct Person: Sendable {
        /// The name of the account.
        package let account: String
        package let name: String
        package let agency: Release.Agency
        package let areas: [Area]
    }

    package let persons: [Person]
    package let release: Release
    /// The files that belong to it, by names for people.
    package let renditions: [(name: String, bytes: [UInt8])]

    /// The accounts that sign the release; two are needed.
    package static let signers = ["lapkehoach", "bienphong"]

    /// Who may approve what: two persons, one in an emergency, nothing loud at night.
    ///
    /// - Parameter key: the public key of an account.
    package func policy(
        from: TUF.Instant, until: TUF.Instant, key: (Person) -> PublicKey
    ) -> ReleasePolicy {
        let all = Set(ReleaseClass.allCases)
        func scope(_ classes: Set<ReleaseClass>, _ channels: Set<ChannelKind>) -> PlayScope {
            PlayScope(classes: classes, channels: channels, areas: [Self.province])
        }
        return ReleasePolicy(
            approvers: persons.map { person in
                Approver(
                    key: key(person), person: ExactText(person.account), name: ExactText(person.name),
                    agency: person.agency,
                    scopes: [
                        PlayScope(
                            classes: all, channels: Set(ChannelKind.allCases), areas: person.areas)
                    ],
                    from: from, until: until)
            },
            thresholds: [.init(classes: [.emergency], areas: [Self.province], persons: 1)],
            quietHours: [
                .init(scope: scope([.routine, .priority], [.loudspeaker]), from: 22 * 60, until: 5 * 60)
            ],
            ceilings: [.init(scope: scope([.routine], [.board]), playsPerDay: 400, minutesPerDay: 600)],
            volumes: [.init(scope: scope(all, [.loudspeaker]), percent: 80)])
    }

    /// Quảng Ngãi, which Kon Tum is part of now.
    fileprivate static let province = area("51")
    /// Bờ Y, with its border gate.
    fileprivate static let commune = area("51/23377")

    private static func area(_ code: ExactText) -> Area {
        guard let area = Area(code) else { preconditionFailure("\(code) is a place's code.") }
        return area
    }
}

/// Draws up the sample's release after the plans and accounts of `LoadSamples`.
package struct DrawUpSampleRelease: Operation {
    /// Words of the task that it answers to, in the plan of Kon Tum for 2025.
    private static let words = "tuyên truyền đối ngoại tại cửa khẩu biên giới"
    /// Days for which it may play.
    private static let days: Int64 = 365

    package init() {}

    package func run(in office: Office, as actor: Actor) async throws -> SampleRelease {
        guard actor == .commandLine else { throw AccessRefused.notAllowed }
        let tasks = try await ListTasks(TaskFilter(search: Self.words), limit: 1).run(in: office, as: actor)
        let persons = try await office.pool.read { db in
            try SampleAccount.all.compactMap { try Self.person($0, in: db) }
        }
        guard let issuer = persons.first else { throw NotFound.agency }
        let renditions = ["vi", "en"].map {
            (name: "cua-khau-bo-y.\($0).svg", language: $0, bytes: Self.card($0))
        }
        let now = TUF.Instant(secondsSince1970: Int64(office.now().timeIntervalSince1970.rounded(.down)))
        let release = Release(
            item: "cua-khau-bo-y", version: 1, title: "THỬ NGHIỆM: Chào mừng đến cửa khẩu quốc tế Bờ Y",
            agency: issuer.agency, releaseClass: .routine, languages: ["en", "vi"],
            renditions: renditions.map {
                .init(of: $0.bytes, mediaType: "image/svg+xml", language: ExactText($0.language))
            },
            channels: [.board], areas: AreaSet([SampleRelease.commune]), from: now,
            until: now.adding(seconds: Self.days * 86_400), playsPerDay: 48,
            answersTo: tasks.items.first.map(Self.reason), drawnUp: now)
        return SampleRelease(
            persons: persons, release: release, renditions: renditions.map { ($0.name, $0.bytes) })
    }

    private static func person(_ account: SampleAccount, in db: Database) throws -> SampleRelease.Person? {
        // The commune's planner speaks in the commune alone; whoever looks after the server approves nothing.
        let areas: [Area]? =
            switch account.name {
            case "lapkehoach", "bienphong": [SampleRelease.province]
            case "xaboy": [SampleRelease.commune]
            default: nil
            }
        guard let areas, let record = try db.accountRecord(named: account.name),
            let grant = try db.roleGrants(of: record.account.id).first,
            let agency = try db.agency(grant.agency)
        else { return nil }
        return SampleRelease.Person(
            account: account.name, name: record.account.displayName,
            agency: .init(id: ExactText(agency.id.rawValue), name: ExactText(agency.name)), areas: areas)
    }

    private static func reason(_ row: TaskRow) -> Release.Reason {
        Release.Reason(
            plan: ExactText([row.planNumber, row.planTitle].compactMap { $0 }.joined(separator: ", ")),
            task: ExactText(row.id.rawValue),
            words: ExactText(row.task.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")))
    }

    /// What the screen shows: the words of one language on the colours of a road sign.
    private static func card(_ language: String) -> [UInt8] {
        let (welcome, gate, note) =
            language == "vi"
            ? ("Chào mừng đến", "Cửa khẩu quốc tế Bờ Y", "THỬ NGHIỆM – DEMONSTRATION")
            : ("Welcome to", "Bo Y International Border Gate", "DEMONSTRATION – THỬ NGHIỆM")
        return Array(
            """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1280 720" lang="\(language)" font-family="sans-serif" text-anchor="middle">
            <rect width="1280" height="720" fill="#1d4f8c"/>
            <text x="640" y="270" font-size="60" fill="#fff">\(welcome)</text>
            <text x="640" y="390" font-size="72" font-weight="bold" fill="#fff">\(gate)</text>
            <text x="640" y="640" font-size="36" fill="#ffd75e">\(note)</text>
            </svg>

            """.utf8)
    }
}
