/// Every address of the site, once.
enum Routes {
    static let home = Route("/")
    static let asset = Route("/assets/:version/:name", String.self, String.self)
    static let language = Route("/language/:language", String.self)
    static let keys = Route("/help/keys")

    static let signIn = Route("/sign-in")
    static let secondFactor = Route("/sign-in/code")
    static let signOut = Route("/sign-out")
    static let account = Route("/account")
    static let password = Route("/account/password")
    static let enrolSecondFactor = Route("/account/second-factor")
    static let accounts = Route("/accounts")
    static let newAccount = Route("/accounts/new")
    static let accountPage = Route("/accounts/:account", String.self)

    static let upload = Route("/upload")
    static let reading = Route("/upload/:reading", String.self)
    static let readingEvents = Route("/upload/:reading/events", String.self)
    static let cancelReading = Route("/upload/:reading/cancel", String.self)

    static let plans = Route("/plans")
    static let plan = Route("/plans/:plan", String.self)
    static let correctPlan = Route("/plans/:plan/correct", String.self)
    static let corrections = Route("/plans/:plan/corrections", String.self)
    static let issue = Route("/plans/:plan/issue", String.self)
    static let withdraw = Route("/plans/:plan/withdraw", String.self)
    static let draftAgain = Route("/plans/:plan/draft-again", String.self)
    static let deleteDraft = Route("/plans/:plan/delete", String.self)
    static let readAgain = Route("/plans/:plan/read-again", String.self)
    static let planFile = Route("/plans/:plan/file", String.self)

    static let tasks = Route("/tasks")
    static let tasksTable = Route("/tasks.csv")
    static let tasksWorkbook = Route("/tasks.xlsx")
    static let task = Route("/tasks/:task", String.self)

    static let ledger = Route("/ledger")
    static let alive = Route("/healthz")
    static let ready = Route("/readyz")
    static let metrics = Route("/metrics")
}
