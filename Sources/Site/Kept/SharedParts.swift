import Domain
import Foundation
import Locks
import Markup
import Operations
import Store

/// What stands alike on the pages of all who may see it, made once for one version of the data.
///
/// While one visitor's page makes a part, others who want it wait for that one: after a change not every reader asks
/// the database the same at the same time. Nothing in a part may depend on who looks.
final class SharedParts: Sendable {
    /// Everything that a part depends on beside the data.
    struct Key: Hashable, Sendable {
        /// The page with all that was asked of it.
        var asked: [String]
        var language: Language
        /// Lateness is told by the day.
        var today: CalendarDay
    }

    /// All parts together.
    static let limitBytes = 32 << 20
    /// What an entry takes beside its markup, about.
    private static let frameBytes = 512

    private enum Entry {
        case ready(Markup, madeAt: Date)
        /// Being made, by its number.
        case making(Int)
    }

    private struct State {
        var head: LedgerHead?
        var entries: [Key: Entry] = [:]
        var bytes = 0
        var makings = 0
        /// Who waits for each making; they get nil where it failed.
        var waiting: [Int: [CheckedContinuation<Markup?, Never>]] = [:]

        mutating func clear() {
            entries.removeAll(keepingCapacity: true)
            bytes = 0
        }

        mutating func drop(_ key: Key) {
            if case .ready(let part, _) = entries.removeValue(forKey: key) {
                bytes -= SharedParts.bytes(of: part)
            }
        }
    }

    private enum Found {
        case ready(Markup)
        /// Another makes it.
        case waits(Int)
        /// The asker is to make it.
        case makes(Int)
    }

    private let limitBytes: Int
    private let state = Locked(State())

    init(limitBytes: Int = SharedParts.limitBytes) { self.limitBytes = limitBytes }

    var heldBytes: Int { state.withLock { $0.bytes } }
    /// Parts being made, and those who wait for them.
    var makingCount: Int { state.withLock { $0.waiting.count } }
    var waitingCount: Int { state.withLock { $0.waiting.values.reduce(0) { $0 + $1.count } } }

    /// The part of the data with this head or of younger data; `make` runs where nobody has made it or makes it.
    ///
    /// - Parameter now: parts are kept as long as pages are (``KeptPages/longestSeconds``), for what is changed past Loa.
    func part(_ key: Key, head: LedgerHead?, now: Date, _ make: () async throws -> Markup) async throws
        -> Markup
    {
        switch find(key, head, now) {
        case .ready(let part): return part
        case .makes(let number): return try await made(key, number, now, make)
        case .waits(let number):
            if let part = await result(of: number) { return part }
            // Whoever made it failed or gave up; that need not be so here.
            return try await make()
        }
    }

    private func find(_ key: Key, _ head: LedgerHead?, _ now: Date) -> Found {
        state.withLock { state in
            if state.head != head {
                // Also what is being made: it may have been read before the change. Those who wait for it asked then.
                state.head = head
                state.clear()
            }
            switch state.entries[key] {
            case .ready(let part, let madeAt)
            where (0..<KeptPages.longestSeconds).contains(now.timeIntervalSince(madeAt)):
                return .ready(part)
            case .making(let number): return .waits(number)
            case .ready, nil:
                state.drop(key)
                state.makings += 1
                state.entries[key] = .making(state.makings)
                state.waiting[state.makings] = []
                return .makes(state.makings)
            }
        }
    }

    /// What a making under way comes to; nil where it failed, or ended while the asker came.
    private func result(of number: Int) async -> Markup? {
        await withCheckedContinuation { continuation in
            let waits = state.withLock { state in
                guard state.waiting[number] != nil else { return false }
                state.waiting[number]?.append(continuation)
                return true
            }
            if !waits { continuation.resume(returning: nil) }
        }
    }

    private func made(_ key: Key, _ number: Int, _ now: Date, _ make: () async throws -> Markup) async throws
        -> Markup
    {
        do {
            let part = try await make()
            end(key, number, part, now)
            return part
        } catch {
            end(key, number, nil, now)
            throw error
        }
    }

    private func end(_ key: Key, _ number: Int, _ part: Markup?, _ now: Date) {
        let waiting = state.withLock { state in
            if case .making(number) = state.entries[key] { keep(part, key, now, in: &state) }
            return state.waiting.removeValue(forKey: number) ?? []
        }
        for one in waiting { one.resume(returning: part) }
    }

    private func keep(_ part: Markup?, _ key: Key, _ now: Date, in state: inout State) {
        state.entries[key] = nil
        guard let part else { return }
        let bytes = Self.bytes(of: part)
        guard bytes <= limitBytes / 8 else { return }
        if state.bytes + bytes > limitBytes { state.clear() }
        state.entries[key] = .ready(part, madeAt: now)
        state.bytes += bytes
    }

    fileprivate static func bytes(of part: Markup) -> Int { part.bytes.count + frameBytes }
}

extension Visit {
    /// A part of a page that is the same for everyone who may see issued plans.
    func sharedPart(_ asked: [String], _ make: () async throws -> Markup) async throws -> Markup {
        guard Permission.allows(actor, .viewPlan, on: Permission.Subject()) else {
            throw actor == .nobody ? AccessRefused.signInFirst : .notAllowed
        }
        let key = SharedParts.Key(asked: asked, language: language, today: site.office.today)
        return try await site.sharedParts.part(
            key, head: try await site.office.changes.head(), now: site.now(), make)
    }
}
