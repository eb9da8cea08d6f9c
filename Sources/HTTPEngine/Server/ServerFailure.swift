import Glibc

/// The server can't start: the system refused something.
package struct ServerFailure: Error, Sendable, CustomStringConvertible {
    /// The call that failed, or the address that can't be listened on.
    package let operation: String
    /// The system's `errno`.
    package let code: Int32

    init(_ operation: String, code: Int32 = errno) {
        self.operation = operation
        self.code = code
    }

    package var description: String {
        let reason = unsafe String(cString: strerror(code))
        return "\(operation): \(reason)"
    }
}
