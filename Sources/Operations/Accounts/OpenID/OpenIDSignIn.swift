package import Domain
import Foundation
import SQL
import Store
import Trust

/// Tells where a browser goes to sign in by the provider.
package struct BeginOpenIDSignIn: Operation {
    private let provider: OpenIDProvider
    private let flow: OpenIDFlow
    private let redirect: String

    /// - Parameter redirect: our own public address to which the answer comes.
    package init(_ provider: OpenIDProvider, _ flow: OpenIDFlow, redirect: String) {
        self.provider = provider
        self.flow = flow
        self.redirect = redirect
    }

    package func run(in office: Office, as actor: Actor) async throws -> String {
        try await provider.authorizationAddress(flow, .signIn, redirect: redirect)
    }
}

/// The provider's answer as the browser brings it, once its `state` was found to be this browser's.
package struct OpenIDAnswer: Sendable {
    package var code: String
    /// Who sends it, where it says so.
    package var issuer: String?
    /// The address that it came to.
    package var redirect: String

    package init(code: String, issuer: String?, redirect: String) {
        self.code = code
        self.issuer = issuer
        self.redirect = redirect
    }
}

/// Signs in whoever the provider says it is, if an account is bound to that person.
///
/// Makes no accounts and gives no rights; see docs/decisions/0009.
package struct SignInByOpenID: Operation {
    private let provider: OpenIDProvider
    private let flow: OpenIDFlow
    private let answer: OpenIDAnswer
    private let address: String

    /// - Parameter address: the client's address as text, for the throttle.
    package init(_ provider: OpenIDProvider, _ flow: OpenIDFlow, _ answer: OpenIDAnswer, address: String) {
        self.provider = provider
        self.flow = flow
        self.answer = answer
        self.address = String(address.prefix(64))
    }

    package func run(in office: Office, as actor: Actor) async throws -> SignInStep {
        let person = try await OpenIDPerson.confirmed(provider, flow, answer, from: address, in: office)
        let token = office.newToken()
        let now = office.now()
        let settings = provider.settings
        let sessions = office.sessions
        // Refusals come back as values: the flow is over all the same, and that must be kept.
        let step = try await office.pool.write { [flow] db -> Swift.Result<SignInStep, OpenIDRefused> in
            guard try OpenIDPerson.finish(flow, at: now, in: db) else { return .failure(.over) }
            guard let account = try Self.account(of: person, at: settings.issuer, now, in: db) else {
                return .failure(.notLinked)
            }
            let asks = account.hasSecondFactor && !settings.isStrong(person)
            try db.insert(
                SessionRecord(
                    tokenDigest: token.digest, account: account.id, stage: asks ? .secondFactor : .open,
                    way: .openID, createdAt: now, lastSeenAt: now))
            if asks { return .success(.secondFactor(token: token.text)) }
            try SignInTries.sweep(at: now, rules: sessions, in: db)
            try Office.record(
                "SignIn", "account", account.id.rawValue,
                ["way": "openid", "secondFactor": settings.isStrong(person) ? "provider" : nil],
                by: .account(account.id, roles: []), at: now, in: db)
            return .success(.signedIn(token: token.text))
        }
        return try step.get()
    }

    /// The active account that is bound to the person, or is bound now by an administrator's word about the address.
    private static func account(of person: IDToken, at issuer: String, _ now: Date, in db: Database) throws
        -> Account?
    {
        func active(_ id: Account.ID) throws -> Account? {
            guard let account = try db.accountRecord(id)?.account, !account.isDisabled else { return nil }
            return account
        }
        if let link = try db.openIDLink(issuer, subject: person.subject) {
            guard let account = try active(link.account) else { return nil }
            try db.touch(link, at: now)
            return account
        }
        guard let email = person.verifiedEmail.flatMap(OpenIDPerson.emailKey),
            let invitation = try db.openIDInvitation(issuer, email: email), invitation.expiresAt > now,
            let account = try active(invitation.account),
            try db.openIDLink(issuer, of: account.id) == nil
        else { return nil }
        let link = OpenIDLink(
            issuer: issuer, subject: person.subject, account: account.id, linkedAt: now,
            linkedBy: invitation.madeBy, lastUsedAt: now)
        try OpenIDPerson.bind(link, how: "email", by: .account(account.id, roles: []), at: now, in: db)
        return account
    }
}

extension OpenIDSettings {
    /// Whether the provider says that it asked for more than a password (RFC 8176: `mfa`).
    func isStrong(_ person: IDToken) -> Bool {
        person.methods.contains("mfa") || (strongContext != nil && person.context == strongContext)
    }
}

/// Steps that every answer of a provider goes through.
enum OpenIDPerson {
    /// Exchanges the code for whom the provider says it is; counts what is wrong for the address it came from.
    static func confirmed(
        _ provider: OpenIDProvider, _ flow: OpenIDFlow, _ answer: OpenIDAnswer, from address: String,
        in office: Office
    ) async throws -> IDToken {
        let now = office.now()
        try await office.pool.read { db in
            try SignInTries.refuseWhileWaiting(address: address, at: now, in: db)
        }
        do {
            return try await provider.person(
                flow, code: answer.code, issuer: answer.issuer, redirect: answer.redirect, at: office.now())
        } catch {
            switch error {
            case .untrusted, .codeRefused:
                try await office.pool.write { db in
                    let throttle = try db.throttle(.address, address)
                    try db.save(throttle.afterFailure(at: now), for: address)
                }
            default: break
            }
            throw error
        }
    }

    /// Ends a flow; false where it was ended before.
    ///
    /// Throws away those that nobody can send again.
    static func finish(_ flow: OpenIDFlow, at now: Date, in db: Database) throws -> Bool {
        let kept = TimeInterval(2 * OpenIDFlow.patienceSeconds)
        try db.deleteOpenIDFlows(usedBefore: now.addingTimeInterval(-kept))
        return try db.useOpenIDFlow(flow.digest, at: now)
    }

    /// Binds and writes it down; whatever invitation waited for the account is done with.
    ///
    /// The ledger, which keeps for ever, holds a digest of the identifier: some providers use a person's number.
    static func bind(_ link: OpenIDLink, how: String, by actor: Actor, at now: Date, in db: Database) throws {
        try db.deleteOpenIDInvitation(link.issuer, of: link.account)
        try db.insert(link)
        try Office.record(
            "LinkOpenID", "account", link.account.rawValue,
            ["issuer": link.issuer, "person": digest(link.subject), "how": how], by: actor, at: now, in: db)
    }

    static func digest(_ subject: String) -> String {
        String(Hexadecimal.encode(SHA256.digest("loa-openid-person:" + subject)).prefix(16))
    }

    /// An address as addresses are compared, in lower case; nil where it is none.
    ///
    /// Letters beyond ASCII are not taken: which of them are alike, two programs see differently.
    static func emailKey(_ text: String) -> String? {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard (3...254).contains(text.utf8.count), text.utf8.allSatisfy({ 0x21...0x7E ~= $0 }),
            parts.count == 2, parts.allSatisfy({ !$0.isEmpty })
        else { return nil }
        return text.lowercased()
    }
}
