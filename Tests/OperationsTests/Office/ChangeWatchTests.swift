import Domain
import SQL
import Store
import TestSupport
import Testing

@testable import Operations

struct ChangeWatchTests {
    @Test(arguments: TestDatabase.Engine.all)
    func `A change of this process is seen at once`(engine: TestDatabase.Engine) async throws {
        try await withOffice(engine) { example in
            // An hour: nothing but the change itself can make it look again.
            let office = Office(pool: example.office.pool, changesSeenWithin: .seconds(3600))
            let before = try await office.changes.head()
            try await DisableAccount(account: example.stranger.id).run(in: office, as: .commandLine)
            let after = try await office.changes.head()
            #expect(before != nil)
            #expect(after?.sequence == before.map { $0.sequence + 1 })
            #expect(try await office.changes.head() == after)
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `A change of another process is seen when patience is over`(engine: TestDatabase.Engine) async throws
    {
        try await withOffice(engine) { example in
            let office = Office(pool: example.office.pool, changesSeenWithin: .zero)
            let before = try await office.changes.head()
            try await DisableAccount(account: example.stranger.id).run(in: example.office, as: .commandLine)
            #expect(try await office.changes.head() != before)
        }
    }

    @Test
    func `Within its patience the database is not asked again`() async throws {
        try await TestDatabase.with(.sqlite) { pool in
            let recording = RecordingPool(pool)
            let office = Office(pool: recording, changesSeenWithin: .seconds(3600))
            try await office.prepare()
            _ = try await office.changes.head()
            _ = recording.takeStatements()
            _ = try await office.changes.head()
            #expect(recording.takeStatements().isEmpty)
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `Using a session is no change, ending it is one`(engine: TestDatabase.Engine) async throws {
        try await withOffice(engine) { example in
            let office = example.office
            guard
                case .signedIn(let token) = try await SignIn(
                    name: "planner", password: ExampleOffice.password, address: "127.0.0.1"
                ).run(in: office, as: .nobody)
            else { return #expect(Bool(false), "no second factor is asked for") }
            let before = try await office.changes.head()
            example.clock.advance(120)
            _ = try await FindSession(token: token).run(in: office, as: .nobody)
            #expect(try await office.changes.head() == before)
            try await SignOut(token: token).run(in: office, as: .nobody)
            #expect(try await office.changes.head() != before)
        }
    }
}
