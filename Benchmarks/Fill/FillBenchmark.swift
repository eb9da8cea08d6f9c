import Domain
import Foundation
import Operations
import Postgres
import SQL
import SQLite
import Store
import Trust

/// Fills an empty database with a generated country and prints what was written and how long it took, as JSON.
///
/// Usage: `fill-bench DATABASE [--tasks N] [--plans N] [--seed N] [--people FILE]`. The file gets the sessions, tokens
/// and identifiers that a load generator needs; it is readable by its owner only.
@main
struct FillBenchmark {
    private var database = ""
    private var tasks = 1_000_000
    private var plans: Int?
    private var seed: UInt64 = 2_026
    private var people: String?

    /// Plans written by one transaction.
    private static let batch = 250

    static func main() async throws {
        var bench = FillBenchmark()
        var words = CommandLine.arguments.dropFirst()
        while let word = words.popFirst() {
            switch word {
            case "--tasks": bench.tasks = words.popFirst().flatMap(Int.init) ?? 0
            case "--plans": bench.plans = words.popFirst().flatMap(Int.init)
            case "--seed": bench.seed = words.popFirst().flatMap(UInt64.init) ?? 0
            case "--people": bench.people = words.popFirst()
            default: bench.database = word
            }
        }
        guard let address = DatabaseAddress(bench.database), bench.tasks > 0 else {
            FileHandle.standardError.write(
                Data("usage: fill-bench DATABASE [--tasks N] [--plans N] [--seed N] [--people FILE]\n".utf8))
            exit(64)
        }
        let pool: any DatabasePool =
            switch address {
            case .sqliteFile(let path): try await SQLitePool.open(.init(.file(path)))
            case .sqliteMemory: try await SQLitePool.open(.init(.memory))
            case .postgres(let url):
                try await PostgresPool.open(.init(url: url, statementTimeoutMilliseconds: 600_000))
            }
        try await bench.fill(pool)
        await pool.close()
    }

    private func fill(_ pool: any DatabasePool) async throws {
        let clock = ContinuousClock()
        let office = Office(pool: pool, passwords: PasswordHasher(parameters: .cheapest))
        try await office.prepare()
        var numbers = SeededNumbers(seed: seed)
        var start = clock.now
        let country = try await BenchOffice.make(in: office, &numbers)
        let countrySeconds = (clock.now - start) / .seconds(1)
        let generated = GeneratedPlans(
            country, today: office.today, seed: seed, plans: plans ?? max(1, tasks / 100), tasks: tasks)

        start = clock.now
        var samples = Samples()
        var history: [NewLedgerEntry] = []
        let tables = Database.importedTables
        let setAside = try await pool.write { db in try SetAside(from: tables, in: db) }
        var ready = try await Self.batch(of: generated, from: 0)
        while !ready.isEmpty {
            let (writing, next) = (ready, ready[ready.count - 1].number + 1)
            // The next ones are made while these are written.
            async let following = Self.batch(of: generated, from: next)
            try await pool.write { db in
                try db.insert(writing.map { ($0.plan, $0.terms) })
                try db.appendToLedger(writing.map { generated.ledger(of: $0.plan).issue })
            }
            for one in writing {
                samples.take(one.plan)
                history += generated.ledger(of: one.plan).history
            }
            ready = try await following
        }
        let loadSeconds = (clock.now - start) / .seconds(1)
        try await pool.write { db in
            try setAside.restore(in: db)
            try SetAside.analyze(tables, in: db)
        }
        let importSeconds = (clock.now - start) / .seconds(1)

        start = clock.now
        let entries = history
        for begin in stride(from: 0, to: entries.count, by: 50_000) {
            try await pool.write { db in
                try db.appendToLedger(Array(entries[begin..<min(begin + 50_000, entries.count)]))
            }
        }
        let historySeconds = (clock.now - start) / .seconds(1)
        try await report(
            pool, country, samples,
            [
                "country": countrySeconds, "load": loadSeconds, "import": importSeconds,
                "history": historySeconds,
            ])
    }

    private struct Ready: Sendable {
        var number: Int
        var plan: ImportedPlan
        var terms: ImportedTerms
    }

    @concurrent
    private static func batch(of generated: GeneratedPlans, from first: Int) async throws -> [Ready] {
        guard first < generated.plans else { return [] }
        return (first..<min(first + Self.batch, generated.plans)).map { number in
            let plan = generated.plan(number)
            return Ready(number: number, plan: plan, terms: ImportedTerms(plan))
        }
    }

    /// Plans and tasks that the load asks for: of all times, a thousand of each.
    private struct Samples: Sendable {
        var plans: [String] = []
        var tasks: [String] = []
        private var seen = 0

        mutating func take(_ plan: ImportedPlan) {
            seen += 1
            guard seen % 10 == 0 || seen < 10 else { return }
            plans.append(plan.record.plan.id.rawValue)
            tasks += plan.tasks.prefix(2).map(\.id.rawValue)
        }
    }

    private func report(
        _ pool: any DatabasePool, _ country: BenchOffice, _ samples: Samples, _ seconds: [String: Double]
    ) async throws {
        let rows = try await pool.read { db in try Self.counts(db) }
        let peak =
            try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
            .split(separator: "\n").first { $0.hasPrefix("VmHWM:") }.flatMap { Int($0.filter(\.isNumber)) }
            ?? 0
        var processor = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &processor)
        let told: [String: Any] = [
            "seconds": seconds, "rows": rows, "peakKiB": peak,
            "cpuSeconds": Double(processor.tv_sec) + Double(processor.tv_nsec) / 1_000_000_000,
            "seed": Int(seed),
        ]
        print(
            String(
                decoding: try JSONSerialization.data(withJSONObject: told, options: [.sortedKeys]),
                as: UTF8.self))
        guard let people else { return }
        let load: [String: Any] = [
            "sessions": country.people.compactMap { one in
                one.session.map { ["token": $0, "agency": one.agency.rawValue, "role": one.role.rawValue] }
            },
            "api": country.apiTokens.map { ["secret": $0.secret, "agency": $0.agency.rawValue] },
            "provinces": country.provinces.map(\.agency.id.rawValue), "plans": samples.plans,
            "tasks": samples.tasks, "leads": PlanWords.departments, "words": PlanWords.objects,
        ]
        let data = try JSONSerialization.data(withJSONObject: load, options: [.sortedKeys])
        guard
            FileManager.default.createFile(
                atPath: people, contents: data, attributes: [.posixPermissions: 0o600])
        else { throw CocoaError(.fileWriteUnknown) }
    }

    private static func counts(_ db: Database) throws -> [String: Int] {
        let tables: [(String, SQL)] = [
            ("agency", "SELECT COUNT(*) FROM agency"), ("account", "SELECT COUNT(*) FROM account"),
            ("plan", "SELECT COUNT(*) FROM plan"), ("task", "SELECT COUNT(*) FROM task"),
            ("task_party", "SELECT COUNT(*) FROM task_party"),
            ("task_search", "SELECT COUNT(*) FROM task_search"),
            ("task_assignee", "SELECT COUNT(*) FROM task_assignee"),
            ("task_desk", "SELECT COUNT(*) FROM task_desk"),
            ("contribution", "SELECT COUNT(*) FROM contribution"),
            ("task_period", "SELECT COUNT(*) FROM task_period"),
            ("agency_week", "SELECT COUNT(*) FROM agency_week"),
            ("ledger", "SELECT COUNT(*) FROM ledger"),
        ]
        return try Dictionary(uniqueKeysWithValues: tables.map { ($0, try db.value(Int.self, $1) ?? 0) })
    }
}
