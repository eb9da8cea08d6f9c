package import Domain
package import Foundation
package import SQL

/// A party as a plan's task names it.
package struct NamedParty: RowDecodable, Sendable, Hashable {
    package var task: Plan.Task.ID
    package var role: PartyRole
    package var position: Int
    package var name: String
    package var key: String
    /// Chosen when the draft was corrected.
    package var agency: Agency.ID?

    package init(row: Row) throws {
        task = try row.get("task_id")
        role = try row.get("role")
        position = try row.get("position")
        name = try row.get("name")
        key = try row.get("name_key")
        agency = try row.get("agency_id")
    }
}

/// What a person answered about a party, to be remembered for the next plan of the same issuer.
package struct PartyAnswer: Sendable, Hashable {
    package typealias ID = Identifier<PartyAnswer>

    package var id: ID
    package var issuer: Agency.ID
    package var key: String
    /// Days of plans for which it holds, both ends included.
    package var validFrom: CalendarDay?
    package var validTo: CalendarDay?
    /// None: the words mean nobody in the register.
    package var agencies: [Agency.ID]
    package var answeredAt: Date
    package var answeredBy: Account.ID?

    package init(
        id: ID, issuer: Agency.ID, key: String, validFrom: CalendarDay?, validTo: CalendarDay?,
        agencies: [Agency.ID], answeredAt: Date, answeredBy: Account.ID?
    ) {
        self.id = id
        self.issuer = issuer
        self.key = key
        self.validFrom = validFrom
        self.validTo = validTo
        self.agencies = agencies
        self.answeredAt = answeredAt
        self.answeredBy = answeredBy
    }

    package func isValid(on day: CalendarDay) -> Bool {
        (validFrom ?? day) <= day && day <= (validTo ?? day)
    }
}

extension PartyQuestion: RowDecodable {
    package init(row: Row) throws {
        self.init(
            plan: try row.get("plan_id"), key: try row.get("party_key"), name: try row.get("name"),
            kind: try row.get("kind"), askedAt: try row.get("asked_at"),
            answeredAt: try row.get("answered_at"), answeredBy: try row.get("answered_by"))
    }

    static let columns: SQL = "plan_id, party_key, name, kind, asked_at, answered_at, answered_by"
}

extension Database {
    /// The parties of a plan's tasks in the order of the document; those with one key only, where it is given.
    package func namedParties(of plan: Plan.ID, key: String? = nil) throws -> [NamedParty] {
        let narrowed: SQL = key.map { "AND task_party.name_key = \($0)" } ?? ""
        return try all(
            NamedParty.self,
            """
            SELECT task_party.task_id, task_party.role, task_party.position, task_party.name, task_party.name_key,
                task_party.agency_id
            FROM task
            JOIN task_party ON task_party.task_id = task.task_id
            WHERE task.plan_id = \(plan) \(narrowed)
            ORDER BY task.position, task_party.role, task_party.position
            """)
    }

    /// The first day that a plan's tasks name; nil where they name none.
    package func firstDeadline(of plan: Plan.ID) throws -> CalendarDay? {
        try value(
            CalendarDay.self,
            """
            SELECT printed_day
            FROM task
            WHERE plan_id = \(plan) AND printed_day IS NOT NULL
            ORDER BY printed_day
            LIMIT 1
            """)
    }

    // MARK: - Questions

    /// Asks; what was asked before is asked anew.
    package func insert(_ questions: [PartyQuestion]) throws {
        for start in stride(from: 0, to: questions.count, by: 200) {
            let rows = questions[start..<min(start + 200, questions.count)].map { one -> SQL in
                let state: SQL = one.isOpen ? "'open'" : "'answered'"
                return """
                    (\(one.plan), \(one.key), \(one.name), \(one.kind), \(one.askedAt), \(one.answeredAt),
                        \(one.answeredBy), \(state))
                    """
            }
            try execute(
                """
                INSERT INTO party_question (\(PartyQuestion.columns), state)
                VALUES \(rows.joined(separator: ", "))
                ON CONFLICT (plan_id, party_key) DO UPDATE
                SET kind = excluded.kind, state = excluded.state, answered_at = excluded.answered_at,
                    answered_by = excluded.answered_by
                """)
        }
    }

