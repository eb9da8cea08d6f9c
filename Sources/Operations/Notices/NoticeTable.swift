import Domain

/// One line of the table of who is told: something that happened to a task, and whom it concerns.
struct NoticeLine: Sendable {
    /// Whose focal point is told; whoever did it never is.
    enum Audience: String, Sendable, CaseIterable {
        case leads
        /// Leads but the agency that the entry names.
        case otherLeads = "other leads"
        /// The agency that the entry names.
        case named = "the agency named"
        /// Agencies with a contribution.
        case partners = "agencies with a part"
        /// The planners of the plan's agency.
        case planner
        /// The same, unless their agency leads or spoke.
        case otherPlanner = "planner, if another agency's"
        /// The account that has the task in hand.
        case delegate = "the account given"
    }

    /// How the task must still stand when the notice is made.
    enum Standing: Sendable, Equatable {
        case live, whatever
        case asksForTime
        case state(Plan.Task.State)

        func holds(_ task: Plan.Task) -> Bool {
            switch self {
            case .live: task.state.isLive
            case .whatever: true
            case .asksForTime: task.state.isLive && task.progress.asksForTime
            case .state(let state): task.state == state
            }
        }

        var words: String {
            switch self {
            case .live: "not ended"
            case .whatever: ""
            case .asksForTime: "not answered"
            case .state(let state): "still \(state.rawValue)"
            }
        }
    }

    /// As the ledger names it.
    var action: String
    /// The line holds where the entry says that a contribution came into this state.
    var part: Plan.Task.State?
    var standing: Standing
    var rule: NoticeRule?
    var told: [Audience]
    /// Why nobody is told.
    var silence = ""

    init(
        _ action: String, part: Plan.Task.State? = nil, _ rule: NoticeRule, _ told: Audience...,
        while standing: Standing = .live
    ) {
        self.action = action
        self.part = part
        self.standing = standing
        self.rule = rule
        self.told = told
    }

    init(_ action: String, part: Plan.Task.State? = nil, nobody silence: String) {
        self.action = action
        self.part = part
        self.standing = .whatever
        self.told = []
        self.silence = silence
    }

    /// Every verb on tasks; what a plan's own verbs tell is in `AssignmentNotices`.
    static let all: [NoticeLine] = [
        NoticeLine("StartTask", nobody: "asks nothing of anybody"),
        NoticeLine("SubmitTask", .submitted, .planner, while: .state(.submitted)),
        NoticeLine("TakeBackTask", nobody: "nothing waits any more"),
        NoticeLine("ReturnTask", .returned, .leads, while: .state(.returned)),
        NoticeLine("AcceptTask", .accepted, .leads, while: .state(.accepted)),
        NoticeLine("CancelTask", .cancelled, .leads, .partners, while: .state(.cancelled)),
        NoticeLine("ReopenTask", .reopened, .leads, .partners),
        NoticeLine("DelegateTask", .delegated, .delegate),
        NoticeLine("RemindTask", .reminded, .leads),
        NoticeLine("CommentOnTask", .commented, .otherLeads, .otherPlanner),
        NoticeLine("AskForTime", .timeAsked, .planner, while: .asksForTime),
        NoticeLine("GrantTime", .timeGranted, .leads),
        NoticeLine("RefuseTime", .timeRefused, .leads),
        NoticeLine("AskForContribution", .contributionAsked, .named),
        NoticeLine("Contribute", part: .submitted, .contributionSubmitted, .otherLeads),
        NoticeLine("Contribute", part: .inProgress, nobody: "asks nothing of anybody"),
        NoticeLine("JudgeContribution", part: .returned, .contributionReturned, .named),
        NoticeLine("JudgeContribution", part: .accepted, .contributionAccepted, .named),
        NoticeLine("JudgeContribution", part: .cancelled, .contributionCancelled, .named),
        NoticeLine("HandOverContribution", nobody: "the reorganisation tells the successor"),
        NoticeLine("SetRhythm", .rhythmSet, .leads),
        NoticeLine("SubmitPeriod", .submitted, .planner),
        NoticeLine("AcceptPeriod", .periodAccepted, .leads),
        NoticeLine("ReturnPeriod", .returned, .leads),
        NoticeLine("AddEvidence", nobody: "is handed in with a report"),
        NoticeLine("RemoveEvidence", nobody: "is handed in with a report"),
        NoticeLine("RefuseSecret", nobody: "nothing came in; whoever sent it was told at once"),
        NoticeLine("KeepPage", nobody: "the program's own work"),
        NoticeLine("RegisterImplementation", .submitted, .planner, while: .state(.submitted)),
        NoticeLine("CarryOverTask", nobody: "the plan that is replaced tells it"),
        NoticeLine("ReplaceImplementation", .implementationReplaced, .leads, .planner, while: .whatever),
        NoticeLine("EndImplementation", .implementationEnded, .leads, .planner, while: .whatever),
    ]

    static let actions = Set(all.filter { $0.rule != nil }.map(\.action)).sorted()
}
