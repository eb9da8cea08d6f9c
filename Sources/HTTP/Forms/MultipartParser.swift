/// `multipart/form-data` (RFC 7578) piece by piece: the same result however the bytes are cut.
struct MultipartParser: ~Copyable {
    private enum State { case preamble, afterBoundary, headers, content, closing, epilogue }

    private let limits: FormLimits
    private let admission: (any FileAdmission)?
    /// CR LF, two dashes and the boundary; the first one may lack its CR LF.
    private let delimiter: [UInt8]
    private var state = State.preamble
    /// Bytes not yet decided upon, never more than a piece and one delimiter or one part's headers.
    private var buffer: [UInt8] = [0x0D, 0x0A]
    private var form = Form()
    private var partCount = 0
    private var fileCount = 0
    private var textBytes = 0

    // The part being read.
    private var name = ""
    private var fileName: SafeFileName?
    private var isEmptyChoice = false
    private var contentType = ""
    private var text: [UInt8] = []
    private var file: TemporaryFile?

    init(boundary: String, limits: FormLimits, admission: (any FileAdmission)? = nil) {
        self.limits = limits
        self.admission = admission
        delimiter = Array("\r\n--\(boundary)".utf8)
    }

    /// RFC 2046 §5.1.1: 1 to 70 characters of a small set, the last no space.
    static func isBoundary(_ text: String) -> Bool {
        let allowed = Array("'()+_,-./:=? ".utf8)
        return (1...70).contains(text.utf8.count) && text.utf8.last != 0x20
            && text.utf8.allSatisfy {
                switch $0 {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
                default: allowed.contains($0)
                }
            }
    }

    /// - Throws: ``RequestRefused`` or ``UploadFailed``.
    mutating func take(_ piece: [UInt8]) throws {
        buffer += piece
        var position = 0
        while try step(&position) {}
        buffer.removeFirst(position)
    }

    /// The form, once the closing boundary has been seen.
    mutating func finish() throws -> Form {
        guard state == .epilogue || (state == .closing && buffer.isEmpty) else {
            throw Self.malformed("The form ends before its closing boundary.")
        }
        return form
    }

    /// Does one thing with the buffer from `position`; false if it needs more bytes.
    private mutating func step(_ position: inout Int) throws -> Bool {
        switch state {
        case .preamble: try skipPreamble(&position)
        case .afterBoundary: try readBoundaryEnd(&position)
        case .headers: try readHeaders(&position)
        case .content: try readContent(&position)
        case .closing: try readClosing(&position)
        case .epilogue: skipAll(&position)
        }
    }

    private mutating func skipAll(_ position: inout Int) -> Bool {
        position = buffer.count
        return false
    }

    private mutating func skipPreamble(_ position: inout Int) throws -> Bool {
        // Browsers send no preamble, and one that isn't empty only serves to hide things.
        let available = buffer.count - position
        let count = min(available, delimiter.count)
        guard buffer[position..<(position + count)].elementsEqual(delimiter[..<count]) else {
            throw Self.malformed("The form doesn't begin with its boundary.")
        }
        guard count == delimiter.count else { return false }
        position += count
        state = .afterBoundary
        return true
    }

    private mutating func readBoundaryEnd(_ position: inout Int) throws -> Bool {
        guard buffer.count - position >= 2 else { return false }
        switch (buffer[position], buffer[position + 1]) {
        case (0x0D, 0x0A): state = .headers
        case (0x2D, 0x2D): state = .closing
        default: throw Self.malformed("A boundary is followed by something else.")
        }
        position += 2
        return true
    }

    /// After the closing boundary stands nothing or a line's end, and after that what nobody reads.
    private mutating func readClosing(_ position: inout Int) throws -> Bool {
        guard buffer.count - position >= 2 else { return false }
        guard buffer[position] == 0x0D, buffer[position + 1] == 0x0A else {
            throw Self.malformed("A boundary is followed by something else.")
        }
        position += 2
        state = .epilogue
        return true
    }

    private mutating func readHeaders(_ position: inout Int) throws -> Bool {
        let window = buffer[position...].prefix(limits.partHeaderBytes)
        guard let end = Self.find([0x0D, 0x0A, 0x0D, 0x0A], in: window) else {
            if window.count == limits.partHeaderBytes {
                throw Self.malformed("A part's headers are too long.")
            }
            return false
        }
        try begin(headers: buffer[position..<end])
        position = end + 4
        // The content may be empty: then the delimiter's own CR LF is the one that ended the headers.
        state = .content
        return true
    }

