import Domain
import Foundation
import SQL
import Store

/// The counts behind the throttle.
///
/// A try is booked before its password is looked at, and no more are under way at once than wrong ones would still be
/// free: so a thousand guesses sent together are judged no further than one after the other. What is beyond waits for a
/// place. A right password gives its place back and leaves no trace in the counts; a wrong one turns it into a
/// failure. An office that signs in through one address at eight o'clock only queues.
enum SignInTries {
    /// Booked by a server that then died.
    static let abandonedAfterSeconds: TimeInterval = 120
    /// The longest wait for a place.
    private static let patience = Duration.seconds(20)
    /// Between two looks, growing from the first to the last.
    private static let intervals = (shortest: Duration.milliseconds(25), longest: Duration.milliseconds(200))

    /// Books a try, waiting while too many others are under way; refuses while a delay runs.
    static func book(name: String, address: String, in office: Office) async throws -> SignInTry {
        let end = ContinuousClock.now + patience
        var interval = intervals.shortest
        if let booked = try await bookNow(name, address, in: office) { return booked }
        guard office.signInQueue.enter() else { throw SignInRefused.busy }
        defer { office.signInQueue.leave() }
        while ContinuousClock.now < end {
            try await Task.sleep(for: interval)
            interval = min(interval * 2, intervals.longest)
            let now = office.now()
            // Looking is a read; only a free place is worth a turn among the writers.
            let isFree = try await office.pool.read { db in
                try hasPlace(name: name, address: address, at: now, in: db)
            }
            if isFree, let booked = try await bookNow(name, address, in: office) { return booked }
        }
        throw SignInRefused.busy
    }

    private static func bookNow(_ name: String, _ address: String, in office: Office) async throws
        -> SignInTry?
    {
        let now = office.now()
        let booked = SignInTry(id: office.newID(), name: name, address: address, bookedAt: now)
        return try await office.pool.write { db in
            try db.deleteTries(bookedBefore: now.addingTimeInterval(-abandonedAfterSeconds))
            guard try hasPlace(name: name, address: address, at: now, in: db) else { return nil }
            try db.book(booked)
            return booked
        }
    }

    /// Whether a try may be under way beside those that are; throws while a delay runs.
    private static func hasPlace(name: String, address: String, at now: Date, in db: Database) throws -> Bool
    {
        let throttles = try refuseWhileWaiting(name: name, address: address, at: now, in: db)
        for (throttle, subject) in throttles {
            // When a delay is over one try is free, and only one.
            let free = max(1, throttle.kind.freeFailures - throttle.failuresRemembered(at: now))
            // Whoever waits must see that a dead server's tries have ended, too: only booking deletes them.
            let since = now.addingTimeInterval(-abandonedAfterSeconds)
            if try db.bookedTries(throttle.kind, subject, since: since) >= free { return false }
        }
        return true
    }

    /// Refuses while the account or the address must wait.
    @discardableResult
    static func refuseWhileWaiting(name: String, address: String, at now: Date, in db: Database) throws
        -> [(SignInThrottle, String)]
    {
        let throttles = [
            (try db.throttle(.account, name), name), (try db.throttle(.address, address), address),
        ]
        let wait = throttles.map { $0.0.waitSeconds(at: now) }.max() ?? 0
        if wait > 0 { throw SignInRefused.wait(Int(wait.rounded(.up))) }
        return throttles
    }

    /// Refuses while the address must wait; for ways to sign in that type no account's name.
    static func refuseWhileWaiting(address: String, at now: Date, in db: Database) throws {
        let wait = try db.throttle(.address, address).waitSeconds(at: now)
        if wait > 0 { throw SignInRefused.wait(Int(wait.rounded(.up))) }
    }

    /// Turns a booking into a failure of the account and of the address.
    static func countWrong(_ booked: SignInTry, in office: Office) async throws {
        let now = office.now()
        try await uncancelled {
            try await office.pool.write { db in
                try db.endTry(booked.id)
                try countWrong(name: booked.name, address: booked.address, at: now, in: db)
            }
        }
    }

    static func countWrong(name: String, address: String, at now: Date, in db: Database) throws {
        for (kind, subject) in [(SignInThrottle.Kind.account, name), (.address, address)] {
            try db.save(try db.throttle(kind, subject).afterFailure(at: now), for: subject)
        }
    }

    /// Ends a booking without a trace.
    static func giveBack(_ booked: SignInTry, in office: Office) async {
        // If the database is away the booking runs out by itself.
        try? await uncancelled { try await office.pool.write { db in try db.endTry(booked.id) } }
    }

    /// Waits for the body even where the visitor has gone.
    ///
    /// A guesser must neither escape the count by hanging up, nor leave places taken. A task of its own, since a cancelled one can't write; it ends with its one statement.
    private static func uncancelled(_ body: @escaping @Sendable () async throws -> Void) async throws {
        try await Task { try await body() }.value
    }

    /// Removes what has run out; each sign-in pays for a little order.
    static func sweep(at now: Date, rules: SessionRules, in db: Database) throws {
        try db.deleteSessions(createdBefore: now.addingTimeInterval(-rules.absoluteSeconds))
        try db.deleteThrottles(before: now.addingTimeInterval(-SignInThrottle.forgetAfterSeconds))
        try db.deleteReadingJobs(before: now.addingTimeInterval(-ReadingJob.keptSeconds))
    }
}

extension SignInThrottle {
    /// The wrong tries that still count.
    fileprivate func failuresRemembered(at now: Date) -> Int {
        guard let lastFailureAt, now.timeIntervalSince(lastFailureAt) < Self.forgetAfterSeconds else {
            return 0
        }
        return failures
    }
}
