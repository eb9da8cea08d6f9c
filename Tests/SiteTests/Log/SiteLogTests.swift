import Foundation
import Testing

@testable import Site

struct SiteLogTests {
    @Test(arguments: [
        0, 0.0014, 951_782_400, 951_868_799.9996, 1_735_689_599.5, 1_763_700_000, 4_102_444_800, -1,
        -86_400.25,
    ])
    func `Instants are written as Foundation writes them`(seconds: TimeInterval) {
        let date = Date(timeIntervalSince1970: (seconds * 1000).rounded(.down) / 1000)
        var bytes: [UInt8] = []
        SiteLog.append(date, to: &bytes)
        let written = String(decoding: bytes, as: UTF8.self)
        let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
        #expect(written.utf8.count == 24)
        #expect((try? style.parse(written)).map { abs($0.timeIntervalSince(date)) < 0.0015 } == true)
    }

    @Test
    func `Texts are escaped, plain ones left alone`() {
        func json(_ text: String) -> String {
            var bytes: [UInt8] = []
            SiteLog.Value.text(text).append(to: &bytes)
            return String(decoding: bytes, as: UTF8.self)
        }
        #expect(json("/plans/:plan") == "\"/plans/:plan\"")
        #expect(json("a\"b\\c\n\u{2028}é") == "\"a\\\"b\\\\c\\u000a\\u2028é\"")
    }
}
