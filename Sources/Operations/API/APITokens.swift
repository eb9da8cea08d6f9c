package import Domain
package import Foundation
import SQL
import Store
import Trust

/// A token with its secret, which nobody can be shown again.
package struct NewAPIToken: Sendable {
    package var token: APIToken
    /// As it stands after `Bearer`.
    package var secret: String
}

/// How a token's secret is written: a mark that scanners of source code can find, then 256 random bits.
enum APISecret {
    static let mark = "loa_"

    static func token(in text: String) -> Token? {
        text.hasPrefix(mark) ? Token(text: String(text.dropFirst(mark.count))) : nil
    }

    /// Not that of a session with the same bits.
    static func digest(_ token: Token) -> [UInt8] { SHA256.digest("loa-api-token:" + token.text) }
}

/// An administrator lets a program act as an agency.
package struct MakeAPIToken: Operation {
    private let agency: Agency.ID
    private let name: String
    private let scopes: Set<APIScope>
    private let days: Int

    /// - Parameter days: one of `APIToken.lifetimesDays`.
    package init(agency: Agency.ID, name: String, scopes: Set<APIScope>, days: Int) {
        self.agency = agency
        self.name = name
        self.scopes = scopes
        self.days = days
    }

    package func run(in office: Office, as actor: Actor) async throws -> NewAPIToken {
        guard let name = TypedText.line(name, limitBytes: APIToken.longestNameBytes) else {
            throw APIRefused.badName
        }
        guard !scopes.isEmpty else { throw APIRefused.noScope }
        guard APIToken.lifetimesDays.contains(days) else { throw APIRefused.badLifetime }
        let now = office.now()
        let secret = office.newToken()
        let id: APIToken.ID = office.newID()
        let token = APIToken(
            id: id, agency: agency, account: office.newID(), name: name, scopes: scopes, createdAt: now,
            createdBy: actor.accountID, expiresAt: now.addingTimeInterval(Double(days) * 86_400))
        // Nobody knows the password, and the account is disabled besides.
        let hash = try await office.passwords.hash(office.newToken().text, random: office.random(16))
        let account = AccountRecord(
            account: Account(
                id: token.account, name: "api.\(id)", displayName: "API: \(name)", isDisabled: true,
                createdAt: now),
            passwordHash: hash)
        try await office.pool.write { [agency] db in
            guard try db.agency(agency)?.exists(on: CalendarDay(inVietnamAt: now)) == true else {
                throw NotFound.agency
            }
            try Office.require(.manageTokens, by: actor, on: try .init(agency: agency, in: db))
            guard try db.livingTokens(of: agency, at: now) < APIToken.limit else {
                throw APIRefused.tooManyTokens
            }
            try db.insert(account)
            try db.insert(token, digest: APISecret.digest(secret))
            try Office.record(
                "MakeAPIToken", "agency", agency.rawValue,
                [
                    "token": token.id.rawValue, "tokenName": name,
                    "scopes": token.scopes.sorted().map(\.rawValue).joined(separator: " "),
                    "days": String(days),
                ], by: actor, at: now, in: db)
        }
        return NewAPIToken(token: token, secret: APISecret.mark + secret.text)
    }
}

/// Ends a token at once.
package struct RevokeAPIToken: Operation {
    private let token: APIToken.ID
    private let agency: Agency.ID

    package init(token: APIToken.ID, of agency: Agency.ID) {
        self.token = token
        self.agency = agency
    }

    package func run(in office: Office, as actor: Actor) async throws {
        let now = office.now()
        try await office.pool.write { [token, agency] db in
            try Office.require(.manageTokens, by: actor, on: try .init(agency: agency, in: db))
            guard let known = try db.apiToken(token), known.agency == agency, try db.revoke(token, at: now)
            else {
                throw APIRefused.noSuchToken
            }
            try Office.record(
                "RevokeAPIToken", "agency", agency.rawValue,
                ["token": token.rawValue, "tokenName": known.name],
                by: actor, at: now, in: db)
        }
    }
}

/// An agency's tokens with who made them, the youngest first.
package struct ListAPITokens: Operation {
    package struct Row: Sendable, Identifiable {
        package var token: APIToken
        /// Nil for the command line.
        package var maker: String?
        package var id: APIToken.ID { token.id }
    }

    package struct View: Sendable {
        package var agency: Agency
        package var rows: [Row]
        package var now: Date
    }

    package static let limit = 100
    private let agency: Agency.ID

    package init(agency: Agency.ID) {
        self.agency = agency
    }

    package func run(in office: Office, as actor: Actor) async throws -> View {
        let now = office.now()
        return try await office.pool.read { [agency] db in
            guard let known = try db.agency(agency) else { throw NotFound.agency }
            try Office.require(.manageTokens, by: actor, on: try .init(agency: agency, in: db))
            let tokens = try db.apiTokens(of: agency, limit: Self.limit)
            let names = try db.displayNames(of: Set(tokens.compactMap(\.createdBy)))
            return View(
                agency: known, rows: tokens.map { Row(token: $0, maker: $0.createdBy.flatMap { names[$0] }) },
                now: now)
        }
    }
}
