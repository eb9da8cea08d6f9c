import Foundation
import Locks
import Operations
import Trust

/// Publishes into a store of players, and reads metadata, for `scripts/bench` and for the test that reads all the while.
///
/// Prints one line of JSON. `publish FOLDER OBJECTS TIMES` publishes one release after the other into a store of so many
/// objects; `read FOLDER TIMES` does the same while clients read, and fails when one of them is disturbed;
/// `canonical FILE SECONDS` writes metadata
/// in its canonical form; `verify FILE SECONDS` reads a root and verifies it.
@main
enum ObjectsBenchmark {
    static func main() async throws {
        let words = Array(CommandLine.arguments.dropFirst())
        let numbers = words.dropFirst(2).compactMap(Int.init)
        switch (words.first, words.count, numbers.count) {
        case ("publish", 4, 2): try await publish(into: words[1], objects: numbers[0], times: numbers[1])
        case ("read", 3, 1): try await read(words[1], times: numbers[0])
        case ("canonical", 3, 1): try canonical(words[1], seconds: numbers[0])
        case ("verify", 3, 1): try verify(words[1], seconds: numbers[0])
        default:
            let usage =
                "usage: objects-bench publish FOLDER OBJECTS TIMES | read FOLDER TIMES"
                + " | canonical FILE SECONDS | verify FILE SECONDS\n"
            FileHandle.standardError.write(Data(usage.utf8))
            exit(64)
        }
    }

    private static func publish(into folder: String, objects: Int, times: Int) async throws {
        let store = try await BenchStore(folder)
        try await store.fill(objects)
        let changes = (0..<times).map(store.changes)
        var (wall, processor): ([Double], [Double]) = ([], [])
        var bytes = 0
        for one in changes {
            let (start, before) = (ContinuousClock.now, processorSeconds())
            let written = try await store.publish(one)
            wall.append((ContinuousClock.now - start) / .milliseconds(1))
            processor.append((processorSeconds() - before) * 1_000)
            bytes += try written.reduce(0) { try $0 + (store.store.metadata($1)?.count ?? 0) }
        }
        show([
            "wall_ms": median(wall), "cpu_ms": median(processor), "metadata_bytes": Double(bytes / times),
        ])
    }

    private static func read(_ folder: String, times: Int) async throws {
        let store = try await BenchStore(folder)
        let published = Locked(-1)
        let readers = [true, false].map { keeps in
            StoreReader(store.store, published: { published.withLock(\.self) }, keeps: keeps)
        }
        let start = ContinuousClock.now
        for number in 0..<times {
            try await store.publish(store.changes(number))
            published.withLock { $0 = number }
        }
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        let outcomes = readers.map { $0.stop() }
        let failures = outcomes.compactMap(\.failure)
        for failure in failures {
            FileHandle.standardError.write(Data("a reader was disturbed: \(failure)\n".utf8))
        }
        show([
            "publications": Double(times), "seconds": seconds,
            "reads": Double(outcomes.reduce(0) { $0 + $1.reads }),
        ])
        if !failures.isEmpty { exit(1) }
    }

    private static func canonical(_ path: String, seconds: Int) throws {
        let json = try JSON(reading: try bytes(of: path))
        show(["per_second": rate(seconds) { _ = json.canonicalBytes }])
    }

    private static func verify(_ path: String, seconds: Int) throws {
        let bytes = try bytes(of: path)
        let now = TUF.Instant(secondsSince1970: 0)
        // Read, then verified by its own keys.
        try show(["per_second": rate(seconds) { _ = try TUF.TrustedSet(root: bytes, start: now) }])
    }

    private static func bytes(of path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(filePath: path)))
    }

    /// How often a second.
    private static func rate(_ seconds: Int, _ body: () throws -> Void) rethrows -> Double {
        let start = ContinuousClock.now
        var count = 0
        while ContinuousClock.now - start < .seconds(seconds) {
            try body()
            count += 1
        }
        return Double(count) / ((ContinuousClock.now - start) / .seconds(1))
    }

    /// Of all threads of this process.
    private static func processorSeconds() -> Double {
        var time = timespec()
        guard clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time) == 0 else { return 0 }
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    private static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

    private static func show(_ figures: [String: Double]) {
        let members = figures.sorted { $0.key < $1.key }.map { "\"\($0.key)\": \($0.value)" }
        print("{\(members.joined(separator: ", "))}")
    }
}
