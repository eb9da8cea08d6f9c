import Domain
import Foundation
import SQL
import Store

@testable import Operations

extension ExampleOffice {
    /// A member of the health department, who leads in the examples.
    func lead(_ name: String = "lead") async throws -> Actor {
        try await actor(named: name, in: other, as: .member)
    }

    /// A new account with one role.
    func actor(named name: String, in agency: Agency, as role: Role) async throws -> Actor {
        let account = try await CreateAccount(
            name: name, displayName: name, password: Self.password, agency: agency.id, role: role,
            mustChangePassword: false
        ).run(in: office, as: .commandLine)
        return .account(account.id, roles: [RoleGrant(account: account.id, agency: agency.id, role: role)])
    }

    /// Issues a plan of the department; the office matches its parties.
    @discardableResult
    func issue(_ text: String) async throws -> Plan {
        let plan = try await receive(text)
        return try await IssuePlan(plan: plan.id, revision: plan.revision, acknowledgesTasksWithoutLead: true)
            .run(
                in: office, as: actor(.planner))
    }

    func tasks(of plan: Plan) async throws -> [Plan.Task] {
        try await office.pool.read { db in try db.tasks(of: plan.id) }
    }

    func task(_ id: Plan.Task.ID) async throws -> Plan.Task {
        try await office.pool.read { db in
            guard let task = try db.task(id) else { throw NotFound.task }
            return task
        }
    }

    func track(_ task: Plan.Task.ID, as actor: Actor? = nil) async throws -> TaskTrack {
        try await ShowTaskTrack(task: task).run(in: office, as: actor ?? self.actor(.reader))
    }

    /// Each assigned agency as a coordinator of the task.
    func coordinate(_ task: Plan.Task.ID, by agency: Agency, as role: PartyRole = .with) async throws {
        let now = office.now()
        try await office.pool.write { db in
            try db.insert([
                Assignee(
                    task: task, role: role, partyPosition: 1, agency: agency.id,
                    from: CalendarDay(inVietnamAt: now), assignedAt: now, assignedBy: nil)
            ])
            try db.refreshDesks(of: [task])
        }
    }

    /// The identifiers on one list of an agency.
    func desk(_ list: DeskList, of agency: Agency) async throws -> [Plan.Task.ID] {
        try await ListDesk(list, of: agency.id).run(in: office, as: actor(.reader)).items.map(\.row.task.id)
    }

    /// What the counts say against what a scan of the tables finds.
    func countsAgree() async throws -> Bool {
        try await office.pool.read { db in
            let days = try db.rows(
                "SELECT sort_day, pending, submitted FROM day_count WHERE pending + submitted <> 0 ORDER BY sort_day"
            )
            let scanned = try db.rows(
                """
                SELECT sort_day, SUM(CASE WHEN state <> 'submitted' THEN 1 ELSE 0 END) AS pending,
                    SUM(CASE WHEN state = 'submitted' THEN 1 ELSE 0 END) AS submitted
                FROM task WHERE is_live = 1 GROUP BY sort_day ORDER BY sort_day
                """)
            let plans = try db.rows("SELECT plan_id, pending, submitted, accepted, cancelled FROM plan_count")
            for row in plans {
                let plan: Plan.ID = try row.get("plan_id")
                let states = try db.values(
                    Plan.Task.State.self, "SELECT state FROM task WHERE plan_id = \(plan)")
                let counts = try TaskCounts(
                    pending: row.get("pending"), submitted: row.get("submitted"),
                    accepted: row.get("accepted"),
                    cancelled: row.get("cancelled"))
                let expected = TaskCounts(
                    pending: states.count { $0.standing == .pending },
                    submitted: states.count { $0.standing == .submitted },
                    accepted: states.count { $0.standing == .accepted },
                    cancelled: states.count { $0.standing == .cancelled })
                if counts != expected { return false }
            }
            let weeks = try db.value(
                Int.self, "SELECT COALESCE(SUM(pending + submitted + accepted), 0) FROM agency_week")
            let led = try db.value(
                Int.self,
                """
                SELECT COUNT(DISTINCT task.task_id || '-' || task_assignee.agency_id)
                FROM task
                JOIN task_assignee ON task_assignee.task_id = task.task_id
                WHERE task_assignee.role = 'lead' AND task_assignee.until_day IS NULL
                    AND task.sort_day < \(Plan.Task.continuousDay) AND task.state <> 'cancelled'
                """)
            let parties = try db.value(Int.self, "SELECT COALESCE(SUM(tasks), 0) FROM party_count")
            let named = try db.value(
                Int.self,
                "SELECT COUNT(*) FROM task_party JOIN task ON task.task_id = task_party.task_id WHERE task.is_live = 1"
            )
            return days.map(\.values) == scanned.map(\.values) && weeks == led && parties == named
        }
    }
}
