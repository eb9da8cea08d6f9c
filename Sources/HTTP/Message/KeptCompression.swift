import Locks

/// The compressed body of an answer that is sent again and again, beside its plain one.
package final class KeptCompression: Sendable {
    private let state = Locked<[UInt8]?>(nil)

    package init() {}

    /// Nil until the first client asked for it.
    package var bytes: [UInt8]? { state.withLock { $0 } }

    package func keep(_ bytes: [UInt8]) { state.withLock { $0 = bytes } }
}
