import Testing

@testable import Domain

struct NameSearchTests {
    private func found(_ question: String, limit: Int = 10) throws -> [String] {
        let day = try #require(CalendarDay(iso: "2026-11-21"))
        let words = question.split(separator: " ").map(String.init)
        return PartyMatcherTests.names.search(
            words, in: PartyMatcherTests.register, on: day, limit: limit
        ).map(\.id.rawValue)
    }

    @Test(arguments: [
        ("so van hoa", ["qnVH"]), ("so van", ["qnVH"]), ("van hoa", ["bvh", "qnVH", "xaBYvh"]),
        // The place that everyone on the spot leaves out; the last word may be only begun.
        ("so van hoa the thao du lich tinh quang ngai", ["qnVH"]), ("so ngoai vu quang ng", ["qnNV"]),
        ("phong van hoa xa bo y", ["xaBYvh"]),
        // A place alone finds itself, not all that stands below it.
        ("quang ngai", ["qn", "qnBao"]), ("kon tum", []), ("so xay dung", []), ("", []),
    ])
    func `All words are found in a name, or completed by one above`(question: String, expected: [String])
        throws
    {
        #expect(try found(question) == expected)
    }

    @Test func `No more than asked for`() throws {
        #expect(try found("van hoa", limit: 1) == ["bvh"])
    }
}
