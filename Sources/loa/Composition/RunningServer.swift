import Documents
import Foundation
import HTTP
import HTTPEngine
import Operations
import SQL
import Site
import Trust

/// A whole Loa in one process, from its database to its sockets.
struct RunningServer {
    /// How long a stopping server lets requests finish.
    static let grace = Duration.seconds(15)

    private let pool: any DatabasePool
    private let site: Site
    private let server: HTTPServer
    private let stopSignals: StopSignals
    private let log: LogWriter
    private let work: [BackgroundWork]

    /// Starts listening.
    ///
    /// - Parameters:
    ///   - now: the office's clock; a demonstration may move it.
    ///   - beforeListening: runs once the tables are ready, and gives the store that players fetch from.
    static func start(
        _ address: DatabaseAddress, _ listening: ListeningOptions, mail: MailOptions?, openID: OpenIDOptions?,
        webhooks: WebhookOptions, pages: PageOptions,
        now: @escaping @Sendable () -> Date = { Date() },
        beforeListening: (Office) async throws -> ObjectOptions?
    ) async throws -> (RunningServer, addresses: [String]) {
        let pool = try await DatabaseOption.open(address, creating: true)
        let log = LogWriter()
        do {
            let office = Office(pool: pool, now: now)
            try await office.prepare()
            let objects = try await beforeListening(office)
            let isDemonstration = try await objects?.store.isDemonstration() ?? false
            let converter = DocumentConverter()
            do { try await converter.check() } catch {
                Terminal.note("loa: documents other than text can't be converted here: \(error)")
            }
            let site = Site(
                office: office, converter: converter, random: { SecureRandom.bytes($0) },
                log: { log.write($0) },
                settings: Site.Settings(
                    metricsToken: EnvironmentKey.metricsToken.value, version: Loa.version,
                    hosts: listening.hosts, sendsMail: mail != nil, openID: openID?.provider,
                    publicOrigin: listening.origin, webhookReach: webhooks.reach, objects: objects?.store,
                    isDemonstration: isDemonstration))
            let server = HTTPServer(
                configuration: listening.configuration, handler: site.handler, atOnce: site.atOnce,
                onFailure: { error, _ in Terminal.note("loa: a request failed: \(error)") })
            let stopSignals = await StopSignals.caught()
            let addresses = try server.start().map(Self.text)
            let carrier = mail.map { LetterCarrier($0, writer: LetterWriter(origin: listening.origin)) }
            var work: [any RepeatedWork] = [
                DailyWork(carrier: carrier), WebhookWork(carrier: WebhookCarrier(webhooks)),
                PageWork(fetcher: PageFetcher(pages)),
            ]
            if let objectWork = ObjectWork(objects, tell: { site.noteStore(isKept: $0) }) {
                work.append(objectWork)
            }
            return (
                RunningServer(
                    pool: pool, site: site, server: server, stopSignals: stopSignals, log: log,
                    work: work.map { BackgroundWork(office, $0, note: { Terminal.note($0) }) }),
                addresses
            )
        } catch {
            log.flush()
            await pool.close()
            throw error
        }
    }

    /// Serves until the program is asked to stop, then finishes what runs.
    func runUntilStopped() async {
        await stopSignals.wait()
        Terminal.note("loa: stopping")
        await server.shutdown(grace: Self.grace)
        for work in work { await work.stop() }
        await site.shutDown()
        await pool.close()
        log.flush()
    }

    private static func text(_ endpoint: HTTPServer.BoundEndpoint) -> String {
        switch endpoint {
        case .tcp(let address, let port):
            address.isIPv4 ? "http://\(address):\(port)" : "http://[\(address)]:\(port)"
        case .unix(let path, _): "unix:\(path)"
        }
    }
}
