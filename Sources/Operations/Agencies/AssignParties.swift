import Domain
import Foundation
import SQL
import Store

/// What became of a plan's parties when it was issued.
struct AssignedParties: Sendable {
    /// Pairs of task and agency.
    var assignees = 0
    var questions = 0
}

extension Office {
    /// Finds the agencies that the parties of a plan's tasks are, and asks about those that nobody can be sure of.
    ///
    /// For `IssuePlan`, in its transaction, after its tasks are written.
    @discardableResult
    func assignParties(of plan: Plan, by actor: Actor, at now: Date, in db: Database) throws
        -> AssignedParties
    {
        let register = try registers.register(in: db)
        let reading = PlanParties(
            plan, register: register, names: registers.names(of: register),
            firstDeadline: try db.firstDeadline(of: plan.id),
            today: CalendarDay(inVietnamAt: now))
        let answers = try db.partyAnswers(of: reading.issuer)
        var settled: [String: PartyMatch] = [:]
        var remembered: [String: [PartyMatch.Acting]] = [:]
        var assignees: [Assignee] = []
        var questions: [String: PartyQuestion] = [:]
        for party in try db.namedParties(of: plan.id) {
            let acting: [PartyMatch.Acting]
            if let chosen = party.agency {
                acting = [.init(chosen)]
            } else if let known = remembered[party.key] {
                acting = known
            } else if settled[party.key] == nil, let answer = answers[party.key],
                let known = reading.remembered(answer)
            {
                remembered[party.key] = known
                acting = known
            } else {
                let match = settled[party.key] ?? reading.matcher.match(party.key)
                settled[party.key] = match
                if let kind = match.question, questions[party.key] == nil {
                    questions[party.key] = PartyQuestion(
                        plan: plan.id, key: party.key, name: party.name, kind: kind, askedAt: now)
                }
                if case .sure(let one) = match { acting = [one] } else { acting = [] }
            }
            assignees += acting.map { reading.assignee(party, $0, by: actor.accountID, at: now) }
        }
        try db.insert(assignees)
        try db.insert(questions.values.sorted { $0.key < $1.key })
        return AssignedParties(assignees: assignees.count, questions: questions.count)
    }
}

/// How the parties of one plan are read: whose it is, by the names of which day.
struct PlanParties: Sendable {
    let issuer: Agency.ID
    let day: CalendarDay
    let today: CalendarDay
    let matcher: PartyMatcher

    /// - Parameter firstDeadline: the first day that the plan's tasks name; tells the time of a plan without a day.
    init(
        _ plan: Plan, register: AgencyRegister, names: NameIndex, firstDeadline: CalendarDay?,
        today: CalendarDay
    ) {
        let last = register[plan.agency]?.validTo ?? today
        let key = plan.issuer.map { PartyKey.of($0) }
        let named = key.flatMap {
            PartyMatcher.lastDay(
                ofIssuerNamed: $0, keptBy: plan.agency, in: register, names: names, today: today)
        }
        day = plan.date?.first ?? firstDeadline.map { min($0, today) } ?? min(today, last, named ?? today)
        self.today = today
        issuer = PartyMatcher.issuer(
            named: key, keptBy: plan.agency, in: register, names: names,
            on: day)
        matcher = PartyMatcher(register: register, names: names, issuer: issuer, on: day, today: today)
    }

    /// Who acts by an earlier answer; nil where it doesn't hold for this plan's day.
    func remembered(_ answer: PartyAnswer) -> [PartyMatch.Acting]? {
        answer.isValid(on: day) ? matcher.remembered(answer.agencies) : nil
    }

    func assignee(
        _ party: NamedParty, _ acting: PartyMatch.Acting, by account: Account.ID?, at now: Date
    ) -> Assignee {
        Assignee(
            task: party.task, role: party.role, partyPosition: party.position, agency: acting.agency,
            named: acting.named, from: today, assignedAt: now, assignedBy: account)
    }
}
