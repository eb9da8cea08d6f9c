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
            validFrom: try row.get("valid_from"), validTo: try row.get("valid_to"))
    }

    static let columns: SQL =
        "agency_id, name, abbreviations, kind, level, parent_agency_id, valid_from, valid_to"
}

extension Database {
    package func insert(_ agency: Agency, at instant: Date) throws {
        try execute(
            """
            INSERT INTO agency (\(Agency.columns), created_at)
            VALUES (\(agency.id), \(agency.name), \(try JSONText(agency.abbreviations)), \(agency.kind),
                \(agency.level), \(agency.parent), \(agency.validFrom), \(agency.validTo), \(instant))
            """)
        for successor in agency.successors {
            try execute(
                """
                INSERT INTO agency_successor (agency_id, successor_agency_id)
                VALUES (\(agency.id), \(successor))
                """)
        }
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
