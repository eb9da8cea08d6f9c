import CZlib
import HTTP

/// zlib's deflate in a gzip wrapper.
@safe
struct GzipEncoder: ~Copyable {
    enum Flush { case none, sync, finish }

    /// 3 of 9: on pages of some kilobytes nearly the size of 6 at half its time.
    private static let level: Int32 = 3

    // zlib keeps the address of the stream in its own state, so the struct lives on the heap.
    private let stream: UnsafeMutablePointer<z_stream>

    init?() {
        unsafe stream = .allocate(capacity: 1)
        unsafe stream.initialize(to: z_stream())
        guard unsafe loa_deflate_init_gzip(stream, Self.level) == Z_OK else {
            unsafe stream.deallocate()
            return nil
        }
    }

    deinit {
        unsafe deflateEnd(stream)
        unsafe stream.deallocate()
    }

    /// Compresses the bytes and returns what is ready to be sent.
    mutating func encode(_ bytes: [UInt8], flush: Flush) -> [UInt8] {
        let mode =
            switch flush {
            case .none: Z_NO_FLUSH
            case .sync: Z_SYNC_FLUSH
            case .finish: Z_FINISH
            }
        var output: [UInt8] = []
        // zlib doesn't write to its input; the mutable pointer is an old interface's.
        var input = bytes
        unsafe input.withUnsafeMutableBufferPointer { input in
            unsafe stream.pointee.next_in = input.baseAddress
            unsafe stream.pointee.avail_in = UInt32(input.count)
            repeat {
                let room = max(unsafe Int(deflateBound(stream, UInt(stream.pointee.avail_in))), 256)
                let piece = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
                    unsafe stream.pointee.next_out = buffer.baseAddress
                    unsafe stream.pointee.avail_out = UInt32(room)
                    // Z_BUF_ERROR only says that there was nothing to do.
                    let code = unsafe deflate(stream, mode)
                    precondition(code != Z_STREAM_ERROR, "the compressor's state is damaged")
                    unsafe count = room - Int(stream.pointee.avail_out)
                }
                output = output.isEmpty ? piece : output + piece
            } while unsafe stream.pointee.avail_out == 0
            unsafe stream.pointee.next_in = nil
            unsafe stream.pointee.next_out = nil
        }
        return output
    }

    /// The whole as one gzip member; nil if zlib has no memory.
    static func compress(_ bytes: [UInt8]) -> [UInt8]? {
        guard var encoder = GzipEncoder() else { return nil }
        return encoder.encode(bytes, flush: .finish)
    }
}
