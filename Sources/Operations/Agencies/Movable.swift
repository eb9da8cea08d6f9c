package import Domain
package import Foundation
package import SQL
import Store

/// Something that an agency has and that goes to whoever takes over: tasks, roles, posts, feeds, duties.
///
/// A new topic adds its own to ``Movables/all``; the preview and the move then know it.
package protocol Movable: Sendable {
    /// The first word of its things' names in shares, such as `task`.
    var kind: String { get }
    var vietnamese: String { get }
    var english: String { get }
    /// What a person should know before; nil where they simply go over.
    var note: MovableNote? { get }

    /// How many things the agency has.
    func count(of agency: Agency.ID, in db: Database) throws -> Int
    /// Some of them, for a person who shares them out one by one.
    func things(of agency: Agency.ID, limit: Int, in db: Database) throws -> [MovableThing]
    /// Hands all of them over; returns how many went.
    func move(_ move: AgencyMove, in db: Database) throws -> Int
}

extension Movable {
    package var note: MovableNote? { nil }
}

/// A sentence about what becomes of some things.
package struct MovableNote: Sendable, Hashable {
    package var vietnamese: String
    package var english: String

    package init(_ vietnamese: String, _ english: String) {
        self.vietnamese = vietnamese
        self.english = english
    }
}

/// One thing that may be given to one successor or another.
package struct MovableThing: Sendable, Hashable, Identifiable {
    package var id: String
    /// What a person knows it by; in Vietnamese, as the document has it.
    package var label: String

    package init(id: String, label: String) {
        self.id = id
        self.label = label
    }
}

/// The way of an agency's things to its successors.
package struct AgencyMove: Sendable {
    package var from: Agency.ID
    package var takers: [Agency.ID]
    package var shares: [String: Agency.ID]
    /// Who takes what isn't shared out.
    package var remainder: Agency.ID
    /// The first day of the new order.
    package var day: CalendarDay
    package var now: Date
    package var actor: Actor
    package var reorganisation: Reorganisation.ID

    /// Who takes a thing of a kind.
    package func taker(of kind: String, _ id: String) -> Agency.ID {
        shares["\(kind) \(id)"] ?? remainder
    }
}

/// All that moves in a reorganisation.
package enum Movables {
    /// - Parameter now: tokens that have run out by then have nothing to lose.
    package static func all(at now: Date) -> [any Movable] {
        [
            MovableTasks(), MovableContributions(), MovablePlans(), MovableRoles(), MovablePosts(),
            MovableUnits(), MovableFeeds(), MovableWebhooks(), MovableTokens(now: now),
        ]
    }
}

/// Open tasks, whoever leads or coordinates.
struct MovableTasks: Movable {
    static let kindName = "task"
    let kind = Self.kindName
    let vietnamese = "Nhiệm vụ chưa xong"
    let english = "Open tasks"

    func count(of agency: Agency.ID, in db: Database) throws -> Int {
        try db.countOpenTasks(ofAgency: agency)
    }

    func things(of agency: Agency.ID, limit: Int, in db: Database) throws -> [MovableThing] {
        try db.openTasks(ofAgency: agency, limit: limit).map { .init(id: $0.id.rawValue, label: $0.text) }
    }

    func move(_ move: AgencyMove, in db: Database) throws -> Int {
        let leaving = try db.openAssignees(ofAgency: move.from)
        let present = try db.assignees(of: leaving.map(\.task))
        var new: [Assignee] = []
        for one in leaving {
            let taker = move.taker(of: kind, one.task.rawValue)
            let acts = (present[one.task] ?? []).contains {
                $0.agency == taker && $0.role == one.role && $0.partyPosition == one.partyPosition
            }
            if !acts {
                new.append(
                    Assignee(
                        task: one.task, role: one.role, partyPosition: one.partyPosition, agency: taker,
                        named: one.named ?? move.from, from: max(move.day, one.from), assignedAt: move.now,
                        assignedBy: move.actor.accountID, reorganisation: move.reorganisation))
            }
            try db.end(one, on: move.day.adding(days: -1))
        }
        try db.insert(new)
        return Set(leaving.map(\.task)).count
    }
}

/// Plans and drafts that the agency keeps.
struct MovablePlans: Movable {
    let kind = "plan"
    let vietnamese = "Kế hoạch và văn bản đang xử lý"
    let english = "Plans and drafts"

    func count(of agency: Agency.ID, in db: Database) throws -> Int {
        try db.livePlans(ofAgency: agency).count
    }

    func things(of agency: Agency.ID, limit: Int, in db: Database) throws -> [MovableThing] {
        try db.livePlans(ofAgency: agency).prefix(limit).map { .init(id: $0.id.rawValue, label: $0.title) }
    }

    func move(_ move: AgencyMove, in db: Database) throws -> Int {
        try db.livePlans(ofAgency: move.from).count { plan in
            try db.move(plan.id, to: move.taker(of: kind, plan.id.rawValue))
        }
    }
}

