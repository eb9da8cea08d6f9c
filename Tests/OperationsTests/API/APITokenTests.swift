import Domain
import Foundation
import SQL
import Store
import TestSupport
import Testing

@testable import Operations

/// Tokens of programs: who makes them, how long they live, what they can't become.
struct APITokenTests {
    @Test(arguments: TestDatabase.Engine.all)
    func `A token acts as its agency until it is revoked, and its digest is all that is kept`(
        engine: TestDatabase.Engine
    ) async throws {
        try await withOffice(engine) { example async throws in
            let office = example.office
            let made = try await Self.make(example)
            let found = try await FindAPIToken(secret: made.secret, address: "192.0.2.1").run(
                in: office, as: .nobody)
            #expect(found.token.id == made.token.id && found.agencyName == example.department.name)
            #expect(
                found.actor
                    == .token(
                        made.token.account,
                        roles: [
                            RoleGrant(
                                account: made.token.account, agency: example.department.id, role: .planner)
                        ], scopes: [.readTasks]))
            let kept = try await office.pool.read { db in
                try db.values([UInt8].self, "SELECT token_digest FROM api_token")
            }
            #expect(kept.count == 1 && kept[0].count == 32)
            #expect(
                !made.secret.contains(kept[0].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()))
            let used = try await ListAPITokens(agency: example.department.id).run(
                in: office, as: example.actor(.administrator)
            ).rows[0].token.lastUsedAt
            #expect(used == office.now())
            try await RevokeAPIToken(token: made.token.id, of: example.department.id).run(
                in: office, as: example.actor(.administrator))
            await #expect(throws: APIRefused.tokenWrong) {
                try await FindAPIToken(secret: made.secret, address: "192.0.2.1").run(in: office, as: .nobody)
            }
            await #expect(throws: APIRefused.noSuchToken) {
                try await RevokeAPIToken(token: made.token.id, of: example.department.id).run(
                    in: office, as: example.actor(.administrator))
            }
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `A token ends by itself on its day`(engine: TestDatabase.Engine) async throws {
        try await withOffice(engine) { example async throws in
            let made = try await Self.make(example)
            example.clock.advance(30 * 86_400 - 1)
            _ = try await FindAPIToken(secret: made.secret, address: "a").run(in: example.office, as: .nobody)
            example.clock.advance(1)
            await #expect(throws: APIRefused.tokenWrong) {
                try await FindAPIToken(secret: made.secret, address: "a").run(in: example.office, as: .nobody)
            }
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `Only an administrator of the agency makes tokens, named, with a scope and a lifetime`(
        engine: TestDatabase.Engine
    ) async throws {
        try await withOffice(engine) { example async throws in
            for actor in [
                example.actor(.planner), example.actor(.member), example.actor(.reader), example.outsider,
            ] {
                await #expect(throws: AccessRefused.notAllowed) { try await Self.make(example, as: actor) }
            }
            let made = try await Self.make(example)
            await #expect(throws: AccessRefused.notAllowed) {
                try await Self.make(example, as: made.token.actor)
            }
            await #expect(throws: APIRefused.badName) { try await Self.make(example, name: " ") }
            await #expect(throws: APIRefused.noScope) { try await Self.make(example, scopes: []) }
            await #expect(throws: APIRefused.badLifetime) { try await Self.make(example, days: 3_650) }
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `The account of a token is listed nowhere and can't become a person's`(
        engine: TestDatabase.Engine
    ) async throws {
        try await withOffice(engine) { example async throws in
            let made = try await Self.make(example)
            let administrator = example.actor(.administrator)
            let office = example.office
            let listed = try await ListAccounts().run(in: office, as: administrator)
            #expect(!listed.contains { $0.id == made.token.account })
            await #expect(throws: NotFound.account) {
                try await DisableAccount(account: made.token.account, isDisabled: false).run(
                    in: office, as: administrator)
            }
            await #expect(throws: NotFound.account) {
                try await GrantRole(
                    account: made.token.account, agency: example.department.id, role: .planner
                )
                .run(in: office, as: administrator)
            }
        }
    }

    @Test func `A scope opens its own rows of the table only, inside the agency`() {
        let agency = Agency.ID("home")
        func may(_ scope: APIScope, _ action: Action, _ path: [Agency.ID]) -> Bool {
            let id = Account.ID("t")
            let actor = Actor.token(
                id, roles: [RoleGrant(account: id, agency: agency, role: .planner)], scopes: [scope])
            return Permission.allows(actor, action, on: .init(agencyPath: path))
        }
        for scope in APIScope.allCases {
            for action in Action.allCases {
                let isOpen = scope.actions.contains(action)
                #expect(may(scope, action, [agency]) == isOpen, "\(scope) \(action)")
                #expect(may(scope, action, [Agency.ID("elsewhere")]) == (isOpen && action == .viewPlan))
            }
        }
        let never: [Action] = [
            .manageTokens, .grantRole, .purgePlan, .openFile, .issuePlan, .changeOwnPassword,
        ]
        for action in never { #expect(!APIScope.allCases.contains { $0.actions.contains(action) }) }
    }

    @discardableResult
    private static func make(
        _ example: ExampleOffice, name: String = "Phần mềm", scopes: Set<APIScope> = [.readTasks],
        days: Int = 30,
        as actor: Actor? = nil
    ) async throws -> NewAPIToken {
        try await MakeAPIToken(agency: example.department.id, name: name, scopes: scopes, days: days)
            .run(in: example.office, as: actor ?? example.actor(.administrator))
    }
}
