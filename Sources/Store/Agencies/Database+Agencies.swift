package import Domain
package import Foundation
package import SQL

extension Agency: RowDecodable {
    /// Successors come from their own table.
    package init(row: Row) throws {
        let abbreviations: JSONText<[String]> = try row.get("abbreviations")
        self.init(
            id: try row.get("agency_id"), name: try row.get("name"), abbreviations: abbreviations.value,
            kind: try row.get("kind"), level: try row.get("level"), parent: try row.get("parent_agency_id"),
            validFrom: try row.get("valid_from"), validTo: try row.get("valid_to"),
            place: try row.get("place"))
    }

    static let columns: SQL =
        "agency_id, name, abbreviations, kind, level, parent_agency_id, valid_from, valid_to, place"
}

extension Database {
    /// Enters an agency with its name for all of its time, and its successors.
    package func insert(_ agency: Agency, at instant: Date) throws {
        try insert([agency], at: instant)
    }

    /// Enters agencies, each after its parent.
    package func insert(_ agencies: [Agency], at instant: Date) throws {
        let rows = try agencies.map { agency -> SQL in
            """
            (\(agency.id), \(agency.name), \(try JSONText(agency.abbreviations)), \(agency.kind),
                \(agency.level), \(agency.parent), \(agency.validFrom), \(agency.validTo), \(agency.place),
                \(instant))
            """
        }
        try insertRows(rows, "INSERT INTO agency (\(Agency.columns), created_at)")
        try insertFirstNames(of: agencies)
        for agency in agencies {
            for successor in agency.successors { try insert(Succession(successor), of: agency.id) }
        }
        try touchAgencies()
    }

    /// At most 200 rows to a statement: well below the bound on values.
    func insertRows(_ rows: [SQL], _ head: SQL) throws {
        for start in stride(from: 0, to: rows.count, by: 200) {
            let values = rows[start..<min(start + 200, rows.count)].joined(separator: ", ")
            try execute("\(head) VALUES \(values)")
        }
    }

    func insertFirstNames(of agencies: [Agency]) throws {
        let rows = try agencies.map { agency -> SQL in
            """
            (\(agency.id), 1, \(agency.name), \(try JSONText(agency.abbreviations)), \(agency.validFrom),
                \(agency.validTo))
            """
        }
        try insertRows(
            rows, "INSERT INTO agency_name (agency_id, position, name, abbreviations, valid_from, valid_to)")
    }

    /// Gives their names to agencies of a store that knew none in time.
    package func mendAgencyNames() throws {
        let nameless = try all(
            Agency.self,
            """
            SELECT \(Agency.columns)
            FROM agency
            WHERE NOT EXISTS (SELECT 1 FROM agency_name WHERE agency_name.agency_id = agency.agency_id)
            ORDER BY agency_id
            """)
        guard !nameless.isEmpty else { return }
        try insertFirstNames(of: nameless)
        try touchAgencies()
    }

    /// Says that the register of agencies has changed, to whoever keeps it in memory.
    package func touchAgencies() throws {
        try execute(
            """
            INSERT INTO setting (name, value)
            VALUES ('agency.version', '1')
            ON CONFLICT (name) DO UPDATE SET value = CAST(CAST(setting.value AS BIGINT) + 1 AS TEXT)
            """)
    }

    /// Goes up with every change of an agency, its names, codes or successors.
    package func agencyVersion() throws -> Int {
        Int(try value(String.self, "SELECT value FROM setting WHERE name = 'agency.version'") ?? "0") ?? 0
    }

    package func agency(_ id: Agency.ID) throws -> Agency? {
        guard
            var agency = try first(
                Agency.self, "SELECT \(Agency.columns) FROM agency WHERE agency_id = \(id)")
        else {
            return nil
        }
        agency.successors = try values(
            Agency.ID.self,
            """
            SELECT successor_agency_id
            FROM agency_successor
            WHERE agency_id = \(id)
            ORDER BY successor_agency_id
            """)
        return agency
    }

    /// All agencies, by the time when they were entered; there are some thousands at most.
    package func agencies() throws -> [Agency] {
        var successors: [Agency.ID: [Agency.ID]] = [:]
        let rows = try rows(
            "SELECT agency_id, successor_agency_id FROM agency_successor ORDER BY agency_id, successor_agency_id"
        )
        for row in rows {
            successors[try row.get("agency_id"), default: []].append(try row.get("successor_agency_id"))
        }
        return try all(Agency.self, "SELECT \(Agency.columns) FROM agency ORDER BY created_at, agency_id").map
        {
            var agency = $0
            agency.successors = successors[agency.id] ?? []
            return agency
        }
    }

    /// Agencies right below one that have no end yet.
    package func liveAgencies(below parent: Agency.ID) throws -> [Agency] {
        try all(
            Agency.self,
            """
            SELECT \(Agency.columns)
            FROM agency
            WHERE parent_agency_id = \(parent) AND valid_to IS NULL
            ORDER BY created_at, agency_id
            """)
    }

    /// The agency, its parent, and so on up to the top.
    package func agencyPath(_ id: Agency.ID) throws -> [Agency.ID] {
        try values(
            Agency.ID.self,
            """
            WITH RECURSIVE above (agency_id, parent_agency_id, depth) AS (
                SELECT agency_id, parent_agency_id, 0 FROM agency WHERE agency_id = \(id)
                UNION ALL
                SELECT agency.agency_id, agency.parent_agency_id, above.depth + 1
                FROM agency JOIN above ON agency.agency_id = above.parent_agency_id
                WHERE above.depth < 20
            )
            SELECT agency_id FROM above ORDER BY depth
            """)
    }
}
