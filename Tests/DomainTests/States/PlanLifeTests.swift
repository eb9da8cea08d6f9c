import Testing

@testable import Domain

struct PlanLifeTests {
    /// Every state and event: the next state, `gone`, or `-` where it's refused.
    private static let grid: [(Plan.State, [Plan.Event: String])] = [
        (
            .read,
            [
                .readAgain: "read", .correct: "underCorrection", .issue: "issued", .withdraw: "-",
                .replace: "-", .delete: "gone", .purge: "gone",
            ]
        ),
        (
            .underCorrection,
            [
                .readAgain: "underCorrection", .correct: "underCorrection", .issue: "issued", .withdraw: "-",
                .replace: "-", .delete: "gone", .purge: "gone",
            ]
        ),
        (
            .issued,
            [
                .readAgain: "-", .correct: "-", .issue: "-", .withdraw: "withdrawn", .replace: "replaced",
                .delete: "-", .purge: "gone",
            ]
        ),
        (
            .withdrawn,
            [
                .readAgain: "-", .correct: "-", .issue: "-", .withdraw: "-", .replace: "-", .delete: "-",
                .purge: "gone",
            ]
        ),
        (
            .replaced,
            [
                .readAgain: "-", .correct: "-", .issue: "-", .withdraw: "-", .replace: "-", .delete: "-",
                .purge: "gone",
            ]
        ),
    ]

    @Test func `The grid names every state and event`() {
        #expect(Self.grid.map(\.0) == Plan.State.allCases)
        for (_, row) in Self.grid { #expect(Set(row.keys) == Set(Plan.Event.allCases)) }
    }

    @Test(arguments: grid)
    func `A plan goes exactly where its table says`(state: Plan.State, row: [Plan.Event: String]) {
        for (event, expected) in row {
            let transition = Plan.life.transition(from: state, on: event)
            let found = transition.map { $0.to?.rawValue ?? "gone" } ?? "-"
            #expect(found == expected, "\(state) on \(event)")
        }
    }

    @Test func `No state and event stand in the table twice`() {
        let keys = Plan.life.transitions.map { "\($0.from) \($0.event)" }
        #expect(Set(keys).count == keys.count)
    }
}
