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

    /// Makes SQLite's indexes of words anew where they don't hold as many rows as their tables, as
    /// after a backup of the other engine was restored.
    ///
    /// True when something was to be done.
    @discardableResult
    package func mendSearch() throws -> Bool {
        guard dialect == .sqlite else { return false }
        var isMended = false
        let plans = try value(Int.self, "SELECT COUNT(*) FROM plan_search")
        if try value(Int.self, "SELECT COUNT(*) FROM plan_search_index_docsize") != plans {
            try execute("INSERT INTO plan_search_index (plan_search_index) VALUES ('rebuild')")
            isMended = true
        }
        let tasks = try value(Int.self, "SELECT COUNT(*) FROM task_search")
        if try value(Int.self, "SELECT COUNT(*) FROM task_search_index_docsize") != tasks {
            try execute("INSERT INTO task_search_index (task_search_index) VALUES ('rebuild')")
            isMended = true
        }
        return isMended
    }

    /// Gives parties the key of now where an older Loa gave them another.
    package func mendPartyKeys() throws {
        let rows = try rows("SELECT DISTINCT name, name_key FROM task_party ORDER BY name, name_key")
        for row in rows {
            let name: String = try row.get("name")
            let old: String = try row.get("name_key")
            let key = PartyKey.of(name)
            guard key != old else { continue }
            try execute(
                "UPDATE task_party SET name_key = \(key) WHERE name_key = \(old) AND name = \(name)")
        }
    }
}
