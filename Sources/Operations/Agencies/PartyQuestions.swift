package import Domain
import Foundation
import SQL
import Store

/// A question about a party, with what may be answered.
package struct AskedParty: Sendable, Identifiable {
    package var question: PartyQuestion
    package var match: PartyMatch
    /// What was answered about the same words the last time, though it no longer holds as it was.
    package var lastAnswer: [Agency.ID]
    /// Who acts for it now.
    package var acting: [Agency.ID]
    /// Tasks that name it, in the order of the document.
    package var tasks: [Plan.Task.ID]

    package var id: String { question.key }
}

/// The questions of one plan, open ones first.
package struct PlanQuestions: Sendable {
    package var plan: Plan
    /// Whose plan it is by its own words, and by the names of which day it is read.
    package var issuer: Agency.ID
    package var day: CalendarDay
    package var today: CalendarDay
    package var parties: [AskedParty]
    package var mayAnswer: Bool
    package var register: AgencyRegister
}

/// What of a plan's parties a person has to tell.
package struct ShowPartyQuestions: Operation {
    private let plan: Plan.ID

    package init(plan: Plan.ID) {
        self.plan = plan
    }

    package func run(in office: Office, as actor: Actor) async throws -> PlanQuestions {
        let today = office.today
        return try await office.pool.read { [plan] db in
            guard let record = try db.planRecord(plan) else { throw NotFound.plan }
            let subject = try Permission.Subject(record.plan, in: db)
            try PlanAccess.requireKnown(record.plan, subject, to: actor)
            let register = try office.registers.register(in: db)
            let reading = PlanParties(
                record.plan, register: register, names: office.registers.names(of: register),
                firstDeadline: try db.firstDeadline(of: plan), today: today)
            let answers = try db.partyAnswers(of: reading.issuer)
            let named = Dictionary(grouping: try db.namedParties(of: plan), by: \.key)
            let questions = try db.partyQuestions(of: plan)
            let tasks = Set(questions.flatMap { (named[$0.key] ?? []).map(\.task) })
            let assignees = try db.assignees(of: tasks.sorted())
            let asked = questions.map { question in
                let parties = named[question.key] ?? []
                return AskedParty(
                    question: question, match: reading.matcher.match(question.key),
                    lastAnswer: answers[question.key]?.agencies ?? [],
                    acting: Self.acting(for: parties, in: assignees), tasks: Self.unique(parties.map(\.task)))
            }
            return PlanQuestions(
                plan: record.plan, issuer: reading.issuer, day: reading.day, today: today,
                parties: asked.filter(\.question.isOpen) + asked.filter { !$0.question.isOpen },
                mayAnswer: Permission.allows(actor, .resolveParty, on: subject), register: register)
        }
    }

    private static func acting(
        for parties: [NamedParty], in assignees: [Plan.Task.ID: [Assignee]]
    ) -> [Agency.ID] {
        unique(
            parties.flatMap { party in
                (assignees[party.task] ?? []).filter {
                    $0.role == party.role && $0.partyPosition == party.position
                }.map(\.agency)
            })
    }

    private static func unique<Element: Hashable>(_ all: [Element]) -> [Element] {
        var seen: Set<Element> = []
        return all.filter { seen.insert($0).inserted }
    }
}

/// A plan that waits for answers.
package struct PlanWithQuestions: Sendable, Hashable {
    package var plan: Plan.ID
    package var title: String
    package var number: String?
    package var open: Int
}

/// Plans with open questions that the asker may answer, the youngest first.
package struct ListPartyQuestions: Operation {
    package static let longestList = 200

    package init() {}

    package func run(in office: Office, as actor: Actor) async throws -> [PlanWithQuestions] {
        guard actor != .nobody else { throw AccessRefused.signInFirst }
        let agencies = actor.agencies(
            as: Set(Role.allCases.filter { Permission.reach(of: $0, for: .resolveParty) == .agency }))
        return try await office.pool.read { db in
            try db.plansWithQuestions(of: actor == .commandLine ? nil : agencies, limit: Self.longestList).map
            {
                PlanWithQuestions(plan: $0.plan, title: $0.title, number: $0.number, open: $0.open)
            }
        }
    }
}
