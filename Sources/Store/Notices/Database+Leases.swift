package import Foundation
package import SQL

/// Work that only one server may do at a time, and how far it has come.
extension Database {
    /// Takes or prolongs a lease; false while another holder's lasts.
    package func takeLease(_ name: String, for holder: String, at now: Date, until end: Date) throws -> Bool {
        try execute(
            """
            INSERT INTO work_lease (name, holder, until)
            VALUES (\(name), \(holder), \(end))
            ON CONFLICT (name) DO UPDATE
            SET holder = excluded.holder, until = excluded.until
            WHERE work_lease.holder = excluded.holder OR work_lease.until <= \(now)
            """) == 1
    }

    package func dropLease(_ name: String, of holder: String) throws {
        try execute("DELETE FROM work_lease WHERE name = \(name) AND holder = \(holder)")
    }

    package func workMark(_ name: String) throws -> Int64? {
        try value(Int64.self, "SELECT value FROM work_mark WHERE name = \(name)")
    }

    package func setWorkMark(_ name: String, _ value: Int64) throws {
        try execute(
            """
            INSERT INTO work_mark (name, value)
            VALUES (\(name), \(value))
            ON CONFLICT (name) DO UPDATE
            SET value = excluded.value
            """)
    }
}
