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

        package init(metricsToken: String? = nil, version: String = "0") {
            self.metricsToken = metricsToken
            self.version = version
        }
    }

    let office: Office
    let settings: Settings
    let now: @Sendable () -> Date
    let random: @Sendable (Int) -> [UInt8]
    let log: SiteLog
    /// The status for failures that only the program knows, such as a database that has gone.
    let statusOfFailure: @Sendable (any Error) -> Status?
    let metrics: Metrics
    let readings: Readings
    let keptPages = KeptPages()

    /// - Parameters:
    ///   - random: so many bytes from a secure source.
    ///   - log: takes one line of JSON, without its end; called from any thread.
    ///   - statusOfFailure: 503 or 507 for failures of the engines below that pass or that the operator must mend;
    ///     nil for whatever is a plain 500.
    package init(
        office: Office, converter: DocumentConverter, now: @escaping @Sendable () -> Date = { Date() },
        random: @escaping @Sendable (Int) -> [UInt8], log: @escaping @Sendable (String) -> Void,
        settings: Settings = Settings(),
        statusOfFailure: @escaping @Sendable (any Error) -> Status? = { _ in nil }
    ) {
        self.statusOfFailure = statusOfFailure
        self.office = office
        self.settings = settings
        self.now = now
        self.random = random
        self.log = SiteLog(now: now, write: log)
        metrics = Metrics()
        readings = Readings(office: office, converter: converter, log: self.log)
    }

    /// Answers every request.
    package var handler: Handler {
        let pages = SitePages(self).router
        return { try await pages.respond(to: $0) }
    }

    /// Stops the readings that still run; their files are gone, their jobs end as cancelled.
    package func shutDown() async { await readings.stopAll() }
}
