import Domain
import Store

/// Up to which change, and on which day, the day's work has been done: spares it while there is nobody to tell.
package struct WorkDone: Sendable {
    private var upTo: (head: LedgerHead?, day: CalendarDay)?

    package init() {}

    /// Does the work unless nothing was done in the office since, and it is the same day.
    ///
    /// The head is taken before the work looks at anything: what others change while it runs comes after that head and
    /// is looked at the next time. So do its own entries, which costs a round in which there is nothing to do.
    ///
    /// - Parameter work: false where it wasn't done, since another server has it in hand.
    package mutating func unlessDone(in office: Office, _ work: () async throws -> Bool) async throws {
        let head = try await office.changes.head()
        let day = office.today
        if let upTo, upTo.head == head, upTo.day == day { return }
        if try await work() { upTo = (head, day) }
    }
}
