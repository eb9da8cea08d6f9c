package import Domain
import Foundation
import SQL
import Store
import Trust

/// Whose program asks.
package struct APICaller: Sendable {
    package var token: APIToken
    package var agencyName: String
    package var actor: Actor { token.actor }
}

/// Finds the token that a request shows; refuses whatever isn't a living one.
///
/// Wrong ones are counted by address, in counts of their own: a program gone wild doesn't keep its office from
/// signing in.
package struct FindAPIToken: Operation {
    private let secret: String
    private let address: String
    /// The time of the last use is written at most so often.
    static let touchSeconds: TimeInterval = 60

    /// - Parameter address: the client's, as `ClientAddress.throttleKey` writes it.
    package init(secret: String, address: String) {
        self.secret = secret
        self.address = "api " + address.prefix(64)
    }

    package func run(in office: Office, as actor: Actor) async throws -> APICaller {
        let now = office.now()
        // What can't be a token is no guess worth counting: there are 2^256 of the right form.
        guard let token = APISecret.token(in: secret) else { throw APIRefused.tokenWrong }
        let found = try await office.pool.read { [address] db -> APICaller? in
            if try db.throttle(.address, address).waitSeconds(at: now) > 0 { throw APIRefused.tooManyWrong }
            guard let known = try db.apiToken(digest: APISecret.digest(token)), known.isAlive(at: now),
                let agency = try db.agency(known.agency), agency.exists(on: CalendarDay(inVietnamAt: now))
            else { return nil }
            return APICaller(token: known, agencyName: agency.name)
        }
        guard let found else {
            try await office.pool.write { [address] db in
                try db.save(try db.throttle(.address, address).afterFailure(at: now), for: address)
            }
            throw APIRefused.tokenWrong
        }
        if now.timeIntervalSince(found.token.lastUsedAt ?? .distantPast) >= Self.touchSeconds {
            try await office.pool.write { db in try db.touch(found.token.id, at: now) }
        }
        return found
    }
}
