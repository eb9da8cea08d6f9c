package import Domain
package import SQL

extension AgencyName: RowDecodable {
    package init(row: Row) throws {
        let abbreviations: JSONText<[String]> = try row.get("abbreviations")
        self.init(
            name: try row.get("name"), abbreviations: abbreviations.value,
            validFrom: try row.get("valid_from"), validTo: try row.get("valid_to"))
    }
}

extension AgencyCode: RowDecodable {
    package init(row: Row) throws {
        self.init(
            scheme: try row.get("scheme"), code: try row.get("code"), validFrom: try row.get("valid_from"),
            validTo: try row.get("valid_to"))
    }
}

/// Names, codes and successors of agencies; every change counts the register's version up.
extension Database {
    /// Writes the names of an agency anew, in the order of their time; the last one is in force.
    package func replaceNames(of agency: Agency.ID, by names: [AgencyName]) throws {
        guard let current = names.last else { return }
        try execute("DELETE FROM agency_name WHERE agency_id = \(agency)")
        let rows = try names.enumerated().map { index, one -> SQL in
            """
            (\(agency), \(index + 1), \(one.name), \(try JSONText(one.abbreviations)), \(one.validFrom),
                \(one.validTo))
            """
        }
        try insertRows(
            rows, "INSERT INTO agency_name (agency_id, position, name, abbreviations, valid_from, valid_to)")
        try execute(
            """
            UPDATE agency
            SET name = \(current.name), abbreviations = \(try JSONText(current.abbreviations))
            WHERE agency_id = \(agency)
            """)
        try touchAgencies()
    }

    package func names(of agency: Agency.ID) throws -> [AgencyName] {
        try all(
            AgencyName.self,
            """
            SELECT name, abbreviations, valid_from, valid_to
            FROM agency_name
            WHERE agency_id = \(agency)
            ORDER BY position
            """)
    }

    package func insert(_ codes: [(agency: Agency.ID, code: AgencyCode)]) throws {
        let rows = codes.map { agency, one -> SQL in
            "(\(agency), \(one.scheme), \(one.code), \(one.validFrom), \(one.validTo))"
        }
        try insertRows(rows, "INSERT INTO agency_code (agency_id, scheme, code, valid_from, valid_to)")
        if !codes.isEmpty { try touchAgencies() }
    }

    package func hasUnitCodes() throws -> Bool {
        try value(Int.self, "SELECT 1 FROM agency_code WHERE scheme = 'unit' LIMIT 1") != nil
    }

    /// Whether there was such a code.
    package func deleteCode(_ code: String, _ scheme: Agency.CodeScheme, of agency: Agency.ID) throws -> Bool
    {
        try touchAgencies()
        return try execute(
            "DELETE FROM agency_code WHERE agency_id = \(agency) AND scheme = \(scheme) AND code = \(code)")
            > 0
    }

    package func insert(_ succession: Succession, of agency: Agency.ID) throws {
        try execute(
            """
            INSERT INTO agency_successor (agency_id, successor_agency_id, part)
            VALUES (\(agency), \(succession.successor), \(succession.part))
            ON CONFLICT (agency_id, successor_agency_id) DO UPDATE SET part = excluded.part
            """)
        try touchAgencies()
    }

    /// Writes what may change of an agency besides its names.
    package func update(_ agency: Agency) throws {
        let moves = try self.agency(agency.id)?.parent != agency.parent
        if moves { try countBranch(of: agency.id, sign: -1) }
        try execute(
            """
            UPDATE agency
            SET kind = \(agency.kind), level = \(agency.level), parent_agency_id = \(agency.parent),
                valid_from = \(agency.validFrom), valid_to = \(agency.validTo), place = \(agency.place)
            WHERE agency_id = \(agency.id)
            """)
        if moves { try countBranch(of: agency.id, sign: 1) }
        try touchAgencies()
    }

    /// Everything about agencies, for the register in memory; some ten thousands at most.
    package func agencyRegister() throws -> AgencyRegister {
        let version = try agencyVersion()
        var names: [Agency.ID: [AgencyName]] = [:]
        for row in try rows(
            """
            SELECT agency_id, name, abbreviations, valid_from, valid_to
            FROM agency_name
            ORDER BY agency_id, position
            """)
        {
            names[try row.get("agency_id"), default: []].append(try AgencyName(row: row))
        }
        var codes: [Agency.ID: [AgencyCode]] = [:]
        for row in try rows(
            """
            SELECT agency_id, scheme, code, valid_from, valid_to
            FROM agency_code
            ORDER BY agency_id, scheme, valid_from, code
            """)
        {
            codes[try row.get("agency_id"), default: []].append(try AgencyCode(row: row))
        }
        var successions: [Agency.ID: [Succession]] = [:]
        for row in try rows(
            """
            SELECT agency_id, successor_agency_id, part
            FROM agency_successor
            ORDER BY agency_id, successor_agency_id
            """)
        {
            successions[try row.get("agency_id"), default: []].append(
                Succession(try row.get("successor_agency_id"), part: try row.get("part")))
        }
        let entries = try all(
            Agency.self, "SELECT \(Agency.columns) FROM agency ORDER BY created_at, agency_id"
        )
        .map { agency in
            var agency = agency
            let after = successions[agency.id] ?? []
            agency.successors = after.map(\.successor)
            return AgencyRegister.Entry(
                agency: agency, names: names[agency.id] ?? [], codes: codes[agency.id] ?? [],
                successions: after)
        }
        return AgencyRegister(version: version, entries: entries)
    }
}
