import Documents
package import Domain
import Foundation
import SQL
import Store
import Vietnamese

/// What a page's server answered.
package enum FetchedPage: Sendable, Hashable {
    /// - Parameters:
    ///   - mediaType: as the server sent it.
    ///   - beginning: of the body, ``KeepPages/pageBytes`` at most.
    case answered(status: Int, mediaType: String?, beginning: [UInt8])
    /// No answer; why not.
    case failed(LinkedPage.State)
}

/// Fetches the pages that links of evidence lead to and keeps their titles, with the time.
///
/// Each is asked for once. What can't be fetched is written down as such: the evidence stays what it is. One server at a
/// time, by a lease; what a server that died had begun is fetched again.
package struct KeepPages: Operation {
    package typealias Fetch = @Sendable (_ address: String) async -> FetchedPage

    /// Of a page; its title stands at its beginning.
    package static let pageBytes = 262_144
    /// Fetched together.
    package static let batch = 4
    /// Batches of one run; the next goes on.
    static let rounds = 50
    package static let lease = "pages"
    /// Longer than a batch may take.
    static let leaseSeconds: TimeInterval = 120

    private let holder: String
    private let fetch: Fetch

    /// - Parameters:
    ///   - holder: names this server in the lease.
    ///   - fetch: bounded in time, and where it may not reach it says so.
    package init(as holder: String, fetch: @escaping Fetch) {
        self.holder = holder
        self.fetch = fetch
    }

    /// How many links were looked at.
    @discardableResult
    package func run(in office: Office, as actor: Actor) async throws -> Int {
        guard actor == .commandLine else { throw AccessRefused.notAllowed }
        // Most of the time nobody has given a link: that costs one look.
        guard try await office.pool.read({ db in try !db.linksToKeep(limit: 1).isEmpty }) else { return 0 }
        var count = 0
        for _ in 0..<Self.rounds {
            guard !Task.isCancelled, let links = try await next(in: office), !links.isEmpty else { break }
            let pages = await fetched(links)
            let now = office.now()
            try await office.pool.write { db in
                for (link, page) in zip(links, pages) { try Self.settle(link, page, at: now, in: db) }
            }
            count += links.count
        }
        try await office.pool.write { [holder] db in try db.dropLease(Self.lease, of: holder) }
        return count
    }

    /// Nil while another server does it.
    private func next(in office: Office) async throws -> [Evidence]? {
        let now = office.now()
        return try await office.pool.write { [holder] db in
            guard try db.takeLease(Self.lease, for: holder, at: now, until: now + Self.leaseSeconds) else {
                return nil
            }
            return try db.linksToKeep(limit: Self.batch)
        }
    }

    /// In the order of the links.
    private func fetched(_ links: [Evidence]) async -> [FetchedPage] {
        await withTaskGroup(of: (Int, FetchedPage).self) { [fetch] group in
            for (index, link) in links.enumerated() {
                group.addTask { (index, await fetch(link.address ?? "")) }
            }
            var pages = [FetchedPage](repeating: .failed(.unreachable), count: links.count)
            for await (index, page) in group { pages[index] = page }
            return pages
        }
    }

    private static func settle(_ link: Evidence, _ fetched: FetchedPage, at now: Date, in db: Database) throws
    {
        let (page, mediaType) = kept(fetched, at: now)
        guard try db.keep(page, mediaType: mediaType, of: link.id) else { return }
        try Office.record(
            "KeepPage", "task", link.task.rawValue,
            [
                "evidence": link.id.rawValue, "state": page.state.rawValue,
                "title": page.title.map(PhoneMask.masked), "type": mediaType,
            ], by: .commandLine, at: now, in: db)
    }

    static func kept(_ fetched: FetchedPage, at now: Date) -> (page: LinkedPage, mediaType: String?) {
        switch fetched {
        case .failed(let state): return (LinkedPage(state: state, at: now), nil)
        case .answered(let status, let mediaType, let beginning):
            switch status {
            case 200...299:
                let type = mediaType.flatMap(PageTitle.essence)
                guard PageTitle.isPage(mediaType) else { return (LinkedPage(state: .kept, at: now), type) }
                let title = PageTitle(ofPage: beginning, mediaType: mediaType)?.text
                // A title that bears a mark of secrecy isn't kept; the address stands as it was given.
                let isMarked = title.map { SecrecyMark.find(in: $0) != nil } ?? false
                return (LinkedPage(state: .kept, title: isMarked ? nil : title, at: now), type)
            case 404, 410: return (LinkedPage(state: .missing, at: now), nil)
            default: return (LinkedPage(state: .refused, at: now), nil)
            }
        }
    }
}
