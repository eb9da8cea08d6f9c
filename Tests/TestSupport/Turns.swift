/// Lets so many callers in at once; the others wait in the order in which they came.
///
/// Swift Testing starts all tests together, and a server has only so many connections.
actor Turns {
    private var free: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    /// Whether this task has a turn already: who lends two databases at once must not wait for itself.
    @TaskLocal private static var isHeld = false

    init(_ width: Int) { free = width }

    nonisolated func take<Value: Sendable>(_ body: () async throws -> Value) async throws -> Value {
        if Self.isHeld { return try await body() }
        await enter()
        let result: Result<Value, any Error>
        do { result = .success(try await Self.$isHeld.withValue(true, operation: body)) } catch {
            result = .failure(error)
        }
        await leave()
        return try result.get()
    }

    private func enter() async {
        if free > 0 {
            free -= 1
        } else {
            await withCheckedContinuation { waiting.append($0) }
        }
    }

    private func leave() {
        if waiting.isEmpty {
            free += 1
        } else {
            waiting.removeFirst().resume()
        }
    }
}
