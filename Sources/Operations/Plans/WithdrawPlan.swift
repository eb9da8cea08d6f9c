package import Domain
import Foundation
import SQL
import Store
import Vietnamese

/// Takes an issued plan back, or puts another in its place; its unfinished tasks are cancelled with the reason.
///
/// Where another takes its place, duties that stay go on there with all that was done about them, plans below go on
/// carrying them out, and what the plan itself carries out is carried out by the other.
package struct WithdrawPlan: Operation {
    private let plan: Plan.ID
    private let reason: String
    private let replacedBy: Plan.ID?
    private let carriedOver: [DutyPair]?

    /// - Parameter carriedOver: tasks of both plans that are the same duty (see `CompareDuties`), as the planner
    ///   chose them: the new one takes over state, contributions, evidence and all else. Nil for all that stay word
    ///   for word; empty where every duty begins anew.
    package init(plan: Plan.ID, reason: String, replacedBy: Plan.ID? = nil, carriedOver: [DutyPair]? = nil) {
        self.plan = plan
        self.reason = reason
        self.replacedBy = replacedBy
        self.carriedOver = carriedOver
    }

    package func run(in office: Office, as actor: Actor) async throws -> Plan {
        guard let reason = TypedText.line(reason, limitBytes: 2_000) else { throw PlanRefused.reasonMissing }
        let now = office.now()
        return try await office.pool.write { [self] db in
            var record = try permitted(to: actor, in: db)
            let event: Plan.Event = replacedBy == nil ? .withdraw : .replace
            guard let next = Plan.life.transition(from: record.plan.state, on: event)?.to else {
                throw PlanRefused.wrongState(record.plan.state)
            }
            let successor = try successor(of: record.plan, in: db)
            let before = record.plan
            record.plan.state = next
            record.plan.revision += 1
            record.closedAt = now
            record.closedReason = reason
            record.replacedBy = replacedBy
            guard try db.update(record, from: before.revision) else {
                throw PlanRefused.changedMeanwhile(revision: before.revision)
            }
            var carried: Int?
            if let successor {
                carried = try CarriedOver(from: plan, to: successor.id, pairs: carriedOver, in: db).move(
                    in: office, by: actor, at: now, db)
            }
            try UpperDuty(before, in: office, by: actor, at: now).pass(to: successor, in: db)
            let ended = try db.cancelTasks(of: plan, because: reason, at: now, by: actor.accountID)
            try Office.record(
                replacedBy == nil ? "WithdrawPlan" : "ReplacePlan", "plan", plan.rawValue,
                [
                    "from": before.state.rawValue, "to": next.rawValue, "reason": PhoneMask.masked(reason),
                    "replacedBy": replacedBy?.rawValue, "tasks": String(ended),
                    "carried": carried.map(String.init),
                ], by: actor, at: now, in: db)
            return record.plan
        }
    }

    private func permitted(to actor: Actor, in db: Database) throws -> PlanRecord {
        guard let record = try db.planRecord(plan) else { throw NotFound.plan }
        let subject = try Permission.Subject(record.plan, in: db)
        try PlanAccess.requireKnown(record.plan, subject, to: actor)
        try Office.require(.withdrawPlan, by: actor, on: subject)
        return record
    }

    private func successor(of one: Plan, in db: Database) throws -> Plan? {
        guard let replacedBy else { return nil }
        guard let other = try db.planRecord(replacedBy)?.plan, replacedBy != plan, other.state == .issued,
            other.agency == one.agency
        else { throw PlanRefused.badReplacement }
        return other
    }
}

/// The duty of a plan above that a plan carries out while it is in force.
struct UpperDuty {
    private let plan: Plan
    private let office: Office
    private let actor: Actor
    private let now: Date

    /// - Parameter plan: the one whose time is over.
    init(_ plan: Plan, in office: Office, by actor: Actor, at now: Date) {
        self.plan = plan
        self.office = office
        self.actor = actor
        self.now = now
    }

    /// The duty is carried out by the plan's successor from now on, and stays as far as it has come; where there is
    /// none, or it can't be, the duty's history says that nobody carries it out any more.
    func pass(to successor: Plan?, in db: Database) throws {
        guard let link = try db.implementation(by: plan.id) else { return }
        let taker = try successor.flatMap { try canTake($0, link.above, in: db) ? $0 : nil }
        if let taker {
            try db.moveImplementation(of: plan.id, to: taker.id, at: now, account: actor.accountID)
            try db.insert(
                Evidence(
                    id: office.newID(), task: link.task, kind: .plan, title: taker.title, plan: taker.id,
                    agency: taker.agency, addedAt: now, addedBy: actor.accountID))
        }
        try Office.record(
            taker == nil ? "EndImplementation" : "ReplaceImplementation", "task", link.task.rawValue,
            [
                "formerPlan": plan.number ?? PhoneMask.masked(plan.title), "by": taker?.id.rawValue,
                "number": taker?.number, "title": taker.map { PhoneMask.masked($0.title) },
                "agency": plan.agency.rawValue, "plan": link.above.rawValue,
            ], by: actor, at: now, in: db)
    }

    /// Not where it carries out another duty already, or where the chain would close or grow too long.
    private func canTake(_ successor: Plan, _ above: Plan.ID, in db: Database) throws -> Bool {
        guard try db.implementation(by: successor.id) == nil else { return false }
        return try RegisterImplementation.treeFault(successor.id, below: above, in: db) == nil
    }
}
