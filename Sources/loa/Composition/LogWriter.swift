import Foundation
import Locks

/// Writes the log's lines to stderr: at once while there are few, gathered while there are many.
///
/// A line after a quiet moment is written when it comes; those that follow within ``patience`` go out together. What a
/// process that is ended by force has not written yet is lost, that is at most so much; an orderly end calls ``flush()``.
final class LogWriter: Sendable {
    /// How long a line waits at the longest: 20 ms.
    static let patience = Duration.milliseconds(20)
    /// So many bytes are written at once, however short the time.
    static let limitBytes = 64 << 10

    private struct State {
        var bytes: [UInt8] = []
        var writtenAt = ContinuousClock.now - patience
        var isFlushDue = false
    }

    private let descriptor: Int32
    // The lock is held while writing, so that lines keep their order; a reader that is slow slows us down, as it must.
    private let state = Locked(State())

    init(descriptor: Int32 = STDERR_FILENO) { self.descriptor = descriptor }

    /// Takes one line without its end; from any thread.
    func write(_ line: String) {
        let mustSchedule = state.withLock { state -> Bool in
            state.bytes.append(contentsOf: line.utf8)
            state.bytes.append(UInt8(ascii: "\n"))
            if state.isFlushDue {
                if state.bytes.count >= Self.limitBytes { put(&state) }
                return false
            }
            if ContinuousClock.now - state.writtenAt >= Self.patience {
                put(&state)
                return false
            }
            state.isFlushDue = true
            return true
        }
        guard mustSchedule else { return }
        // Ends by itself after its one sleep; nobody waits for it, for `flush` does its work at the end.
        Task {
            try? await Task.sleep(for: Self.patience)
            flush()
        }
    }

    /// Writes what was gathered.
    func flush() {
        state.withLock { state in
            state.isFlushDue = false
            put(&state)
        }
    }

    private func put(_ state: inout State) {
        state.writtenAt = ContinuousClock.now
        // Where nobody reads the log any more, there is no other place to say so.
        _ = Terminal.put(state.bytes, to: descriptor)
        state.bytes.removeAll(keepingCapacity: true)
    }
}
