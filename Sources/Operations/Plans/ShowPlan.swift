package import Domain
package import Foundation
import SQL
package import Store
import Vietnamese

/// How a plan's life ended.
package struct PlanClosing: Sendable {
    package var at: Date?
    package var reason: String?
    /// Whoever did it, by name; nil for the command line.
    package var by: String?
    /// The plan that replaces it.
    package var successor: Plan?
    /// A plan of now from the same file, if the asker may know of it.
    package var again: Plan.ID?
}

/// Everything that the pages of a plan show.
///
/// Telephone numbers are masked.
package struct PlanView: Sendable {
    package var plan: Plan
    package var agencyName: String
    package var draft: PlanDraft
    package var conflicts: [CorrectionConflict]
    /// The document's text, as long in bytes as the stored one, so that ranges hold.
    package var text: String
    package var file: FileInfo
    /// In the order of the document; empty before the plan is issued.
    package var tasks: [Plan.Task]
    package var canUndo: Bool
    package var canRedo: Bool
    package var closing: PlanClosing?
    /// Plans that it replaced, the youngest first; ``ShowPlan/predecessorLimit`` at most.
    package var predecessors: [Plan]
    /// Parties of its tasks of which a person must still say who they are; 0 unless it is in force.
    package var openQuestions: Int
    /// What the asker may do with this plan in its present state.
    package var allowed: Set<Action>
    package var today: CalendarDay
}

/// One plan, whole.
package struct ShowPlan: Operation {
    static let predecessorLimit = 20
    private let plan: Plan.ID

    package init(plan: Plan.ID) {
        self.plan = plan
    }

    package func run(in office: Office, as actor: Actor) async throws -> PlanView {
        let today = office.today
        return try await office.pool.read { [plan] db in
            guard let record = try db.planRecord(plan) else { throw NotFound.plan }
            let subject = try Permission.Subject(record.plan, in: db)
            try PlanAccess.requireKnown(record.plan, subject, to: actor)
            let entry = try Self.entry(of: record, in: db, office.drafts)
            let tasks =
                record.plan.issuedAt == nil ? [] : try db.tasks(of: plan).map { MaskPhones.masked($0) }
            var file = record.file
            file.name = PhoneMask.masked(file.name)
            return PlanView(
                plan: Self.masked(record.plan), agencyName: try db.agency(record.plan.agency)?.name ?? "",
                draft: entry.corrected.draft, conflicts: entry.corrected.conflicts, text: entry.text,
                file: file, tasks: tasks, canUndo: entry.canUndo, canRedo: entry.canRedo,
                closing: try Self.closing(of: record, for: actor, in: db),
                predecessors: try db.plans(replacedBy: plan, limit: Self.predecessorLimit).map(Self.masked),
                openQuestions: record.plan.state == .issued ? try db.openQuestionCount(of: plan) : 0,
                allowed: Self.allowed(record.plan, subject, actor), today: today)
        }
    }

    private static func masked(_ plan: Plan) -> Plan {
        var shown = plan
        shown.title = PhoneMask.masked(plan.title)
        return shown
    }

    private static func entry(of record: PlanRecord, in db: Database, _ cache: DraftCache) throws
        -> DraftCache.Entry
    {
        let plan = record.plan
        if let kept = cache.entry(plan.id, revision: plan.revision) { return kept }
        guard let reading = try db.planReading(plan.id), let text = try db.planText(plan.id) else {
            throw NotFound.plan
        }
        let history = CorrectionHistory(all: try db.corrections(of: plan.id), head: record.correctionHead)
        var corrected = try reading.corrected(by: history.applied, of: plan, in: db)
        let known = corrected.draft.knownPhones(with: reading)
        corrected.draft = MaskPhones.masked(corrected.draft, knowing: known)
        let entry = DraftCache.Entry(
            revision: plan.revision, corrected: corrected, text: PhoneMask.masked(text, knowing: known),
            canUndo: history.canUndo, canRedo: history.canRedo)
        cache.keep(entry, of: plan.id)
        return entry
    }

    private static func closing(of record: PlanRecord, for actor: Actor, in db: Database) throws
        -> PlanClosing?
    {
        guard record.plan.state.isClosed else { return nil }
        let entry = try db.ledgerEntries(of: "plan", record.plan.id.rawValue, limit: 50).first {
            ["WithdrawPlan", "ReplacePlan"].contains($0.action)
        }
        let successor = try record.replacedBy.flatMap { try db.planRecord($0)?.plan }.map(masked)
        let again = try db.plan(of: record.plan.agency, withFile: record.plan.file)
        let isKnown = try again.map { plan in
            if plan.issuedAt != nil { return true }
            return Permission.allows(actor, .viewDraft, on: try Permission.Subject(plan, in: db))
        }
        return PlanClosing(
            at: record.closedAt, reason: record.closedReason.map { PhoneMask.masked($0) },
            by: try entry?.actor.flatMap { try db.displayNames(of: [$0])[$0] }, successor: successor,
            again: isKnown == true ? again?.id : nil)
    }

    /// Permission and state together, so that a page offers only what would be done.
    private static func allowed(_ plan: Plan, _ subject: Permission.Subject, _ actor: Actor) -> Set<Action> {
        let steps: [(Action, Plan.Event)] = [
            (.correctPlan, .correct), (.readPlanAgain, .readAgain), (.deleteDraft, .delete),
            (.purgePlan, .purge),
            (.issuePlan, .issue),
            (.withdrawPlan, .withdraw),
        ]
        var result: Set<Action> = []
        for (action, event) in steps where Plan.life.transition(from: plan.state, on: event) != nil {
            if Permission.allows(actor, action, on: subject) { result.insert(action) }
        }
        // A new draft from the same file.
        if plan.state.isClosed, Permission.allows(actor, .receiveDocument, on: subject) {
            result.insert(.receiveDocument)
        }
        for action in [Action.openFile, .exportTasks] where Permission.allows(actor, action, on: subject) {
            result.insert(action)
        }
        return result
    }
}

