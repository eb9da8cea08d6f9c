import Foundation
import Testing

@testable import Domain

struct IdentifierTests {
    @Test func `An identifier is 26 letters and digits that sort by time`() {
        var last = Identifier<Plan>("")
        for second in stride(from: 0.0, to: 4e9, by: 1e8) {
            let id = IdentifierMaker.make(
                at: Date(timeIntervalSince1970: second), random: [UInt8](repeating: 255, count: 10),
                of: Plan.self)
            #expect(id.rawValue.utf8.count == 26)
            #expect(id.rawValue.utf8.allSatisfy { (48...57).contains($0) || (97...122).contains($0) })
            #expect(last < id)
            last = id
        }
    }

    @Test func `Random bytes make two of one instant differ`() {
        let now = Date(timeIntervalSince1970: 1_763_000_000)
        var seen: Set<String> = []
        for byte in 0...255 {
            let random = (0..<10).map { UInt8(truncatingIfNeeded: byte * ($0 + 1)) }
            seen.insert(IdentifierMaker.make(at: now, random: random, of: Plan.self).rawValue)
        }
        #expect(seen.count == 256)
    }

    @Test func `A clock before 1970 doesn't trap`() {
        let id = IdentifierMaker.make(
            at: .distantPast, random: [UInt8](repeating: 0, count: 10), of: Plan.self)
        #expect(id.rawValue == String(repeating: "0", count: 26))
    }
}
