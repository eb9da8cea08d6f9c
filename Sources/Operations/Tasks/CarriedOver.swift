import Domain
import Foundation
import SQL
import Store
import Vietnamese

/// Tasks of a replaced plan whose work goes on in the plan that replaces it.
struct CarriedOver {
    private let old: Plan.ID
    private let new: Plan.ID
    private let pairs: [DutyPair]
    private let tasks: [Plan.Task.ID: Plan.Task]

    /// - Parameter pairs: as the planner chose them; nil for all that stay word for word.
    init(from old: Plan.ID, to new: Plan.ID, pairs: [DutyPair]?, in db: Database) throws {
        self.old = old
        self.new = new
        let (before, after) = (try db.tasks(of: old), try db.tasks(of: new))
        let tasks = Dictionary((before + after).map { ($0.id, $0) }, uniquingKeysWith: { one, _ in one })
        self.tasks = tasks
        self.pairs =
            pairs
            ?? DutyDifference(old: before.map { ComparedDuty($0) }, new: after.map { ComparedDuty($0) })
            .stays.filter { tasks[$0.new]?.state != .cancelled }
    }

    /// Moves them all; answers how many.
    func move(in office: Office, by actor: Actor, at now: Date, _ db: Database) throws -> Int {
        guard Set(pairs.map(\.old)).count == pairs.count, Set(pairs.map(\.new)).count == pairs.count else {
            throw TaskRefused.badPair
        }
        for pair in pairs {
            guard let from = tasks[pair.old], from.plan == old, let to = tasks[pair.new], to.plan == new,
                to.state != .cancelled
            else { throw TaskRefused.badPair }
            var task = CarriedTask(from: from, to: to, office: office, actor: actor, now: now)
            try task.move(in: db)
        }
        try db.refreshDesks(of: pairs.map(\.new))
        return pairs.count
    }
}

/// One of them: the new task takes over all that hangs on the old one.
///
/// Copies, so that the old plan still shows what was done under it; only plans that carry the task out, which hang
/// on one task each, go over themselves. Where somebody began under the new plan already, what is further stands.
private struct CarriedTask {
    let from: Plan.Task
    let to: Plan.Task
    let office: Office
    let actor: Actor
    let now: Date
    private var task: Plan.Task
    private var work = TaskWork()

    init(from: Plan.Task, to: Plan.Task, office: Office, actor: Actor, now: Date) {
        self.from = from
        self.to = to
        self.office = office
        self.actor = actor
        self.now = now
        task = to
    }

    mutating func move(in db: Database) throws {
        takeState()
        takeDays()
        task.revision += 1
        task.progress.changedAt = now
        task.progress.changedBy = actor.accountID
        guard try db.update(task, from: to.revision) else { throw TaskRefused.badPair }
        try carryAssignees(in: db)
        let parts = try carryContributions(in: db)
        try carryEvidence(parts, in: db)
        try carryPeriods(in: db)
        try carryRequests(in: db)
        try carryComments(in: db)
        work.plans = try db.moveImplementations(of: from.id, to: task)
        try Office.record(
            "CarryOverTask", "task", to.id.rawValue,
            [
                "from": from.id.rawValue, "fromState": to.state.rawValue, "toState": task.state.rawValue,
                "pieces": String(work.evidence), "parts": counted(work.contributions),
                "periods": counted(work.periods), "requests": counted(work.requests),
                "comments": counted(work.comments), "plans": counted(work.plans),
            ], by: actor, at: now, in: db)
    }

    private func counted(_ count: Int) -> String? { count == 0 ? nil : String(count) }

    private mutating func takeState() {
        if from.state.isFurther(than: to.state) {
            task.state = from.state
            task.progress.reason = from.progress.reason
            task.progress.note = from.progress.note
            task.progress.missingReason = from.progress.missingReason
            task.progress.submittedAt = from.progress.submittedAt
            task.progress.submittedBy = from.progress.submittedBy
            task.progress.endedAt = from.progress.endedAt
        }
        task.progress.delegate = to.progress.delegate ?? from.progress.delegate
    }

