import Dispatch
import Locks

/// Hashes and verifies passwords on threads of its own, only so many at once, so that a flood of
/// sign-ins can't take the memory or the shared threads.
package final class PasswordHasher: Sendable {
    /// More are waiting than will ever be served in time; answered as "too busy".
    package struct TooBusy: Error, Sendable {
        package init() {}
    }

    /// 4 × 19 MiB at most; on small machines fewer processors are the bound anyway.
    package static let parallelLimit = 4
    /// Waiting longer than that queue lasts (about 5 s) helps nobody.
    package static let waitingLimit = 200

    package static let standard = PasswordHasher()

    private let parameters: PasswordParameters
    private let queue = DispatchQueue(label: "loa.passwords", attributes: .concurrent)
    private let state: Locked<State>

    private struct State {
        var free: Int
        var waiting: [@Sendable () -> Void] = []
    }

    package init(parameters: PasswordParameters = .standard, parallel: Int = PasswordHasher.parallelLimit) {
        self.parameters = parameters
        state = Locked(State(free: parallel))
    }

    /// An encoded hash, with a salt out of `random` (16 bytes).
    package func hash(_ password: String, random: [UInt8]) async throws -> String {
        let bytes = Array(password.utf8)
        let salt = Array(random.prefix(PasswordParameters.saltByteCount))
        precondition(
            salt.count == PasswordParameters.saltByteCount, "A password's salt takes 16 random bytes.")
        let parameters = parameters
        return try await run { try PasswordHash.make(bytes, salt: salt, parameters: parameters) }
    }

    /// Whether the password is the one that was hashed.
    package func verify(_ password: String, against encoded: String) async throws -> Bool {
        let bytes = Array(password.utf8)
        return try await run { try PasswordHash.verify(bytes, against: encoded) }
    }

    /// Takes as long as a verification: an unknown name must not answer faster than a wrong
    /// password.
    package func verifyNothing(_ password: String) async throws {
        let bytes = Array(password.utf8)
        let parameters = parameters
        let salt = [UInt8](repeating: 0, count: PasswordParameters.saltByteCount)
        _ = try await run { try PasswordHash.make(bytes, salt: salt, parameters: parameters) }
    }

    package func isOutdated(_ encoded: String) -> Bool {
        PasswordHash.isOutdated(encoded, parameters: parameters)
    }

    private func run<Result: Sendable>(_ body: @escaping @Sendable () throws -> Result) async throws -> Result
    {
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Result, any Error>) in
            let job: @Sendable () -> Void = { [self] in
                let result = Swift.Result { try body() }
                next()
                continuation.resume(with: result)
            }
            let verdict = state.withLock { state -> Verdict in
                if state.free > 0 {
                    state.free -= 1
                    return .start
                }
                guard state.waiting.count < Self.waitingLimit else { return .refuse }
                state.waiting.append(job)
                return .wait
            }
            switch verdict {
            case .start: queue.async(execute: job)
            case .wait: break
            case .refuse: continuation.resume(throwing: TooBusy())
            }
        }
    }

    private enum Verdict {
        case start, wait, refuse
    }

    /// Hands the place of a finished job to the one that waits longest.
    private func next() {
        let job = state.withLock { state -> (@Sendable () -> Void)? in
            guard !state.waiting.isEmpty else {
                state.free += 1
                return nil
            }
            return state.waiting.removeFirst()
        }
        if let job { queue.async(execute: job) }
    }
}
