import Foundation

@testable import Domain

/// A reading of a made-up document: tasks of 100 bytes each, one after the other.
extension PlanDraft {
    static func example(tasks count: Int = 5, shiftedBy shift: Int = 0) -> PlanDraft {
        PlanDraft(
            title: Marked("Kế hoạch thông tin đối ngoại", range: TextRange(0, 40), rule: "title"),
            tasks: (0..<count).map { index in
                let range = TextRange(100 + index * 100 + shift, 190 + index * 100 + shift)
                return DraftTask(
                    id: DraftTask.ID("\(range.lower)-\(range.upper)"), at: "II.\(index + 1)",
                    text: Marked("Nhiệm vụ \(index + 1)", range: range, rule: "bullet"),
                    lead: [Party(name: "Sở \(index + 1)", range: range, rule: "heading")], range: range)
            },
            reports: [
                ReportDuty(
                    id: Identifier("r1"), from: [Party(name: "Các sở")], to: [Party(name: "UBND tỉnh")],
                    by: PartialDay("--12-10"),
                    covers: "năm", range: TextRange(2000, 2100))
            ],
            recipients: [Recipient(id: Identifier("n1"), name: "Như trên", range: TextRange(3000, 3010))],
            contacts: [
                ListedContact(
                    id: Identifier("c1"), name: "Lan", title: nil, phone: "0912345678",
                    range: TextRange(3100, 3110))
            ],
            warnings: [
                DraftWarning(
                    id: "w1", code: "taskWithoutLead", vietnamese: "Thiếu", english: "Missing", range: nil)
            ])
    }

    var anchors: [Anchor<DraftTask>] { tasks.map { Anchor($0) } }
}

let lan = Account.ID("lan")
let noon = Date(timeIntervalSince1970: 1_763_000_000)

/// Corrections in a row, each after the one before.
func corrections(_ changes: [Change]) -> [Correction] {
    changes.enumerated().map { Correction(id: $0 + 1, parent: $0, by: lan, at: noon, change: $1) }
}

/// A generator with a fixed seed (SplitMix64), so that a failing run can be repeated.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
