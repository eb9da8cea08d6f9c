import Domain
import Foundation
import SQL
import Store

/// An agency's own parts of tasks that haven't ended, begun and handed in ones as well: each goes where its task goes,
/// with its state, what was asked and said, and its evidence.
struct MovableContributions: Movable {
    let kind = "contribution"
    let vietnamese = "Phần việc phối hợp"
    let english = "Contributions"
    let note: MovableNote? = MovableNote(
        "Đi theo nhiệm vụ của mình, giữ nguyên tình trạng, hạn và minh chứng.",
        "Each goes with its task and keeps its state, day and evidence.")

    func count(of agency: Agency.ID, in db: Database) throws -> Int {
        try db.countLiveContributions(ofAgency: agency)
    }

    /// They aren't shared out by themselves.
    func things(of agency: Agency.ID, limit: Int, in db: Database) throws -> [MovableThing] { [] }

    func move(_ move: AgencyMove, in db: Database) throws -> Int {
        let parts = try db.liveContributions(ofAgency: move.from)
        for part in parts {
            let taker = move.taker(of: MovableTasks.kindName, part.task.rawValue)
            let result: Contribution
            if let present = try db.contribution(of: taker, to: part.task) {
                result = present.joined(with: part)
                try db.join(part, into: result)
            } else {
                result = part
                try db.hand(part, to: taker)
            }
            try Office.record(
                "HandOverContribution", "task", part.task.rawValue,
                [
                    "agency": taker.rawValue, "fromAgency": move.from.rawValue,
                    "fromPart": part.state.rawValue, "toPart": result.state.rawValue,
                    "reorganisation": move.reorganisation.rawValue,
                ], by: move.actor, at: move.now, in: db)
        }
        try db.refreshDesks(of: parts.map(\.task))
        return parts.count
    }
}
