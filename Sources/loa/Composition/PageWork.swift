import Domain
import Operations

/// Keeps the titles of pages that people give as evidence, soon after they did.
///
/// Owns its task; `stop()` ends it and waits for what is in hand.
final class PageWork: Sendable {
    static let interval = Duration.seconds(2)

    private let task: Task<Void, Never>
    private let office: Office
    private let holder = DailyWork.holder()

    init(_ office: Office, fetcher: PageFetcher, note: @escaping @Sendable (String) -> Void) {
        self.office = office
        task = Task { [holder] in
            while !Task.isCancelled {
                do {
                    try await KeepPages(as: holder, fetch: fetcher.fetch).run(in: office, as: .commandLine)
                } catch {
                    // The next round tries again.
                    note("loa: pages of evidence could not be kept: \(error)")
                }
                // Cancelled, it ends early, and the loop with it.
                try? await Task.sleep(for: Self.interval)
            }
        }
    }

    func stop() async {
        task.cancel()
        await task.value
        try? await GiveBackLeases(of: holder).run(in: office, as: .commandLine)  // they end by themselves
    }
}
