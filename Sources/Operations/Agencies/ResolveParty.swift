package import Domain
import Foundation
import SQL
import Store

/// Tells which agencies a party of an issued plan is; the answer is remembered for the issuer's next plan.
///
/// Answering again replaces the answer before; whoever acted until then stays in the history.
package struct ResolveParty: Operation {
    private let plan: Plan.ID
    private let key: String
    private let agencies: [Agency.ID]

    /// The most agencies that one party may be.
    package static let longestAnswer = PartyMatcher.longestList

    /// - Parameters:
    ///   - key: of the party's name, as `PartyKey` makes it.
    ///   - agencies: none, where the words mean nobody in the register.
    package init(plan: Plan.ID, key: String, agencies: [Agency.ID]) {
        self.plan = plan
        self.key = key
        var seen: Set<Agency.ID> = []
        self.agencies = agencies.filter { seen.insert($0).inserted }
    }

    package func run(in office: Office, as actor: Actor) async throws {
        guard agencies.count <= Self.longestAnswer else { throw AgencyRefused.notInRegister }
        let now = office.now()
        try await office.pool.write { [plan, key, agencies] db in
            guard let record = try db.planRecord(plan) else { throw NotFound.plan }
            let subject = try Permission.Subject(record.plan, in: db)
            try PlanAccess.requireKnown(record.plan, subject, to: actor)
            try Office.require(.resolveParty, by: actor, on: subject)
            let register = try office.registers.register(in: db)
            let reading = PlanParties(
                record.plan, register: register, names: office.registers.names(of: register),
                firstDeadline: try db.firstDeadline(of: plan),
                today: CalendarDay(inVietnamAt: now))
            let parties = try db.namedParties(of: plan, key: key)
            guard record.plan.issuedAt != nil, let first = parties.first else {
                throw AgencyRefused.noSuchQuestion
            }
            guard agencies.allSatisfy({ register[$0] != nil }) else { throw AgencyRefused.notInRegister }
            let named = reading.named(by: key)
            let acting = agencies.map { PartyMatch.Acting($0, named: named[$0]) }
            try Self.replace(parties, by: acting, reading, actor, now, in: db)
            let span = reading.span(of: agencies, in: register)
            try db.insert(
                PartyAnswer(
                    id: office.newID(), issuer: reading.issuer, key: key, validFrom: span.from,
                    validTo: span.to,
                    agencies: agencies, answeredAt: now, answeredBy: actor.accountID))
            if try db.partyQuestion(of: plan, key: key) == nil {
                try db.insert([
                    PartyQuestion(plan: plan, key: key, name: first.name, kind: .unsure, askedAt: now)
                ])
            }
            try db.answerQuestion(of: plan, key: key, by: actor.accountID, at: now)
            try Office.record(
                "ResolveParty", "plan", plan.rawValue,
                [
                    "party": first.name, "agencies": agencies.map(\.rawValue).joined(separator: " "),
                    "count": String(agencies.count),
                ], by: actor, at: now, in: db)
        }
    }

    private static func replace(
        _ parties: [NamedParty], by acting: [PartyMatch.Acting], _ reading: PlanParties, _ actor: Actor,
        _ now: Date, in db: Database
    ) throws {
        let wanted = Set(acting.map(\.agency))
        let before = try db.assignees(of: parties.map(\.task))
        var new: [Assignee] = []
        for party in parties {
            let present = (before[party.task] ?? []).filter {
                $0.role == party.role && $0.partyPosition == party.position
            }
            for one in present where !wanted.contains(one.agency) { try db.end(one, before: reading.today) }
            let kept = Set(present.map(\.agency))
            new += acting.filter { !kept.contains($0.agency) }.map {
                reading.assignee(party, $0, by: actor.accountID, at: now)
            }
        }
        try db.insert(new)
    }
}

extension PlanParties {
    /// For each agency that the words might mean today, the one of the plan's time that they named.
    func named(by key: String) -> [Agency.ID: Agency.ID] {
        let all: [PartyMatch.Acting] =
            switch matcher.match(key) {
            case .sure(let acting): [acting]
            case .unsure(let candidates): candidates.map(\.acting)
            case .group(let members): members.map(\.acting)
            case .unknown: []
            }
        return Dictionary(
            all.compactMap { acting in acting.named.map { (acting.agency, $0) } },
            uniquingKeysWith: { one, _ in one })
    }

    /// The days of plans for which an answer holds: while all its agencies exist, this plan's own day always.
    func span(of agencies: [Agency.ID], in register: AgencyRegister) -> (from: CalendarDay?, to: CalendarDay?)
    {
        let found = agencies.compactMap { register[$0] }
        let from = found.compactMap(\.validFrom).max().map { min($0, day) }
        let to = found.compactMap(\.validTo).min().map { max($0, day) }
        return (from, to)
    }
}
