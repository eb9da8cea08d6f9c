package import Domain
import Foundation
import SQL
package import Store
package import Trust
import Vietnamese

/// What a private address shows.
package struct FeedContent: Sendable {
    package var owner: CalendarFeed.Owner
    /// Of the agency, or of the account.
    package var name: String
    /// Masked; cancelled ones too, so that programs take them off.
    package var tasks: [DueTask]
    /// Of the agencies in it.
    package var agencyNames: [Agency.ID: String]
    package var today: CalendarDay
}

/// Reads the calendar of a token, without a session.
///
/// An agency that has ended shows what its successors do of its work. Nil where the token opens nothing: never given
/// out, replaced, revoked, or its account is disabled or has lost every role.
package struct ReadCalendarFeed: Operation {
    /// Days back and ahead of today.
    package static let daysBack = 92
    package static let daysAhead = 730
    package static let taskLimit = 2_000
    /// Of what is overdue for longer: the youngest.
    package static let overdueLimit = 200
    /// The time of the last reading is written at most so often.
    static let touchSeconds: TimeInterval = 3_600
    private let token: Token

    package init(token: Token) {
        self.token = token
    }

    package func run(in office: Office, as actor: Actor) async throws -> FeedContent? {
        let now = office.now()
        let today = office.today
        let register = try await office.agencyRegister()
        let digest = token.digest
        let found = try await office.pool.read { db -> (FeedContent, CalendarFeed)? in
            guard let feed = try db.calendarFeed(digest),
                let (name, agencies) = try Self.owner(feed, register, today, db)
            else { return nil }
            let days = today.adding(days: -Self.daysBack)...today.adding(days: Self.daysAhead)
            let scope = DueScope.agencies(agencies)
            var tasks: [DueTask] = try db.longOverdue(
                of: agencies, before: days.lowerBound, limit: Self.overdueLimit
            ).reversed()
            tasks += try db.dueTasks(scope, days, withCancelled: true, limit: Self.taskLimit)
            tasks += try OpenPeriods.due(scope, nil, on: today, in: db).prefix(Self.taskLimit)
            if case .account(let id) = feed.owner {
                // What was given to a colleague is the colleague's.
                tasks = tasks.filter { $0.delegate == nil || $0.delegate == id }
            }
            let names = Dictionary(
                agencies.map { ($0, register.name(of: $0, on: today)?.name ?? $0.rawValue) },
                uniquingKeysWith: { one, _ in one })
            let content = FeedContent(
                owner: feed.owner, name: name, tasks: tasks.map(\.masked), agencyNames: names, today: today)
            return (content, feed)
        }
        guard let (content, feed) = found else { return nil }
        if now.timeIntervalSince(feed.lastReadAt ?? .distantPast) >= Self.touchSeconds {
            try await office.pool.write { db in try db.touchCalendarFeed(digest, at: now) }
        }
        return content
    }

    private static func owner(
        _ feed: CalendarFeed, _ register: AgencyRegister, _ today: CalendarDay, _ db: Database
    )
        throws -> (name: String, agencies: [Agency.ID])?
    {
        switch feed.owner {
        case .agency(let id):
            let heirs = register.heirs(of: id, on: today).map(\.successor)
            return (register.name(of: id, on: today)?.name ?? id.rawValue, [id] + heirs.filter { $0 != id })
        case .account(let id):
            guard let account = try db.accountRecord(id)?.account, !account.isDisabled else { return nil }
            let agencies = Set(try db.roleGrants(of: id).map(\.agency)).sorted { $0.rawValue < $1.rawValue }
            return agencies.isEmpty ? nil : (account.displayName, agencies)
        }
    }
}
