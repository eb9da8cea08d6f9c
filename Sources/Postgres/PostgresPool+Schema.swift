import SQL

/// Several Loas, or tests, may share one database, each in a schema of its own.
extension PostgresPool {
    /// Makes an empty schema; the name is of a to z, 0 to 9 and underscore.
    package func createSchema(_ name: String) async throws {
        try await command("CREATE SCHEMA \(checked(name))")
    }

    /// Deletes a schema with everything in it.
    package func dropSchema(_ name: String) async throws {
        try await command("DROP SCHEMA \(checked(name)) CASCADE")
    }

    func checked(_ name: String) -> String {
        let isPlain = name.utf8.allSatisfy {
            $0 == 0x5F || (0x61...0x7A).contains($0) || (0x30...0x39).contains($0)
        }
        precondition(!name.isEmpty && isPlain, "A name is made of a to z, 0 to 9 and underscore.")
        return name
    }
}
