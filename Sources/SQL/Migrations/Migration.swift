/// One step of the schema; once released it is never changed, only followed.
package struct Migration: Sendable {
    /// Stable and unique, such as `0003-plan-task`.
    package let name: String
    let sqlite: String
    let postgres: String

    /// Each text may hold several statements; it runs in one transaction, so it
    /// must not begin or end one.
    package init(_ name: String, sqlite: String, postgres: String) {
        self.name = name
        self.sqlite = sqlite
        self.postgres = postgres
    }

    func text(for dialect: Dialect) -> String {
        switch dialect {
        case .sqlite: sqlite
        case .postgres: postgres
        }
    }

    /// Over both texts, so that a backup of one engine knows the other's schema.
    var checksum: String {
        var sum = Checksum()
        for part in [name, sqlite, postgres] {
            sum.update(Array(part.utf8))
            sum.update([0])
        }
        return sum.hexadecimal
    }
}
