package import Domain
package import Foundation
package import SQL

extension Post: RowDecodable {
    package init(row: Row) throws {
        self.init(
            id: try row.get("post_id"), agency: try row.get("agency_id"), kind: try row.get("kind"),
            title: try row.get("title"))
    }
}

extension Person: RowDecodable {
    package init(row: Row) throws {
        self.init(
            id: try row.get("person_id"), name: try row.get("name"), email: try row.get("email"),
            phone: try row.get("phone"), account: try row.get("account_id"))
    }
}

/// Posts, and the persons that hold them from day to day.
extension Database {
    package func insert(_ post: Post, at instant: Date) throws {
        try execute(
            """
            INSERT INTO post (post_id, agency_id, kind, title, created_at)
            VALUES (\(post.id), \(post.agency), \(post.kind), \(post.title), \(instant))
            """)
    }

    package func insert(_ person: Person, at instant: Date) throws {
        try execute(
            """
            INSERT INTO person (person_id, name, email, phone, account_id, created_at)
            VALUES (\(person.id), \(person.name), \(person.email), \(person.phone), \(person.account), \(instant))
            """)
    }

    package func insert(_ holder: PostHolder) throws {
        try execute(
            """
            INSERT INTO post_holder (post_holder_id, post_id, person_id, valid_from, valid_to)
            VALUES (\(holder.id), \(holder.post.id), \(holder.person.id), \(holder.from), \(holder.until))
            """)
    }

    package func posts(of agency: Agency.ID) throws -> [Post] {
        try all(
            Post.self,
            """
            SELECT post_id, agency_id, kind, title
            FROM post
            WHERE agency_id = \(agency)
            ORDER BY kind, created_at, post_id
            """)
    }

    package func post(_ id: Post.ID) throws -> Post? {
        try first(Post.self, "SELECT post_id, agency_id, kind, title FROM post WHERE post_id = \(id)")
    }

    package func movePosts(_ ids: [Post.ID], to agency: Agency.ID) throws {
        try execute("UPDATE post SET agency_id = \(agency) WHERE post_id IN (\(list: ids))")
    }

    /// Everyone who ever held a post in some agencies, the youngest first.
    package func holders(of agencies: [Agency.ID]) throws -> [PostHolder] {
        try rows(
            """
            SELECT post_holder.post_holder_id, post_holder.valid_from, post_holder.valid_to, post.post_id,
                post.agency_id, post.kind, post.title, person.person_id, person.name, person.email, person.phone,
                person.account_id
            FROM post
            JOIN post_holder ON post_holder.post_id = post.post_id
            JOIN person ON person.person_id = post_holder.person_id
            WHERE post.agency_id IN (\(list: agencies))
            ORDER BY post.agency_id, post_holder.valid_from DESC, post_holder.post_holder_id
            """
        ).map { row in
            PostHolder(
                id: try row.get("post_holder_id"), post: try Post(row: row), person: try Person(row: row),
                from: try row.get("valid_from"), until: try row.get("valid_to"))
        }
    }

    /// Who holds posts in some agencies on a day, in the order in which reminders climb: focal point, its deputy,
    /// head, deputies.
    package func holders(of agencies: [Agency.ID], on day: CalendarDay) throws -> [PostHolder] {
        let climb: [Post.Kind] = [.focalPoint, .deputyFocalPoint, .head, .deputy, .other]
        return try holders(of: agencies).filter { $0.holds(on: day) }.enumerated().sorted { one, other in
            let (left, right) = (
                climb.firstIndex(of: one.element.post.kind) ?? 0,
                climb.firstIndex(of: other.element.post.kind) ?? 0
            )
            return (left, one.offset) < (right, other.offset)
        }.map(\.element)
    }

    /// Whoever holds a post on a day or later holds it until the day before; one that would have begun later goes.
    package func endHolders(of post: Post.ID, before day: CalendarDay) throws {
        try execute("DELETE FROM post_holder WHERE post_id = \(post) AND valid_from >= \(day)")
        try execute(
            """
            UPDATE post_holder
            SET valid_to = \(day.adding(days: -1))
            WHERE post_id = \(post) AND (valid_to IS NULL OR valid_to >= \(day))
            """)
    }

    /// Takes a person's data out for good, on request; the posts stay, without a name.
    package func erase(_ person: Person.ID, leaving name: String) throws {
        try execute(
            """
            UPDATE person
            SET name = \(name), email = NULL, phone = NULL, account_id = NULL
            WHERE person_id = \(person)
            """)
    }

    package func person(_ id: Person.ID) throws -> Person? {
        try first(
            Person.self,
            "SELECT person_id, name, email, phone, account_id FROM person WHERE person_id = \(id)")
    }
}
