import HTTP
import Locks
import Testing

@Suite(.timeLimit(.minutes(5)))
struct EventStreamTests {
    /// Gathers what a stream writes.
    private final class Sink: ResponseWriter {
        let text = Locked("")
        func write(_ bytes: [UInt8]) async throws {
            text.withLock { $0 += String(decoding: bytes, as: UTF8.self) }
        }
        func flush() async throws {}
    }

    @Test("Line ends can't break out of an event")
    func encoding() async throws {
        let stream = EventStream()
        stream.send(.init(name: "a\nb", data: "x\r\ny\rz\n\nid: 9", identifier: "1\r2"))
        stream.finish()
        let sink = Sink()
        try await stream.run(sink, heartbeat: .seconds(60))
        #expect(
            sink.text.withLock { $0 }.hasSuffix(
                "event: ab\nid: 12\ndata: x\ndata: y\ndata: z\ndata: \ndata: id: 9\n\n"))
    }

    @Test("A stream whose client is too slow ends instead of growing")
    func bounded() {
        let stream = EventStream(capacityBytes: 100)
        var sent = 0
        while stream.send(.init(data: "0123456789")) { sent += 1 }
        #expect(sent == 5 && stream.isFinished)
        #expect(!stream.send(.init(data: "")))
    }

    @Test("A silent stream beats")
    func heartbeat() async throws {
        let stream = EventStream()
        let sink = Sink()
        async let running: Void = stream.run(sink, heartbeat: .milliseconds(1))
        while sink.text.withLock({ $0.count }) < 16 { await Task.yield() }
        stream.finish()
        try await running
        #expect(sink.text.withLock { $0 }.hasPrefix(": \n\n: \n\n: \n\n"))
    }

    @Test("Cancellation ends a stream")
    func cancellation() async throws {
        let stream = EventStream()
        let task = Task { try await stream.run(Sink(), heartbeat: .seconds(60)) }
        task.cancel()
        _ = await task.result
        #expect(stream.isFinished)
    }
}
