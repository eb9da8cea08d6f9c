import Foundation
import Testing

@testable import Mail

struct MailServerTests {
    @Test(arguments: [
        ("smtp://mail.tinh.vn", "smtp://mail.tinh.vn:587", MailServer.Encryption.beforeSigningIn),
        ("smtps://mail.tinh.vn", "smtps://mail.tinh.vn:465", .fromTheFirstByte),
        ("smtp://127.0.0.1", "smtp://127.0.0.1:25", .none),
        ("smtp://localhost:2525/", "smtp://localhost:2525", .none),
        ("smtp://[::1]:26", "smtp://[::1]:26", .none),
        ("smtp://127.0.0.1.example.vn", "smtp://127.0.0.1.example.vn:587", .beforeSigningIn),
        ("smtp+starttls://localhost", "smtp://localhost:587", .beforeSigningIn),
        ("smtps://127.0.0.1:4650", "smtps://127.0.0.1:4650", .fromTheFirstByte),
    ])
    func `The kind of address says port and encryption`(
        text: String, printed: String, encryption: MailServer.Encryption
    ) throws {
        let server = try #require(MailServer(text))
        #expect("\(server)" == printed)
        #expect(server.encryption == encryption)
    }

    @Test func `A password is never shown`() throws {
        let server = try #require(MailServer("smtps://loa%40tinh.vn:mat%3Akhau@mail.tinh.vn"))
        #expect(server.user == "loa@tinh.vn" && server.password == "mat:khau")
        #expect("\(server)" == "smtps://…@mail.tinh.vn:465")
        #expect(!server.address(greeting: "tinh.vn").contains("mat"))
    }

    @Test(arguments: [
        "", "http://mail.vn", "smtp+tls://mail.vn", "SMTP://mail.vn", "mail.vn", "smtp://",
        "smtp://mail.vn:0", "smtp://mail.vn:70000", "smtp://user@mail.vn",
        "smtp://:x@mail.vn",
        "smtp://a:b%0d%0a@mail.vn", "smtp://a:b%zz@mail.vn", "smtp://mail.vn/x y", "smtp://ma il.vn",
        "smtp://mail.vn:25:25",
    ])
    func `What is no mail server's address is refused`(text: String) {
        #expect(MailServer(text) == nil)
    }

    @Test func `Nobody there is no refusal of the message`() async throws {
        let server = try #require(MailServer("smtp://127.0.0.1:1"))
        let address = try #require(MailAddress("loa@tinh.vn"))
        let mail = OutgoingMail(
            MailMessage(
                from: address, fromName: "", to: address, toName: "", subject: "",
                date: .init(timeIntervalSince1970: 0),
                identifier: "a", text: "", html: ""), returnsTo: address)
        let sender = MailSender(server)
        #expect(await sender.send(mail)?.code == .unreachable)
        #expect(await sender.send(mail)?.code == .unreachable)
    }
}
