import Domain
import Operations

/// Keeps the titles of pages that people give as evidence, soon after they did.
struct PageWork: RepeatedWork {
    let fetcher: PageFetcher

    func round(_ round: WorkRound) async -> Duration {
        await round.attempt("keeping pages of evidence") {
            try await KeepPages(as: round.holder, fetch: fetcher.fetch).run(
                in: round.office, as: .commandLine)
        }
        return .seconds(2)
    }
}