    package func partyQuestion(of plan: Plan.ID, key: String) throws -> PartyQuestion? {
        try first(
            PartyQuestion.self,
            "SELECT \(PartyQuestion.columns) FROM party_question WHERE plan_id = \(plan) AND party_key = \(key)"
        )
    }

    package func partyQuestions(of plan: Plan.ID) throws -> [PartyQuestion] {
        try all(
            PartyQuestion.self,
            """
            SELECT \(PartyQuestion.columns)
            FROM party_question
            WHERE plan_id = \(plan)
            ORDER BY asked_at, party_key
            """)
    }

    package func openQuestionCount(of plan: Plan.ID) throws -> Int {
        try value(
            Int.self, "SELECT COUNT(*) FROM party_question WHERE plan_id = \(plan) AND state = 'open'") ?? 0
    }

    /// Plans with open questions and how many; of some agencies only, where they are given.
    package func plansWithQuestions(of agencies: [Agency.ID]?, limit: Int) throws
        -> [(plan: Plan.ID, title: String, number: String?, open: Int)]
    {
        let narrowed: SQL = agencies.map { "AND plan.agency_id IN (\(list: $0))" } ?? ""
        return try rows(
            """
            SELECT plan.plan_id, plan.title, plan.number, COUNT(*) AS open_count
            FROM party_question
            JOIN plan ON plan.plan_id = party_question.plan_id
            WHERE party_question.state = 'open' AND plan.state = 'issued' \(narrowed)
            GROUP BY plan.plan_id, plan.title, plan.number, plan.issued_at
            ORDER BY plan.issued_at DESC, plan.plan_id
            LIMIT \(limit)
            """
        ).map {
            (try $0.get("plan_id"), try $0.get("title"), try $0.get("number"), try $0.get("open_count"))
        }
    }

    package func answerQuestion(
        of plan: Plan.ID, key: String, by account: Account.ID?, at instant: Date
    ) throws {
        try execute(
            """
            UPDATE party_question
            SET state = 'answered', answered_at = \(instant), answered_by = \(account)
            WHERE plan_id = \(plan) AND party_key = \(key)
            """)
    }

    // MARK: - Answers

    package func insert(_ answer: PartyAnswer) throws {
        try execute(
            """
            INSERT INTO party_answer (party_answer_id, agency_id, party_key, valid_from, valid_to, answered_at,
                answered_by)
            VALUES (\(answer.id), \(answer.issuer), \(answer.key), \(answer.validFrom), \(answer.validTo),
                \(answer.answeredAt), \(answer.answeredBy))
            """)
        try insertRows(
            answer.agencies.enumerated().map { index, agency in "(\(answer.id), \(index + 1), \(agency))" },
            "INSERT INTO party_answer_agency (party_answer_id, position, agency_id)")
    }

    /// The last answer of an issuer about each party that it was ever asked about.
    package func partyAnswers(of issuer: Agency.ID) throws -> [String: PartyAnswer] {
        var agencies: [PartyAnswer.ID: [Agency.ID]] = [:]
        for row in try rows(
            """
            SELECT party_answer_agency.party_answer_id, party_answer_agency.agency_id
            FROM party_answer
            JOIN party_answer_agency ON party_answer_agency.party_answer_id = party_answer.party_answer_id
            WHERE party_answer.agency_id = \(issuer)
            ORDER BY party_answer_agency.party_answer_id, party_answer_agency.position
            """)
        {
            agencies[try row.get("party_answer_id"), default: []].append(try row.get("agency_id"))
        }
        var result: [String: PartyAnswer] = [:]
        for row in try rows(
            """
            SELECT party_answer_id, party_key, valid_from, valid_to, answered_at, answered_by
            FROM party_answer
            WHERE agency_id = \(issuer)
            ORDER BY answered_at, party_answer_id
            """)
        {
            let id: PartyAnswer.ID = try row.get("party_answer_id")
            let key: String = try row.get("party_key")
            result[key] = PartyAnswer(
                id: id, issuer: issuer, key: key, validFrom: try row.get("valid_from"),
                validTo: try row.get("valid_to"), agencies: agencies[id] ?? [],
                answeredAt: try row.get("answered_at"), answeredBy: try row.get("answered_by"))
        }
        return result
    }
}
