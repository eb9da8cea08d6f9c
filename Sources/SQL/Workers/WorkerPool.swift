import Foundation
import Locks

/// Threads that each own one blocking resource, such as a connection.
///
/// The shared threads of Swift's tasks must never block, so blocking calls are
/// made here and the task waits by continuation.
package final class WorkerPool<Resource: WorkerResource>: Sendable {
    private struct State {
        var waiting: [WorkerJob<Resource>] = []
        var isClosed = false
        var living = 0
        var closers: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Locked(State())
    private let work = DispatchSemaphore(value: 0)
    private let make: @Sendable () -> Resource

    /// Starts the threads; each makes its resource on its own thread.
    package init(name: String, threads: Int, make: @escaping @Sendable () -> Resource) {
        precondition(threads > 0, "A pool needs a thread.")
        self.make = make
        state.withLock { $0.living = threads }
        for number in 1...threads {
            let thread = Thread { self.loop() }
            thread.name = "\(name)-\(number)"
            // As deep as a main thread: decoding of rows runs here too.
            thread.stackSize = 8 * 1024 * 1024
            thread.start()
        }
    }

    /// Runs the body on one of the threads.
    ///
    /// Throws `DatabaseFailure` with `closed`, `busy` (too many wait), `cancelled`, or the body's error.
    package func run<Value: Sendable>(_ body: @escaping @Sendable (Resource) throws -> Value) async throws
        -> Value
    {
        let job = WorkerJob<Resource>()
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { (waiter: CheckedContinuation<Value, any Error>) in
                job.prepare { resource in
                    guard let resource else {
                        waiter.resume(throwing: job.refusal)
                        return
                    }
                    let result = Result { try body(resource) }
                    job.finish()
                    waiter.resume(with: result)
                }
                enqueue(job)
            }
        } onCancel: {
            job.cancel()
        }
    }

    private func enqueue(_ job: WorkerJob<Resource>) {
        let refusal: DatabaseFailure? = state.withLock { state in
            if state.isClosed { return DatabaseFailure(.closed, "The database has been closed.") }
            if state.waiting.count >= DatabaseLimits.waiting { state.waiting.removeAll(where: \.isSettled) }
            if state.waiting.count >= DatabaseLimits.waiting {
                return DatabaseFailure(
                    .busy, "\(DatabaseLimits.waiting) requests wait for the database already.")
            }
            state.waiting.append(job)
            return nil
        }
        if let refusal { job.refuse(refusal) } else { work.signal() }
    }

    /// Waits until running jobs are done; waiting ones are refused.
    package func close() async {
        await withCheckedContinuation { (waiter: CheckedContinuation<Void, Never>) in
            let (refused, threads, isDone) = state.withLock { state in
                let refused = state.waiting
                let threads = state.isClosed ? 0 : state.living
                state.waiting = []
                state.isClosed = true
                if state.living > 0 { state.closers.append(waiter) }
                return (refused, threads, state.living == 0)
            }
            for job in refused { job.refuse(DatabaseFailure(.closed, "The database has been closed.")) }
            for _ in 0..<threads { work.signal() }
            if isDone { waiter.resume() }
        }
    }

    private func loop() {
        let resource = make()
        while true {
            work.wait()
            let (job, isClosed) = state.withLock { state in
                (state.waiting.isEmpty ? nil : state.waiting.removeFirst(), state.isClosed)
            }
            if let job {
                job.run(with: resource)
            } else if isClosed {
                break
            }
        }
        resource.close()
        let closers = state.withLock { state in
            state.living -= 1
            defer { if state.living == 0 { state.closers = [] } }
            return state.living == 0 ? state.closers : []
        }
        for closer in closers { closer.resume() }
    }
}

/// What a worker thread owns.
///
/// Only `canceller` may be used by other threads.
package protocol WorkerResource: SendableMetatype {
    /// Stops the call that blocks in the resource now; may itself block a little.
    var canceller: any WorkerCanceller { get }
    /// Called on the worker's thread before the first step of a job.
    func beginJob()
    func close()
}

/// Stops what a resource is doing, from any thread.
package protocol WorkerCanceller: Sendable {
    func cancel()
}
