import Domain
import Foundation
import PlanReader
import Testing
import Trust

@testable import Operations

/// The reader's version goes up when it reads otherwise.
///
/// Written anew only where `LOA_WRITE_SNAPSHOTS` is set, and that run fails; it refuses to write other readings for
/// the same version.
struct ReaderVersionTests {
    private static let tests = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent()
    private static let kept = tests.appending(path: "Fixtures/readings.txt")
    private static let samples = tests.appending(path: "../../Samples/plans")

    /// The version, and of each sample the digest of everything that was found in it, ranges and rules included.
    private static func readings() throws -> (version: String, lines: [String]) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let files = try FileManager.default.contentsOfDirectory(at: samples, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "txt" }.sorted { $0.lastPathComponent < $1.lastPathComponent }
        let lines = try files.map { file in
            let text = DocumentText(try String(contentsOf: file, encoding: .utf8))
            let draft = try Reading.draft(
                of: text, isRecognised: false, by: Reading.standardReader, agencies: AgencyNames([]))
            let digest = Hexadecimal.encode(SHA256.digest([UInt8](try encoder.encode(draft))))
            return "\(file.lastPathComponent) \(digest)"
        }
        return ("version \(PlanReader.version)", lines)
    }

    @Test func `A reader that reads the samples otherwise has a new version`() throws {
        let now = try Self.readings()
        #expect(now.lines.count == 5)
        let text = ([now.version] + now.lines).joined(separator: "\n") + "\n"
        let kept = try? String(contentsOf: Self.kept, encoding: .utf8)
        if text == kept { return }
        let isRaised = kept?.hasPrefix(now.version + "\n") != true
        guard ProcessInfo.processInfo.environment["LOA_WRITE_SNAPSHOTS"] != nil, isRaised else {
            Issue.record(
                isRaised
                    ? "The version is another: LOA_WRITE_SNAPSHOTS=1 keeps its readings."
                    : "The samples are read otherwise: raise PlanReader.version, then LOA_WRITE_SNAPSHOTS=1.")
            return
        }
        try FileManager.default.createDirectory(
            at: Self.kept.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: Self.kept)
        Issue.record("written anew: readings.txt")
    }
}
