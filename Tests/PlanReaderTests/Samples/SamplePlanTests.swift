import Foundation
import PlanReader
import Testing

@Suite struct SamplePlanTests {
    static let names = [
        "ha-nam-2021-demarcation", "kon-tum-2023-defence-exchange", "kon-tum-2025-external",
        "kong-chro-2023-external", "lao-cai-2023-border",
    ]

    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()

    static func text(_ name: String) throws -> [UInt8] {
        let samples = root.deletingLastPathComponent().deletingLastPathComponent().appending(
            path: "Samples/plans")
        return [UInt8](try Data(contentsOf: samples.appending(path: name + ".txt")))
    }

    private static func measured(_ name: String) throws -> [String: Double] {
        let gold = try JSONDecoder().decode(
            Gold.self, from: Data(contentsOf: root.appending(path: "Fixtures/gold/\(name).json")))
        let plan = try PlanReader().read(text(name))
        return Score.fields(gold, try JSONDecoder().decode(Gold.self, from: Data(plan.json)))
    }

    @Test("Each sample is read to at least 0.94", arguments: names)
    func readsEachSample(name: String) throws {
        let fields = try Self.measured(name)
        let total = fields.values.reduce(0, +) / Double(fields.count)
        #expect(total >= 0.94, "\(fields)")
    }

    @Test("The samples are read to the targets of each field")
    func reachesTargets() throws {
        let all = try Self.names.map { try Self.measured($0) }
        func mean(_ field: String) -> Double {
            let values = all.compactMap { $0[field] }
            return values.reduce(0, +) / Double(values.count)
        }
        let totals = all.map { $0.values.reduce(0, +) / Double($0.count) }
        #expect(totals.reduce(0, +) / Double(totals.count) >= 0.97)
        for (field, least) in [
            ("tasks", 0.97), ("lead", 0.95), ("with", 0.90), ("when", 0.95), ("reports", 0.95),
        ] {
            #expect(mean(field) >= least, "\(field)")
        }
    }

    @Test("Every found thing stands in the text where its range says", arguments: names)
    func rangesLeadToTheText(name: String) throws {
        let bytes = try Self.text(name)
        let plan = try PlanReader().read(bytes)
        func first(_ text: String) -> String {
            Score.bare(text).split(separator: " ").first.map(String.init) ?? ""
        }
        for found in plan.tasks.flatMap({ [$0.text] + $0.lead + $0.with }) + plan.recipients
            + plan.sections.map(\.title)
        {
            let quoted = String(decoding: bytes[found.range.lower..<found.range.upper], as: UTF8.self)
            #expect(
                first(quoted) == first(found.value) || name.hasPrefix("ha-nam"),
                "\(found.value) at \(quoted.prefix(40))")
            #expect(!found.rule.isEmpty)
        }
    }
}
