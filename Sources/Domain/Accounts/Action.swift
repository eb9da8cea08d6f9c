/// What somebody may want to do; `Permission` has a row for each, or it doesn't compile.
package enum Action: String, Sendable, CaseIterable {
    case manageAgencies
    /// Who holds the agency's posts, with addresses and telephone numbers.
    case managePosts
    /// Tells which agencies a party of an issued plan is.
    case resolveParty
    case viewAccounts
    case createAccount
    case disableAccount
    case grantRole
    case resetPassword
    case changeOwnPassword
    case enrolSecondFactor
    case receiveDocument
    case viewDraft
    case correctPlan
    case readPlanAgain
    case deleteDraft
    /// Destroys a plan of any state with all that came of it: a leaked state secret (Law 117/2025, Article 5).
    case purgePlan
    case issuePlan
    case withdrawPlan
    case viewPlan
    /// The original file shows telephone numbers that pages mask.
    case openFile
    case exportTasks
    /// Start, submit, ask for time and for contributions, add evidence, accept contributions: the lead's. A coordinator
    /// does the same to its own contribution.
    case workOnTask
    /// Give a task to an account of the lead agency.
    case delegateTask
    /// Accept, return, cancel, reopen, answer a request for time, set a rhythm, remind: the plan's agency.
    case judgeTask
    /// Anybody of an agency that acts on the task, and the plan's own agency.
    case commentOnTask
    /// Say which task of another's plan the agency's own plan carries out.
    case implementTask
    case viewEvidence
    case manageHolidays
    case verifyLedger
    /// Make and revoke the tokens with which programs act as an agency.
    case manageTokens
    /// Name the addresses of programs that are told of events.
    case manageWebhooks
}
