import Domain
import Foundation
import Store
import TestSupport
import Testing

@testable import Operations

struct EmailAddressTests {
    static let hostile = [
        "a@b.vn\r\nBcc: c@d.vn", "a@b.vn\nRCPT TO:<c@d.vn>", "a@b.vn\u{0}", "a b@c.vn", "<a@b.vn>",
        "a@b.vn, c@d.vn",
        "\"a\"@b.vn", "a@b@c.vn", "@b.vn", "a@", "a@.vn", "a@b.vn.", "a@localhost", "Lan (a@b.vn)",
        "a;b@c.vn", "ă@b.vn",
        "a@b.vn\u{85}X: y", String(repeating: "a", count: 250) + "@b.vn",
    ]

    @Test(arguments: ["lan@svhttdl.quangngai.gov.vn", "a+b@c.vn", "o'brien@x-y.vn"])
    func `An office's address is usable`(text: String) {
        #expect(EmailAddress.isUsable(text))
    }

    @Test(arguments: hostile)
    func `What could begin a header or a command is stored nowhere`(text: String) async throws {
        #expect(!EmailAddress.isUsable(text))
        try await withOffice(.sqlite) { example in
            let planner = try #require(example.accounts[.planner])
            var settings = NoticeSettings.standard
            settings.email = text
            await #expect(throws: NoticeRefused.badAddress) {
                try await SetNoticeSettings(settings, of: planner.id).run(
                    in: example.office, as: example.actor(.planner))
            }
            await #expect(throws: AgencyRefused.badPerson) {
                _ = try await FillPost(
                    agency: example.department.id, place: .new(.head, title: "Giám đốc"), name: "Lan",
                    email: text
                ).run(in: example.office, as: example.actor(.administrator))
            }
        }
    }
}
