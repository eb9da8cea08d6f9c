import Foundation
import Locks

/// One request to a `WorkerPool`, from waiting to done, cancellable throughout.
final class WorkerJob<Resource: WorkerResource>: Sendable {
    private enum Stage {
        case waiting
        case running(any WorkerCanceller)
        case settled
    }

    private struct State {
        var stage = Stage.waiting
        var isCancelled = false
        var refusal = DatabaseFailure(.cancelled, "The request was given up before it began.")
        var step: (@Sendable (Resource?) -> Void)?
    }

    private let state = Locked(State())

    /// Why the step was called without a resource.
    var refusal: DatabaseFailure { state.withLock(\.refusal) }

    var isSettled: Bool {
        state.withLock { if case .settled = $0.stage { true } else { false } }
    }

    /// Sets the work; it is called exactly once, with nil if it must not be done.
    func prepare(_ step: @escaping @Sendable (Resource?) -> Void) {
        let isCancelled = state.withLock { state in
            state.step = step
            return state.isCancelled
        }
        if isCancelled { settle(nil) }
    }

    func run(with resource: Resource) {
        resource.beginJob()
        let step = state.withLock { state -> (@Sendable (Resource?) -> Void)? in
            guard case .waiting = state.stage, let step = state.step else { return nil }
            state.stage = .running(resource.canceller)
            state.step = nil
            return step
        }
        step?(resource)
    }

    /// After this returns, no cancellation reaches the resource for this job.
    func finish() {
        state.withLock { $0.stage = .settled }
    }

    func refuse(_ failure: DatabaseFailure) { settle(failure) }

    private func settle(_ failure: DatabaseFailure?) {
        let step = state.withLock { state -> (@Sendable (Resource?) -> Void)? in
            guard case .waiting = state.stage else { return nil }
            state.stage = .settled
            if let failure { state.refusal = failure }
            defer { state.step = nil }
            return state.step
        }
        step?(nil)
    }

    func cancel() {
        let isRunning = state.withLock { state in
            state.isCancelled = true
            if case .running = state.stage { return true }
            return false
        }
        guard isRunning else {
            if state.withLock({ $0.step != nil }) { settle(nil) }
            return
        }
        // Cancelling may open a connection to the server, so it is done aside;
        // under the lock, so that it can't hit the thread's next job.
        DispatchQueue.global().async {
            self.state.withLock { state in
                if case .running(let canceller) = state.stage { canceller.cancel() }
            }
        }
    }
}
