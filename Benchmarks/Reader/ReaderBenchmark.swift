import Foundation
import PlanReader

/// Reads the given plans over and over on one thread and prints `MEGABYTES_PER_SECOND PEAK_KIB BYTES ROUNDS`.
///
/// Usage: `reader-bench SECONDS FILE…`; a megabyte is 1,000,000 bytes of UTF-8 text.
@main
struct ReaderBenchmark {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard let seconds = arguments.first.flatMap(Double.init), arguments.count > 1 else {
            FileHandle.standardError.write(Data("usage: reader-bench SECONDS FILE…\n".utf8))
            exit(64)
        }
        let texts = try arguments.dropFirst().map { try String(contentsOfFile: $0, encoding: .utf8) }
        let reader = PlanReader()
        // The first round fills caches and proves that every plan is readable.
        var tasks = try texts.reduce(0) { try $0 + reader.read($1).tasks.count }

        let clock = ContinuousClock()
        let start = clock.now
        var rounds = 0
        while clock.now - start < .seconds(seconds) {
            for text in texts { tasks = try tasks &+ reader.read(text).tasks.count }
            rounds += 1
        }
        let elapsed = (clock.now - start) / .seconds(1)
        let bytes = texts.reduce(0) { $0 + $1.utf8.count }
        precondition(tasks > 0, "plans without a task measure nothing")
        let speed = Double(bytes * rounds) / elapsed / 1_000_000
        print(String(format: "%.2f %d %d %d", speed, try peakResidentKiB(), bytes, rounds))
    }

    /// The largest resident size of this process so far, in KiB, as the kernel counts it.
    static func peakResidentKiB() throws -> Int {
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return line.flatMap { Int($0.filter(\.isNumber)) } ?? 0
    }
}
