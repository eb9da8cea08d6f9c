package import Domain
import Foundation
import SQL
import Store

/// Destroys a plan of any state with all that came of it: for a leaked state secret.
///
/// The ledger keeps the time, the account, that it was purged, the class of the reason, and the plan's identifier;
/// the details of earlier entries about it are emptied (see `LedgerRedaction`). Running it again for a plan that was
/// purged already cleans the database's files once more.
package struct PurgePlan: Operation {
    private let plan: Plan.ID
    private let reason: PurgeReason

    package init(plan: Plan.ID, reason: PurgeReason) {
        self.plan = plan
        self.reason = reason
    }

    package func run(in office: Office, as actor: Actor) async throws -> PurgeOutcome {
        let now = office.now()
        try await office.pool.write { [plan, reason] db in
            guard let record = try Self.record(plan, for: actor, in: db) else { return }
            guard Plan.life.transition(from: record.plan.state, on: .purge) != nil else {
                throw PlanRefused.wrongState(record.plan.state)
            }
            try Self.destroy(
                record.plan, as: "PurgePlan", ["reason": reason.rawValue], by: actor, at: now, in: db)
        }
        office.drafts.forget(plan)
        return await Self.clean(office, isThorough: true, patience: .seconds(10))
    }

    /// The plan, if it may be purged by the actor; nil where the same hands have purged it already.
    static func record(_ plan: Plan.ID, for actor: Actor, in db: Database) throws -> PlanRecord? {
        guard let record = try db.planRecord(plan) else {
            try requirePurged(plan, by: actor, in: db)
            return nil
        }
        let subject = try Permission.Subject(record.plan, in: db)
        // An administrator sees no draft, yet may have to destroy one: who may purge may know of it.
        guard Permission.allows(actor, .purgePlan, on: subject) else {
            try PlanAccess.requireKnown(record.plan, subject, to: actor)
            throw AccessRefused.notAllowed
        }
        return record
    }

    /// Whoever purged it, and the command line, may clean again.
    private static func requirePurged(_ plan: Plan.ID, by actor: Actor, in db: Database) throws {
        let last = try db.ledgerEntries(of: "plan", plan.rawValue, limit: 1).first
        guard let last, LedgerRedaction.actions.contains(last.action),
            actor == .commandLine || (last.actor != nil && last.actor == actor.accountID)
        else { throw NotFound.plan }
    }

    /// Rows, details in the ledger, and the entry that tells of it, in the transaction in hand.
    static func destroy(
        _ plan: Plan, as action: String, _ detail: LedgerDetail, by actor: Actor, at now: Date,
        in db: Database
    ) throws {
        let redaction = try db.redactLedger(of: try db.purgedSubjects(of: plan.id))
        try db.purge(plan)
        var detail = detail
        detail.vouch(for: redaction)
        try Office.record(action, "plan", plan.id.rawValue, detail, by: actor, at: now, in: db)
    }

    /// The rows are gone for good by now: what can't be cleaned is told, not thrown.
    static func clean(_ office: Office, isThorough: Bool, patience: Duration) async -> PurgeOutcome {
        do {
            let cleaning = try await office.pool.clean(
                Database.purgedTables, isThorough: isThorough, patience: patience)
            switch cleaning {
            case .done: return .clean
            case .heldUp: return .heldUp
            }
        } catch {
            return .notCleaned
        }
    }
}

/// Whether the actor may purge a plan, so that the page that asks for the reason is shown to nobody else.
package struct PrepareToPurge: Operation {
    private let plan: Plan.ID

    package init(plan: Plan.ID) {
        self.plan = plan
    }

    package func run(in office: Office, as actor: Actor) async throws {
        if actor == .nobody { throw AccessRefused.signInFirst }
        try await office.pool.read { [plan] db in _ = try PurgePlan.record(plan, for: actor, in: db) }
    }
}

/// How far a purge reached into the database's files; the plan itself is gone in every case.
package enum PurgeOutcome: String, Sendable, Hashable, CaseIterable {
    case clean
    /// A long reading, such as a backup, kept an older state: purge again when it has ended.
    case heldUp
    /// The disk is full, or the database went away: purge again when that is mended.
    case notCleaned

    package var vietnamese: String {
        switch self {
        case .clean:
            "Đã xóa vĩnh viễn kế hoạch và dấu vết của nó trong cơ sở dữ liệu. Hãy xử lý cả các bản sao lưu."
        case .heldUp:
            "Đã xóa kế hoạch, nhưng một lượt đọc dài (như sao lưu) còn giữ dữ liệu cũ trong tệp cơ sở dữ liệu. Hãy xóa vĩnh viễn lại lần nữa khi lượt đó xong."
        case .notCleaned:
            "Đã xóa kế hoạch, nhưng chưa làm sạch được tệp cơ sở dữ liệu (hết chỗ trên đĩa hoặc mất kết nối). Hãy xóa vĩnh viễn lại lần nữa khi máy chủ bình thường."
        }
    }

    package var english: String {
        switch self {
        case .clean: "The plan and its traces in the database are destroyed. Deal with the backups as well."
        case .heldUp:
            "The plan is deleted, but a long reading, such as a backup, still holds old data in the database's files. Purge it once more when that has ended."
        case .notCleaned:
            "The plan is deleted, but the database's files couldn't be cleaned (disk full, or connection lost). Purge it once more when the server is well."
        }
    }
}

/// Removes a draft that was never issued, with its file, text, corrections and words for search.
package struct DeleteDraft: Operation {
    private let plan: Plan.ID
    private let revision: Int

    package init(plan: Plan.ID, revision: Int) {
        self.plan = plan
        self.revision = revision
    }

    package func run(in office: Office, as actor: Actor) async throws {
        let now = office.now()
        try await office.pool.write { [plan, revision] db in
            let open = try OpenDraft(plan, revision: revision, for: .deleteDraft, .delete, by: actor, in: db)
            // Neither title nor number: a draft may be deleted because it should never have been
            // brought in.
            try PurgePlan.destroy(
                open.record.plan, as: "DeleteDraft", ["from": open.record.plan.state.rawValue], by: actor,
                at: now, in: db)
        }
        office.drafts.forget(plan)
        // A reader that is slow leaves it to the next checkpoint; nobody declared this draft secret.
        _ = await PurgePlan.clean(office, isThorough: false, patience: .seconds(1))
    }
}
