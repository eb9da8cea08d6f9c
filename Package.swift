// swift-tools-version: 6.2
// The rooms of Loa, floor by floor; a target imports only from floors below it (docs/architecture.md).
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]

/// A Swift room; wrappers of C libraries also check memory safety word by word.
func room(
    _ name: String, _ dependencies: [Target.Dependency] = [], wrapsC: Bool = false, resources: [Resource] = []
)
    -> Target
{
    .target(
        name: name, dependencies: dependencies, resources: resources,
        swiftSettings: strict + (wrapsC ? [.strictMemorySafety()] : []))
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(
        name: name + "Tests", dependencies: dependencies, exclude: excluded(name), swiftSettings: strict)
}

/// Folders of a test target that hold data, read from the source tree by path.
func excluded(_ name: String) -> [String] {
    switch name {
    case "PlanReader", "HTTPEngine", "Store", "Documents", "Operations": ["Fixtures"]
    case "Site": ["__Snapshots__"]
    default: []
    }
}

let package = Package(
    name: "loa",
    targets: [
        // C: module maps and inline shims.
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CArgon2", pkgConfig: "libargon2", providers: [.apt(["libargon2-dev"])]),
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(
            name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CEpoll"),
        .systemLibrary(name: "CSpawn"),

        // Base.
        room("Locks", wrapsC: true),
        room("SQL", ["Locks"]),
        room("SQLite", ["SQL", "Locks", "CSQLite"], wrapsC: true),
        room("Postgres", ["SQL", "Locks", "CPostgres"], wrapsC: true),
        room("HTTP", ["Locks"]),
        room("HTTPEngine", ["HTTP", "Locks", "CEpoll", "CZlib"], wrapsC: true),
        room("Curl", ["CCurl"], wrapsC: true),
        room("Download", ["Curl", "CCurl", "Locks"]),
        room("Mail", ["Curl", "CCurl"]),
        room("Markup"),
        room("Vietnamese"),

        // Engines.
        room("PlanReader", ["Vietnamese"]),
        room("Documents", ["Vietnamese", "Locks", "CXlsxWriter", "CSpawn"], wrapsC: true),
        room("Trust", ["Locks", "CCrypto", "CArgon2"], wrapsC: true),

        // Core.
        room("Domain"),
        room("Store", ["SQL", "Domain", "Trust", "Vietnamese"]),
        room(
            "Operations",
            ["Store", "SQL", "Domain", "PlanReader", "Documents", "Trust", "Vietnamese", "Locks"]),

        // Edge.
        room(
            "Site",
            ["HTTP", "Markup", "Operations", "Store", "Domain", "Documents", "Trust", "Vietnamese", "Locks"],
            resources: [.embedInCode("Assets")]),

        // Programs.
        .executableTarget(
            name: "loa",
            dependencies: [
                "Site", "Operations", "Store", "Domain", "PlanReader", "Documents", "Trust", "SQL", "SQLite",
                "Postgres", "HTTP", "HTTPEngine", "Vietnamese", "Locks", "Mail", "Download",
            ],
            swiftSettings: strict),
        .executableTarget(name: "loa-player", dependencies: ["Trust", "Download"], swiftSettings: strict),
        .executableTarget(
            name: "reader-bench", dependencies: ["PlanReader"], path: "Benchmarks/Reader",
            swiftSettings: strict),
        .executableTarget(
            name: "fill-bench",
            dependencies: ["Operations", "Store", "Domain", "Trust", "SQL", "SQLite", "Postgres"],
            path: "Benchmarks/Fill", swiftSettings: strict),
        .executableTarget(
            name: "objects-bench",
            dependencies: ["Operations", "Domain", "Trust", "SQL", "SQLite", "Locks"],
            path: "Benchmarks/Objects", swiftSettings: strict),

        // Tests.
        .target(
            name: "TestSupport", dependencies: ["SQL", "SQLite", "Postgres", "Locks"],
            path: "Tests/TestSupport",
            swiftSettings: strict),
        tests("SQL", ["SQL", "SQLite", "Postgres", "TestSupport", "Locks"]),
        tests("HTTP", ["HTTP", "Locks"]),
        tests("HTTPEngine", ["HTTP", "HTTPEngine", "Locks", "CEpoll", "CZlib"]),
        tests("Markup", ["Markup"]),
        tests("Vietnamese", ["Vietnamese"]),
        tests("PlanReader", ["PlanReader", "Vietnamese"]),
        tests("Documents", ["Documents", "Vietnamese", "Locks"]),
        tests("Trust", ["Trust"]),
        tests("Download", ["Download", "Locks"]),
        tests("Mail", ["Mail"]),
        // Writes repositories for other people's TUF clients to read (Tests/Acceptance/trust).
        .executableTarget(
            name: "trust-fixture", dependencies: ["Trust"], path: "Tests/TrustFixture", swiftSettings: strict),
        tests("Domain", ["Domain"]),
        tests("Store", ["Store", "SQL", "Domain", "TestSupport"]),
        tests(
            "Operations",
            [
                "Operations", "Store", "SQL", "Domain", "Trust", "PlanReader", "Documents", "TestSupport",
                "Locks",
            ]),
        tests(
            "Site",
            [
                "Site", "HTTP", "Markup", "Operations", "Store", "SQL", "Domain", "Documents", "Trust",
                "TestSupport",
                "Locks",
            ]),
    ],
    swiftLanguageModes: [.v6]
)