    /// A rhythm that the planner set, a day that was granted or moved on by reported periods: where both plans name
    /// the same time.
    private mutating func takeDays() {
        if !from.hasPrintedRhythm, to.hasPrintedRhythm { task.rhythm = from.rhythm }
        // Reported periods are known by their first days: they go on as they were reckoned.
        if task.rhythm == from.rhythm, task.reporting != from.reporting {
            task.reporting = from.reporting
            task.deadline = from.deadline
        }
        if from.time == to.time, let day = from.deadline, to.deadline.map({ $0.due < day.due }) ?? true {
            task.deadline = day
        }
        if let sign = [from.progress.lastSign, to.progress.lastSign].compactMap({ $0 }).max() {
            task.progress.lastSign = sign
            task.renewSilence(after: sign)
        }
    }

    /// Whoever a person said is meant by a party acts for the same party of the new task, where nobody does yet.
    private func carryAssignees(in db: Database) throws {
        let present = try db.assignees(of: to.id)
        let today = CalendarDay(inVietnamAt: now)
        func name(_ task: Plan.Task, _ one: Assignee) -> String? {
            let parties = one.role == .lead ? task.lead : task.with
            let place = one.partyPosition - 1
            return parties.indices.contains(place) ? PartyKey.of(parties[place].name) : nil
        }
        let missing = try db.assignees(of: from.id).filter { one in
            name(from, one) != nil && name(from, one) == name(to, one)
                && !present.contains { $0.role == one.role && $0.partyPosition == one.partyPosition }
        }
        try db.insert(
            missing.map {
                Assignee(
                    task: to.id, role: $0.role, partyPosition: $0.partyPosition, agency: $0.agency,
                    named: $0.named, from: today, assignedAt: now, assignedBy: actor.accountID)
            })
    }

    /// Answers what each part is called now.
    private mutating func carryContributions(in db: Database) throws -> [Contribution.ID: Contribution.ID] {
        let acting = Set(try db.assignees(of: to.id).map(\.agency))
        var names: [Contribution.ID: Contribution.ID] = [:]
        for part in try db.contributions(to: from.id) {
            work.contributions += 1
            var carried = part
            if !acting.contains(part.agency), part.state.isLive {
                // Nobody could hand it in, and it would hold up the lead.
                carried.state = .cancelled
                carried.reason = "Kế hoạch thay thế không giao cơ quan này"
            }
            if var present = try db.contribution(of: part.agency, to: to.id) {
                names[part.id] = present.id
                guard carried.state.isFurther(than: present.state) else { continue }
                let seen = present.revision
                carried.id = present.id
                carried.task = to.id
                carried.revision = seen + 1
                carried.asked = present.asked ?? part.asked
                carried.due = present.due ?? part.due
                present = carried
                guard try db.update(present, from: seen) else { throw TaskRefused.badPair }
            } else {
                carried.id = office.newID()
                carried.task = to.id
                carried.revision = 1
                names[part.id] = carried.id
                try db.insert(carried)
            }
        }
        return names
    }

    private mutating func carryEvidence(_ parts: [Contribution.ID: Contribution.ID], in db: Database) throws {
        for var evidence in try db.evidence(of: from.id) {
            evidence.id = office.newID()
            evidence.task = to.id
            evidence.contribution = evidence.contribution.flatMap { parts[$0] }
            try db.insert(evidence)
            work.evidence += 1
        }
    }

    private mutating func carryPeriods(in db: Database) throws {
        let known = Dictionary(
            try db.periods(of: to.id).map { ($0.from, $0) }, uniquingKeysWith: { one, _ in one })
        for var period in try db.periods(of: from.id) {
            let present = known[period.from]
            if let present, !period.state.isFurther(than: present.state) { continue }
            period.revision = (present?.revision ?? 0) + 1
            guard try db.save(period, of: to.id, from: present?.revision ?? 0) else {
                throw TaskRefused.badPair
            }
            work.periods += 1
        }
    }

    /// Of two that wait for an answer, the one under the new plan does.
    private mutating func carryRequests(in db: Database) throws {
        let waits = try db.extensions(of: to.id).contains { $0.state == .asked }
        for var request in try db.extensions(of: from.id) {
            if request.state == .asked, waits || !task.state.isLive { continue }
            request.id = office.newID()
            request.task = to.id
            try db.insert(request)
            work.requests += 1
        }
    }

    private mutating func carryComments(in db: Database) throws {
        for var comment in try db.comments(on: from.id) {
            comment.id = office.newID()
            comment.task = to.id
            try db.insert(comment)
            work.comments += 1
        }
    }
}
