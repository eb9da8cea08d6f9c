import Foundation
import HTTP
import Locks
import Store

/// Finished pages by visitor and address, good for one version of the data.
///
final class KeptPages: Sendable {
    struct Page: Sendable {
        var answer: KeptAnswer
        /// The route's pattern, for log and counts.
        var route: String
        /// Days since 1970 in Vietnam: lateness is told by the day.
        var day: Int
        var madeAt: Date
        /// When the visitor's session is over.
        var endsAt: Date
        var bytes: Int
    }

    /// Everything in a request that a page depends on.
    struct Key: Hashable, Sendable {
        /// The cookies whole: session, language, message.
        var cookies: String
        var path: String
        var query: String
        var isSecure: Bool
    }

    /// All pages together, their compressed copies included.
    static let limitBytes = 64 << 20
    /// So that sessions in use are still marked as such each minute.
    static let longestSeconds: TimeInterval = 30
    /// What an entry takes beside its bodies, about.
    private static let frameBytes = 2_048

    private struct State {
        var head: LedgerHead?
        var pages: [Key: Page] = [:]
        var bytes = 0

        mutating func clear() {
            pages.removeAll(keepingCapacity: true)
            bytes = 0
        }
    }

    private let limitBytes: Int
    private let state = Locked(State())

    init(limitBytes: Int = KeptPages.limitBytes) { self.limitBytes = limitBytes }

    var heldBytes: Int { state.withLock { $0.bytes } }

    /// Days since 1970 in Vietnam, which has kept UTC+7 since 1975.
    static func day(_ instant: Date) -> Int {
        Int(((instant.timeIntervalSince1970 + 7 * 3600) / 86_400).rounded(.down))
    }

    /// The page, if nothing has changed since it was made; nothing at all is kept over a change.
    func page(_ key: Key, head: LedgerHead?, now: Date) -> Page? {
        state.withLock { state in
            guard state.head == head else {
                state.head = head
                state.clear()
                return nil
            }
            guard let page = state.pages[key] else { return nil }
            let age = now.timeIntervalSince(page.madeAt)
            guard age >= 0, age < Self.longestSeconds, now < page.endsAt, page.day == Self.day(now) else {
                state.bytes -= page.bytes
                state.pages[key] = nil
                return nil
            }
            return page
        }
    }

    /// Keeps a page that was made when the data had this head.
    func keep(_ page: Page, _ key: Key, body: Int, head: LedgerHead?) {
        var page = page
        // The compressed copy comes later and is smaller.
        page.bytes = body * 2 + Self.frameBytes
        guard page.bytes <= limitBytes / 8 else { return }
        state.withLock { state in
            guard state.head == head else { return }
            if let old = state.pages.removeValue(forKey: key) { state.bytes -= old.bytes }
            if state.bytes + page.bytes > limitBytes { state.clear() }
            state.pages[key] = page
            state.bytes += page.bytes
        }
    }
}
