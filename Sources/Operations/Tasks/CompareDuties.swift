package import Domain
import Foundation
import SQL
import Store
import Vietnamese

/// What a replacement would do to a plan's duties, for the planner to confirm.
package struct ComparedPlans: Sendable {
    package var difference: DutyDifference
    /// Every task of both plans, masked.
    package var tasks: [Plan.Task.ID: Plan.Task]
}

/// Compares an issued plan with the one that is to replace it.
package struct CompareDuties: Operation {
    private let plan: Plan.ID
    private let replacement: Plan.ID

    package init(plan: Plan.ID, replacement: Plan.ID) {
        self.plan = plan
        self.replacement = replacement
    }

    package func run(in office: Office, as actor: Actor) async throws -> ComparedPlans {
        try await office.pool.read { [plan, replacement] db in
            for id in [plan, replacement] {
                guard let known = try db.planRecord(id)?.plan else { throw NotFound.plan }
                try PlanAccess.requireKnown(known, try Permission.Subject(known, in: db), to: actor)
            }
            let old = try db.tasks(of: plan)
            let new = try db.tasks(of: replacement)
            return ComparedPlans(
                difference: DutyDifference(
                    old: old.map { ComparedDuty($0) }, new: new.map { ComparedDuty($0) }),
                tasks: Dictionary(
                    (old + new).map { ($0.id, MaskPhones.masked($0)) }, uniquingKeysWith: { one, _ in one }))
        }
    }
}

extension ComparedDuty {
    init(_ task: Plan.Task) {
        self.init(
            task: task.id, words: SearchTerms.nameKey(task.text).split(separator: " ").map(String.init),
            leads: Set(task.lead.map { PartyKey.of($0.name) }))
    }
}

/// Tasks of a replaced plan whose state, contributions and evidence go over to the plan that replaces it.
struct CarriedOver {
    private let old: Plan.ID
    private let new: Plan.ID
    private let pairs: [DutyPair]

    init(from old: Plan.ID, to new: Plan.ID, pairs: [DutyPair]) {
        self.old = old
        self.new = new
        self.pairs = pairs
    }

    func move(in office: Office, by actor: Actor, at now: Date, _ db: Database) throws {
        guard !pairs.isEmpty else { return }
        guard Set(pairs.map(\.old)).count == pairs.count, Set(pairs.map(\.new)).count == pairs.count else {
            throw TaskRefused.badPair
        }
        let tasks = try db.tasks(of: old) + db.tasks(of: new)
        let known = Dictionary(tasks.map { ($0.id, $0) }, uniquingKeysWith: { one, _ in one })
        for pair in pairs {
            guard let from = known[pair.old], from.plan == old, let to = known[pair.new], to.plan == new,
                to.state == .open
            else { throw TaskRefused.badPair }
            try move(from, to: to, in: office, by: actor, at: now, db)
        }
        try db.refreshDesks(of: pairs.map(\.new))
    }

    private func move(
        _ from: Plan.Task, to: Plan.Task, in office: Office, by actor: Actor, at now: Date, _ db: Database
    ) throws {
        var task = to
        if from.state != .cancelled {
            task.state = from.state
            task.progress.reason = from.progress.reason
            task.progress.note = from.progress.note
            task.progress.missingReason = from.progress.missingReason
            task.progress.submittedAt = from.progress.submittedAt
            task.progress.submittedBy = from.progress.submittedBy
            task.progress.endedAt = from.progress.endedAt
            task.progress.delegate = from.progress.delegate
            task.progress.lastSign = from.progress.lastSign
            task.progress.silentFrom = from.progress.silentFrom ?? to.progress.silentFrom
        }
        task.revision += 1
        task.progress.changedAt = now
        task.progress.changedBy = actor.accountID
        guard try db.update(task, from: to.revision) else { throw TaskRefused.badPair }
        var parts: [Contribution.ID: Contribution.ID] = [:]
        for var part in try db.contributions(to: from.id) {
            let id: Contribution.ID = office.newID()
            parts[part.id] = id
            part.id = id
            part.task = to.id
            part.revision = 1
            try db.insert(part)
        }
        for var evidence in try db.evidence(of: from.id) {
            evidence.id = office.newID()
            evidence.task = to.id
            evidence.contribution = evidence.contribution.flatMap { parts[$0] }
            try db.insert(evidence)
        }
        for var period in try db.periods(of: from.id) {
            period.revision = 1
            _ = try db.save(period, of: to.id, from: 0)
        }
        try Office.record(
            "CarryOverTask", "task", to.id.rawValue,
            ["from": from.id.rawValue, "fromState": to.state.rawValue, "toState": task.state.rawValue],
            by: actor,
            at: now, in: db)
    }
}
