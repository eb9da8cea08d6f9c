import Locks

/// Bounds how many sign-ins of this process wait for a place among the tries under way.
final class SignInQueue: Sendable {
    /// As many as may wait for a hash.
    static let limit = 200

    private let waiting = Locked(0)

    /// False when too many wait already.
    func enter() -> Bool {
        waiting.withLock { count in
            guard count < Self.limit else { return false }
            count += 1
            return true
        }
    }

    func leave() { waiting.withLock { $0 -= 1 } }
}
