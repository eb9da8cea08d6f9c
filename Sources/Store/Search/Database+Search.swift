import Domain
package import SQL

extension Database {
    /// Enters a new plan's words.
    func insertSearch(_ terms: String, of plan: Plan.ID) throws {
        let number =
            (try value(Int64.self, "SELECT COALESCE(MAX(search_number), 0) FROM plan_search") ?? 0) + 1
        try execute(
            """
            INSERT INTO plan_search (search_number, plan_id, terms)
            VALUES (\(number), \(plan), \(terms))
            """)
        guard dialect == .sqlite else { return }
        try execute("INSERT INTO plan_search_index (rowid, terms) VALUES (\(number), \(terms))")
    }

    func updateSearch(_ terms: String, of plan: Plan.ID) throws {
        try forgetSearch(of: plan)
        try insertSearch(terms, of: plan)
    }

    /// SQLite's index must be told the very words that it holds for a row.
    func forgetSearch(of plan: Plan.ID) throws {
        if dialect == .sqlite {
            try execute(
                """
                INSERT INTO plan_search_index (plan_search_index, rowid, terms)
                SELECT 'delete', search_number, terms
                FROM plan_search
                WHERE plan_id = \(plan)
                """)
        }
        try execute("DELETE FROM plan_search WHERE plan_id = \(plan)")
    }

    /// Enters new tasks' words, by their numbers.
    func insertTaskSearch(_ rows: [(number: Int64, terms: String)]) throws {
        for start in stride(from: 0, to: rows.count, by: 500) {
            let values = rows[start..<min(start + 500, rows.count)].map { row -> SQL in
                "(\(row.number), \(row.terms))"
            }
            .joined(separator: ", ")
            try execute("INSERT INTO task_search (task_number, terms) VALUES \(values)")
            guard dialect == .sqlite else { continue }
            try execute("INSERT INTO task_search_index (rowid, terms) VALUES \(values)")
        }
    }

    /// Removes the words of a plan's tasks, from SQLite's index as well.
    func forgetTaskSearch(of plan: Plan.ID) throws {
        let tasks: SQL = "task_number IN (SELECT task_number FROM task WHERE plan_id = \(plan))"
        if dialect == .sqlite {
            try execute(
                """
                INSERT INTO task_search_index (task_search_index, rowid, terms)
                SELECT 'delete', task_number, terms
                FROM task_search
                WHERE \(tasks)
                """)
        }
        try execute("DELETE FROM task_search WHERE \(tasks)")
        // The deleted words stand in the index until its parts are merged.
        if dialect == .sqlite {
            try execute("INSERT INTO task_search_index (task_search_index) VALUES ('optimize')")
        }
    }

    private static let partyKeySetting = "party.key"

    /// Makes SQLite's indexes of words anew where they don't hold the rows of their tables, as
    /// after a backup of the other engine was restored.
    ///
    /// True when something was to be done.
    @discardableResult
    package func mendSearch() throws -> Bool {
        guard dialect == .sqlite else { return false }
        var isMended = false
        // Both ends of each, not their number: a million rows aren't counted at every start.
        let plans = try ends(
            "(SELECT MIN(search_number) FROM plan_search) AS low, (SELECT MAX(search_number) FROM plan_search) AS high"
        )
        if try ends(
            "(SELECT MIN(id) FROM plan_search_index_docsize) AS low, (SELECT MAX(id) FROM plan_search_index_docsize) AS high"
        ) != plans {
            try execute("INSERT INTO plan_search_index (plan_search_index) VALUES ('rebuild')")
            isMended = true
        }
        let tasks = try ends(
            "(SELECT MIN(task_number) FROM task_search) AS low, (SELECT MAX(task_number) FROM task_search) AS high"
        )
        if try ends(
            "(SELECT MIN(id) FROM task_search_index_docsize) AS low, (SELECT MAX(id) FROM task_search_index_docsize) AS high"
        ) != tasks {
            try execute("INSERT INTO task_search_index (task_search_index) VALUES ('rebuild')")
            isMended = true
        }
        return isMended
    }

    /// Asked for one by one: only so does SQLite look at the ends alone.
    private func ends(_ both: SQL) throws -> [Int64?] {
        guard let row = try rows("SELECT \(both)").first else { return [] }
        return [try row.get("low", as: Int64?.self), try row.get("high", as: Int64?.self)]
    }

    /// Gives parties the key of now where an older Loa gave them another; once for each edition of the key.
    package func mendPartyKeys() throws {
        guard try setting(Self.partyKeySetting) != PartyKey.edition else { return }
        try setSetting(Self.partyKeySetting, to: PartyKey.edition)
        let rows = try rows("SELECT DISTINCT name, name_key FROM task_party ORDER BY name, name_key")
        for row in rows {
            let name: String = try row.get("name")
            let old: String = try row.get("name_key")
            let key = PartyKey.of(name)
            guard key != old else { continue }
            try execute(
                "UPDATE task_party SET name_key = \(key) WHERE name_key = \(old) AND name = \(name)")
            try execute(
                """
                UPDATE task
                SET lead_key = COALESCE((
                    SELECT SUBSTR(MIN(task_party.name_key), 1, 40)
                    FROM task_party
                    WHERE task_party.task_id = task.task_id AND task_party.role = 'lead'
                ), '')
                WHERE task_id IN (
                    SELECT task_id FROM task_party WHERE name_key = \(key) AND name = \(name) AND role = 'lead'
                )
                """)
        }
    }
}
