/// What a token of an agency may be used for.
package enum APIScope: String, Codable, Sendable, CaseIterable, Comparable {
    case readPlans = "plans:read"
    case readTasks = "tasks:read"
    /// Work on tasks as the agency: begin, hand in, give to somebody, ask for time, remark, add evidence.
    case writeTasks = "tasks:write"
    /// Judge the tasks of the agency's own plans.
    case judgeTasks = "tasks:judge"
    /// Files of evidence, which show persons.
    case readEvidence = "evidence:read"
    case readAgencies = "agencies:read"
    /// Name the addresses that are told of events, see what was sent to them, and send it again.
    case manageWebhooks = "webhooks:manage"

    /// The rows of the table of permissions that it opens; the role's own reach still bounds each.
    package var actions: Set<Action> {
        switch self {
        case .readPlans: [.viewPlan]
        // What evidence there is, of the agency's own tasks and plans; its files take a scope of their own.
        case .readTasks: [.viewPlan, .viewEvidence]
        case .writeTasks: [.workOnTask, .commentOnTask, .delegateTask, .implementTask]
        case .judgeTasks: [.judgeTask]
        case .readEvidence: [.viewEvidence]
        case .manageWebhooks: [.manageWebhooks]
        // Agencies are known to everybody who is signed in.
        case .readAgencies: []
        }
    }

    package static func < (one: APIScope, other: APIScope) -> Bool { one.rawValue < other.rawValue }
}
