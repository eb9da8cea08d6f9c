import Domain
import Foundation
import SQL
import Store
import TestSupport
import Testing
import Trust

@testable import Operations

struct SignInTests {
    private func signIn(
        _ example: ExampleOffice, name: String = "planner", password: String = ExampleOffice.password,
        from address: String = "10.0.0.1"
    ) async throws -> SignInStep {
        try await SignIn(name: name, password: password, address: address).run(
            in: example.office, as: .nobody)
    }

    private func token(_ step: SignInStep) throws -> String {
        guard case .signedIn(let token) = step else {
            Issue.record("Nobody was signed in: \(step)")
            throw SignInRefused.wrong
        }
        return token
    }

    private func find(_ token: String, in example: ExampleOffice) async throws -> SignedIn? {
        try await FindSession(token: token).run(in: example.office, as: .nobody)
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `A right password opens a session that ends by signing out`(engine: TestDatabase.Engine) async throws
    {
        try await withOffice(engine) { example async throws in
            let token = try token(try await signIn(example))
            let found = try #require(try await find(token, in: example))
            #expect(found.account.name == "planner")
            #expect(found.actor == example.actor(.planner))
            #expect(found.agencyNames.values.contains("Sở Văn hóa, Thể thao và Du lịch"))
            #expect(FormToken.isValid(FormToken.make(formKey: found.formKey), formKey: found.formKey))
            try await SignOut(token: token).run(in: example.office, as: found.actor)
            #expect(try await find(token, in: example) == nil)
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `A session ends by idleness, lives while it is used, and ends by age`(engine: TestDatabase.Engine)
        async throws
    {
        try await withOffice(engine) { example async throws in
            let idle = try token(try await signIn(example))
            let used = try token(try await signIn(example))
            for _ in 0..<3 {
                example.clock.advance(3 * 3600)
                let found = try await find(used, in: example)
                #expect(found != nil)
            }
            #expect(try await find(idle, in: example) == nil)
            example.clock.advance(3 * 3600)
            #expect(try await find(used, in: example) == nil)
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `Wrong names and passwords are refused alike, and soon slowly`(engine: TestDatabase.Engine)
        async throws
    {
        try await withOffice(engine) { example async throws in
            await #expect(throws: SignInRefused.wrong) {
                try await signIn(example, name: "nobody", from: "10.0.0.2")
            }
            for _ in 0..<5 {
                await #expect(throws: SignInRefused.wrong) {
                    try await signIn(example, password: "sai mật khẩu rồi")
                }
            }
            await #expect(throws: SignInRefused.wait(2)) { try await signIn(example) }
            // Never for ever: the right password opens after the delay.
            example.clock.advance(2)
            _ = try token(try await signIn(example))
            _ = try token(try await signIn(example))
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `Many tries at once are counted before they are judged`(engine: TestDatabase.Engine) async throws {
        try await withOffice(engine) { example async throws in
            let outcomes = await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<30 {
                    group.addTask {
                        do {
                            _ = try await signIn(example, password: "sai mật khẩu rồi")
                            return false
                        } catch {
                            return error as? SignInRefused == .wrong
                        }
                    }
                }
                var judged = 0
                for await isJudged in group where isJudged { judged += 1 }
                return judged
            }
            #expect(outcomes == SignInThrottle.Kind.account.freeFailures)
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `Right passwords are no tries, however many come at once`(engine: TestDatabase.Engine) async throws {
        try await withOffice(engine) { example async throws in
            let opened = await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<40 {
                    group.addTask {
                        // A machine that is out of breath may say so (503); a delay (429) it may never ask for.
                        while true {
                            do {
                                _ = try token(try await signIn(example))
                                return true
                            } catch SignInRefused.busy {
                                continue
                            } catch {
                                return false
                            }
                        }
                    }
                }
                var count = 0
                for await isOpen in group where isOpen { count += 1 }
                return count
            }
            #expect(opened == 40)
            let left = try await example.office.pool.read { db in
                (
                    try db.throttle(.address, "10.0.0.1").failures,
                    try db.bookedTries(.address, "10.0.0.1"), try db.bookedTries(.account, "planner")
                )
            }
            #expect(left == (0, 0, 0))
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `Right passwords among guesses give the guesses no more tries`(engine: TestDatabase.Engine)
        async throws
    {
        try await withOffice(engine) { example async throws in
            let wrong = await withTaskGroup(of: Bool.self) { group in
                for index in 0..<90 {
                    group.addTask {
                        let isRight = index % 3 == 0
                        while true {
                            do {
                                _ = try await signIn(
                                    example, name: isRight ? "reader" : "guessed\(index)",
                                    password: isRight ? ExampleOffice.password : "sai mật khẩu rồi")
                                return false
                            } catch SignInRefused.busy {
                                // Out of breath: nothing was judged, so it is tried again.
                                continue
                            } catch {
                                return error as? SignInRefused == .wrong
                            }
                        }
                    }
                }
                var count = 0
                for await isJudged in group where isJudged { count += 1 }
                return count
            }
            // So many from one address, whatever the names; then the delay, whose end gives one more.
            #expect(wrong == SignInThrottle.Kind.address.freeFailures)
            await #expect(throws: SignInRefused.wait(2)) { try await signIn(example) }
            example.clock.advance(2)
            _ = try token(try await signIn(example))
            #expect(
                try await example.office.pool.read { db in try db.throttle(.address, "10.0.0.1").failures }
                    == SignInThrottle.Kind.address.freeFailures)
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `A try whose server died holds its place for two minutes`(engine: TestDatabase.Engine) async throws {
        try await withOffice(engine) { example async throws in
            let now = example.clock.now
            try await example.office.pool.write { db in
                for index in 0..<5 {
                    try db.book(
                        SignInTry(
                            id: SignInTry.ID("dead\(index)"), name: "planner", address: "10.9.9.9",
                            bookedAt: now))
                }
            }
            async let step = signIn(example)
            example.clock.advance(SignInTries.abandonedAfterSeconds + 1)
            _ = try token(try await step)
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `With a second factor a code is asked for, and taken once`(engine: TestDatabase.Engine) async throws
    {
        try await withOffice(engine) { example async throws in
            let planner = example.actor(.planner)
            let offer = try await BeginSecondFactor().run(in: example.office, as: planner)
            let secret = try #require(Base32.decode(offer.secret))
            func code() -> String {
                OneTimeCode.code(secret: secret, step: OneTimeCode.step(at: example.clock.now))
            }
            await #expect(throws: AccountRefused.wrongCode) {
                try await EnrolSecondFactor(code: "000000x").run(in: example.office, as: planner)
            }
            try await EnrolSecondFactor(code: code()).run(in: example.office, as: planner)
            guard case .secondFactor(let first) = try await signIn(example) else {
                Issue.record("No code was asked for.")
                return
            }
            #expect(try await find(first, in: example) == nil)
            func confirm(_ code: String) async throws -> String {
                try await ConfirmSecondFactor(token: first, code: code, address: "10.0.0.1").run(
                    in: example.office, as: .nobody)
            }
            // The code that enrolled it is used up.
            await #expect(throws: SignInRefused.wrongCode) { try await confirm(code()) }
            example.clock.advance(30)
            let token = try await confirm(code())
            #expect(token != first)
            #expect(try await find(token, in: example) != nil)
            await #expect(throws: SignInRefused.wrongCode) { try await confirm(code()) }
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `A second factor is replaced only after the password removed it`(engine: TestDatabase.Engine)
        async throws
    {
        try await withOffice(engine) { example async throws in
            let (office, planner) = (example.office, example.actor(.planner))
            func enrol() async throws {
                let offer = try await BeginSecondFactor().run(in: office, as: planner)
                guard let secret = Base32.decode(offer.secret) else {
                    Issue.record("The offer isn't Base 32.")
                    return
                }
                let code = OneTimeCode.code(secret: secret, step: OneTimeCode.step(at: example.clock.now))
                try await EnrolSecondFactor(code: code).run(in: office, as: planner)
            }
            try await enrol()
            await #expect(throws: AccountRefused.secondFactorOn) { try await enrol() }
            await #expect(throws: AccountRefused.secondFactorOn) {
                try await EnrolSecondFactor(code: "000000").run(in: office, as: planner)
            }
            await #expect(throws: AccountRefused.wrongPassword) {
                try await RemoveSecondFactor(password: "không phải").run(in: office, as: planner)
            }
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `A reset password must be changed before anything else`(engine: TestDatabase.Engine) async throws {
        try await withOffice(engine) { example async throws in
            let old = try token(try await signIn(example))
            let planner = try #require(example.accounts[.planner])
            let password = try await ResetPassword(account: planner.id).run(
                in: example.office, as: example.actor(.administrator))
            #expect(try await find(old, in: example) == nil)
            let token = try token(try await signIn(example, password: password))
            let found = try #require(try await find(token, in: example))
            #expect(found.account.mustChangePassword && found.actor.roles.isEmpty)
            await #expect(throws: AccessRefused.notAllowed) {
                try await ListPlans().run(in: example.office, as: found.actor)
            }
            await #expect(throws: AccountRefused.password(.tooShort)) {
                try await ChangePassword(current: password, new: "ngắn", keeping: token).run(
                    in: example.office, as: found.actor)
            }
            try await ChangePassword(current: password, new: "mây trắng bay về núi", keeping: token).run(
                in: example.office, as: found.actor)
            #expect(try await find(token, in: example)?.actor.roles.isEmpty == false)
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `A disabled account has no session and gets none`(engine: TestDatabase.Engine) async throws {
        try await withOffice(engine) { example async throws in
            let token = try token(try await signIn(example))
            let planner = try #require(example.accounts[.planner])
            try await DisableAccount(account: planner.id).run(
                in: example.office, as: example.actor(.administrator))
            #expect(try await find(token, in: example) == nil)
            await #expect(throws: SignInRefused.wrong) { try await signIn(example) }
        }
    }

    @Test(
        arguments: TestDatabase.Engine.all,
        ["' OR 1=1 --", "\u{0}", "planner\u{0}", String(repeating: "a", count: 100_000), "<script>", ""])
    func `Hostile names and tokens open nothing`(engine: TestDatabase.Engine, text: String) async throws {
        try await withOffice(engine) { example async throws in
            await #expect(throws: (any Error).self) { try await signIn(example, name: text) }
            await #expect(throws: SignInRefused.self) { try await signIn(example, password: text) }
            #expect(try await find(text, in: example) == nil)
        }
    }
}

struct AccountOperationTests {
    @Test(arguments: TestDatabase.Engine.all)
    func `The first administrator is made once, at the command line`(engine: TestDatabase.Engine) async throws
    {
        try await withOffice(engine) { example async throws in
            let again = CreateFirstAdministrator(
                name: "second", displayName: "X", password: ExampleOffice.password, agencyName: "Y")
            await #expect(throws: AccountRefused.notFirst) {
                try await again.run(in: example.office, as: .commandLine)
            }
            await #expect(throws: AccessRefused.notAllowed) {
                try await again.run(in: example.office, as: example.actor(.administrator))
            }
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `Only administrators make accounts and grant roles, and not above themselves`(
        engine: TestDatabase.Engine
    )
        async throws
    {
        try await withOffice(engine) { example async throws in
            func create(_ name: String, in agency: Agency, as actor: Actor) async throws -> Account {
                try await CreateAccount(
                    name: name, displayName: "Ai đó", password: ExampleOffice.password, agency: agency.id,
                    role: .reader
                ).run(in: example.office, as: actor)
            }
            for role in [Role.planner, .member, .reader] {
                await #expect(throws: AccessRefused.notAllowed) {
                    try await create("x", in: example.department, as: example.actor(role))
                }
            }
            let made = try await create("moi", in: example.department, as: example.actor(.administrator))
            await #expect(throws: AccountRefused.nameTaken) {
                try await create("moi", in: example.department, as: example.actor(.administrator))
            }
            let local = Actor.account(
                made.id,
                roles: [RoleGrant(account: made.id, agency: example.department.id, role: .administrator)])
            _ = try await create("duoi", in: example.department, as: local)
            await #expect(throws: AccessRefused.notAllowed) {
                try await create("tren", in: example.top, as: local)
            }
            await #expect(throws: AccessRefused.notAllowed) {
                try await GrantRole(account: made.id, agency: example.department.id, role: .planner).run(
                    in: example.office, as: local)
            }
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `The last administrator stays`(engine: TestDatabase.Engine) async throws {
        try await withOffice(engine) { example async throws in
            let administrator = try #require(example.accounts[.administrator])
            await #expect(throws: AccountRefused.lastAdministrator) {
                try await DisableAccount(account: administrator.id).run(in: example.office, as: .commandLine)
            }
            await #expect(throws: AccountRefused.lastAdministrator) {
                try await RevokeRole(account: administrator.id, agency: example.top.id, role: .administrator)
                    .run(
                        in: example.office, as: .commandLine)
            }
            let rows = try await ListAccounts().run(in: example.office, as: example.actor(.administrator))
            #expect(rows.first { $0.id == administrator.id }?.account.isDisabled == false)
        }
    }
}
