/// Knows whether the code that runs is inside a `write` body.
package enum WriteScope {
    @TaskLocal private static var isInside = false

    /// Traps when called from inside a write, also from a task started there.
    package static func check() {
        precondition(
            !isInside, "A write inside a write would wait for itself; use the Database that is in hand.")
    }

    package static func enter<Value>(_ body: () throws -> Value) rethrows -> Value {
        try $isInside.withValue(true, operation: body)
    }
}