    private mutating func readContent(_ position: inout Int) throws -> Bool {
        if let end = Self.find(delimiter, in: buffer[position...]) {
            try add(buffer[position..<end])
            position = end + delimiter.count
            try endPart()
            state = .afterBoundary
            return true
        }
        // Keep back what may be the beginning of a delimiter.
        let safe = max(position, buffer.count - delimiter.count + 1)
        try add(buffer[position..<safe])
        position = safe
        return false
    }

    private mutating func begin(headers: ArraySlice<UInt8>) throws {
        partCount += 1
        guard partCount <= limits.fields else {
            throw RequestRefused(.contentTooLarge, "The form has too many fields.")
        }
        var disposition: String?
        contentType = "text/plain"
        for line in try PartHeaders.parse(headers) {
            switch line.name {
            case "content-disposition":
                guard disposition == nil else { throw Self.malformed("A part has two dispositions.") }
                disposition = line.value
            case "content-type": contentType = line.value
            case "content-transfer-encoding":
                // RFC 7578 §4.7 deprecates it; decoding one here and not elsewhere would confuse filters.
                let value = line.value.lowercased()
                guard ["7bit", "8bit", "binary"].contains(value) else {
                    throw Self.malformed("A part has a transfer encoding.")
                }
            default: break
            }
        }
        guard let disposition, let parsed = MediaType(disposition), parsed.name == "form-data",
            let given = parsed.parameters["name"], !given.contains("\0")
        else { throw Self.malformed("A part has no name.") }
        name = given
        text = []
        let rawFileName = parsed.parameters["filename"]
        fileName = rawFileName.map(SafeFileName.init)
        isEmptyChoice = rawFileName == ""
        guard rawFileName != nil, !isEmptyChoice else { return }
        fileCount += 1
        guard fileCount <= limits.files else {
            throw RequestRefused(.contentTooLarge, "The form has too many files.")
        }
        try admission?.begin(after: form)
        file = try TemporaryFile(folder: limits.temporaryFolder)
    }

    private mutating func add(_ bytes: ArraySlice<UInt8>) throws {
        if bytes.isEmpty { return }
        if fileName == nil {
            textBytes += bytes.count
            guard text.count + bytes.count <= limits.fieldBytes, textBytes <= limits.textBytes else {
                throw RequestRefused(.contentTooLarge, "A field is too long.")
            }
            text += bytes
        } else if isEmptyChoice {
            throw Self.malformed("A file has content but no name.")
        } else {
            guard (file?.byteCount ?? 0) + bytes.count <= limits.fileBytes else {
                throw RequestRefused(.contentTooLarge, "A file is too large.")
            }
            try admission?.keep(bytes.count)
            try file?.write(bytes)
        }
    }

    private mutating func endPart() throws {
        if let fileName, !isEmptyChoice {
            if let stored = file?.finished(fileName: fileName, contentType: contentType) {
                form.add(name, file: stored)
            }
            file = nil
        } else if fileName == nil {
            guard !text.contains(0) else { throw Self.malformed("A field holds a NUL character.") }
            form.add(name, text: try PercentEncoding.utf8(text))
        }
    }

    static func malformed(_ message: String) -> RequestRefused { RequestRefused(.badRequest, message) }

    /// The first place of the needle; looks for its first byte with the speed of a plain scan.
    static func find(_ needle: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
        guard bytes.count >= needle.count, let first = needle.first else { return nil }
        let last = bytes.endIndex - needle.count
        // A buffer still checks its bounds in debug builds; the indices stay below `last` by construction.
        return bytes.withUnsafeBufferPointer { buffer in
            var index = 0
            while index <= last - bytes.startIndex {
                if buffer[index] == first {
                    var matched = 1
                    while matched < needle.count, buffer[index + matched] == needle[matched] { matched += 1 }
                    if matched == needle.count { return bytes.startIndex + index }
                }
                index += 1
            }
            return nil
        }
    }
}

/// The header lines of one part.
private enum PartHeaders {
    static func parse(_ bytes: ArraySlice<UInt8>) throws(RequestRefused) -> [(name: String, value: String)] {
        var lines: [(name: String, value: String)] = []
        var rest = bytes
        while !rest.isEmpty {
            let end = MultipartParser.find([0x0D, 0x0A], in: rest) ?? rest.endIndex
            let line = rest[rest.startIndex..<end]
            rest = rest[min(end + 2, rest.endIndex)...]
            guard let colon = line.firstIndex(of: 0x3A), colon > line.startIndex,
                line[..<colon].allSatisfy(CharacterTable.isToken),
                line.allSatisfy({ ($0 >= 0x20 && $0 != 0x7F) || $0 == 0x09 })
            else { throw MultipartParser.malformed("A part's header is malformed.") }
            let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
            let value = try PercentEncoding.utf8(line[(colon + 1)...])
            lines.append((name, String(value[...].trimmingSpaces())))
        }
        return lines
    }
}
