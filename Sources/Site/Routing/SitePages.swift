import Documents
import HTTP
import Markup
import Operations

/// Every address with its method and what it asks of the visitor; the tests read the same list.
struct SitePages: Sendable {
    enum Need: String, Sendable {
        /// Anybody.
        case nothing
        /// A session, with a password that need not be changed.
        case session
        /// A session, even one whose password must be changed first.
        case anySession
    }

    struct Entry: Sendable {
        var method: Method
        var pattern: String
        var need: Need
    }

    /// The most bytes of an ordinary form: long texts of tasks with their escapes.
    static let formLimitBytes = 256 << 10

    private(set) var entries: [Entry] = []
    var router = Router()
    let site: Site

    init(_ site: Site) {
        self.site = site
        router.use(Tracing(site: site))
        router.use(HostCheck(hosts: site.settings.hosts))
        router.use(PageCache(site: site))
        router.use(SecurityHeaders())
        router.use(ErrorPages(site: site))
        router.use(APIProblems(site: site))
        addFrame()
        addAccounts()
        addPlans()
        addPurge()
        addCorrections()
        addTasks()
        addOverview()
        addCalendar()
        addWork()
        addUploads()
        addAgencies()
        addNotices()
        addLedger()
        addHealth()
        addObjects()
        addAPI()
        addWaysBack()
    }

    /// A form's own address, asked for as a page (its answer reloaded, or its language switched), leads to the page
    /// above it, where the form stands.
    private mutating func addWaysBack() {
        let pages = Set(entries.lazy.filter { $0.method == .get }.map(\.pattern))
        for pattern in entries.lazy.filter({ $0.method == .post }).map(\.pattern)
        where !pages.contains(pattern) {
            router.on(.get, pattern) { request in
                let above = request.rawPath.split(separator: "/").dropLast().joined(separator: "/")
                return .redirect(to: (Link(samesite: "/" + above) ?? Routes.home()).address)
            }
        }
    }

    /// A page to look at.
    ///
    /// - Parameter mayKeep: whether the same visitor may be shown the same bytes until anything changes: only for
    ///   pages whose every part is recorded in the ledger (`ChangeWatch`), and that record no opening.
    mutating func get<each Value: PathValue>(
        _ route: Route<repeat each Value>, _ need: Need = .session, mayKeep: Bool = false,
        _ body: @escaping @Sendable (Visit) async throws -> Response
    ) {
        let (site, pattern) = (site, route.pattern)
        entries.append(Entry(method: .get, pattern: pattern, need: need))
        router.on(.get, pattern) { request in
            request.values[TraceKey.self]?.setRoute(pattern)
            let visit = try await Visit(request, site)
            if let turned = visit.turnedAway(need) { return turned }
            let response = try await body(visit)
            if mayKeep, let session = visit.session {
                request.values[TraceKey.self]?.setKeepable(until: session.endsAt)
            }
            return response
        }
    }

    /// A form that changes something; its token is checked before anything else.
    mutating func post<each Value: PathValue>(
        _ route: Route<repeat each Value>, _ need: Need = .session, bodyLimit: Int = SitePages.formLimitBytes,
        _ body: @escaping @Sendable (Visit, Form) async throws -> Response
    ) {
        let (site, pattern) = (site, route.pattern)
        entries.append(Entry(method: .post, pattern: pattern, need: need))
        router.on(.post, pattern, bodyLimit: bodyLimit) { request in
            request.values[TraceKey.self]?.setRoute(pattern)
            let visit = try await Visit(request, site)
            if let turned = visit.turnedAway(need) { return turned }
            try visit.refuseForeignPage()
            let form = try await Form.read(request)
            try visit.check(form)
            return try await body(visit, form)
        }
    }

    /// The form that brings documents.
    ///
    /// Who sends it is known before its body is read; its token and its other fields stand before the files and are
    /// checked before a byte of one is kept. Files come into a private folder in memory.
    mutating func postDocuments<each Value: PathValue>(
        _ route: Route<repeat each Value>, rules: DocumentRules = .plans,
        _ body: @escaping @Sendable (Visit, Form, UploadAllowance.Incoming) async throws -> Response
    ) {
        let (site, pattern) = (site, route.pattern)
        let limit = rules.fileLimitCount * UploadPage.fileLimitBytes + Self.formLimitBytes
        entries.append(Entry(method: .post, pattern: pattern, need: .session))
        router.on(.post, pattern, bodyLimit: limit) { request in
            request.values[TraceKey.self]?.setRoute(pattern)
            let visit = try await Visit(request, site)
            if let turned = visit.turnedAway(.session) { return turned }
            try visit.refuseForeignPage()
            do {
                let incoming = try await rules.admit(visit)
                try rules.checkLength(request.body.announcedLength)
                let folder = try Workspace()
                var limits = FormLimits()
                limits.files = rules.fileLimitCount
                limits.fileBytes = UploadPage.fileLimitBytes
                limits.temporaryFolder = folder.path
                let form = try await Form.read(
                    request, limits: limits,
                    admission: UploadAdmission(visit: visit, incoming: incoming, rules: rules))
                try visit.check(form)
                try rules.check(visit, form)
                return try await body(visit, form, incoming)
            } catch let refused as UploadRefused {
                return try await rules.refused(visit, refused)
            }
        }
    }

    /// An answer without a visitor: assets, health.
    mutating func plain<each Value: PathValue>(
        _ route: Route<repeat each Value>, _ body: @escaping @Sendable (Request) async throws -> Response
    ) {
        let pattern = route.pattern
        entries.append(Entry(method: .get, pattern: pattern, need: .nothing))
        router.on(.get, pattern) { request in
            request.values[TraceKey.self]?.setRoute(pattern)
            return try await body(request)
        }
    }
}
