import Foundation
import Testing

@testable import Mail

struct MailAddressTests {
    @Test(arguments: [
        "lan.nguyen@so-vhttdl.kontum.gov.vn", "a@b", "o'neil+x@example.org", "1@1.vn",
    ])
    func `An ordinary address is taken`(text: String) throws {
        #expect(try #require(MailAddress(text)).description == text)
    }

    @Test(arguments: [
        "", "@", "a@", "@b", "a b@c.vn", "a@b c", "a@b@c", "\"a b\"@c.vn", "a@[127.0.0.1]", "a@-b.vn",
        "a@b-.vn", "a..b@c.vn",
        ".a@c.vn", "a@c..vn", "a@b.vn\r\nBcc: x@y.vn", "a\n@b.vn", "lan@vn,tre@vn", "<a@b.vn>", "a@b.vn ",
        "ă@b.vn", "a@bê.vn",
        String(repeating: "a", count: 65) + "@b.vn", "a@" + String(repeating: "b", count: 64) + ".vn",
    ])
    func `What could break out of a header or a command is none`(text: String) {
        #expect(MailAddress(text) == nil)
    }

    @Test func `A return address names its letter, and only its own kind does`() throws {
        let own = try #require(MailAddress("loa@tinh.vn"))
        let back = try #require(own.returning("01h2k"))
        #expect(back.description == "loa+01h2k@tinh.vn")
        #expect(own.letter(of: back) == "01h2k")
        for other in [
            "loa@tinh.vn", "loa+@tinh.vn", "loa+a-b@tinh.vn", "loa+01h2k@xa.vn", "xloa+01h2k@tinh.vn",
        ] {
            #expect(own.letter(of: try #require(MailAddress(other))) == nil, "\(other)")
        }
    }
}

struct MailMessageTests {
    private func message(_ change: (inout MailMessage) -> Void = { _ in }) throws -> String {
        var message = MailMessage(
            from: try #require(MailAddress("loa@tinh.vn")), fromName: "Loa – Sở Văn hóa",
            to: try #require(MailAddress("lan@xa.vn")),
            toName: "Nguyễn Thị Lan", subject: "Nhắc việc: 3 nhiệm vụ quá hạn",
            date: Date(timeIntervalSince1970: 1_795_394_700),
            identifier: "01abc", settingsAddress: "https://loa.tinh.vn/inbox/settings",
            text: "Kính gửi\n.một chấm\n=", html: "<p>Kính gửi</p>")
        change(&message)
        return String(decoding: message.bytes, as: UTF8.self)
    }

    @Test func `A message is ASCII with lines of CRLF, none longer than the wire takes`() throws {
        let text = try message { $0.text = String(repeating: "Tuyên truyền biên giới ", count: 200) }
        #expect(text.utf8.allSatisfy { $0 < 128 })
        #expect(text.replacing("\r\n", with: "").utf8.allSatisfy { $0 != 10 && $0 != 13 })
        #expect(text.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 78 })
        #expect(text.hasSuffix("--loa-01abc--\r\n"))
    }

    @Test func `It says when, what it is, and that a program made it`() throws {
        let text = try message()
        #expect(text.hasPrefix("Date: Mon, 23 Nov 2026 07:45:00 +0700\r\n"))
        for line in [
            "Message-ID: <01abc@tinh.vn>", "Auto-Submitted: auto-generated", "MIME-Version: 1.0",
            "List-Unsubscribe: <https://loa.tinh.vn/inbox/settings>",
        ] {
            #expect(text.contains("\r\n\(line)\r\n"), "\(line)")
        }
        #expect(text.contains("\r\n=2Em=E1=BB=99t ch=E1=BA=A5m\r\n=3D\r\n"))
    }

    @Test(arguments: [
        "a\r\nBcc: tre@xa.vn", "a\nBcc: tre@xa.vn", "a\rBcc: tre@xa.vn", "a\u{2028}Bcc: tre@xa.vn",
        "a\u{85}Bcc: x",
    ])
    func `No text of others begins a header`(text: String) throws {
        let made = try message {
            $0.subject = text
            $0.toName = text
            $0.fromName = text
        }
        let head = made.split(separator: "\r\n\r\n")[0]
        #expect(!head.split(separator: "\r\n").contains { $0.hasPrefix("Bcc") })
    }

    @Test func `A settings address that isn't one is left out`() throws {
        let text = try message { $0.settingsAddress = "https://loa.tinh.vn/>\r\nBcc: x@y.vn" }
        #expect(!text.contains("Unsubscribe") && !text.contains("Bcc"))
    }

    @Test func `Letters with marks are not cut between two encoded words`() throws {
        let subject = String(repeating: "Đẩy mạnh ", count: 20)
        let words = EncodedWord.of(subject).split(separator: "\r\n ")
        #expect(words.allSatisfy { $0.hasPrefix("=?utf-8?B?") && $0.hasSuffix("?=") && $0.utf8.count <= 75 })
        let whole = try words.map { word in
            let data = try #require(Data(base64Encoded: String(word.dropFirst(10).dropLast(2))))
            return try #require(String(data: data, encoding: .utf8))
        }
        #expect(whole.joined() == subject)
    }

    @Test func `Plain words stay readable, and what looks encoded is encoded`() {
        #expect(EncodedWord.of("Loa 12") == "Loa 12")
        #expect(EncodedWord.of("=?utf-8?Q?x?=").hasPrefix("=?utf-8?B?"))
    }
}
