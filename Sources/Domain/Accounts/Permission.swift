/// The one place that says who may do what.
package enum Permission {
    /// What an action touches.
    package struct Subject: Hashable, Sendable {
        /// The agency that it belongs to, then its parent, and so on up to the top.
        ///
        /// Empty: belongs to no agency.
        package var agencyPath: [Agency.ID]
        /// Whoever made it, or whose account it is.
        package var owner: Account.ID?

        package init(agencyPath: [Agency.ID] = [], owner: Account.ID? = nil) {
            self.agencyPath = agencyPath
            self.owner = owner
        }
    }

    /// How far a role carries an action.
    package enum Reach: String, Sendable, CaseIterable {
        case never
        /// Only what is its own, inside the agency of the role.
        case own
        /// Whatever belongs to the agency of the role.
        case agency
        /// The agency of the role and all those below it.
        case below
        /// Everything, of whatever agency.
        case everything
    }

    /// The grid: a row for each action, a column for each role.
    package static func reach(of role: Role, for action: Action) -> Reach {
        let row: (administrator: Reach, planner: Reach, member: Reach, reader: Reach) =
            switch action {
            case .manageAgencies: (.below, .never, .never, .never)
            case .managePosts: (.below, .agency, .never, .never)
            case .resolveParty: (.never, .agency, .never, .never)
            case .viewAccounts: (.below, .never, .never, .never)
            case .createAccount: (.below, .never, .never, .never)
            case .disableAccount: (.below, .never, .never, .never)
            case .grantRole: (.below, .never, .never, .never)
            case .resetPassword: (.below, .never, .never, .never)
            // One's own account is nobody else's, whatever the role: see `allows`.
            case .changeOwnPassword: (.never, .never, .never, .never)
            case .enrolSecondFactor: (.never, .never, .never, .never)
            case .receiveDocument: (.never, .agency, .agency, .never)
            case .viewDraft: (.never, .agency, .own, .never)
            case .correctPlan: (.never, .agency, .own, .never)
            case .readPlanAgain: (.never, .agency, .own, .never)
            case .deleteDraft: (.never, .agency, .own, .never)
            // Keeping a state secret on a networked machine is forbidden from the moment it is seen: the planner who
            // answers for the plan, or an administrator of the agency or above where no planner is at hand, at once and
            // without a second person. A member deletes own drafts; what was issued is not a member's to destroy.
            case .purgePlan: (.below, .agency, .never, .never)
            case .issuePlan: (.never, .agency, .never, .never)
            case .withdrawPlan: (.never, .agency, .never, .never)
            // An issued plan goes to every agency that it names, so whoever may sign in reads it.
            case .viewPlan: (.everything, .everything, .everything, .everything)
            case .openFile: (.never, .agency, .agency, .below)
            case .exportTasks: (.everything, .everything, .everything, .everything)
            case .workOnTask: (.never, .agency, .agency, .never)
            case .delegateTask: (.never, .agency, .agency, .never)
            case .judgeTask: (.never, .agency, .never, .never)
            case .commentOnTask: (.never, .agency, .agency, .never)
            case .implementTask: (.never, .agency, .never, .never)
            // Photographs show persons: whoever acts on the task or judges it, and inspectors above them.
            case .viewEvidence: (.never, .agency, .agency, .below)
            // One calendar for the whole server.
            case .manageHolidays: (.everything, .never, .never, .never)
            // The chain is one for the whole server; an inspector checks it without an
            // administrator's help.
            case .verifyLedger: (.everything, .never, .never, .everything)
            // Whoever can give roles can give a program less than a role.
            case .manageTokens: (.below, .never, .never, .never)
            // A planner, for a token acts with a planner's rights; what is sent any reader may read.
            case .manageWebhooks: (.below, .agency, .never, .never)
            }
        return switch role {
        case .administrator: row.administrator
        case .planner: row.planner
        case .member: row.member
        case .reader: row.reader
        }
    }

    /// Whether the actor may do the action to the subject.
    package static func allows(_ actor: Actor, _ action: Action, on subject: Subject) -> Bool {
        switch actor {
        case .nobody:
            return false
        case .commandLine:
            return true
        case .account(let id, let roles):
            switch action {
            case .changeOwnPassword, .enrolSecondFactor:
                return subject.owner == id
            // Nobody raises, disables or resets themselves: a second administrator does, or the
            // command line.
            case .grantRole, .disableAccount, .resetPassword:
                if subject.owner == id { return false }
            case .manageAgencies, .managePosts, .resolveParty, .viewAccounts, .createAccount,
                .receiveDocument, .viewDraft, .correctPlan, .readPlanAgain, .deleteDraft, .purgePlan,
                .issuePlan, .withdrawPlan, .viewPlan, .openFile, .exportTasks,
                .workOnTask, .delegateTask, .judgeTask, .commentOnTask, .implementTask, .viewEvidence,
                .manageHolidays,
                .verifyLedger, .manageTokens, .manageWebhooks:
                break
            }
            return reaches(roles, action, subject, as: id)
        case .token(let id, let roles, let scopes):
            return scopes.contains { $0.actions.contains(action) } && reaches(roles, action, subject, as: id)
        }
    }

    private static func reaches(
        _ roles: [RoleGrant], _ action: Action, _ subject: Subject, as id: Account.ID
    ) -> Bool {
        roles.contains { grant in
            switch reach(of: grant.role, for: action) {
            case .never: false
            case .own: subject.owner == id && subject.agencyPath.first == grant.agency
            case .agency: subject.agencyPath.first == grant.agency
            case .below: subject.agencyPath.contains(grant.agency)
            case .everything: true
            }
        }
    }
}
