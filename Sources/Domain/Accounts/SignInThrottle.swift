package import Foundation

/// Growing delays after wrong passwords, for an account and for an address alike; never a lock-out
/// for ever.
package struct SignInThrottle: Hashable, Sendable {
    /// Whom the count is for.
    package enum Kind: String, Sendable, CaseIterable {
        case account, address

        /// Wrong tries without any delay.
        ///
        /// Many people share the address of an office.
        package var freeFailures: Int {
            switch self {
            case .account: 5
            case .address: 20
            }
        }
    }

    package static let firstDelaySeconds: TimeInterval = 2
    package static let longestDelaySeconds: TimeInterval = 15 * 60
    /// After so long without a wrong try the count begins anew.
    package static let forgetAfterSeconds: TimeInterval = 24 * 3600

    package var kind: Kind
    package var failures: Int
    package var lastFailureAt: Date?

    package init(kind: Kind, failures: Int = 0, lastFailureAt: Date? = nil) {
        self.kind = kind
        self.failures = failures
        self.lastFailureAt = lastFailureAt
    }

    /// Seconds that must still pass before the next try; 0 when it may be tried now.
    package func waitSeconds(at now: Date) -> TimeInterval {
        guard let lastFailureAt, failures >= kind.freeFailures else { return 0 }
        let doublings = Double(min(failures - kind.freeFailures, 30))
        let delay = min(Self.firstDelaySeconds * pow(2, doublings), Self.longestDelaySeconds)
        // A clock that went back may not lengthen the delay.
        let passed = max(0, now.timeIntervalSince(lastFailureAt))
        return max(0, delay - passed)
    }

    /// The count after one more wrong try.
    package func afterFailure(at now: Date) -> SignInThrottle {
        let isForgotten = lastFailureAt.map { now.timeIntervalSince($0) >= Self.forgetAfterSeconds } ?? true
        return SignInThrottle(kind: kind, failures: isForgotten ? 1 : failures + 1, lastFailureAt: now)
    }
}
