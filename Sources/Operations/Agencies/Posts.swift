package import Domain
import Foundation
import SQL
import Store

/// Puts a person into a post of an agency from a day on; whoever held it until then leaves it the day before.
package struct FillPost: Operation {
    /// A post that there is, or a new one.
    package enum Place: Sendable, Hashable {
        case post(Post.ID)
        case new(Post.Kind, title: String)
    }

    private let agency: Agency.ID
    private let place: Place
    private let name: String
    private let email: String
    private let phone: String
    private let account: Account.ID?
    private let from: CalendarDay?

    /// - Parameters:
    ///   - email: may be empty; for reminders.
    ///   - account: whoever signs in as this person.
    ///   - from: nil for today.
    package init(
        agency: Agency.ID, place: Place, name: String, email: String = "", phone: String = "",
        account: Account.ID? = nil, from: CalendarDay? = nil
    ) {
        self.agency = agency
        self.place = place
        self.name = name
        self.email = email
        self.phone = phone
        self.account = account
        self.from = from
    }

    package func run(in office: Office, as actor: Actor) async throws -> PostHolder {
        let now = office.now()
        let from = from ?? office.today
        guard from.isSensible else { throw AgencyRefused.badDay }
        guard let name = TypedText.line(name, limitBytes: 200) else { throw AgencyRefused.badPerson }
        let email = try Self.checked(
            email, limitBytes: EmailAddress.longestBytes, EmailAddress.isUsable)
        let phone = try Self.checked(phone, limitBytes: 30) { text in
            text.utf8.allSatisfy { (48...57).contains($0) || [32, 43, 45, 46].contains($0) }
        }
        let person = Person(
            id: Person.ID(office.newID(of: Person.self).rawValue), name: name, email: email, phone: phone,
            account: account)
        return try await office.pool.write { [agency, place, account] db in
            guard let home = try db.agency(agency) else { throw NotFound.agency }
            try Office.require(.managePosts, by: actor, on: try .init(agency: agency, in: db))
            guard home.exists(on: from) else { throw AgencyRefused.notThen(home.name) }
            if let account, try db.accountRecord(account) == nil { throw NotFound.account }
            let post = try Self.post(place, of: agency, office, at: now, in: db)
            try db.endHolders(of: post.id, before: from)
            try db.insert(person, at: now)
            let holder = PostHolder(id: office.newID(), post: post, person: person, from: from)
            try db.insert(holder)
            // No name: the ledger keeps for ever what a person may want erased.
            try Office.record(
                "FillPost", "agency", agency.rawValue,
                ["kind": post.kind.rawValue, "title": post.title, "from": from.description], by: actor,
                at: now,
                in: db)
            return holder
        }
    }

    private static func post(
        _ place: Place, of agency: Agency.ID, _ office: Office, at now: Date, in db: Database
    ) throws -> Post {
        switch place {
        case .post(let id):
            guard let post = try db.post(id), post.agency == agency else { throw NotFound.agency }
            return post
        case .new(let kind, let title):
            guard let title = TypedText.line(title, limitBytes: 200) else { throw AgencyRefused.badPerson }
            let post = Post(id: office.newID(), agency: agency, kind: kind, title: title)
            try db.insert(post, at: now)
            return post
        }
    }

    private static func checked(_ text: String, limitBytes: Int, _ isRight: (String) -> Bool) throws
        -> String?
    {
        if text.allSatisfy(\.isWhitespace) { return nil }
        guard let line = TypedText.line(text, limitBytes: limitBytes), isRight(line) else {
            throw AgencyRefused.badPerson
        }
        return line
    }
}

/// Ends a person's time in a post after a day.
package struct VacatePost: Operation {
    private let post: Post.ID
    private let after: CalendarDay?

    /// - Parameter after: the last day; nil for yesterday.
    package init(_ post: Post.ID, after: CalendarDay? = nil) {
        self.post = post
        self.after = after
    }

    package func run(in office: Office, as actor: Actor) async throws {
        let now = office.now()
        let last = after ?? office.today.adding(days: -1)
        guard last.isSensible else { throw AgencyRefused.badDay }
        try await office.pool.write { [post] db in
            guard let found = try db.post(post) else { throw NotFound.agency }
            try Office.require(.managePosts, by: actor, on: try .init(agency: found.agency, in: db))
            try db.endHolders(of: post, before: last.adding(days: 1))
            try Office.record(
                "VacatePost", "agency", found.agency.rawValue,
                ["kind": found.kind.rawValue, "title": found.title, "until": last.description], by: actor,
                at: now,
                in: db)
        }
    }
}

/// Erases a person's data at their request (Decree 356/2025, article 5); that somebody held the post stays.
package struct ErasePerson: Operation {
    private let agency: Agency.ID
    private let person: Person.ID

    package init(_ person: Person.ID, in agency: Agency.ID) {
        self.person = person
        self.agency = agency
    }

    package func run(in office: Office, as actor: Actor) async throws {
        let now = office.now()
        try await office.pool.write { [agency, person] db in
            try Office.require(.managePosts, by: actor, on: try .init(agency: agency, in: db))
            guard try db.holders(of: [agency]).contains(where: { $0.person.id == person }) else {
                throw NotFound.agency
            }
            try db.erase(person, leaving: "(đã xóa theo yêu cầu)")
            try Office.record(
                "ErasePerson", "agency", agency.rawValue, ["person": person.rawValue], by: actor, at: now,
                in: db)
        }
    }
}

/// Whom a reminder about an agency's tasks reaches on a day, in the order in which it climbs: focal point, its
/// deputy, head, deputies.
package struct FindContacts: Operation {
    private let agency: Agency.ID
    private let day: CalendarDay?

    package init(of agency: Agency.ID, on day: CalendarDay? = nil) {
        self.agency = agency
        self.day = day
    }

    package func run(in office: Office, as actor: Actor) async throws -> [PostHolder] {
        guard actor == .commandLine else { throw AccessRefused.notAllowed }
        let day = day ?? office.today
        return try await office.pool.read { [agency] db in try db.holders(of: [agency], on: day) }
    }
}
