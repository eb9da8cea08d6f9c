package import Domain
import Foundation
import SQL
import Store

/// What `LoadSamples` made, to be printed.
package struct LoadedSamples: Sendable {
    /// Sign-in names by role.
    package var names: [Role: String]
    package var plans: [Plan]
    /// Files that could not be taken, with the reason.
    package var refused: [(file: String, reason: String)]
}

/// Fills an empty store with agencies, one account of each role, and the plans of a folder, read by
/// the real reader.
package struct LoadSamples: Operation {
    private let folder: String
    private let passwords: [Role: String]
    /// The first so many plans are issued, so that tasks can be listed; the others stay drafts.
    private let issued: Int

    package static let agencyName = "Ủy ban nhân dân tỉnh"
    package static let departmentName = "Sở Văn hóa, Thể thao và Du lịch"
    package static let names: [Role: String] = [
        .administrator: "quantri", .planner: "lapkehoach", .member: "thanhvien", .reader: "theodoi",
    ]
    private static let displayNames: [Role: String] = [
        .administrator: "Nguyễn Văn Quản", .planner: "Trần Thị Lan", .member: "Y Blim",
        .reader: "Lê Minh Tra",
    ]

    /// - Parameters:
    ///   - folder: holds the plans as `.txt` files.
    ///   - passwords: one for each role.
    package init(folder: String, passwords: [Role: String], issued: Int = 3) {
        self.folder = folder
        self.passwords = passwords
        self.issued = issued
    }

    package func run(in office: Office, as actor: Actor) async throws -> LoadedSamples {
        guard actor == .commandLine else { throw AccessRefused.notAllowed }
        let administrator = try await CreateFirstAdministrator(
            name: name(.administrator), displayName: Self.displayNames[.administrator] ?? "",
            password: passwords[.administrator] ?? "", agencyName: Self.agencyName
        ).run(in: office, as: actor)
        guard let top = try await ListAgencies().run(in: office, as: actor).first else {
            throw NotFound.agency
        }
        let department = try await CreateAgency(
            name: Self.departmentName, abbreviations: ["Sở VHTTDL", "Sở VHTT&DL"], parent: top.id
        ).run(in: office, as: actor)
        var accounts: [Role: Account] = [.administrator: administrator]
        for role in [Role.planner, .member, .reader] {
            accounts[role] = try await CreateAccount(
                name: name(role), displayName: Self.displayNames[role] ?? "", password: passwords[role] ?? "",
                agency: department.id, role: role, mustChangePassword: false
            ).run(in: office, as: actor)
        }
        guard let planner = accounts[.planner] else { throw NotFound.account }
        let planning = Actor.account(
            planner.id, roles: [RoleGrant(account: planner.id, agency: department.id, role: .planner)])
        var result = LoadedSamples(names: Self.names, plans: [], refused: [])
        for file in try files() {
            try await receive(file, for: department.id, as: planning, in: office, into: &result)
        }
        return result
    }

    private func name(_ role: Role) -> String { Self.names[role] ?? role.rawValue }

    private func files() throws -> [URL] {
        try FileManager.default.contentsOfDirectory(
            at: URL(fileURLWithPath: folder), includingPropertiesForKeys: nil
        )
        .filter { $0.pathExtension == "txt" }.sorted { $0.lastPathComponent < $1.lastPathComponent }
    }

    private func receive(
        _ file: URL, for agency: Agency.ID, as actor: Actor, in office: Office,
        into result: inout LoadedSamples
    ) async throws {
        let bytes = Array(try Data(contentsOf: file))
        let document = ReceivedDocument(
            fileName: file.lastPathComponent, mediaType: "text/plain; charset=utf-8", bytes: bytes,
            text: String(decoding: bytes, as: UTF8.self), pageCount: 1)
        do {
            var plan = try await ReceiveDocument(agency: agency, document: document).run(
                in: office, as: actor)
            if result.plans.count < issued, plan.taskCount > 0 {
                plan = try await IssuePlan(
                    plan: plan.id, revision: plan.revision, acknowledgesTasksWithoutLead: true
                ).run(in: office, as: actor)
            }
            result.plans.append(plan)
        } catch let refusal as any Refusal {
            result.refused.append((file.lastPathComponent, refusal.english))
        }
    }
}
