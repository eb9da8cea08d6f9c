internal import CCurl

/// libcurl's easy handle: one request at a time, on the thread that asks; its connection is kept for the next.
///
/// Everything that Loa tells libcurl goes through here, and all of it that is unsafe stays here.
@safe  // The handle is this object's alone: made in the initialiser, freed in `deinit`, never handed out.
package final class CurlHandle {
    private let handle: UnsafeMutableRawPointer

    /// libcurl asks for one start per process before all else.
    private static let isStarted = loa_curl_start() == CURLE_OK

    /// Traps where libcurl can't start or has no memory: nothing of the network works then.
    package init() {
        precondition(Self.isStarted, "libcurl can't start.")
        guard let made = unsafe curl_easy_init() else { preconditionFailure("libcurl has no memory.") }
        unsafe handle = made
    }

    deinit {
        unsafe curl_easy_cleanup(handle)
    }

    /// Runs one request with these options, and forgets them afterwards.
    ///
    /// libcurl calls `exchange` inside of this only, on this thread.
    package func run(_ options: CurlOptions, _ exchange: any CurlExchange) -> CurlOutcome {
        unsafe curl_easy_reset(handle)
        set(options)
        let list = unsafe Self.list(options.list)
        var code = CURLE_OK
        if !options.list.isEmpty { code = unsafe loa_curl_set_list(handle, options.listOption, list) }
        let box = ExchangeBox(exchange)
        withExtendedLifetime(box) {
            let context = unsafe Unmanaged.passUnretained(box).toOpaque()
            if code == CURLE_OK { code = unsafe loa_curl_set_writer(handle, takeBody, context) }
            if code == CURLE_OK { code = unsafe loa_curl_set_header_writer(handle, takeLine, context) }
            if code == CURLE_OK { code = unsafe loa_curl_set_reader(handle, giveBody, context) }
            if code == CURLE_OK, exchange.choosesAddresses {
                code = unsafe loa_curl_set_socket_opener(handle, openSocket, context)
            }
            if code == CURLE_OK { code = unsafe curl_easy_perform(handle) }
        }
        let outcome = outcome(code)
        // The list and the exchange end; the handle must not go on pointing at them.
        unsafe curl_easy_reset(handle)
        unsafe curl_slist_free_all(list)
        return outcome
    }

    private func set(_ options: CurlOptions) {
        for (option, number) in options.numbers {
            let code = unsafe loa_curl_set_long(handle, option, number)
            precondition(code == CURLE_OK, "libcurl knows all these options.")
        }
        for (option, size) in options.sizes {
            let code = unsafe loa_curl_set_offset(handle, option, curl_off_t(size))
            precondition(code == CURLE_OK, "libcurl knows all these sizes.")
        }
        for (option, text) in options.texts {
            let code = unsafe loa_curl_set_text(handle, option, text)
            precondition(code == CURLE_OK, "libcurl copies these texts.")
        }
        guard let body = options.posted else { return }
        let sized = unsafe loa_curl_set_offset(
            handle, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(body.count))
        let copied = unsafe body.withUnsafeBytes {
            unsafe loa_curl_set_bytes(
                handle, CURLOPT_COPYPOSTFIELDS, $0.baseAddress ?? UnsafeRawPointer(handle))
        }
        precondition(sized == CURLE_OK && copied == CURLE_OK, "libcurl copies the body.")
    }

    private static func list(_ texts: [String]) -> UnsafeMutablePointer<curl_slist>? {
        var list: UnsafeMutablePointer<curl_slist>?
        for text in texts {
            guard let longer = unsafe curl_slist_append(list, text) else {
                preconditionFailure("libcurl has no memory.")
            }
            unsafe list = longer
        }
        return unsafe list
    }

    private func outcome(_ code: CURLcode) -> CurlOutcome {
        var status = 0
        let told = unsafe loa_curl_get_status(handle, &status)
        var seconds: curl_off_t = 0
        let waits = unsafe loa_curl_get_retry_after(handle, &seconds) == CURLE_OK && seconds > 0
        var type: UnsafePointer<CChar>?
        let named = unsafe loa_curl_get_media_type(handle, &type)
        return CurlOutcome(
            code: code, words: unsafe String(cString: curl_easy_strerror(code)),
            status: told == CURLE_OK ? status : 0,
            mediaType: named == CURLE_OK ? unsafe type.map { unsafe String(cString: $0) } : nil,
            retryAfterSeconds: waits ? Int(seconds) : nil)
    }
}

nonisolated func exchange(_ context: UnsafeMutableRawPointer?) -> (any CurlExchange)? {
    guard let context = unsafe context else { return nil }
    return unsafe Unmanaged<ExchangeBox>.fromOpaque(context).takeUnretainedValue().exchange
}

/// libcurl's writer: copies the bytes out and hands them on; another number than theirs ends the transfer.
private nonisolated func takeBody(
    _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?
) -> Int {
    let piece = unsafe Array(UnsafeRawBufferPointer(start: bytes, count: size * count))
    return unsafe exchange(context)?.take(piece) == true ? piece.count : 0
}

private nonisolated func takeLine(
    _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?
) -> Int {
    let line = unsafe Array(UnsafeRawBufferPointer(start: bytes, count: size * count))
    return unsafe exchange(context)?.takeLine(line) == true ? line.count : 0
}

private nonisolated func giveBody(
    _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?
) -> Int {
    // libcurl's own CURL_READFUNC_ABORT.
    guard let exchange = unsafe exchange(context) else { return 0x1000_0000 }
    let piece = exchange.give(size * count)
    unsafe UnsafeMutableRawBufferPointer(start: bytes, count: size * count).copyBytes(from: piece)
    return piece.count
}
