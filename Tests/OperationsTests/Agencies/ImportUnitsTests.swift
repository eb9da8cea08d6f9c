import Domain
import Foundation
import Store
import TestSupport
import Testing

@testable import Operations

struct ImportUnitsTests {
    private func day(_ iso: String) throws -> CalendarDay { try #require(CalendarDay(iso: iso)) }

    @Test func `The lists hold what the reform left: 34 provinces, 3,321 communes, and the 63 before`() {
        let units = AdministrativeUnits.all
        let old = units.filter { $0.to != nil }
        #expect(units.count { $0.level == .province && $0.to == nil } == 34)
        #expect(units.count { $0.level == .commune } == 3321)
        // Eleven of the 63 were left alone, and are one unit of both orders.
        #expect(old.count == 52)
        #expect(units.count { $0.level == .province && $0.from == nil && $0.to == nil } == 11)
        #expect(Set(units.map { "\($0.code) \($0.from?.description ?? "")" }).count == units.count)
        #expect(
            units.allSatisfy { $0.place.first?.isLowercase == true || $0.place == "Thành phố Hồ Chí Minh" })
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `All units come in once, with what became of the old provinces`(engine: TestDatabase.Engine)
        async throws
    {
        try await withOffice(engine) { example in
            let office = example.office
            let first = try await ImportUnits().run(in: office, as: .commandLine)
            #expect(first.entered == 34 + 3321 + 52 && first.adopted == 0)
            let again = try await ImportUnits().run(in: office, as: .commandLine)
            #expect(again == .init(entered: 0, adopted: 0, present: 34 + 3321 + 52))
            let register = try await office.agencyRegister()
            let (old, new) = (try day("2025-06-30"), try day("2025-07-01"))
            // Code 15 was Yên Bái and is Lào Cai.
            let yenBai = try #require(register.agency(withCode: "15", .unit, on: old))
            let laoCai = try #require(register.agency(withCode: "15", .unit, on: new))
            #expect(yenBai.name == "Ủy ban nhân dân tỉnh Yên Bái" && laoCai.place == "tỉnh Lào Cai")
            #expect(register.heirs(of: yenBai.id, on: new).map(\.successor) == [laoCai.id])
            #expect(register.predecessors(of: laoCai.id).count == 2)
            #expect(register.children(of: laoCai.id, on: new).count == 99)
            #expect(register.children(of: laoCai.id, on: old).isEmpty)
            let top = try #require(register.path(of: laoCai.id).last)
            #expect(register[top]?.name == ImportUnits.topName)
            #expect(register.children(of: top, on: old).count == 63)
            #expect(register.children(of: top, on: new).count == 34)
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `A unit bears the name and the type of its time`(engine: TestDatabase.Engine) async throws {
        try await withOffice(engine) { example in
            _ = try await ImportUnits().run(in: example.office, as: .commandLine)
            let register = try await example.office.agencyRegister()
            let hue = try #require(register.agency(withCode: "46", .unit, on: try day("2020-01-01")))
            #expect(
                register.name(of: hue.id, on: try day("2024-12-31"))?.name
                    == "Ủy ban nhân dân tỉnh Thừa Thiên Huế")
            #expect(
                register.name(of: hue.id, on: try day("2025-01-01"))?.name == "Ủy ban nhân dân thành phố Huế")
            let dongNai = try #require(register.agency(withCode: "75", .unit, on: try day("2026-01-01")))
            #expect(
                register.name(of: dongNai.id, on: try day("2026-04-29"))?.name
                    == "Ủy ban nhân dân tỉnh Đồng Nai")
            #expect(
                register.name(of: dongNai.id, on: try day("2026-04-30"))?.name
                    == "Ủy ban nhân dân thành phố Đồng Nai")
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `A committee that was typed in by hand gets its code and place`(engine: TestDatabase.Engine)
        async throws
    {
        try await withOffice(engine) { example in
            let typed = try await CreateAgency(
                name: "UBND tỉnh Lào Cai", kind: .committee, parent: nil
            ).run(in: example.office, as: .commandLine)
            let outcome = try await ImportUnits().run(in: example.office, as: .commandLine)
            #expect(outcome.adopted == 1)
            let register = try await example.office.agencyRegister()
            #expect(register.agency(withCode: "15", .unit, on: try day("2026-01-01"))?.id == typed.id)
            #expect(register[typed.id]?.place == "tỉnh Lào Cai")
        }
    }

    @Test func `Only the command line imports`() async throws {
        try await withOffice(.sqlite) { example in
            await #expect(throws: AccessRefused.notAllowed) {
                _ = try await ImportUnits().run(in: example.office, as: example.actor(.administrator))
            }
        }
    }
}
