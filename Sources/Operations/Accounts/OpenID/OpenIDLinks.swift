package import Domain
import Foundation
import SQL
package import Store
import Trust

/// Tells where a browser goes to bind a person at the provider to one's own account; asks for the password, because a
/// session left open must not be enough to leave a way in for somebody else.
package struct BeginOwnOpenIDLink: Operation {
    private let provider: OpenIDProvider
    private let flow: OpenIDFlow
    private let formKey: String
    private let password: String
    private let redirect: String

    /// - Parameter formKey: of the session that asks.
    package init(
        _ provider: OpenIDProvider, _ flow: OpenIDFlow, formKey: String, password: String, redirect: String
    ) {
        self.provider = provider
        self.flow = flow
        self.formKey = formKey
        self.password = password
        self.redirect = redirect
    }

    package func run(in office: Office, as actor: Actor) async throws -> String {
        guard let id = actor.accountID else { throw AccessRefused.signInFirst }
        let issuer = provider.settings.issuer
        let record = try await office.pool.read { db in
            try Office.require(.changeOwnPassword, by: actor, on: .init(owner: id))
            if try db.openIDLink(issuer, of: id) != nil { throw OpenIDRefused.accountTaken }
            return try db.accountRecord(id)
        }
        guard let record else { throw NotFound.account }
        guard password.utf8.count <= PasswordRules.longestBytes,
            try await office.passwords.verify(password, against: record.passwordHash)
        else { throw OpenIDRefused.wrongPassword }
        return try await provider.authorizationAddress(flow, .link(formKey: formKey), redirect: redirect)
    }
}

/// Binds whoever the provider says it is to one's own account.
package struct LinkOwnOpenID: Operation {
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

    package func run(in office: Office, as actor: Actor) async throws {
        guard let id = actor.accountID else { throw AccessRefused.signInFirst }
        let person = try await OpenIDPerson.confirmed(provider, flow, answer, from: address, in: office)
        let now = office.now()
        let issuer = provider.settings.issuer
        let refused = try await office.pool.write { [flow] db -> OpenIDRefused? in
            try Office.require(.changeOwnPassword, by: actor, on: .init(owner: id))
            guard try OpenIDPerson.finish(flow, at: now, in: db) else { return .over }
            if let refused = try OpenIDLinks.refusal(issuer, person.subject, id, in: db) { return refused }
            let link = OpenIDLink(
                issuer: issuer, subject: person.subject, account: id, linkedAt: now, linkedBy: id)
            try OpenIDPerson.bind(link, how: "own", by: actor, at: now, in: db)
            return nil
        }
        if let refused { throw refused }
    }
}

/// An administrator binds an account to a person whose identifier at the provider is known.
package struct LinkOpenID: Operation {
    private let issuer: String
    private let subject: String
    private let account: Account.ID

    package init(account: Account.ID, subject: String, at provider: OpenIDProvider) {
        issuer = provider.settings.issuer
        self.subject = subject
        self.account = account
    }

    package func run(in office: Office, as actor: Actor) async throws {
        guard (1...255).contains(subject.utf8.count), subject.utf8.allSatisfy({ 0x21...0x7E ~= $0 }) else {
            throw OpenIDRefused.badSubject
        }
        let now = office.now()
        try await office.pool.write { [issuer, subject, account] db in
            try OpenIDLinks.requireReach(account, by: actor, in: db)
            if let refused = try OpenIDLinks.refusal(issuer, subject, account, in: db) { throw refused }
            let link = OpenIDLink(
                issuer: issuer, subject: subject, account: account, linkedAt: now, linkedBy: actor.accountID)
            try OpenIDPerson.bind(link, how: "subject", by: actor, at: now, in: db)
        }
    }
}

