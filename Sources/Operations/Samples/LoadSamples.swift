package import Domain
import Foundation
import SQL
import Store

/// What `LoadSamples` made, to be printed.
package struct LoadedSamples: Sendable {
    package var plans: [Plan]
    /// Files that could not be taken, with the reason.
    package var refused: [(file: String, reason: String)]
}

/// Fills an empty store with agencies, the accounts of ``SampleAccount``, and the plans of a folder, read by the
/// real reader and issued, so that everyone has work.
package struct LoadSamples: Operation {
    private let folder: String
    private let passwords: [String: String]

    package static let agencyName = ImportUnits.topName

    /// - Parameters:
    ///   - folder: holds the plans as `.txt` files.
    ///   - passwords: one for the name of each ``SampleAccount``.
    package init(folder: String, passwords: [String: String]) {
        self.folder = folder
        self.passwords = passwords
    }

    package func run(in office: Office, as actor: Actor) async throws -> LoadedSamples {
        guard actor == .commandLine else { throw AccessRefused.notAllowed }
        for one in SampleAccount.all where one.home == .top {
            _ = try await CreateFirstAdministrator(
                name: one.name, displayName: one.displayName, password: passwords[one.name] ?? "",
                agencyName: Self.agencyName
            ).run(in: office, as: actor)
        }
        _ = try await ImportUnits().run(in: office, as: actor)
        let homes = try await LoadSampleAgencies().run(in: office, as: actor)
        guard let department = homes.culture["tỉnh Kon Tum"] else { throw NotFound.agency }
        let accounts = try await makeAccounts(homes, in: office, as: actor)
        guard let planner = accounts["lapkehoach"] else { throw NotFound.account }
        var roles: [RoleGrant] = []
        for agency in Set(keepers(homes).values).sorted() {
            roles.append(RoleGrant(account: planner.id, agency: agency, role: .planner))
            if agency != department {
                try await GrantRole(account: planner.id, agency: agency, role: .planner).run(
                    in: office, as: actor)
            }
        }
        let planning = Actor.account(planner.id, roles: roles)
        try await fillPosts(homes, accounts, in: office, as: actor)
        var result = LoadedSamples(plans: [], refused: [])
        let keepers = keepers(homes)
        for file in try files() {
            let keeper = keepers.first { file.lastPathComponent.hasPrefix($0.key) }?.value ?? department
            try await receive(file, for: keeper, homes, as: planning, in: office, into: &result)
        }
        return result
    }

    /// Everybody but the administrator, who comes before all agencies; by name.
    private func makeAccounts(
        _ homes: LoadSampleAgencies.Homes, in office: Office, as actor: Actor
    ) async throws -> [String: Account] {
        var accounts: [String: Account] = [:]
        for one in SampleAccount.all where one.home != .top {
            guard let agency = homes[one.home] else { throw NotFound.agency }
            accounts[one.name] = try await CreateAccount(
                name: one.name, displayName: one.displayName, password: passwords[one.name] ?? "",
                agency: agency, role: one.role, mustChangePassword: false
            ).run(in: office, as: actor)
        }
        return accounts
    }

    /// Who keeps the plans today that begin with a word: whoever does the work of those who issued them.
    private func keepers(_ homes: LoadSampleAgencies.Homes) -> [String: Agency.ID] {
        let all: [(String, Agency.ID?)] = [
            ("kon-tum", homes.culture["tỉnh Kon Tum"]), ("ha-nam", homes.culture["tỉnh Hà Nam"]),
            ("lao-cai", homes.culture["tỉnh Lào Cai"]), ("kong-chro", homes.commune),
        ]
        return Dictionary(
            all.compactMap { word, agency in agency.map { (word, $0) } }, uniquingKeysWith: { one, _ in one })
    }

    /// Press and information went to the culture departments, and of the border districts' work the commune gets some
    /// to do; the other questions wait for whoever tries Loa out.
    private func answer(
        for plan: Plan, _ homes: LoadSampleAgencies.Homes, as actor: Actor, in office: Office
    ) async throws {
        let asked = try await ShowPartyQuestions(plan: plan.id).run(in: office, as: actor)
        for party in asked.parties {
            let meant: Agency.ID?
            switch (party.question.key, party.match) {
            case (PartyKey.of(SampleAgencies.information), .unsure(let candidates)):
                meant = candidates.map(\.acting.agency).first {
                    asked.register[$0]?.name == SampleAgencies.culture
                }
            case (PartyKey.of(SampleAgencies.borderDistricts), _): meant = homes.borderCommune
            default: meant = nil
            }
            guard let meant else { continue }
            try await ResolveParty(plan: plan.id, key: party.question.key, agencies: [meant]).run(
                in: office, as: actor)
        }
    }

    /// Somebody to remind, at whoever leads most and whoever coordinates most.
    private func fillPosts(
        _ homes: LoadSampleAgencies.Homes, _ accounts: [String: Account], in office: Office, as actor: Actor
    ) async throws {
        let posts: [(SampleAccount.Home, Post.Kind, title: String, name: String, mailbox: String, String?)] =
            [
                (.department, .head, "Giám đốc", "Phạm Thị Mai", "giamdoc.svhttdl", nil),
                (.department, .focalPoint, "Chuyên viên theo dõi", "Y Blim", "daumoi.svhttdl", "thanhvien"),
                (.borderGuard, .focalPoint, "Trợ lý tuyên huấn", "A Thanh", "daumoi.bdbp", "bienphong"),
                (.commune, .focalPoint, "Công chức Văn hóa - Xã hội", "Y Hlen", "daumoi.xaboy", "xaboy"),
            ]
        for (home, kind, title, name, mailbox, account) in posts {
            guard let agency = homes[home] else { continue }
            _ = try await FillPost(
                agency: agency, place: .new(kind, title: title), name: name, email: mailbox + "@example.vn",
                account: account.flatMap { accounts[$0]?.id }
            ).run(in: office, as: actor)
        }
    }

    private func files() throws -> [URL] {
        try FileManager.default.contentsOfDirectory(
            at: URL(fileURLWithPath: folder), includingPropertiesForKeys: nil
        )
        .filter { $0.pathExtension == "txt" }.sorted { $0.lastPathComponent < $1.lastPathComponent }
    }

    private func receive(
        _ file: URL, for agency: Agency.ID, _ homes: LoadSampleAgencies.Homes, as actor: Actor,
        in office: Office, into result: inout LoadedSamples
    ) async throws {
        let bytes = Array(try Data(contentsOf: file))
        let document = ReceivedDocument(
            fileName: file.lastPathComponent, mediaType: "text/plain; charset=utf-8", bytes: bytes,
            text: String(decoding: bytes, as: UTF8.self), pageCount: 1)
        do {
            var plan = try await ReceiveDocument(agency: agency, document: document).run(
                in: office, as: actor)
            if plan.taskCount > 0 {
                plan = try await IssuePlan(
                    plan: plan.id, revision: plan.revision, acknowledgesTasksWithoutLead: true
                ).run(in: office, as: actor)
            }
            if plan.state == .issued { try await answer(for: plan, homes, as: actor, in: office) }
            result.plans.append(plan)
        } catch let refusal as any Refusal {
            result.refused.append((file.lastPathComponent, refusal.english))
        }
    }
}
