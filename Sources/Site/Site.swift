package import Documents
package import Foundation
package import HTTP
package import Operations

/// The web site as one function from requests to answers; everything that it needs comes in here.
package struct Site: Sendable {
    /// What the operator decides.
    package struct Settings: Sendable {
        /// Whoever bears it may read `/metrics` from elsewhere; nil: only this machine.
        package var metricsToken: String?
        /// Shown by `/healthz`.
        package var version: String
        /// The names under which the site answers.
        package var hosts: AllowedHosts
        /// Whether a mail server is set: without one the inbox works alone, and the pages say so.
        package var sendsMail: Bool
        /// By which people may sign in beside their passwords.
        package var openID: OpenIDProvider?
        /// What addresses of ours begin with when others are told them, such as `https://loa.example.vn`.
        package var publicOrigin: String?
        /// Where events may be sent to.
        package var webhookReach: WebhookReach
        /// What players fetch from; nil where this server has no store.
        package var objects: ObjectStore?
        /// Whether anybody may have the keys of that store: every page says so.
        package var isDemonstration: Bool

        package init(
            metricsToken: String? = nil, version: String = "0", hosts: AllowedHosts = .loopback,
            sendsMail: Bool = false, openID: OpenIDProvider? = nil, publicOrigin: String? = nil,
            webhookReach: WebhookReach = WebhookReach(), objects: ObjectStore? = nil,
            isDemonstration: Bool = false
        ) {
            self.isDemonstration = isDemonstration
            self.objects = objects
            self.webhookReach = webhookReach
            self.openID = openID
            self.publicOrigin = publicOrigin
            self.sendsMail = sendsMail
            self.metricsToken = metricsToken
            self.version = version
            self.hosts = hosts
        }
    }

    let office: Office
    let settings: Settings
    let now: @Sendable () -> Date
    let random: @Sendable (Int) -> [UInt8]
    let log: SiteLog
    let metrics: Metrics
    let readings: Readings
    let converter: DocumentConverter
    let references: References
    let uploads = UploadAllowance()
    let keptPages = KeptPages()
    let sharedParts = SharedParts()

    /// - Parameters:
    ///   - random: so many bytes from a secure source.
    ///   - log: takes one line of JSON, without its end; called from any thread.
    package init(
        office: Office, converter: DocumentConverter, now: @escaping @Sendable () -> Date = { Date() },
        random: @escaping @Sendable (Int) -> [UInt8], log: @escaping @Sendable (String) -> Void,
        settings: Settings = Settings()
    ) {
        self.office = office
        self.settings = settings
        self.now = now
        self.random = random
        self.log = SiteLog(now: now, write: log)
        references = References(random: random)
        metrics = Metrics()
        self.converter = converter
        readings = Readings(office: office, converter: converter, log: self.log)
    }

    /// Answers every request.
    package var handler: Handler {
        let pages = SitePages(self).router
        let atOnce = atOnce
        return { request in
            if let kept = atOnce(request) { return kept.response }
            return try await pages.respond(to: request)
        }
    }

    /// Answers what needs no waiting: kept pages.
    ///
    /// Whatever it leaves goes to ``handler``.
    package var atOnce: AnswerAtOnce {
        let kept = PageCache(site: self)
        return { kept.sending($0) }
    }

    /// Tells in `/metrics` whether the store of players could be kept fresh at the last try.
    package func noteStore(isKept: Bool) { metrics.noteStore(isKept: isKept) }

    /// Stops the readings that still run; their files are gone, their jobs end as cancelled.
    package func shutDown() async { await readings.stopAll() }
}
