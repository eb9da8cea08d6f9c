import HTTP

/// Writes the head of an answer: first what the answer is, then what this connection adds.
struct HeadWriter {
    /// Fields that belong to the engine alone: a handler's would contradict the framing.
    private static let engineFields = [
        "content-length", "transfer-encoding", "connection", "keep-alive", "date", "trailer", "upgrade", "te",
    ]

    /// Appends status line and fields.
    /// - Throws: ``UnsafeHeader``, and appends nothing, if a name or value would break out of its line.
    static func append(
        _ plan: ResponsePlan, isChunked: Bool = false, to output: inout [UInt8]
    ) throws(UnsafeHeader) {
        let start = output.count
        output.append(contentsOf: "HTTP/1.1 ".utf8)
        output.append(contentsOf: plan.status.description.utf8)
        if plan.status.phrase.isEmpty { output.append(0x20) }
        endLine(&output)
        for field in plan.headers.fields where !isEngineField(field.name) {
            do throws(UnsafeHeader) { try append(field, to: &output) } catch {
                output.removeLast(output.count - start)
                throw error
            }
        }
        if isChunked {
            output.append(contentsOf: "Transfer-Encoding: chunked\r\n".utf8)
        } else if let length = plan.length {
            output.append(contentsOf: "Content-Length: ".utf8)
            output.append(contentsOf: String(length).utf8)
            endLine(&output)
        }
    }

    /// Appends date, what becomes of the connection, and the empty line.
    static func appendEnd(
        keepsAlive: Bool, minorVersion: Int, dateLine: [UInt8], to output: inout [UInt8]
    ) {
        output += dateLine
        if !keepsAlive {
            output.append(contentsOf: "Connection: close\r\n".utf8)
        } else if minorVersion == 0 {
            output.append(contentsOf: "Connection: keep-alive\r\n".utf8)
        }
        endLine(&output)
    }

    private static func isEngineField(_ name: String) -> Bool {
        engineFields.contains { Headers.same($0, name) }
    }

    /// Appends one field.
    static func append(_ field: Headers.Field, to output: inout [UInt8]) throws(UnsafeHeader) {
        guard Headers.isToken(field.name) else { throw UnsafeHeader(name: "(malformed)") }
        output.append(contentsOf: field.name.utf8)
        output.append(0x3A)
        output.append(0x20)
        let start = output.count
        output.append(contentsOf: field.value.utf8)
        for index in start..<output.count {
            let byte = output[index]
            guard byte >= 0x20 && byte != 0x7F || byte == 0x09 else { throw UnsafeHeader(name: field.name) }
        }
        endLine(&output)
    }

    private static func endLine(_ output: inout [UInt8]) {
        output.append(0x0D)
        output.append(0x0A)
    }
}
