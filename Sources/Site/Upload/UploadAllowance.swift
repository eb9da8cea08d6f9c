import Domain
import Locks

/// What all uploads of this server may hold together: their files lie in memory until they are read.
final class UploadAllowance: Sendable {
    /// The most bytes of all files that come in, wait and are being read: 1 GiB, two of the largest forms.
    static let limitBytes = 1 << 30
    /// The most forms with files that come in at once.
    static let limitCount = 20
    /// The most of them from one account, so that nobody's slow ones keep the others out.
    static let limitCountPerAccount = 4
    /// What a refused one is told to wait.
    static let retrySeconds = 60

    private struct State {
        var bytes = 0
        var count = 0
        var countByAccount: [Account.ID: Int] = [:]
    }

    private let limitBytes: Int
    private let limitCount: Int
    private let limitCountPerAccount: Int
    private let state = Locked(State())

    init(
        bytes: Int = UploadAllowance.limitBytes, count: Int = UploadAllowance.limitCount,
        perAccount: Int = UploadAllowance.limitCountPerAccount
    ) {
        limitBytes = bytes
        limitCount = count
        limitCountPerAccount = perAccount
    }

    var heldBytes: Int { state.withLock { $0.bytes } }
    var count: Int { state.withLock { $0.count } }

    /// Lets a form begin to come in; it counts for as long as the result lives.
    /// - Parameter announced: the length of its body in bytes, if told: one that can't fit isn't begun.
    func admit(_ account: Account.ID, announced: Int?) throws(UploadRefused) -> Incoming {
        let isAdmitted = state.withLock { state in
            let own = state.countByAccount[account, default: 0]
            guard state.count < limitCount, own < limitCountPerAccount,
                state.bytes + (announced ?? 0) <= limitBytes
            else { return false }
            state.count += 1
            state.countByAccount[account] = own + 1
            return true
        }
        guard isAdmitted else { throw .full }
        return Incoming(self, account)
    }

    private func leave(_ account: Account.ID) {
        state.withLock { state in
            state.count -= 1
            let own = state.countByAccount[account, default: 1] - 1
            state.countByAccount[account] = own > 0 ? own : nil
        }
    }

    private func take(_ bytes: Int) throws(UploadRefused) {
        let isTaken = state.withLock { state in
            guard state.bytes + bytes <= limitBytes else { return false }
            state.bytes += bytes
            return true
        }
        guard isTaken else { throw .full }
    }

    private func giveBack(_ bytes: Int) { state.withLock { $0.bytes -= bytes } }

    /// A form that comes in.
    final class Incoming: Sendable {
        private let allowance: UploadAllowance
        private let account: Account.ID
        private let held: Held

        fileprivate init(_ allowance: UploadAllowance, _ account: Account.ID) {
            self.allowance = allowance
            self.account = account
            held = Held(allowance, 0)
        }

        deinit { allowance.leave(account) }

        var heldBytes: Int { held.count }

        /// Counts bytes that are about to be kept.
        func take(_ bytes: Int) throws(UploadRefused) {
            try allowance.take(bytes)
            held.add(bytes)
        }

        /// Hands over the bytes of one file to whoever keeps it on.
        func handOver(_ bytes: Int) -> Held { held.split(bytes) }
    }

    /// Bytes that count until the last holder lets go.
    final class Held: Sendable {
        private let allowance: UploadAllowance
        private let bytes: Locked<Int>

        fileprivate init(_ allowance: UploadAllowance, _ bytes: Int) {
            self.allowance = allowance
            self.bytes = Locked(bytes)
        }

        deinit { allowance.giveBack(bytes.withLock { $0 }) }

        fileprivate var count: Int { bytes.withLock { $0 } }

        fileprivate func add(_ more: Int) { bytes.withLock { $0 += more } }

        fileprivate func split(_ part: Int) -> Held {
            bytes.withLock { $0 -= part }
            return Held(allowance, part)
        }
    }
}
