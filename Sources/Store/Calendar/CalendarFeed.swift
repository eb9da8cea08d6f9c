package import Domain
package import Foundation
package import SQL

/// A private address of a calendar, by the digest of its token.
package struct CalendarFeed: Hashable, Sendable, RowDecodable {
    /// Whose due days it shows.
    package enum Owner: Hashable, Sendable {
        case account(Account.ID)
        case agency(Agency.ID)
    }

    package var owner: Owner
    package var madeAt: Date
    package var madeBy: Account.ID?
    /// Written at most once an hour; nil: never read.
    package var lastReadAt: Date?

    package init(owner: Owner, madeAt: Date, madeBy: Account.ID?, lastReadAt: Date? = nil) {
        self.owner = owner
        self.madeAt = madeAt
        self.madeBy = madeBy
        self.lastReadAt = lastReadAt
    }

    package init(row: Row) throws {
        let account: Account.ID? = try row.get("account_id")
        owner = try account.map { .account($0) } ?? .agency(row.get("agency_id"))
        madeAt = try row.get("made_at")
        madeBy = try row.get("made_by")
        lastReadAt = try row.get("last_read_at")
    }
}

extension Database {
    package func calendarFeed(_ tokenDigest: [UInt8]) throws -> CalendarFeed? {
        try first(
            CalendarFeed.self,
            """
            SELECT account_id, agency_id, made_at, made_by, last_read_at
            FROM calendar_feed
            WHERE token_digest = \(tokenDigest)
            """)
    }

    package func calendarFeed(of owner: CalendarFeed.Owner) throws -> CalendarFeed? {
        try first(
            CalendarFeed.self,
            """
            SELECT account_id, agency_id, made_at, made_by, last_read_at
            FROM calendar_feed
            WHERE \(Self.isOf(owner))
            """)
    }

    /// Puts an address in the place of the owner's former one.
    package func replace(_ feed: CalendarFeed, tokenDigest: [UInt8]) throws {
        _ = try deleteCalendarFeed(of: feed.owner)
        var account: Account.ID?
        var agency: Agency.ID?
        switch feed.owner {
        case .account(let id): account = id
        case .agency(let id): agency = id
        }
        try execute(
            """
            INSERT INTO calendar_feed (token_digest, account_id, agency_id, made_at, made_by)
            VALUES (\(tokenDigest), \(account), \(agency), \(feed.madeAt), \(feed.madeBy))
            """)
    }

    /// False where there was none.
    package func deleteCalendarFeed(of owner: CalendarFeed.Owner) throws -> Bool {
        try execute("DELETE FROM calendar_feed WHERE \(Self.isOf(owner))") > 0
    }

    /// The agency's address goes on as another's; where that one has an address of its own, it ends.
    ///
    /// False where the agency had none.
    package func moveCalendarFeed(from agency: Agency.ID, to taker: Agency.ID) throws -> Bool {
        if try calendarFeed(of: .agency(taker)) != nil { return try deleteCalendarFeed(of: .agency(agency)) }
        return try execute("UPDATE calendar_feed SET agency_id = \(taker) WHERE agency_id = \(agency)") > 0
    }

    package func touchCalendarFeed(_ tokenDigest: [UInt8], at instant: Date) throws {
        try execute(
            "UPDATE calendar_feed SET last_read_at = \(instant) WHERE token_digest = \(tokenDigest)")
    }

    private static func isOf(_ owner: CalendarFeed.Owner) -> SQL {
        switch owner {
        case .account(let id): "account_id = \(id)"
        case .agency(let id): "agency_id = \(id)"
        }
    }
}
