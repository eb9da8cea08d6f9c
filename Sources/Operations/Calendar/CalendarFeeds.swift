package import Domain
import Foundation
import SQL
package import Store
package import Trust
import Vietnamese

/// Makes the private address of the asker's own calendar or of an agency's; the owner's former address ends with it.
///
/// The token is told once, here; Loa itself keeps only its digest.
package struct MakeCalendarFeed: Operation {
    private let owner: CalendarFeed.Owner

    package init(of owner: CalendarFeed.Owner) {
        self.owner = owner
    }

    package func run(in office: Office, as actor: Actor) async throws -> Token {
        let now = office.now()
        let token = office.newToken()
        try await office.pool.write { [owner] db in
            try FeedAccess.require(owner, of: actor, in: db)
            try db.replace(
                CalendarFeed(owner: owner, madeAt: now, madeBy: actor.accountID), tokenDigest: token.digest)
            try FeedAccess.record("MakeCalendarFeed", owner, by: actor, at: now, in: db)
        }
        return token
    }
}

/// Ends an address at once.
package struct RevokeCalendarFeed: Operation {
    private let owner: CalendarFeed.Owner

    package init(of owner: CalendarFeed.Owner) {
        self.owner = owner
    }

    package func run(in office: Office, as actor: Actor) async throws {
        let now = office.now()
        try await office.pool.write { [owner] db in
            try FeedAccess.require(owner, of: actor, in: db)
            guard try db.deleteCalendarFeed(of: owner) else { return }
            try FeedAccess.record("RevokeCalendarFeed", owner, by: actor, at: now, in: db)
        }
    }
}

/// A feed that the asker may make or end.
package struct OwnedFeed: Sendable {
    package var owner: CalendarFeed.Owner
    /// Of the agency; nil for the asker's own.
    package var agencyName: String?
    /// Nil where there is no address.
    package var feed: CalendarFeed?
}

/// The asker's own feed and those of the agencies for which it may make one.
package struct ListCalendarFeeds: Operation {
    package init() {}

    package func run(in office: Office, as actor: Actor) async throws -> [OwnedFeed] {
        guard let account = actor.accountID else { throw AccessRefused.signInFirst }
        let register = try await office.agencyRegister()
        let today = office.today
        return try await office.pool.read { db in
            var feeds = [
                OwnedFeed(owner: .account(account), feed: try db.calendarFeed(of: .account(account)))
            ]
            let roles = Set(Role.allCases.filter { Permission.reach(of: $0, for: .managePosts) != .never })
            for agency in actor.agencies(as: roles) {
                guard register[agency] != nil else { continue }
                feeds.append(
                    OwnedFeed(
                        owner: .agency(agency), agencyName: register.fullName(of: agency, on: today),
                        feed: try db.calendarFeed(of: .agency(agency))))
            }
            return feeds
        }
    }
}

enum FeedAccess {
    /// One's own, or that of an agency whose posts one may fill: the address is the agency's as its focal point is.
    static func require(_ owner: CalendarFeed.Owner, of actor: Actor, in db: Database) throws {
        switch owner {
        case .account(let account):
            guard actor != .nobody else { throw AccessRefused.signInFirst }
            guard actor.accountID == account else { throw AccessRefused.notAllowed }
        case .agency(let agency):
            guard try db.agency(agency) != nil else { throw NotFound.agency }
            try Office.require(
                .managePosts, by: actor, on: Permission.Subject(agencyPath: try db.agencyPath(agency)))
        }
    }

    static func record(
        _ action: String, _ owner: CalendarFeed.Owner, by actor: Actor, at now: Date, in db: Database
    ) throws {
        switch owner {
        case .account(let id):
            try Office.record(action, "account", id.rawValue, [:], by: actor, at: now, in: db)
        case .agency(let id):
            try Office.record(action, "agency", id.rawValue, [:], by: actor, at: now, in: db)
        }
    }
}
