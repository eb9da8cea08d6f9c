package import Domain
import Foundation
import SQL
package import Store
import Vietnamese

/// Registers an agency's own issued plan as what carries out a task of a plan above.
///
/// Where the agency leads the task, and every other lead has registered its plan or handed in, the task is handed in
/// by it. A task that was accepted for a plan which is no longer in force takes another plan and stays accepted.
package struct RegisterImplementation: Operation {
    private let plan: Plan.ID
    private let task: Plan.Task.ID

    package init(plan: Plan.ID, of task: Plan.Task.ID) {
        self.plan = plan
        self.task = task
    }

    package func run(in office: Office, as actor: Actor) async throws -> Plan.Task {
        let now = office.now()
        return try await office.pool.write { [plan, task] db in
            var open = try OpenTask(task, by: actor, at: now, in: db)
            guard let own = try db.planRecord(plan)?.plan else { throw NotFound.plan }
            try open.require(.implementTask, forOneOf: [own.agency], in: db)
            guard own.state == .issued, own.id != open.plan.id, open.acting.contains(own.agency) else {
                throw TaskRefused.badImplementation
            }
            guard try open.task.state.isLive || open.isLeftBehind(in: db) else {
                throw TaskRefused.wrongState(open.task.state)
            }
            try Self.requireTree(plan, below: open.plan.id, in: db)
            try db.insertImplementation(of: open.task, by: plan, at: now, account: actor.accountID)
            try db.insert(
                Evidence(
                    id: office.newID(), task: task, kind: .plan, title: own.title, plan: plan,
                    agency: own.agency,
                    addedAt: now, addedBy: actor.accountID))
            open.noteSign()
            let submits = try open.isCarriedOut(by: own.agency, in: db)
            if submits {
                try open.step(.submit)
                open.submit(note: own.number.map { "Kế hoạch số \($0)" } ?? own.title, whyMissing: nil)
            } else if open.task.state == .open, open.leads.contains(own.agency) {
                try open.step(.start)
            }
            try open.save(
                "RegisterImplementation",
                [
                    "by": plan.rawValue, "number": own.number, "title": PhoneMask.masked(own.title),
                    "agency": own.agency.rawValue,
                ], in: db)
            return open.task
        }
    }

    private static func requireTree(_ plan: Plan.ID, below above: Plan.ID, in db: Database) throws {
        guard try db.implementation(by: plan) == nil else { throw TaskRefused.alreadyImplements }
        if let fault = try treeFault(plan, below: above, in: db) { throw fault }
    }

    /// Why a plan can't hang below another; nil where it can.
    static func treeFault(_ plan: Plan.ID, below above: Plan.ID, in db: Database) throws -> TaskRefused? {
        let chain = try db.plansAbove(above)
        guard plan != above, !chain.contains(plan) else { return .cycle }
        let deepest = try db.cascade(below: plan).map(\.depth).max() ?? 0
        // The walk upwards ends at the bound, so a chain of that length may be longer still.
        guard chain.count + deepest + 1 < Database.cascadeDepth else {
            return .tooDeep(Database.cascadeDepth)
        }
        return nil
    }
}

extension OpenTask {
    /// Whether every lead now has a plan of its own for the task, or has handed in its part.
    fileprivate func isCarriedOut(by agency: Agency.ID, in db: Database) throws -> Bool {
        guard leads.contains(agency), task.state.isPending else { return false }
        let ready = Set(try plansBelow(in: db).filter { $0.state == .issued }.map(\.agency))
        let parts = try db.contributions(to: task.id)
        if parts.contains(where: { $0.state.isPending }) { return false }
        return leads.allSatisfy { lead in ready.contains(lead) || parts.contains { $0.agency == lead } }
    }

    /// Whether the duty was accepted for plans that are no longer in force: another may be registered in their place.
    fileprivate func isLeftBehind(in db: Database) throws -> Bool {
        guard task.state == .accepted else { return false }
        return try plansBelow(in: db).contains { $0.state != .issued }
    }

    private func plansBelow(in db: Database) throws -> [PlanProgress] {
        try db.cascade(below: plan.id, task: task.id).filter { $0.depth == 1 }
    }
}

/// A plan with all plans below it that carry out its tasks.
package struct CascadeView: Sendable {
    package var plan: Plan.ID
    /// Its own tasks.
    package var own: TaskCounts
    /// Nearest first; `above` and `task` say where each hangs.
    package var below: [PlanProgress]
    /// What the plan carries out itself.
    package var above: (task: Plan.Task.ID, plan: Plan.ID)?

    /// Its own tasks and those of every plan in force below, all levels together.
    package var rolledUp: TaskCounts {
        below.filter { $0.state == .issued }.reduce(own) { $0 + $1.counts }
    }

    /// The plans below that carry out one task, with all below them.
    package func rolledUp(task: Plan.Task.ID) -> TaskCounts {
        var counts = TaskCounts()
        var inside: Set<Plan.ID> = []
        // Parents come before their children, by depth.
        for one in below where one.state == .issued {
            guard (one.above == plan && one.task == task) || inside.contains(one.above) else { continue }
            inside.insert(one.plan)
            counts = counts + one.counts
        }
        return counts
    }
}

/// How far a plan has come through all levels below it.
package struct ShowCascade: Operation {
    private let plan: Plan.ID

    package init(plan: Plan.ID) {
        self.plan = plan
    }

    package func run(in office: Office, as actor: Actor) async throws -> CascadeView {
        try await office.pool.read { [plan] db in
            guard let known = try db.planRecord(plan)?.plan else { throw NotFound.plan }
            try PlanAccess.requireKnown(known, try Permission.Subject(known, in: db), to: actor)
            let below = try db.cascade(below: plan).map {
                var one = $0
                one.title = PhoneMask.masked($0.title)
                return one
            }
            let above = try db.implementation(by: plan)
            return CascadeView(
                plan: plan, own: try db.counts(of: plan), below: below,
                above: above.map { ($0.task, $0.above) })
        }
    }
}
