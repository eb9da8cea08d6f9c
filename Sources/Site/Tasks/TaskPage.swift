import Domain
import Markup
import Operations
import Store

/// One task: the words of the plan that demand it, where it stands, what comes next, and all that was done about it.
struct TaskPage: Sendable {
    var view: TaskView
    var track: TaskTrack
    /// To whom the visitor may give it.
    var colleagues: [Colleague]
    /// Issued plans of the visitor's own agency that may be registered as carrying it out.
    var ownPlans: [Plan]
    /// A form that was refused, to stand open again.
    var typed: TypedWork?

    var task: Plan.Task { track.task }
    var plan: Plan { view.plan }
    var today: CalendarDay { view.today }

    var leads: [Agency.ID] { unique(track.assignees.filter { $0.role == .lead }.map(\.agency)) }
    var acting: [Agency.ID] { unique(track.assignees.map(\.agency)) }

    private func unique(_ agencies: [Agency.ID]) -> [Agency.ID] {
        var seen: Set<Agency.ID> = []
        return agencies.filter { seen.insert($0).inserted }
    }

    func name(of agency: Agency.ID) -> String { track.agencyNames[agency] ?? agency.rawValue }

    func name(of account: Account.ID?) -> String? { account.flatMap { track.accountNames[$0] } }

    func may(_ work: TaskTrack.Permitted) -> Bool { track.allowed.contains(work) }

    func form(_ screen: Screen, _ act: WorkAct, target: String = "", revision: Int? = nil) -> WorkForm {
        let isTyped = typed?.act == act && typed?.target == target
        return WorkForm(
            screen: screen, task: task.id, act: act, target: target, revision: revision ?? task.revision,
            typed: isTyped ? typed : nil)
    }

    /// Lines without the empty ones between them; a word that was cut at an end gives way to an ellipsis.
    static func joined(_ text: String, cutsStart: Bool = false, cutsEnd: Bool = false) -> String {
        var text = text[...]
        if cutsStart, let blank = text.firstIndex(where: \.isWhitespace) { text = text[blank...] }
        if cutsEnd, let blank = text.lastIndex(where: \.isWhitespace) { text = text[..<blank] }
        let lines = text.split(whereSeparator: \.isNewline).filter { !$0.allSatisfy(\.isWhitespace) }
        let startsLine = text.prefix(while: \.isWhitespace).contains(where: \.isNewline)
        let endsLine = text.reversed().prefix(while: \.isWhitespace).contains(where: \.isNewline)
        return (startsLine ? "\n" : "") + (cutsStart && !text.isEmpty ? "… " : "")
            + lines.joined(separator: "\n")
            + (cutsEnd && !text.isEmpty ? " …" : "") + (endsLine ? "\n" : "")
    }
}
