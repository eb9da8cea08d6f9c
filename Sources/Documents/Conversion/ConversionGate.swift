import Locks

/// Lets a fixed number of conversions run at once; the others wait in the order of their coming.
final class ConversionGate: Sendable {
    private struct State {
        var free: Int
        var nextTicket = 0
        var waiting: [(ticket: Int, continuation: CheckedContinuation<Bool, Never>)] = []
    }

    private let state: Locked<State>
    private let mostWaiting: Int

    init(width: Int, mostWaiting: Int = ConversionLimits.waitingConversions) {
        precondition(width > 0, "A gate lets at least one through.")
        state = Locked(State(free: width))
        self.mostWaiting = mostWaiting
    }

    /// Runs `body` when it is its turn; `onWait` is called first if it must wait.
    func pass<Value: Sendable>(onWait: () -> Void, _ body: () async throws -> Value) async throws -> Value {
        try await enter(onWait: onWait)
        defer { leave() }
        return try await body()
    }

    private enum Entry { case free, waits, full }

    private func enter(onWait: () -> Void) async throws {
        let entry = state.withLock { state -> (Entry, Int) in
            if state.free > 0 {
                state.free -= 1
                return (.free, 0)
            }
            guard state.waiting.count < mostWaiting else { return (.full, 0) }
            state.nextTicket += 1
            return (.waits, state.nextTicket)
        }
        switch entry.0 {
        case .free: return
        case .full: throw ConversionRefused.tooBusy
        case .waits: break
        }
        onWait()
        let ticket = entry.1
        let isAdmitted = await withTaskCancellationHandler {
            await withCheckedContinuation { queue($0, ticket: ticket) }
        } onCancel: {
            abandon(ticket)
        }
        if !isAdmitted { throw CancellationError() }
    }

    private func queue(_ continuation: CheckedContinuation<Bool, Never>, ticket: Int) {
        let answer = state.withLock { state -> Bool? in
            // Cancelled before it could queue: the handler found nothing to abandon.
            if Task.isCancelled { return false }
            // A place may have come free between the first look and now.
            if state.free > 0 {
                state.free -= 1
                return true
            }
            state.waiting.append((ticket, continuation))
            return nil
        }
        if let answer { continuation.resume(returning: answer) }
    }

    private func abandon(_ ticket: Int) {
        let continuation = state.withLock { state -> CheckedContinuation<Bool, Never>? in
            guard let index = state.waiting.firstIndex(where: { $0.ticket == ticket }) else { return nil }
            return state.waiting.remove(at: index).continuation
        }
        continuation?.resume(returning: false)
    }

    private func leave() {
        let next = state.withLock { state -> CheckedContinuation<Bool, Never>? in
            guard !state.waiting.isEmpty else {
                state.free += 1
                return nil
            }
            return state.waiting.removeFirst().continuation
        }
        next?.resume(returning: true)
    }
}
