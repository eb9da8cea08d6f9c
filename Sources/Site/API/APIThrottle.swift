import Domain
import Foundation
import Locks

/// How fast one token may ask one server: a bucket that fills steadily.
final class APIThrottle: Sendable {
    static let perSecond = 50.0
    static let burst = 500.0
    /// Tokens remembered; beyond it those whose buckets are full are forgotten.
    private static let mostTokens = 10_000

    private struct Bucket {
        var left: Double
        var at: Date
    }

    private let buckets = Locked<[APIToken.ID: Bucket]>([:])

    func admits(_ token: APIToken.ID, at now: Date) -> Bool {
        buckets.withLock { buckets in
            if buckets.count >= Self.mostTokens {
                buckets = buckets.filter { now.timeIntervalSince($0.value.at) < Self.burst / Self.perSecond }
            }
            var bucket = buckets[token] ?? Bucket(left: Self.burst, at: now)
            // A clock that goes back fills nothing.
            let passed = max(0, now.timeIntervalSince(bucket.at))
            bucket.left = min(Self.burst, bucket.left + passed * Self.perSecond)
            bucket.at = now
            defer { buckets[token] = bucket }
            guard bucket.left >= 1 else { return false }
            bucket.left -= 1
            return true
        }
    }
}
