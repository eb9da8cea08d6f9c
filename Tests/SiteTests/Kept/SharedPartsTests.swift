import Domain
import Foundation
import Locks
import Markup
import Store
import Testing

@testable import Site

struct SharedPartsTests {
    private static let noon = Date(timeIntervalSince1970: 1_763_697_600)
    private struct Failed: Error {}

    private static let key = SharedParts.Key(
        asked: ["overview", "a"], language: .vi, today: CalendarDay(dayNumber: 20_000))

    /// Holds a maker until it is let go.
    private final class Gate: Sendable {
        private let stream = AsyncStream<Void>.makeStream()
        func open() { stream.continuation.finish() }
        func wait() async { for await _ in stream.stream {} }
    }

    @Test func `Readers who come while a part is made wait for that one`() async throws {
        let (parts, gate, makings) = (SharedParts(), Gate(), Locked(0))
        try await withThrowingTaskGroup(of: Markup.self) { group in
            for _ in 0..<5 {
                group.addTask {
                    try await parts.part(Self.key, head: nil, now: Self.noon) {
                        makings.withLock { $0 += 1 }
                        await gate.wait()
                        return "<p>part</p>"
                    }
                }
            }
            while parts.waitingCount < 4 { await Task.yield() }
            gate.open()
            for try await part in group { #expect(part == "<p>part</p>") }
        }
        #expect(makings.withLock { $0 } == 1 && parts.waitingCount == 0)
    }

    @Test func `Whoever waited for a maker that failed makes the part`() async throws {
        let (parts, gate, makings) = (SharedParts(), Gate(), Locked(0))
        let results = await withTaskGroup(of: Markup?.self) { group in
            for _ in 0..<3 {
                group.addTask {
                    try? await parts.part(Self.key, head: nil, now: Self.noon) {
                        let number = makings.withLock { count in
                            count += 1
                            return count
                        }
                        if number == 1 {
                            await gate.wait()
                            throw Failed()
                        }
                        return "<p>part</p>"
                    }
                }
            }
            while parts.waitingCount < 2 { await Task.yield() }
            gate.open()
            return await group.reduce(into: [Markup?]()) { $0.append($1) }
        }
        #expect(results.count { $0 == nil } == 1 && results.count { $0 == "<p>part</p>" } == 2)
    }

    @Test func `A part that was begun before a change is not kept over it`() async throws {
        let (parts, gate) = (SharedParts(), Gate())
        let (old, new) = (LedgerHead(sequence: 1, hash: [1]), LedgerHead(sequence: 2, hash: [2]))
        async let slow = parts.part(Self.key, head: old, now: Self.noon) {
            await gate.wait()
            return "<p>old</p>"
        }
        while parts.makingCount < 1 { await Task.yield() }
        #expect(try await parts.part(Self.key, head: new, now: Self.noon) { "<p>new</p>" } == "<p>new</p>")
        gate.open()
        #expect(try await slow == "<p>old</p>")
        #expect(try await parts.part(Self.key, head: new, now: Self.noon) { throw Failed() } == "<p>new</p>")
        // Another language or day is another part.
        var english = Self.key
        english.language = .en
        #expect(try await parts.part(english, head: new, now: Self.noon) { "<p>part</p>" } == "<p>part</p>")
    }

    @Test func `A part is made again after half a minute, or when the clock went back`() async throws {
        let parts = SharedParts()
        for (seconds, isNew) in [(0.0, true), (29, false), (30, true), (29, true), (-1, true)] {
            let made = Locked(false)
            _ = try await parts.part(Self.key, head: nil, now: Self.noon.addingTimeInterval(seconds)) {
                made.withLock { $0 = true }
                return "<p>part</p>"
            }
            #expect(made.withLock { $0 } == isNew, "\(seconds)")
        }
    }

    @Test func `What is kept stays within its bound`() async throws {
        let parts = SharedParts(limitBytes: 10_000)
        for number in 0..<100 {
            var key = Self.key
            key.asked = [String(number)]
            _ = try await parts.part(key, head: nil, now: Self.noon) {
                Markup(text: String(repeating: "a", count: 600))
            }
            #expect(parts.heldBytes <= 10_000)
        }
    }
}
