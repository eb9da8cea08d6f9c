package import Foundation

/// An agency that acts on a task for a party that the plan names; one party may be several agencies.
package struct Assignee: Hashable, Sendable {
    package var task: Plan.Task.ID
    package var role: PartyRole
    /// The place of the party among the task's parties of that role, from 1.
    package var partyPosition: Int
    package var agency: Agency.ID
    /// The agency of the plan's own time that the words named; nil where it is the same.
    package var named: Agency.ID?
    /// The first day on which it acts.
    package var from: CalendarDay
    /// The last one; nil for whoever acts now.
    package var until: CalendarDay?
    package var assignedAt: Date
    package var assignedBy: Account.ID?
    /// What moved the task here; nil where the plan itself or a person did.
    package var reorganisation: Reorganisation.ID?

    package init(
        task: Plan.Task.ID, role: PartyRole, partyPosition: Int, agency: Agency.ID, named: Agency.ID? = nil,
        from: CalendarDay, until: CalendarDay? = nil, assignedAt: Date, assignedBy: Account.ID?,
        reorganisation: Reorganisation.ID? = nil
    ) {
        self.task = task
        self.role = role
        self.partyPosition = partyPosition
        self.agency = agency
        self.named = named
        self.from = from
        self.until = until
        self.assignedAt = assignedAt
        self.assignedBy = assignedBy
        self.reorganisation = reorganisation
    }
}