/// The original file.
package struct FileContent: Sendable {
    package var info: FileInfo
    package var bytes: [UInt8]
}

/// The original file of a plan; it shows what pages mask, so only its agency and its inspectors get it.
///
/// Opening it goes to the ledger, for it is the one look that shows persons' data whole; other looks at pages
/// don't. A viewer asks for one file in many pieces, so what the same account asks for again within
/// `openingSeconds`, nobody else having opened or changed the plan between, is the same opening.
package struct ShowFile: Operation {
    private let plan: Plan.ID
    static let openingSeconds: TimeInterval = 600

    package init(plan: Plan.ID) {
        self.plan = plan
    }

    package func run(in office: Office, as actor: Actor) async throws -> FileContent {
        let now = office.now()
        let (content, isOpen) = try await office.pool.read { [plan] db in
            let record = try Self.permitted(plan, to: actor, in: db)
            guard let bytes = try db.documentBytes(record.plan.file) else { throw NotFound.file }
            return (
                FileContent(info: record.file, bytes: bytes),
                try Self.isOpen(plan, to: actor, at: now, in: db)
            )
        }
        if isOpen { return content }
        // Before anything is handed out: what can't be recorded isn't shown.
        try await office.pool.write { [plan] db in
            let record = try Self.permitted(plan, to: actor, in: db)
            try Office.record(
                "OpenFile", "plan", plan.rawValue, ["file": record.plan.file], by: actor, at: now, in: db)
        }
        return content
    }

    private static func permitted(_ plan: Plan.ID, to actor: Actor, in db: Database) throws -> PlanRecord {
        guard let record = try db.planRecord(plan) else { throw NotFound.plan }
        let subject = try Permission.Subject(record.plan, in: db)
        try PlanAccess.requireKnown(record.plan, subject, to: actor)
        try Office.require(.openFile, by: actor, on: subject)
        return record
    }

    /// Whether the plan's last entry is this account's own opening of a short while ago.
    private static func isOpen(_ plan: Plan.ID, to actor: Actor, at now: Date, in db: Database) throws -> Bool
    {
        guard let last = try db.ledgerEntries(of: "plan", plan.rawValue, limit: 1).first else { return false }
        let age = now.timeIntervalSince(last.at)
        return last.action == "OpenFile" && last.actor == actor.accountID && age >= 0 && age < openingSeconds
    }
}

/// Plans that the asker may know of, the youngest first.
package struct ListPlans: Operation {
    private let search: String
    private let states: Set<Plan.State>
    private let agency: Agency.ID?
    private let mark: PageMark?
    private let limit: Int

    package init(
        search: String = "", states: Set<Plan.State> = [], agency: Agency.ID? = nil,
        after mark: PageMark? = nil,
        limit: Int = PageLimit.standard
    ) {
        self.search = search
        self.states = states
        self.agency = agency
        self.mark = mark
        self.limit = limit
    }

    package func run(in office: Office, as actor: Actor) async throws -> Page<Plan> {
        guard actor != .nobody else { throw AccessRefused.signInFirst }
        // The same reach as `viewDraft` in the table of permissions, as a condition.
        let filter = PlanFilter(
            search: search, states: states, agency: agency,
            draftAgencies: actor.agencies(
                as: Set(Role.allCases.filter { Permission.reach(of: $0, for: .viewDraft) == .agency })),
            ownDraftAgencies: actor.agencies(
                as: Set(Role.allCases.filter { Permission.reach(of: $0, for: .viewDraft) == .own })),
            draftOwner: actor.accountID, showsAllDrafts: actor == .commandLine)
        guard actor == .commandLine || !actor.roles.isEmpty else { throw AccessRefused.notAllowed }
        return try await office.pool.read { [mark, limit] db in
            try db.plans(filter, after: mark, limit: limit).map { plan in
                var shown = plan
                shown.title = PhoneMask.masked(plan.title)
                return shown
            }
        }
    }
}
