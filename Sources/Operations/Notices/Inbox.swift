package import Domain
import Foundation
import SQL
package import Store

/// An account's own inbox.
package struct ShowInbox: Operation {
    package static let limit = 200

    package init() {}

    package func run(in office: Office, as actor: Actor) async throws -> [NoticeRow] {
        guard let account = actor.accountID else { throw AccessRefused.signInFirst }
        return try await office.pool.read { db in
            try db.notices(of: account, limit: Self.limit).map(\.masked)
        }
    }
}

/// How many notices an account hasn't read, up to ``bound``.
package struct CountUnread: Operation {
    package static let bound = 100

    package init() {}

    package func run(in office: Office, as actor: Actor) async throws -> Int {
        guard let account = actor.accountID else { return 0 }
        return try await office.pool.read { db in try db.unreadNotices(of: account, upTo: Self.bound) }
    }
}

/// Marks own notices as read, or takes that back.
package struct MarkNotices: Operation {
    package enum Change: Sendable, Hashable {
        case read(Notice.ID)
        case readAll
        /// Those that were marked at an instant, milliseconds since 1970.
        case undo(Int64)
    }

    private let change: Change

    package init(_ change: Change) {
        self.change = change
    }

    /// The instant to undo it by, milliseconds since 1970; nil where nothing was changed.
    package func run(in office: Office, as actor: Actor) async throws -> Int64? {
        guard let account = actor.accountID else { throw AccessRefused.signInFirst }
        let milliseconds = Int64((office.now().timeIntervalSince1970 * 1_000).rounded(.down))
        let now = Date(timeIntervalSince1970: Double(milliseconds) / 1_000)
        return try await office.pool.write { [change] db in
            let count =
                switch change {
                case .read(let id): try db.markRead([id], of: account, at: now)
                case .readAll: try db.markRead(nil, of: account, at: now)
                case .undo(let at):
                    try db.markUnread(readAt: Date(timeIntervalSince1970: Double(at) / 1_000), of: account)
                }
            guard count > 0 else { return nil }
            // Also moves the ledger's head, so that no page with the old number is shown again on any server.
            try Office.record(
                "ReadNotices", "account", account.rawValue, ["notices": String(count)], by: actor, at: now,
                in: db)
            if case .undo = change { return nil }
            return milliseconds
        }
    }
}

/// How an account is told, and whether mail reaches it.
package struct ShownNoticeSettings: Sendable {
    package var settings: NoticeSettings
    /// The address of the post that the account's person holds, used where it has none of its own.
    package var postEmail: String?
    /// The last letter that left or failed.
    package var last: Letter?
}

package struct ShowNoticeSettings: Operation {
    private let account: Account.ID

    package init(of account: Account.ID) {
        self.account = account
    }

    package func run(in office: Office, as actor: Actor) async throws -> ShownNoticeSettings {
        try await office.pool.read { [account] db in
            try NoticeAccess.require(account, by: actor, in: db)
            return ShownNoticeSettings(
                settings: try db.noticeSettings(of: account) ?? .standard,
                postEmail: try db.postEmail(of: account), last: try db.lastLetter(to: .account(account)))
        }
    }
}

/// Sets how an account is told: the account itself, or an administrator who may reset its password.
package struct SetNoticeSettings: Operation {
    private let account: Account.ID
    private let settings: NoticeSettings

    /// - Parameter settings: its address must be one that mail can be sent to as it is.
    package init(_ settings: NoticeSettings, of account: Account.ID) {
        self.settings = settings
        self.account = account
    }

    package func run(in office: Office, as actor: Actor) async throws {
        let now = office.now()
        guard settings.email.map(EmailAddress.isUsable) ?? true else { throw NoticeRefused.badAddress }
        guard (0..<1_440).contains(settings.minute) else { throw NoticeRefused.badHour }
        try await office.pool.write { [account, settings] db in
            try NoticeAccess.require(account, by: actor, in: db)
            let before = try db.noticeSettings(of: account)
            try db.save(settings, of: account)
            // The address itself is personal data, which the ledger would keep for ever.
            try Office.record(
                "SetNoticeSettings", "account", account.rawValue,
                [
                    "address": before?.email == settings.email
                        ? nil : settings.email == nil ? "removed" : "changed"
                ],
                by: actor, at: now, in: db)
        }
    }
}

enum NoticeAccess {
    static func require(_ account: Account.ID, by actor: Actor, in db: Database) throws {
        guard actor != .nobody else { throw AccessRefused.signInFirst }
        if actor.accountID == account { return }
        guard try db.accountRecord(account) != nil else { throw NotFound.account }
        let paths = try db.roleGrants(of: account).map { try db.agencyPath($0.agency) }
        let mayManage = paths.contains {
            Permission.allows(actor, .resetPassword, on: .init(agencyPath: $0, owner: account))
        }
        guard mayManage || actor == .commandLine else { throw AccessRefused.notAllowed }
    }
}

package enum NoticeRefused: Refusal, Hashable, CaseIterable {
    case badAddress, badHour

    package var code: String {
        switch self {
        case .badAddress: "notices.bad-address"
        case .badHour: "notices.bad-hour"
        }
    }

    package var vietnamese: String {
        switch self {
        case .badAddress: "Địa chỉ thư điện tử không hợp lệ."
        case .badHour: "Giờ nhận thư không hợp lệ."
        }
    }

    package var english: String {
        switch self {
        case .badAddress: "This is no mail address."
        case .badHour: "This is no time of day."
        }
    }

    package var httpStatus: Int { 422 }
}

/// Who was told what about a task or a plan, when, by which way, and what became of it.
package struct ListNotices: Operation {
    package static let limit = 300
    private let plan: Plan.ID?
    private let task: Plan.Task.ID?

    package init(about task: Plan.Task.ID) {
        self.task = task
        plan = nil
    }

    package init(ofPlan plan: Plan.ID) {
        self.plan = plan
        task = nil
    }

    package struct Record: Sendable {
        package var plan: Plan
        package var rows: [NoticeRow]
    }

    /// For whoever works for the plan's agency, and inspectors above it; about one task also for whoever acts on it.
    package func run(in office: Office, as actor: Actor) async throws -> Record {
        try await office.pool.read { [plan, task] db in
            let taskPlan = try task.map { id in
                guard let known = try db.task(id)?.plan else { throw NotFound.task }
                return known
            }
            guard let id = plan ?? taskPlan, let known = try db.planRecord(id)?.plan else {
                throw NotFound.plan
            }
            let acting = try task.map { try db.assignees(of: $0).map(\.agency) } ?? []
            let isAllowed = try ([known.agency] + acting).contains {
                Permission.allows(actor, .viewEvidence, on: .init(agencyPath: try db.agencyPath($0)))
            }
            guard isAllowed else { throw actor == .nobody ? AccessRefused.signInFirst : .notAllowed }
            return Record(
                plan: known, rows: try db.notices(about: task, of: id, limit: Self.limit).map(\.masked))
        }
    }
}