/// Roles of accounts.
struct MovableRoles: Movable {
    let kind = "account"
    let vietnamese = "Tài khoản có vai trò"
    let english = "Accounts with roles"

    func count(of agency: Agency.ID, in db: Database) throws -> Int {
        Set(try db.roleGrants(in: agency).map(\.account)).count
    }

    func things(of agency: Agency.ID, limit: Int, in db: Database) throws -> [MovableThing] {
        let accounts = Set(try db.roleGrants(in: agency).map(\.account))
        let names = try db.displayNames(of: accounts)
        return accounts.sorted().prefix(limit).map { .init(id: $0.rawValue, label: names[$0] ?? "–") }
    }

    func move(_ move: AgencyMove, in db: Database) throws -> Int {
        let grants = try db.roleGrants(in: move.from)
        for grant in grants {
            let taker = move.taker(of: kind, grant.account.rawValue)
            try db.grant(RoleGrant(account: grant.account, agency: taker, role: grant.role), at: move.now)
            _ = try db.revoke(grant)
        }
        return Set(grants.map(\.account)).count
    }
}

/// Focal points and deputies, for reminders go on; the head and other posts end with the agency.
struct MovablePosts: Movable {
    let kind = "post"
    let vietnamese = "Đầu mối theo dõi"
    let english = "Focal points"

    private func posts(of agency: Agency.ID, in db: Database) throws -> [Post] {
        try db.posts(of: agency).filter { [.focalPoint, .deputyFocalPoint].contains($0.kind) }
    }

    func count(of agency: Agency.ID, in db: Database) throws -> Int { try posts(of: agency, in: db).count }

    func things(of agency: Agency.ID, limit: Int, in db: Database) throws -> [MovableThing] {
        let holders = Dictionary(grouping: try db.holders(of: [agency]), by: \.post.id)
        return try posts(of: agency, in: db).prefix(limit).map { post in
            let name = holders[post.id]?.first?.person.name
            return .init(
                id: post.id.rawValue, label: [post.title, name].compactMap { $0 }.joined(separator: ": "))
        }
    }

    /// A person's time in the old post ends; the same person goes on in a post of the successor.
    func move(_ move: AgencyMove, in db: Database) throws -> Int {
        let last = move.day.adding(days: -1)
        let holders = try db.holders(of: [move.from]).filter {
            $0.until == nil || $0.until.map { $0 > last } == true
        }
        for post in try db.posts(of: move.from) { try db.endHolders(of: post.id, before: move.day) }
        var moved = 0
        for post in try posts(of: move.from, in: db) {
            guard let holder = holders.first(where: { $0.post.id == post.id }) else { continue }
            let taker = move.taker(of: kind, post.id.rawValue)
            let new = Post(
                id: Post.ID("\(post.id)-\(move.day)"), agency: taker, kind: post.kind, title: post.title)
            try db.insert(new, at: move.now)
            try db.insert(
                PostHolder(
                    id: PostHolder.ID("\(holder.id)-\(move.day)"), post: new, person: holder.person,
                    from: max(move.day, holder.from), until: holder.until))
            moved += 1
        }
        return moved
    }
}

/// Units below the agency that go on.
struct MovableUnits: Movable {
    let kind = "agency"
    let vietnamese = "Đơn vị trực thuộc"
    let english = "Units below"

    private func units(of agency: Agency.ID, in db: Database) throws -> [Agency] {
        try db.liveAgencies(below: agency)
    }

    func count(of agency: Agency.ID, in db: Database) throws -> Int { try units(of: agency, in: db).count }

    func things(of agency: Agency.ID, limit: Int, in db: Database) throws -> [MovableThing] {
        try units(of: agency, in: db).prefix(limit).map { .init(id: $0.id.rawValue, label: $0.name) }
    }

    func move(_ move: AgencyMove, in db: Database) throws -> Int {
        let units = try units(of: move.from, in: db).filter { !move.takers.contains($0.id) }
        for var unit in units {
            unit.parent = move.taker(of: kind, unit.id.rawValue)
            try db.update(unit)
        }
        return units.count
    }
}

/// The agency's private address of its calendar: whoever reads it sees the successor's days.
struct MovableFeeds: Movable {
    let kind = "feed"
    let vietnamese = "Địa chỉ lịch của cơ quan"
    let english = "The agency's calendar address"

    func count(of agency: Agency.ID, in db: Database) throws -> Int {
        try db.calendarFeed(of: .agency(agency)) == nil ? 0 : 1
    }

    /// There is one, named by its agency: the address itself is known to its readers alone.
    func things(of agency: Agency.ID, limit: Int, in db: Database) throws -> [MovableThing] {
        try count(of: agency, in: db) == 0 ? [] : [.init(id: agency.rawValue, label: vietnamese)]
    }

    func move(_ move: AgencyMove, in db: Database) throws -> Int {
        try db.moveCalendarFeed(from: move.from, to: move.taker(of: kind, move.from.rawValue)) ? 1 : 0
    }
}
