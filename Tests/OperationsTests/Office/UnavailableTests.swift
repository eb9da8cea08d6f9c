import Domain
import SQL
import Store
import TestSupport
import Testing
import Trust

@testable import Operations

struct UnavailableTests {
    /// A database that always fails in the same way.
    private struct BrokenPool: DatabasePool {
        var failure: DatabaseFailure
        var dialect: Dialect { .sqlite }

        func read<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value) async throws
            -> Value
        {
            throw failure
        }

        func write<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value) async throws
            -> Value
        {
            throw failure
        }

        func clean(_ tables: [String], isThorough: Bool, patience: Duration) async throws -> Cleaning {
            throw failure
        }

        func close() async {}
    }

    private static let reader = Actor.account(
        Account.ID("a"), roles: [RoleGrant(account: Account.ID("a"), agency: Agency.ID("b"), role: .reader)])

    private func refusal(of failure: DatabaseFailure) async throws -> Unavailable? {
        let office = Office(pool: BrokenPool(failure: failure), read: LineReader.read)
        do {
            _ = try await ListPlans().run(in: office, as: Self.reader)
            return nil
        } catch let unavailable as Unavailable {
            return unavailable
        } catch {
            #expect(error as? DatabaseFailure == failure)
            return nil
        }
    }

    @Test(arguments: [DatabaseFailure.Code.connectionLost, .cannotOpen, .busy, .timedOut, .conflict])
    func `A database that is gone or busy is told of with 503 and a time to try again`(
        code: DatabaseFailure.Code
    ) async throws {
        let refusal = try #require(try await refusal(of: DatabaseFailure(code, "gone")))
        #expect(refusal.httpStatus == 503 && refusal.retryAfterSeconds != nil)
        #expect(!refusal.vietnamese.contains("gone"))
    }

    @Test func `Nobody is told to repeat what may have been kept`() async throws {
        let failure = DatabaseFailure(.connectionLost, "gone", isOutcomeUnknown: true)
        let refusal = try #require(try await refusal(of: failure))
        #expect(refusal == .outcomeUnknown(failure) && refusal.retryAfterSeconds == nil)
    }

    @Test func `A full disk is told of as such`() async throws {
        let refusal = try #require(try await refusal(of: DatabaseFailure(.diskFull, "full")))
        #expect(refusal.httpStatus == 507)
    }

    @Test(arguments: [DatabaseFailure.Code.corrupted, .invalidStatement, .constraint(.check, name: nil)])
    func `What no waiting mends stays a failure`(code: DatabaseFailure.Code) async throws {
        #expect(try await refusal(of: DatabaseFailure(code, "x")) == nil)
    }

    @Test func `Too many passwords at once is a refusal of every verb`() {
        let error: any Error = PasswordHasher.TooBusy()
        #expect((error as? any Refusal)?.httpStatus == 503)
        #expect((error as? any Refusal)?.retryAfterSeconds != nil)
    }
}
