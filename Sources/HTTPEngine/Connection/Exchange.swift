import HTTP

/// The state of one request and its answer on a connection.
struct Exchange {
    /// Counts requests, so that a body or writer that outlives its request is told so.
    var serial: UInt64 = 0
    var minorVersion = 1
    var isHead = false
    /// GET or HEAD.
    var isRead = false
    /// Microseconds of the clock when the head was complete.
    var startedAt = 0

    // The request's body.
    var framing = RequestHead.Framing.none
    /// Bytes still to come of a body with a length.
    var remaining = 0
    var decoder: ChunkedDecoder?
    var isBodyFinished = true
    /// Set once the body can't be read on: its error is repeated to whoever asks again.
    var bodyRefusal: RequestRefused?
    var bodyBytes = 0
    /// Milliseconds spent waiting for the body: time that the handler took for itself isn't the client's.
    var bodyWaited = 0
    var mustSendContinue = false

    // The answer.
    var isAnswerBegun = false
    var keepsAlive = true
    var isChunked = false
    var encoder: StreamEncoder?
    var flushesEachWrite = false
    /// Bytes that a stream with a stated length has left.
    var streamRemaining: Int?
}

/// A box, since an encoder can't be copied and the exchange can.
final class StreamEncoder {
    private var encoder: GzipEncoder

    init?() {
        guard let encoder = GzipEncoder() else { return nil }
        self.encoder = encoder
    }

    func encode(_ bytes: [UInt8], flush: GzipEncoder.Flush) -> [UInt8] { encoder.encode(bytes, flush: flush) }
}
