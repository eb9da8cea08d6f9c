import Testing

@testable import Domain

struct PermissionTests {
    private static let home = Agency.ID("home")
    private static let above = Agency.ID("above")
    private static let elsewhere = Agency.ID("elsewhere")
    private static let me = Account.ID("me")
    private static let other = Account.ID("other")

    /// The grid as an official would read it: `.` never, `o` own, `a` agency, `b` below, `e`
    /// everything; administrator, planner, member, reader.
    private static let grid: [(Action, String)] = [
        (.manageAgencies, "b..."), (.managePosts, "ba.."), (.resolveParty, ".a.."), (.viewAccounts, "b..."),
        (.createAccount, "b..."),
        (.disableAccount, "b..."),
        (.grantRole, "b..."), (.resetPassword, "b..."), (.changeOwnPassword, "...."),
        (.enrolSecondFactor, "...."),
        (.receiveDocument, ".aa."), (.viewDraft, ".ao."), (.correctPlan, ".ao."), (.readPlanAgain, ".ao."),
        (.deleteDraft, ".ao."), (.purgePlan, "ba.."), (.issuePlan, ".a.."), (.withdrawPlan, ".a.."),
        (.viewPlan, "eeee"),
        (.openFile, ".aab"), (.exportTasks, "eeee"), (.verifyLedger, "e..e"),
        (.workOnTask, ".aa."), (.delegateTask, ".aa."), (.judgeTask, ".a.."), (.commentOnTask, ".aa."),
        (.implementTask, ".a.."), (.viewEvidence, ".aab"), (.manageHolidays, "e..."),
        (.manageTokens, "b..."), (.manageWebhooks, "ba.."),
    ]

    @Test func `The grid names every action once`() {
        #expect(Set(Self.grid.map(\.0)) == Set(Action.allCases))
        #expect(Self.grid.count == Action.allCases.count)
    }

    @Test(arguments: grid)
    func `Each role may do exactly what its cell says`(action: Action, cells: String) {
        for (role, cell) in zip(Role.allCases, cells) {
            let actor = Actor.account(
                Self.me, roles: [RoleGrant(account: Self.me, agency: Self.home, role: role)])
            func may(_ path: [Agency.ID], _ owner: Account.ID?) -> Bool {
                Permission.allows(actor, action, on: .init(agencyPath: path, owner: owner))
            }
            let name = Comment("\(role) \(action)")
            // Own things at home, others' things at home, below home, above home, elsewhere.
            let expected: (Bool, Bool, Bool, Bool, Bool) =
                switch cell {
                case "o": (true, false, false, false, false)
                case "a": (true, true, false, false, false)
                case "b": (true, true, true, false, false)
                case "e": (true, true, true, true, true)
                default: (false, false, false, false, false)
                }
            // Nobody administers their own account; everybody has their own password.
            let isAboutSelf = [Action.grantRole, .disableAccount, .resetPassword].contains(action)
            let isOwnOnly = [Action.changeOwnPassword, .enrolSecondFactor].contains(action)
            #expect(
                may([Self.home, Self.above], Self.me)
                    == (isOwnOnly ? true : isAboutSelf ? false : expected.0), name)
            #expect(may([Self.home, Self.above], Self.other) == expected.1, name)
            #expect(may([Agency.ID("below"), Self.home, Self.above], Self.other) == expected.2, name)
            #expect(may([Self.above], Self.other) == expected.3, name)
            #expect(may([Self.elsewhere], Self.other) == expected.4, name)
        }
    }

    @Test(arguments: Action.allCases)
    func `Nobody may do anything, and the command line everything`(action: Action) {
        let subject = Permission.Subject(agencyPath: [Self.home], owner: Self.me)
        #expect(!Permission.allows(.nobody, action, on: subject))
        #expect(Permission.allows(.commandLine, action, on: subject))
    }

    @Test(arguments: Action.allCases)
    func `An account without roles has only itself`(action: Action) {
        let actor = Actor.account(Self.me, roles: [])
        let isOwn = [Action.changeOwnPassword, .enrolSecondFactor].contains(action)
        #expect(Permission.allows(actor, action, on: .init(agencyPath: [Self.home], owner: Self.me)) == isOwn)
        #expect(!Permission.allows(actor, action, on: .init(agencyPath: [Self.home], owner: Self.other)))
    }

    @Test func `Several roles add up`() {
        let actor = Actor.account(
            Self.me,
            roles: [
                RoleGrant(account: Self.me, agency: Self.home, role: .reader),
                RoleGrant(account: Self.me, agency: Self.elsewhere, role: .planner),
            ])
        #expect(Permission.allows(actor, .issuePlan, on: .init(agencyPath: [Self.elsewhere])))
        #expect(!Permission.allows(actor, .issuePlan, on: .init(agencyPath: [Self.home])))
        #expect(Permission.allows(actor, .verifyLedger, on: .init()))
        #expect(actor.agencies(as: [.planner]) == [Self.elsewhere])
    }

    @Test func `A subject of no agency is reached only by what reaches everything`() {
        let actor = Actor.account(
            Self.me, roles: [RoleGrant(account: Self.me, agency: Self.home, role: .planner)])
        #expect(!Permission.allows(actor, .issuePlan, on: .init()))
        #expect(Permission.allows(actor, .viewPlan, on: .init()))
    }
}
