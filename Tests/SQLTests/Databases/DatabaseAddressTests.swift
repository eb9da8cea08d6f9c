import SQL
import Testing

struct DatabaseAddressTests {
    @Test(arguments: [
        ("sqlite:data/loa.db", DatabaseAddress.sqliteFile(path: "data/loa.db")),
        ("sqlite:/var/lib/loa/cơ sở dữ liệu.db", .sqliteFile(path: "/var/lib/loa/cơ sở dữ liệu.db")),
        ("sqlite::memory:", .sqliteMemory),
        ("postgres://loa@localhost/loa", .postgres(url: "postgres://loa@localhost/loa")),
        ("postgresql:///loa?host=/run", .postgres(url: "postgresql:///loa?host=/run")),
    ])
    func `the three forms are read`(text: String, address: DatabaseAddress) {
        #expect(DatabaseAddress(text) == address)
    }

    @Test(arguments: ["", "sqlite:", "loa.db", "mysql://x", "Sqlite:x", "postgres:x", "sqlite:a\u{0}b"])
    func `anything else is refused`(text: String) {
        #expect(DatabaseAddress(text) == nil)
    }

    @Test(arguments: [
        "postgres://loa:s3cret@db.example:5432/loa?sslmode=verify-full",
        "postgres://loa:s3cr@et@db.example:5432/loa",
        "postgresql://db.example:5432/loa?user=loa&password=s3cret",
    ])
    func `what is shown holds no password`(url: String) {
        #expect(DatabaseAddress(url)?.description == "postgres://db.example:5432/loa")
    }
}
