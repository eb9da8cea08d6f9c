package import Domain
package import Foundation
package import SQL

/// A password that is being checked just now, for an account's name from an address.
package struct SignInTry: Hashable, Sendable {
    package typealias ID = Identifier<SignInTry>

    package var id: ID
    package var name: String
    package var address: String
    package var bookedAt: Date

    package init(id: ID, name: String, address: String, bookedAt: Date) {
        self.id = id
        self.name = name
        self.address = address
        self.bookedAt = bookedAt
    }
}

extension Database {
    package func book(_ signInTry: SignInTry) throws {
        try execute(
            """
            INSERT INTO sign_in_try (sign_in_try_id, account_name, address, booked_at)
            VALUES (\(signInTry.id), \(signInTry.name), \(signInTry.address), \(signInTry.bookedAt))
            """)
    }

    /// Tries under way, of all servers; those booked before an instant are left aside.
    package func bookedTries(
        _ kind: SignInThrottle.Kind, _ subject: String, since instant: Date? = nil
    ) throws -> Int {
        let condition: SQL =
            switch kind {
            case .account: "account_name = \(subject)"
            case .address: "address = \(subject)"
            }
        let isRecent: SQL = instant.map { "booked_at >= \($0)" } ?? "1 = 1"
        return try value(
            Int.self, "SELECT COUNT(*) FROM sign_in_try WHERE \(condition) AND \(isRecent)") ?? 0
    }

    package func endTry(_ id: SignInTry.ID) throws {
        try execute("DELETE FROM sign_in_try WHERE sign_in_try_id = \(id)")
    }

    package func deleteTries(bookedBefore instant: Date) throws {
        try execute("DELETE FROM sign_in_try WHERE booked_at < \(instant)")
    }
}
