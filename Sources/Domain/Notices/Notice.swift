package import Foundation

/// That somebody is told of something; once for each subject, rule, day and recipient.
package struct Notice: Hashable, Sendable, Identifiable {
    package typealias ID = Identifier<Notice>

    package var id: ID
    package var rule: NoticeRule
    /// The task, contribution or letter that it is about, or the plan, the agency and the entry of the ledger.
    package var subject: String
    package var plan: Plan.ID
    package var task: Plan.Task.ID?
    /// For which agency the recipient is told.
    package var agency: Agency.ID?
    /// The day on which the subject is due (or silent from), or on which it happened.
    package var day: CalendarDay
    /// Of how many tasks it tells, where it tells of an agency's new ones.
    package var tasks: Int?
    package var recipient: NoticeRecipient
    package var madeAt: Date
    package var readAt: Date?

    package init(
        id: ID, rule: NoticeRule, subject: String, plan: Plan.ID, task: Plan.Task.ID?, agency: Agency.ID?,
        day: CalendarDay, tasks: Int? = nil, recipient: NoticeRecipient, madeAt: Date, readAt: Date? = nil
    ) {
        self.id = id
        self.rule = rule
        self.subject = subject
        self.plan = plan
        self.task = task
        self.agency = agency
        self.day = day
        self.tasks = tasks
        self.recipient = recipient
        self.madeAt = madeAt
        self.readAt = readAt
    }
}

/// Whom a notice is for: an account's inbox, or, of somebody who can't sign in, only a mail address.
package enum NoticeRecipient: Hashable, Sendable {
    case account(Account.ID)
    case person(Person.ID)

    /// One text for the unique key.
    package var key: String {
        switch self {
        case .account(let id): "account:" + id.rawValue
        case .person(let id): "person:" + id.rawValue
        }
    }

    package var account: Account.ID? { if case .account(let id) = self { id } else { nil } }
    package var person: Person.ID? { if case .person(let id) = self { id } else { nil } }

    package init?(account: Account.ID?, person: Person.ID?) {
        if let account {
            self = .account(account)
        } else if let person {
            self = .person(person)
        } else {
            return nil
        }
    }
}

/// Who can be told of an agency's work on a day.
package struct NoticeLadder: Sendable {
    package var holders: [PostHolder]
    /// Accounts that work for the agency; told where no post of it is held.
    package var members: [Account.ID]
    package var planners: [Account.ID]
    /// Disabled accounts: as if they weren't there.
    package var absent: Set<Account.ID>

    package init(
        holders: [PostHolder], members: [Account.ID], planners: [Account.ID], absent: Set<Account.ID> = []
    ) {
        self.holders = holders
        self.members = members
        self.planners = planners
        self.absent = absent
    }

    /// Whoever stands on some rungs, each once.
    ///
    /// An empty rung gives its notice to the next one that anybody stands on: a task of an agency without a focal
    /// point reaches its deputy, else its head, else its accounts, else the planner.
    ///
    /// - Parameter reachesPlanner: false where the planner isn't to be told for want of others.
    package func recipients(on rungs: [Rung], reachesPlanner: Bool = true) -> [NoticeRecipient] {
        var result: [NoticeRecipient] = []
        func add(_ some: [NoticeRecipient]) {
            for one in some where !result.contains(one) { result.append(one) }
        }
        for rung in rungs.sorted() {
            var climbing = Rung.allCases.filter { $0 >= rung }[...]
            var found: [NoticeRecipient] = []
            while found.isEmpty, let next = climbing.popFirst() {
                if next == .planner, rung != .planner { found = present(members) }
                if found.isEmpty, reachesPlanner || next != .planner || rung == .planner {
                    found = standing(on: next)
                }
            }
            add(found)
        }
        return result
    }

    private func standing(on rung: Rung) -> [NoticeRecipient] {
        guard let post = rung.post else { return present(planners) }
        return holders.filter { $0.post.kind == post }.compactMap { holder in
            if let account = holder.person.account { return present([account]).first }
            // Without an account there is nothing but mail.
            return holder.person.email == nil ? nil : .person(holder.person.id)
        }
    }

    private func present(_ accounts: [Account.ID]) -> [NoticeRecipient] {
        accounts.filter { !absent.contains($0) }.map { .account($0) }
    }
}
