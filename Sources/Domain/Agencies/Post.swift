/// A place in an agency that a person holds for a time.
package struct Post: Hashable, Sendable, Identifiable {
    package typealias ID = Identifier<Post>

    package enum Kind: String, Codable, Sendable, CaseIterable {
        case head, deputy
        /// Whom reminders about the agency's tasks reach first.
        case focalPoint
        /// Who stands in for the focal point.
        case deputyFocalPoint
        case other
    }

    package var id: ID
    package var agency: Agency.ID
    package var kind: Kind
    /// As documents print it, such as "Phó Giám đốc".
    package var title: String

    package init(id: ID, agency: Agency.ID, kind: Kind, title: String) {
        self.id = id
        self.agency = agency
        self.kind = kind
        self.title = title
    }
}

/// Somebody who holds posts; basic personal data, kept to what work needs.
package struct Person: Hashable, Sendable, Identifiable {
    package typealias ID = Identifier<Person>

    package var id: ID
    package var name: String
    /// The address at work, for reminders.
    package var email: String?
    /// Masked on pages but for whoever manages the agency.
    package var phone: String?
    package var account: Account.ID?

    package init(id: ID, name: String, email: String? = nil, phone: String? = nil, account: Account.ID? = nil)
    {
        self.id = id
        self.name = name
        self.email = email
        self.phone = phone
        self.account = account
    }
}

/// A person in a post, from a day to a day (both included).
package struct PostHolder: Hashable, Sendable, Identifiable {
    package typealias ID = Identifier<PostHolder>

    package var id: ID
    package var post: Post
    package var person: Person
    package var from: CalendarDay
    package var until: CalendarDay?

    package init(id: ID, post: Post, person: Person, from: CalendarDay, until: CalendarDay? = nil) {
        self.id = id
        self.post = post
        self.person = person
        self.from = from
        self.until = until
    }

    package func holds(on day: CalendarDay) -> Bool { from <= day && day <= (until ?? day) }
}
