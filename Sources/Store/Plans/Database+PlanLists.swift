package import Domain
import Foundation
package import SQL

/// Which plans a list shows.
package struct PlanFilter: Hashable, Sendable {
    /// Words, with or without marks; all of them must be in the document.
    package var search: String
    /// Empty: all states.
    package var states: Set<Plan.State>
    package var agency: Agency.ID?
    /// Agencies whose drafts may be shown; issued plans are shown to everybody.
    package var draftAgencies: [Agency.ID]
    /// Agencies of which only the drafts of `draftOwner` may be shown.
    package var ownDraftAgencies: [Agency.ID]
    package var draftOwner: Account.ID?
    /// The command line sees all drafts.
    package var showsAllDrafts: Bool

    package init(
        search: String = "", states: Set<Plan.State> = [], agency: Agency.ID? = nil,
        draftAgencies: [Agency.ID] = [],
        ownDraftAgencies: [Agency.ID] = [], draftOwner: Account.ID? = nil, showsAllDrafts: Bool = false
    ) {
        self.search = search
        self.states = states
        self.agency = agency
        self.draftAgencies = draftAgencies
        self.ownDraftAgencies = ownDraftAgencies
        self.draftOwner = draftOwner
        self.showsAllDrafts = showsAllDrafts
    }
}

extension Database {
    /// Plans, the youngest first.
    package func plans(_ filter: PlanFilter, after mark: PageMark?, limit: Int) throws -> Page<Plan> {
        let limit = PageLimit.bounded(limit)
        var plans = try all(Plan.self, planListSQL(filter, after: mark, limit: limit + 1))
        guard plans.count > limit else { return Page(items: plans, next: nil) }
        plans.removeLast()
        let last = plans[limit - 1]
        return Page(
            items: plans, next: PageMark(try Int64(sqlValue: last.receivedAt.sqlValue), last.id.rawValue))
    }

    /// Plans of an agency under one title, the youngest first.
    package func plans(of agency: Agency.ID, titled title: String) throws -> [Plan] {
        try all(
            Plan.self,
            """
            SELECT \(Plan.columns)
            FROM plan
            WHERE plan.agency_id = \(agency) AND plan.title = \(title)
            ORDER BY plan.received_at DESC, plan.plan_id
            LIMIT 10
            """)
    }

    /// Plans that another one replaced, the youngest first.
    package func plans(replacedBy plan: Plan.ID, limit: Int) throws -> [Plan] {
        try all(
            Plan.self,
            """
            SELECT \(Plan.columns)
            FROM plan
            WHERE plan.replaced_by_plan_id = \(plan)
            ORDER BY plan.received_at DESC, plan.plan_id
            LIMIT \(limit)
            """)
    }

    func planListSQL(_ filter: PlanFilter, after mark: PageMark?, limit: Int) -> SQL {
        var conditions: [SQL] = []
        if let keys = mark?.keys {
            conditions.append("(plan.received_at, plan.plan_id) < (\(keys.number), \(keys.text))")
        }
        if let agency = filter.agency { conditions.append("plan.agency_id = \(agency)") }
        if !filter.states.isEmpty {
            conditions.append("plan.state IN (\(list: filter.states.sorted { $0.rawValue < $1.rawValue }))")
        }
        if !filter.showsAllDrafts {
            conditions.append(
                """
                (plan.state IN ('issued', 'withdrawn', 'replaced') OR plan.agency_id IN (\(list: filter.draftAgencies))
                    OR (plan.received_by = \(filter.draftOwner?.rawValue ?? "")
                        AND plan.agency_id IN (\(list: filter.ownDraftAgencies))))
                """)
        }
        if let isFound = SearchTerms.condition(
            filter.search, { "plan.plan_id IN (\(Self.planMatch($0)))" })
        {
            conditions.append(isFound)
        }
        let clause: SQL = conditions.isEmpty ? "" : "WHERE \(conditions.joined(separator: " AND "))"
        return """
            SELECT \(Plan.columns)
            FROM plan
            \(clause)
            ORDER BY plan.received_at DESC, plan.plan_id DESC
            LIMIT \(limit)
            """
    }

    private static func planMatch(_ words: [String]) -> SQL {
        .either(
            sqlite: """
                SELECT plan_search.plan_id
                FROM plan_search_index
                JOIN plan_search ON plan_search.search_number = plan_search_index.rowid
                WHERE plan_search_index MATCH \(SearchTerms.matchForSQLite(words))
                """,
            postgres: """
                SELECT plan_search.plan_id
                FROM plan_search
                WHERE plan_search.vector @@ CAST(\(SearchTerms.matchForPostgres(words)) AS tsquery)
                """)
    }
}
