package import Domain
import Foundation
import SQL
import Store
import Vietnamese

/// The lead (or the planner) asks an agency that acts on the task for its part; asked again, the words and the day
/// are changed.
package struct AskForContribution: Operation {
    private let task: Plan.Task.ID
    private let agency: Agency.ID
    private let words: String
    private let due: CalendarDay?

    package init(task: Plan.Task.ID, from agency: Agency.ID, words: String, due: CalendarDay?) {
        self.task = task
        self.agency = agency
        self.words = words
        self.due = due
    }

    package func run(in office: Office, as actor: Actor) async throws -> Contribution {
        let now = office.now()
        guard let words = TypedText.lines(words, limitBytes: OpenTask.noteBytes) else {
            throw TaskRefused.badText
        }
        guard due?.isSensible ?? true else { throw TaskRefused.farDay }
        return try await office.pool.write { [task, agency, due] db in
            let open = try OpenTask(task, by: actor, at: now, in: db)
            if (try? open.requireLead(in: db)) == nil { try open.requireJudge(in: db) }
            guard open.task.state.isPending else { throw TaskRefused.wrongState(open.task.state) }
            guard open.acting.contains(agency) else { throw TaskRefused.notActing }
            let contribution: Contribution
            if var known = try db.contribution(of: agency, to: task) {
                let seen = known.revision
                guard known.state.isPending || known.state == .cancelled else {
                    throw TaskRefused.wrongState(known.state)
                }
                if known.state == .cancelled { known.state = .open }
                known.asked = words
                known.due = due
                known.reason = nil
                known.revision += 1
                guard try db.update(known, from: seen) else {
                    throw TaskRefused.changedMeanwhile(known.standing)
                }
                contribution = known
            } else {
                contribution = Contribution(
                    id: office.newID(), task: task, agency: agency, asked: words, due: due, askedAt: now,
                    askedBy: actor.accountID)
                try db.insert(contribution)
            }
            try db.refreshDesks(of: [task])
            try open.record(
                "AskForContribution",
                ["agency": agency.rawValue, "words": PhoneMask.masked(words), "day": due?.description], in: db
            )
            return contribution
        }
    }
}

extension Contribution {
    var standing: TaskStanding {
        TaskStanding(
            state: state, revision: revision, due: due, reason: reason.map { PhoneMask.masked($0) },
            note: note.map { PhoneMask.masked($0) }, changedAt: submittedAt, changedBy: nil)
    }
}

/// A coordinator begins its part, hands it in, or takes it back; without having been asked as well.
package struct Contribute: Operation {
    package enum Step: String, Sendable, CaseIterable {
        case start
        case submit
        case takeBack

        var event: Contribution.Event {
            switch self {
            case .start: .start
            case .submit: .submit
            case .takeBack: .takeBack
            }
        }
    }

    private let task: Plan.Task.ID
    private let agency: Agency.ID
    private let revision: Int
    private let step: Step
    private let note: String?

    /// - Parameters:
    ///   - agency: whose part it is; the actor must work for it.
    ///   - revision: of the contribution as it was seen; 0 where there was none.
    ///   - note: what is handed in; only of `submit`.
    package init(
        to task: Plan.Task.ID, of agency: Agency.ID, revision: Int, _ step: Step, note: String? = nil
    ) {
        self.task = task
        self.agency = agency
        self.revision = revision
        self.step = step
        self.note = note
    }

    package func run(in office: Office, as actor: Actor) async throws -> Contribution {
        let now = office.now()
        let note = try OpenTask.note(note)
        return try await office.pool.write { [task, agency, revision, step] db in
            var open = try OpenTask(task, by: actor, at: now, in: db)
            guard open.acting.contains(agency) else { throw TaskRefused.notActing }
            try open.require(.workOnTask, forOneOf: [agency], in: db)
            guard open.task.state.isLive else { throw TaskRefused.wrongState(open.task.state) }
            let known = try db.contribution(of: agency, to: task)
            if let known, known.revision != revision { throw TaskRefused.changedMeanwhile(known.standing) }
            var part =
                known
                ?? Contribution(
                    id: office.newID(), task: task, agency: agency, asked: nil, due: nil, askedAt: now,
                    askedBy: actor.accountID)
            let from = part.state
            guard let next = Contribution.life.transition(from: part.state, on: step.event)?.to else {
                throw TaskRefused.wrongState(part.state)
            }
            part.state = next
            switch step {
            case .start: part.reason = nil
            case .submit:
                part.note = note
                part.reason = nil
                part.submittedAt = now
                part.submittedBy = actor.accountID
            case .takeBack:
                part.submittedAt = nil
                part.submittedBy = nil
            }
            try part.write(isNew: known == nil, in: db)
            // The task isn't changed by it, but it shows a sign of life.
            open.noteSign()
            try db.noteSign(open.task)
            try db.refreshDesks(of: [task])
            try open.record(
                "Contribute",
                [
                    "agency": agency.rawValue, "step": step.rawValue, "fromPart": from.rawValue,
                    "toPart": next.rawValue, "note": note.map { PhoneMask.masked($0) },
                ], in: db)
            return part
        }
    }
}

extension Contribution {
    fileprivate mutating func write(isNew: Bool, in db: Database) throws {
        if isNew { return try db.insert(self) }
        let seen = revision
        revision += 1
        guard try db.update(self, from: seen) else { throw TaskRefused.changedMeanwhile(standing) }
    }
}

/// The lead accepts a contribution, gives it back, or no longer wants it.
package struct JudgeContribution: Operation {
    package enum Step: String, Sendable, CaseIterable {
        case accept
        case `return`
        case cancel

        var event: Contribution.Event {
            switch self {
            case .accept: .accept
            case .return: .return
            case .cancel: .cancel
            }
        }
    }

    private let contribution: Contribution.ID
    private let revision: Int
    private let step: Step
    private let reason: String?

    /// - Parameter reason: needed to give back and to cancel.
    package init(contribution: Contribution.ID, revision: Int, _ step: Step, reason: String? = nil) {
        self.contribution = contribution
        self.revision = revision
        self.step = step
        self.reason = reason
    }

    package func run(in office: Office, as actor: Actor) async throws -> Contribution {
        let now = office.now()
        let reason = step == .accept ? nil : try OpenTask.reason(reason ?? "")
        return try await office.pool.write { [contribution, revision, step] db in
            guard var part = try db.contribution(contribution) else { throw NotFound.task }
            let open = try OpenTask(part.task, by: actor, at: now, in: db)
            let leads = open.leads.filter { $0 != part.agency }
            if leads.isEmpty {
                try open.requireJudge(in: db)
            } else {
                try open.require(.workOnTask, forOneOf: leads, in: db)
            }
            guard open.task.state.isLive else { throw TaskRefused.wrongState(open.task.state) }
            guard part.revision == revision else { throw TaskRefused.changedMeanwhile(part.standing) }
            if step == .accept { try open.requireAnother(than: part.submittedBy, in: db) }
            let from = part.state
            guard let next = Contribution.life.transition(from: part.state, on: step.event)?.to else {
                throw TaskRefused.wrongState(part.state)
            }
            part.state = next
            part.reason = reason
            try part.write(isNew: false, in: db)
            try db.refreshDesks(of: [part.task])
            try open.record(
                "JudgeContribution",
                [
                    "agency": part.agency.rawValue, "fromPart": from.rawValue, "toPart": next.rawValue,
                    "reason": reason.map { PhoneMask.masked($0) },
                ], in: db)
            return part
        }
    }
}
