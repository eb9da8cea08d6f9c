package import Domain
import Foundation
import SQL
import Store
import Vietnamese

/// The lead begins.
package struct StartTask: Operation {
    private let task: Plan.Task.ID
    private let revision: Int

    package init(task: Plan.Task.ID, revision: Int) {
        self.task = task
        self.revision = revision
    }

    package func run(in office: Office, as actor: Actor) async throws -> Plan.Task {
        try await OpenTask.work(on: task, seen: revision, in: office, as: actor) { open, _, db in
            try open.step(.start)
            open.task.progress.reason = nil
            open.noteSign()
            try open.save("StartTask", [:], in: db)
        }
    }
}

/// The lead reports the task done; evidence is added before.
package struct SubmitTask: Operation {
    private let task: Plan.Task.ID
    private let revision: Int
    private let note: String?
    private let whyMissing: String?

    /// - Parameters:
    ///   - note: what was done, for the planner.
    ///   - whyMissing: needed while contributions asked for are open, or other leads haven't handed theirs in.
    package init(task: Plan.Task.ID, revision: Int, note: String? = nil, whyMissing: String? = nil) {
        self.task = task
        self.revision = revision
        self.note = note
        self.whyMissing = whyMissing
    }

    package func run(in office: Office, as actor: Actor) async throws -> Plan.Task {
        let note = try OpenTask.note(note)
        let why = try OpenTask.note(whyMissing)
        return try await OpenTask.work(on: task, seen: revision, in: office, as: actor) { open, agency, db in
            try open.step(.submit)
            let missing = try open.missingParts(besides: agency, in: db)
            if missing > 0, why == nil { throw TaskRefused.contributionsOpen(missing) }
            // Without a part asked for the reason is free: of coordinators that nobody asked it may say why.
            open.submit(note: note, whyMissing: why)
            let evidence = try db.evidenceCount(of: task)
            try open.save(
                "SubmitTask",
                [
                    "note": note.map { PhoneMask.masked($0) }, "evidence": String(evidence),
                    "missing": missing > 0 ? String(missing) : nil,
                    "whyMissing": why.map { PhoneMask.masked($0) },
                    "agency": agency.rawValue,
                ], in: db)
        }
    }
}

extension OpenTask {
    /// Contributions that are asked for and not handed in, and leads besides the one that have handed in nothing.
    func missingParts(besides agency: Agency.ID, in db: Database) throws -> Int {
        let parts = try db.contributions(to: task.id)
        let silentLeads = leads.filter { lead in lead != agency && !parts.contains { $0.agency == lead } }
        return parts.count { $0.agency != agency && $0.state.isPending } + silentLeads.count
    }

    mutating func submit(note: String?, whyMissing: String?) {
        task.progress.note = note
        task.progress.missingReason = whyMissing
        task.progress.reason = nil
        task.progress.submittedAt = now
        task.progress.submittedBy = actor.accountID
        noteSign()
    }
}

/// The lead takes a report back before it is judged.
package struct TakeBackTask: Operation {
    private let task: Plan.Task.ID
    private let revision: Int

    package init(task: Plan.Task.ID, revision: Int) {
        self.task = task
        self.revision = revision
    }

    package func run(in office: Office, as actor: Actor) async throws -> Plan.Task {
        try await OpenTask.work(on: task, seen: revision, in: office, as: actor) { open, _, db in
            try open.step(.takeBack)
            open.task.progress.submittedAt = nil
            open.task.progress.submittedBy = nil
            try open.save("TakeBackTask", [:], in: db)
        }
    }
}

/// Gives the task to an account of the lead agency, or (nil) back to the agency as a whole.
package struct DelegateTask: Operation {
    private let task: Plan.Task.ID
    private let revision: Int
    private let delegate: Account.ID?

    package init(task: Plan.Task.ID, revision: Int, to delegate: Account.ID?) {
        self.task = task
        self.revision = revision
        self.delegate = delegate
    }

    package func run(in office: Office, as actor: Actor) async throws -> Plan.Task {
        try await OpenTask.work(on: task, seen: revision, may: .delegateTask, in: office, as: actor) {
            open, agency, db in
            guard open.task.state.isLive else { throw TaskRefused.wrongState(open.task.state) }
            if let delegate {
                let roles = try db.roleGrants(of: delegate)
                let works = Permission.allows(
                    .account(delegate, roles: roles), .workOnTask,
                    on: try Permission.Subject(agency: agency, in: db))
                guard works, try db.accountRecord(delegate)?.account.isDisabled == false else {
                    throw TaskRefused.badDelegate
                }
            }
            open.task.progress.delegate = delegate
            try open.save("DelegateTask", ["account": delegate?.rawValue ?? "nobody"], in: db)
        }
    }
}
