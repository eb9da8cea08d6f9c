import Domain
import Markup
import Operations
import Store

/// Due days as events of an iCalendar.
struct FeedCalendar: Sendable {
    /// Longer titles are cut; the whole text stands in the note.
    static let titleLimit = 160
    /// Nine in the morning of the day before.
    static let reminderHours = 15

    var content: FeedContent
    /// Where the site stands, such as `https://loa.example.vn`.
    var origin: String

    /// The same bytes as long as nothing in it has changed.
    var calendar: ICalendar {
        ICalendar(name: "Loa – \(content.name)", events: content.tasks.map(event))
    }

    private func event(_ task: DueTask) -> ICalendar.Event {
        let agency = task.agency.flatMap { content.agencyNames[$0] }
        var note = [
            task.text,
            "\(Phrase.plan.vi): \([task.planNumber, task.planTitle].compactMap { $0 }.joined(separator: " – "))",
        ]
        if let agency {
            note.append("\(task.role == .lead ? Phrase.lead.vi : Phrase.coordinators.vi): \(agency)")
        }
        note.append("\(Phrase.state.vi): \(task.standing.name.vi)")
        return ICalendar.Event(
            uid: "\(task.task).\(task.agency?.rawValue ?? "all")\(task.period.map { ".\($0)" } ?? "")@loa",
            revision: task.revision,
            changedAt: task.changedAt,
            day: task.day, title: title(task), note: note.joined(separator: "\n"),
            address: origin + Routes.task(task.task.rawValue).address,
            isCancelled: task.standing == .cancelled,
            reminderHours: task.standing == .pending ? Self.reminderHours : nil)
    }

    private func title(_ task: DueTask) -> String {
        let sign =
            switch task.standing {
            case .accepted: "✓ "
            case .submitted: "… "
            case .cancelled, .pending: ""
            }
        return sign + (task.role == .with ? "\(Phrase.coordinators.vi): " : "")
            + TasksPage.short(task.text, to: Self.titleLimit)
    }
}
