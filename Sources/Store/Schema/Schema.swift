package import SQL

/// The tables of Loa, in the order in which they came.
///
/// Append only: a released migration is never changed.
package enum Schema {
    package static let migrations: [Migration] = [
        migration("0001-accounts", accounts),
        migration("0002-ledger", ledger),
        migration("0003-plans", plans),
        migration("0004-tasks", tasks),
        Migration("0005-search", sqlite: searchForSQLite, postgres: searchForPostgres),
        migration("0006-agencies", agencies),
        migration("0007-tracker", tracker),
        migration("0008-sign-in-tries", signInTries),
        migration("0009-calendar", calendar),
        migration("0010-api", api),
        migration("0011-notices", notices),
        migration("0012-openid", openID),
        migration("0013-webhooks", webhooks),
        migration("0014-scale", scale),
        migration("0016-evidence", evidence),
        migration("0017-webhook-choice", webhookChoice),
        migration("0018-periods", periods),
    ]

    /// One text for both engines, so that the two can't come apart: PostgreSQL's as written; in
    /// SQLite the tables are STRICT, whose integers and bytes bear other names.
    private static func migration(_ name: String, _ text: String) -> Migration {
        Migration(
            name,
            sqlite: text.replacing("BIGINT", with: "INTEGER").replacing("BYTEA", with: "BLOB")
                .replacing("\n);", with: "\n) STRICT;"),
            postgres: text)
    }
}
