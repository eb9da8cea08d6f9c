import HTTP
import Testing

struct PreconditionsTests {
    private func outcome(
        _ headers: Headers, tag: String? = "\"t\"", modified: Int? = 784_111_777, size: Int? = 10
    ) -> Preconditions.Outcome {
        Preconditions.evaluate(headers, entityTag: tag, modifiedSeconds: modified, size: size)
    }

    @Test(
        "Ranges select what RFC 9110 says",
        arguments: [
            ("bytes=0-0", Preconditions.Outcome.part(0..<1)), ("bytes=2-", .part(2..<10)),
            ("bytes=-3", .part(7..<10)),
            ("bytes=-99", .part(0..<10)), ("bytes=5-99", .part(5..<10)), ("bytes=10-", .unsatisfiable),
            ("bytes=-0", .unsatisfiable),
            ("bytes=5-4", .full), ("bytes=0-1,3-4", .full), ("items=0-1", .full), ("bytes=a-b", .full),
            ("bytes=", .full),
            ("bytes=1", .full), ("bytes=+1-2", .full), ("bytes=0-99999999999999999999", .full),
            ("BYTES=1-1", .part(1..<2)),
        ])
    func ranges(_ text: String, _ expected: Preconditions.Outcome) {
        #expect(outcome(["Range": text]) == expected)
    }

    @Test("Conditions are weighed in their order")
    func conditions() {
        let date = "Sun, 06 Nov 1994 08:49:37 GMT"
        #expect(outcome(["If-None-Match": "\"x\", W/\"t\""]) == .notModified)
        #expect(outcome(["If-None-Match": "*"]) == .notModified)
        #expect(outcome(["If-None-Match": "\"x\"", "If-Modified-Since": date]) == .full)
        #expect(outcome(["If-Modified-Since": date]) == .notModified)
        #expect(outcome(["If-Modified-Since": "Sun, 06 Nov 1994 08:49:36 GMT"]) == .full)
        #expect(outcome(["If-Match": "\"x\""]) == .failed)
        #expect(outcome(["If-Match": "W/\"t\""], tag: "W/\"t\"") == .failed)
        #expect(outcome(["If-Match": "\"t\""]) == .full)
        #expect(outcome(["If-Unmodified-Since": "Sun, 06 Nov 1994 08:49:36 GMT"]) == .failed)
        #expect(outcome(["Range": "bytes=0-0", "If-Range": date]) == .part(0..<1))
        #expect(outcome(["Range": "bytes=0-0", "If-Range": "W/\"t\""], tag: "W/\"t\"") == .full)
        #expect(outcome(["Range": "bytes=0-0"], size: nil) == .full)
    }

    @Test(
        "Dates are written and read in one form, and only if they exist",
        arguments: [
            (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"), (0, "Thu, 01 Jan 1970 00:00:00 GMT"),
            (1_709_164_800, "Thu, 29 Feb 2024 00:00:00 GMT"),
            (4_102_444_799, "Thu, 31 Dec 2099 23:59:59 GMT"),
        ])
    func dates(_ seconds: Int, _ text: String) {
        #expect(HTTPDate.format(seconds) == text)
        #expect(HTTPDate.parse(text) == seconds)
    }

    @Test(
        "Other dates are none",
        arguments: [
            "", "Sunday, 06-Nov-94 08:49:37 GMT", "Mon, 06 Nov 1994 08:49:37 GMT",
            "Thu, 30 Feb 2023 00:00:00 GMT",
            "Sun, 06 Nov 1994 24:49:37 GMT", "Sun, 06 Nov 1994 08:49:37 UTC", "Sun, +6 Nov 1994 08:49:37 GMT",
        ])
    func noDates(_ text: String) { #expect(HTTPDate.parse(text) == nil) }
}