/// An administrator says by which verified address an account's person will come the first time.
package struct InviteOpenID: Operation {
    /// After so long nobody remembers who was meant.
    package static let lifetimeDays = 30

    private let issuer: String
    private let email: String
    private let account: Account.ID

    package init(account: Account.ID, email: String, at provider: OpenIDProvider) {
        issuer = provider.settings.issuer
        self.email = email
        self.account = account
    }

    package func run(in office: Office, as actor: Actor) async throws {
        guard let email = OpenIDPerson.emailKey(email) else { throw OpenIDRefused.badEmail }
        let now = office.now()
        try await office.pool.write { [issuer, account] db in
            try OpenIDLinks.requireReach(account, by: actor, in: db)
            if try db.openIDLink(issuer, of: account) != nil { throw OpenIDRefused.accountTaken }
            try db.deleteOpenIDInvitations(expiredBefore: now)
            try db.deleteOpenIDInvitation(issuer, of: account)
            if try db.openIDInvitation(issuer, email: email) != nil { throw OpenIDRefused.emailTaken }
            try db.insert(
                OpenIDInvitation(
                    issuer: issuer, email: email, account: account, madeAt: now, madeBy: actor.accountID,
                    expiresAt: now.addingTimeInterval(Double(Self.lifetimeDays) * 86_400)))
            try Office.record(
                "InviteOpenID", "account", account.rawValue, ["issuer": issuer], by: actor, at: now, in: db)
        }
    }
}

/// Takes the provider's way away from an account: what is bound, and what waits to be.
///
/// One's own, or as administrator. Ends the sessions that began by it, but the one in hand.
package struct UnlinkOpenID: Operation {
    private let issuer: String
    private let account: Account.ID
    private let keptToken: String?

    /// - Parameter keeping: the token of the session that stays.
    package init(account: Account.ID, at provider: OpenIDProvider, keeping: String? = nil) {
        issuer = provider.settings.issuer
        self.account = account
        keptToken = keeping
    }

    package func run(in office: Office, as actor: Actor) async throws {
        let now = office.now()
        let kept = keptToken.flatMap { Token(text: $0) }?.digest
        try await office.pool.write { [issuer, account] db in
            if actor.accountID == account {
                try Office.require(.changeOwnPassword, by: actor, on: .init(owner: account))
            } else {
                try OpenIDLinks.requireReach(account, by: actor, in: db)
            }
            let link = try db.openIDLink(issuer, of: account)
            if let link { try db.delete(link) }
            let wasInvited = try db.deleteOpenIDInvitation(issuer, of: account)
            guard link != nil || wasInvited else { return }
            try db.deleteSessions(of: account, by: .openID, except: kept)
            try Office.record(
                "UnlinkOpenID", "account", account.rawValue,
                ["issuer": issuer, "person": link.map { OpenIDPerson.digest($0.subject) }], by: actor,
                at: now,
                in: db)
        }
    }
}

/// How an account stands with the provider; for its own person or an administrator.
package struct ShowOpenIDLink: Operation {
    package struct View: Sendable, Hashable {
        /// What the operator calls the provider.
        package var providerName: String
        package var link: OpenIDLink?
        /// Only where there is no link.
        package var invitation: OpenIDInvitation?
    }

    private let settings: OpenIDSettings
    private let account: Account.ID

    package init(account: Account.ID, at provider: OpenIDProvider) {
        settings = provider.settings
        self.account = account
    }

    package func run(in office: Office, as actor: Actor) async throws -> View {
        let now = office.now()
        return try await office.pool.read { [settings, account] db in
            if actor.accountID != account {
                try AccountReach.require(.viewAccounts, of: account, by: actor, in: db)
            }
            let invitation = try db.openIDInvitation(settings.issuer, of: account)
            return View(
                providerName: settings.name, link: try db.openIDLink(settings.issuer, of: account),
                invitation: invitation.flatMap { $0.expiresAt > now ? $0 : nil })
        }
    }
}

enum OpenIDLinks {
    /// Whoever may hand over a new password may open another way in; nobody does it to themselves in this way.
    static func requireReach(_ account: Account.ID, by actor: Actor, in db: Database) throws {
        guard try db.accountRecord(account) != nil else { throw NotFound.account }
        try AccountReach.require(.resetPassword, of: account, by: actor, in: db)
    }

    /// One person is one account, and one account one person, at each provider.
    static func refusal(_ issuer: String, _ subject: String, _ account: Account.ID, in db: Database) throws
        -> OpenIDRefused?
    {
        if try db.openIDLink(issuer, of: account) != nil { return .accountTaken }
        return try db.openIDLink(issuer, subject: subject) == nil ? nil : .personTaken
    }
}
