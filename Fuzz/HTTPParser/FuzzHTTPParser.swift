// Fuzzes what reads a client's bytes: the head's scanner and parser, the chunked decoder, multipart forms,
// queries, cookies, conditional fields. Built with the sources of HTTP and the engine's parser as one module; see
// scripts/fuzz.

/// The first byte chooses how the rest is read, the second where it is cut.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzHTTPParser(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    guard let start, count > 2 else { return 0 }
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    let content = Array(bytes[2...])
    let cut = Int(bytes[1]) % (content.count + 1)
    switch bytes[0] % 4 {
    case 0: fuzzRequests(content, cut)
    case 1: fuzzChunks(content, cut)
    case 2: fuzzMultipart(content, cut)
    default: fuzzText(content)
    }
    return 0
}

/// The stream of requests must be judged the same whole and in two pieces.
private func fuzzRequests(_ content: [UInt8], _ cut: Int) {
    let whole = judge(content, cutAt: content.count)
    let split = judge(content, cutAt: cut)
    precondition(whole == split, "cut at \(cut): \(whole) and \(split)")
}

/// Heads one after another, as a text: what was understood or the refusal.
private func judge(_ content: [UInt8], cutAt cut: Int) -> String {
    let limits = ParserLimits()
    var text = ""
    var start = 0
    var scanner = HeadScanner(limits: limits)
    for end in Set([cut, content.count]).sorted() {
        while true {
            let bytes = content.span.extracting(start..<end)
            do throws(RequestRefused) {
                guard let length = try scanner.scan(bytes) else { break }
                let head = try HeadParser.parse(
                    bytes.extracting(0..<length), from: scanner.start, limits: limits)
                check(head)
                text += "\(head.method) \(head.target?.path ?? []) \(head.headers.fields) \(head.framing);"
                start += length
                scanner = HeadScanner(limits: limits)
            } catch {
                return text + "\(error)"
            }
        }
    }
    return text
}

/// What a handler relies on.
private func check(_ head: RequestHead) {
    for segment in head.target?.path ?? [] {
        precondition(
            segment != "." && segment != ".." && !segment.utf8.contains(0x2F) && !segment.utf8.contains(0))
    }
    for field in head.headers.fields {
        precondition(Headers.isToken(field.name))
        precondition(!field.value.utf8.contains { $0 == 0 || $0 == 0x0D || $0 == 0x0A })
    }
    precondition(head.headers.all("content-length").count <= 1 && head.headers.all("host").count <= 1)
    if case .length(let length) = head.framing { precondition(length >= 0) }
    precondition(head.framing != .chunked || head.minorVersion == 1)
}

private func fuzzChunks(_ content: [UInt8], _ cut: Int) {
    func decode(_ ends: [Int]) -> ([UInt8], String) {
        var decoder = ChunkedDecoder(limits: ParserLimits())
        var body: [UInt8] = []
        var position = 0
        for end in ends {
            do throws(RequestRefused) {
                while position < end, !decoder.isFinished {
                    let range = try decoder.next(content.span.extracting(0..<end), &position)
                    body += content[range]
                }
            } catch {
                return (body, "refused")
            }
        }
        return (body, decoder.isFinished ? "finished at \(position)" : "open")
    }
    let whole = decode([content.count])
    let split = decode([cut, content.count])
    precondition(whole == split, "cut at \(cut)")
    precondition(whole.0.count <= content.count)
}

private func fuzzMultipart(_ content: [UInt8], _ cut: Int) {
    func read(_ pieces: [ArraySlice<UInt8>]) -> String {
        var limits = FormLimits()
        limits.files = 2
        limits.fileBytes = 100
        limits.fieldBytes = 100
        limits.textBytes = 200
        limits.fields = 8
        var parser = MultipartParser(boundary: "b", limits: limits)
        do {
            for piece in pieces { try parser.take(Array(piece)) }
            let form = try parser.finish()
            for (_, file) in form.files { precondition(!file.fileName.name.contains("/")) }
            return
                "\(form.fields.fields) \(form.files.map { ($0.name, $0.file.fileName.name, $0.file.byteCount) })"
        } catch {
            return "\(error)"
        }
    }
    let whole = read([content[...]])
    let split = read([content[..<cut], content[cut...]])
    precondition(whole == split, "cut at \(cut): \(whole) and \(split)")
}

private func fuzzText(_ content: [UInt8]) {
    if let query = try? Query(parsing: content) {
        for field in query.fields {
            precondition(!field.name.utf8.contains(0) && !field.value.utf8.contains(0))
        }
    }
    let text = String(decoding: content, as: UTF8.self)
    let cookies = Cookies([text])
    _ = cookies["a"]
    _ = MediaType(text)
    _ = IPAddress(text)
    _ = AddressRange(text)
    if let host = HostName.normalized(text) { precondition(host == HostName.normalized(host)) }
    let name = SafeFileName(text).name
    precondition(!name.isEmpty && !name.contains("/") && !name.hasPrefix("."))
    if let seconds = HTTPDate.parse(text) {
        precondition(HTTPDate.parse(HTTPDate.format(seconds)) == seconds)
    }
    let headers: Headers = Headers(checked: [
        Headers.Field(name: "range", value: text), Headers.Field(name: "if-none-match", value: text),
    ])
    if case .part(let range) = Preconditions.evaluate(
        headers, entityTag: "\"t\"", modifiedSeconds: 0, size: 10)
    {
        precondition(range.lowerBound < range.upperBound && range.upperBound <= 10)
    }
    if let decoded = try? PercentEncoding.decode(content) {
        precondition((try? PercentEncoding.decode(PercentEncoding.encode(decoded).utf8)) == decoded)
    }
}
