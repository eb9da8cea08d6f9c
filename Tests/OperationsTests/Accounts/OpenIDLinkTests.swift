import Domain
import Foundation
import SQL
import Store
import TestSupport
import Testing
import Trust

@testable import Operations

struct OpenIDLinkTests {
    private static let issuer = "https://sso.example.vn"
    /// These operations ask the provider nothing.
    private static let provider = OpenIDProvider(
        OpenIDSettings(issuer: issuer, clientID: "loa", clientSecret: "s", name: "SSO"),
        transport: { _ throws(ProviderUnreachable) in throw ProviderUnreachable("nobody is asked") })

    private func id(_ role: Role, _ example: ExampleOffice) throws -> Account.ID {
        try #require(example.accounts[role]?.id)
    }

    private func show(_ account: Account.ID, _ example: ExampleOffice) async throws -> ShowOpenIDLink.View {
        try await ShowOpenIDLink(account: account, at: Self.provider).run(
            in: example.office, as: example.actor(.administrator))
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `An administrator binds, and nobody else does, nor to themselves`(engine: TestDatabase.Engine)
        async throws
    {
        try await withOffice(engine) { example async throws in
            let reader = try id(.reader, example)
            let link = LinkOpenID(account: reader, subject: "p-1", at: Self.provider)
            for role in [Role.planner, .member, .reader] {
                await #expect(throws: AccessRefused.notAllowed) {
                    try await link.run(in: example.office, as: example.actor(role))
                }
                await #expect(throws: AccessRefused.notAllowed) {
                    try await InviteOpenID(account: reader, email: "a@b.vn", at: Self.provider).run(
                        in: example.office, as: example.actor(role))
                }
            }
            await #expect(throws: AccessRefused.notAllowed) {
                try await LinkOpenID(account: id(.administrator, example), subject: "p-2", at: Self.provider)
                    .run(in: example.office, as: example.actor(.administrator))
            }
            await #expect(throws: AccessRefused.signInFirst) {
                try await link.run(in: example.office, as: .nobody)
            }
            try await link.run(in: example.office, as: example.actor(.administrator))
            let bound = try #require(try await show(reader, example).link)
            #expect(bound.subject == "p-1" && bound.linkedBy == example.accounts[.administrator]?.id)
            await #expect(throws: AccessRefused.notAllowed) {
                try await UnlinkOpenID(account: reader, at: Self.provider).run(
                    in: example.office, as: example.actor(.planner))
            }
            try await UnlinkOpenID(account: reader, at: Self.provider).run(
                in: example.office, as: example.actor(.reader))
            #expect(try await show(reader, example).link == nil)
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `One person is one account, and one account one person`(engine: TestDatabase.Engine) async throws {
        try await withOffice(engine) { example async throws in
            let administrator = example.actor(.administrator)
            func link(_ role: Role, _ subject: String) async throws {
                try await LinkOpenID(account: id(role, example), subject: subject, at: Self.provider).run(
                    in: example.office, as: administrator)
            }
            try await link(.reader, "p-1")
            await #expect(throws: OpenIDRefused.personTaken) { try await link(.member, "p-1") }
            await #expect(throws: OpenIDRefused.accountTaken) { try await link(.reader, "p-2") }
            // Identifiers are compared letter for letter.
            try await link(.member, "P-1")
            for subject in ["", "a b", "ạ", String(repeating: "x", count: 256)] {
                await #expect(throws: OpenIDRefused.badSubject) { try await link(.planner, subject) }
            }
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `An address waits for one account, for thirty days`(engine: TestDatabase.Engine) async throws {
        try await withOffice(engine) { example async throws in
            func invite(_ role: Role, _ email: String) async throws {
                try await InviteOpenID(account: id(role, example), email: email, at: Self.provider).run(
                    in: example.office, as: example.actor(.administrator))
            }
            try await invite(.reader, "Lan@Tinh.vn")
            await #expect(throws: OpenIDRefused.emailTaken) { try await invite(.member, "lan@tinh.vn") }
            // Another word about the same account replaces the one before.
            try await invite(.reader, "minh@tinh.vn")
            try await invite(.member, "lan@tinh.vn")
            #expect(try await show(id(.reader, example), example).invitation?.email == "minh@tinh.vn")
            for email in ["", "@", "a@", "@b", "a b@c", "a@b@c", "lan@tỉnh.vn", "ĺan@tinh.vn"] {
                await #expect(throws: OpenIDRefused.badEmail) { try await invite(.planner, email) }
            }
            example.clock.advance(30 * 86_400)
            #expect(try await show(id(.reader, example), example).invitation == nil)
            try await invite(.planner, "minh@tinh.vn")
        }
    }

    @Test func `A flow is one browser's, one purpose's, and for ten minutes`() throws {
        let start = Date(timeIntervalSince1970: 1_763_700_000)
        let flow = OpenIDFlow(Token(random: [UInt8](repeating: 7, count: 32)), at: start)
        let other = OpenIDFlow(Token(random: [UInt8](repeating: 8, count: 32)), at: start)
        #expect(OpenIDFlow(cookie: flow.cookie, at: start.addingTimeInterval(600)) == flow)
        #expect(OpenIDFlow(cookie: flow.cookie, at: start.addingTimeInterval(601)) == nil)
        #expect(OpenIDFlow(cookie: flow.cookie, at: start.addingTimeInterval(-61)) == nil)
        for text in [
            "", "-", "1-2", "9223372036854775807-" + String(repeating: "a", count: 64), flow.cookie + "-",
        ] {
            #expect(OpenIDFlow(cookie: text, at: start) == nil)
        }
        let texts = [
            flow.state(.signIn), flow.state(.link(formKey: "a")), flow.state(.link(formKey: "b")), flow.nonce,
            flow.verifier, flow.challenge, other.state(.signIn), other.nonce, other.verifier,
        ]
        #expect(Set(texts).count == texts.count && texts.allSatisfy { $0.utf8.count == 43 })
        #expect(flow.isState(flow.state(.signIn), .signIn))
        #expect(!flow.isState(flow.state(.signIn), .link(formKey: "a")) && !flow.isState("", .signIn))
    }

    @Test(arguments: [
        ("https://sso.example.vn/realms/tinh", true), ("http://localhost:8080", true),
        ("http://127.0.0.1:1", true),
        ("http://sso.example.vn", false), ("https://sso.example.vn#x", false),
        ("https://a@sso.example.vn", false),
        ("ftp://sso.example.vn", false), ("https://", false), ("", false), ("https://sso example", false),
        ("http://localhost.evil.example", false), ("http://127.0.0.1.evil.example", false),
    ])
    func `A provider is spoken to in secret, but on this machine`(address: String, isUsable: Bool) {
        #expect(OpenIDSettings.isUsable(address) == isUsable)
    }
}
