import Domain
import Store
import Vietnamese

/// The tasks that a plan's issue makes out of its draft: its duties, then its duties to report.
struct IssuedTasks {
    private let plan: Plan.ID
    private let draft: PlanDraft
    private let text: DocumentText
    private let start: CalendarDay
    private let today: CalendarDay

    /// - Parameter start: the plan's day; days that return are counted from it.
    init(_ plan: Plan.ID, _ draft: PlanDraft, text: DocumentText, start: CalendarDay, today: CalendarDay) {
        self.plan = plan
        self.draft = draft
        self.text = text
        self.start = start
        self.today = today
    }

    func made(newID: () -> Plan.Task.ID) -> [Plan.Task] {
        let duties = draft.tasks.enumerated().map { index, task in
            made(
                Plan.Task(
                    id: newID(), plan: plan, draft: task.id, position: index + 1, at: task.at,
                    text: task.text.value, range: task.range, lead: task.lead, with: task.with,
                    time: task.time?.value, timeWords: task.timeWords, deadline: nil))
        }
        var tasks = duties
        let rule = ReportingRule.inForce(on: start)
        let schedules = draft.reports.map {
            made($0, id: Plan.Task.ID(""), position: 0).schedule(by: rule)
        }
        for (index, report) in draft.reports.enumerated() {
            var task = made(report, id: newID(), position: tasks.count + 1)
            // "Sở X tổng hợp, báo cáo UBND tỉnh trước ngày 20/12" is a duty already; to list it twice would ask for it twice.
            if duties.contains(where: { Self.asksForTheSame($0, task) }) { continue }
            let others = draft.reports.indices.filter {
                $0 != index && Self.goesTheSameWay(draft.reports[$0], report)
            }
            if let reporting = schedules[index]?.leaving(others.compactMap { schedules[$0] }) {
                task.reporting = reporting
                task.rhythm = reporting.rhythm
                task.deadline = task.nextDeadline(from: start)
            }
            tasks.append(task)
        }
        return tasks
    }

    /// Whether two reports are of the same parties to the same place, so that the longer stands for the shorter.
    private static func goesTheSameWay(_ one: ReportDuty, _ other: ReportDuty) -> Bool {
        func keys(_ parties: [Party]) -> Set<String> { Set(parties.map { PartyKey.of($0.name) }) }
        return !one.from.isEmpty && keys(one.from) == keys(other.from) && keys(one.to) == keys(other.to)
    }

    /// Whether a duty's words are those of a duty to report, by the same day and of the same party.
    private static func asksForTheSame(_ duty: Plan.Task, _ report: Plan.Task) -> Bool {
        guard let one = duty.range, let other = report.range, one.overlapCount(other) > 0,
            duty.deadline == report.deadline
        else {
            return false
        }
        let leads = Set(duty.lead.map { PartyKey.of($0.name) })
        return report.lead.allSatisfy { leads.contains(PartyKey.of($0.name)) }
    }

    private func made(_ report: ReportDuty, id: Plan.Task.ID, position: Int) -> Plan.Task {
        let words = report.range.flatMap { text.quote($0)?.text }
        let shown =
            words.flatMap { TypedText.line($0, limitBytes: Self.longestBytes) } ?? Self.sentence(report)
        return made(
            Plan.Task(
                id: id, plan: plan, draft: DraftTask.ID(report.id.rawValue), position: position,
                kind: .report,
                at: nil, text: shown, range: report.range, lead: report.from, with: [],
                time: report.by.map { .by($0, before: Self.saysBefore($0, in: shown)) },
                timeWords: report.covers, deadline: nil))
    }

    private func made(_ task: Plan.Task) -> Plan.Task {
        var result = task
        if result.time == nil { result.time = result.spoken.time(from: start) }
        result.rhythm = result.printedRhythm
        result.deadline = result.nextDeadline(from: start)
        result.renewSilence(after: max(start, today))
        return result
    }

    private static let longestBytes = 2_000

    /// For a duty that a person added: no words of the document stand behind it.
    private static func sentence(_ report: ReportDuty) -> String {
        let covers = report.covers.map { " " + $0 } ?? ""
        let to = report.to.isEmpty ? "" : " về " + report.to.map(\.name).joined(separator: ", ")
        return "Báo cáo\(covers)\(to)"
    }

    /// Whether the words say "trước ngày 20/6", by which the 20th itself is too late; several days may stand in one
    /// sentence.
    private static func saysBefore(_ part: PartialDay, in words: String) -> Bool {
        let keys = SearchTerms.nameKey(words).split(separator: " ").map(String.init)
        let number = part.day ?? part.month ?? part.year ?? 0
        for (index, key) in keys.enumerated() where key == "truoc" {
            // "trước ngày 20 tháng 6", "trước 20/6", "trước tháng 6".
            if keys[(index + 1)...].prefix(3).contains(where: {
                $0.prefix(while: \.isNumber) == String(number) || Int($0) == number
            }) {
                return true
            }
        }
        return false
    }
}
