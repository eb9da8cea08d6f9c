import Domain
import Foundation
import SQL
import Store
import TestSupport
import Testing

struct AccountStoreTests {
    @Test(arguments: TestDatabase.Engine.all)
    func `An account reads back as it was written`(engine: TestDatabase.Engine) async throws {
        try await withStore(engine) { pool async throws in
            let read = try await pool.write { db in
                var record = try #require(try db.accountRecord(named: "lan"))
                record.secondFactorSecret = [0, 255, 0]
                record.secondFactorStep = 57_000_000
                record.account.isDisabled = true
                try db.update(record)
                return try db.accountRecord(lan)
            }
            #expect(read?.secondFactorSecret == [0, 255, 0])
            #expect(read?.secondFactorStep == 57_000_000)
            #expect(read?.account.hasSecondFactor == true)
            #expect(read?.account.isDisabled == true)
            #expect(read?.account.createdAt == noon)
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `Two accounts can't bear one name`(engine: TestDatabase.Engine) async throws {
        try await withStore(engine) { pool async throws in
            await #expect(throws: DatabaseFailure.self) {
                try await pool.write { db in
                    try db.insert(
                        AccountRecord(
                            account: Account(
                                id: Account.ID("x"), name: "lan", displayName: "X", createdAt: noon),
                            passwordHash: ""))
                }
            }
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `A role is granted once and revoked once`(engine: TestDatabase.Engine) async throws {
        try await withStore(engine) { pool async throws in
            let grant = RoleGrant(account: lan, agency: home, role: .planner)
            let (grants, first, second) = try await pool.write { db in
                try db.grant(grant, at: noon)
                try db.grant(grant, at: noon)
                let grants = try db.roleGrants(of: lan)
                return (grants, try db.revoke(grant), try db.revoke(grant))
            }
            #expect(grants == [grant])
            #expect(first && !second)
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `A chain of agencies is walked to its top, and a circle ends`(engine: TestDatabase.Engine)
        async throws
    {
        try await withStore(engine) { pool async throws in
            let (path, circle) = try await pool.write { db in
                try db.insert(Agency(id: Agency.ID("b"), name: "B", parent: home), at: noon)
                try db.insert(Agency(id: Agency.ID("c"), name: "C", parent: Agency.ID("b")), at: noon)
                let path = try db.agencyPath(Agency.ID("c"))
                try db.execute("UPDATE agency SET parent_agency_id = 'c' WHERE agency_id = 'home'")
                return (path, try db.agencyPath(Agency.ID("c")))
            }
            #expect(path == [Agency.ID("c"), Agency.ID("b"), home])
            #expect(circle.prefix(3) == [Agency.ID("c"), Agency.ID("b"), home])
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `An agency reads back with its days and successors`(engine: TestDatabase.Engine) async throws {
        try await withStore(engine) { pool async throws in
            let agency = Agency(
                id: Agency.ID("old"), name: "Sở Thông tin và Truyền thông",
                abbreviations: ["Sở TT&TT", "\"STTTT'"],
                parent: home, validFrom: CalendarDay(iso: "2008-03-01"),
                validTo: CalendarDay(iso: "2025-02-28"),
                successors: [home])
            let (one, all) = try await pool.write { db in
                try db.insert(agency, at: noon.addingTimeInterval(1))
                return (try db.agency(agency.id), try db.agencies())
            }
            #expect(one == agency)
            #expect(all.last == agency)
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `Sessions are found by digest, touched, and ended together`(engine: TestDatabase.Engine) async throws
    {
        try await withStore(engine) { pool async throws in
            try await pool.write { db in
                for byte in [UInt8(1), 2, 3] {
                    try db.insert(
                        SessionRecord(
                            tokenDigest: [byte], account: lan, stage: .open, way: .password, createdAt: noon,
                            lastSeenAt: noon))
                }
                try db.touchSession([1], at: noon.addingTimeInterval(5))
                #expect(try db.session([1])?.lastSeenAt == noon.addingTimeInterval(5))
                try db.deleteSessions(of: lan, except: [2])
                #expect(try db.session([1]) == nil)
                #expect(try db.session([3]) == nil)
                #expect(try db.session([2]) != nil)
                try db.deleteSessions(createdBefore: noon.addingTimeInterval(1))
                #expect(try db.session([2]) == nil)
            }
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `A throttle keeps its count`(engine: TestDatabase.Engine) async throws {
        try await withStore(engine) { pool async throws in
            try await pool.write { db in
                let hostile = "'; DROP TABLE account; --\u{1F4E2}"
                #expect(try db.throttle(.account, hostile) == SignInThrottle(kind: .account))
                let throttle = SignInThrottle(kind: .account, failures: 7, lastFailureAt: noon)
                try db.save(throttle, for: hostile)
                try db.save(throttle.afterFailure(at: noon), for: hostile)
                #expect(try db.throttle(.account, hostile).failures == 8)
                #expect(try db.throttle(.address, hostile).failures == 0)
                try db.deleteThrottles(before: noon.addingTimeInterval(1))
                #expect(try db.throttle(.account, hostile).failures == 0)
            }
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `A setting is written over`(engine: TestDatabase.Engine) async throws {
        try await withStore(engine) { pool async throws in
            try await pool.write { db in
                #expect(try db.setting("a") == nil)
                try db.setSetting("a", to: "1")
                try db.setSetting("a", to: "2")
                #expect(try db.setting("a") == "2")
            }
        }
    }
}
