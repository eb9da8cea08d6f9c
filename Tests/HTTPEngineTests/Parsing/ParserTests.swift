import HTTP
import Testing

@testable import HTTPEngine

/// What the parser makes of a whole stream of bytes: heads, bodies and where it ends.
enum Verdict: Equatable, CustomStringConvertible {
    /// Requests in order, each as one line, and how many bytes were left over.
    case accepted([String], rest: Int)
    case refused([String], Int)
    case incomplete([String])

    var description: String {
        switch self {
        case .accepted(let lines, let rest): "accepted \(lines) rest \(rest)"
        case .refused(let lines, let status): "refused \(lines) \(status)"
        case .incomplete(let lines): "incomplete \(lines)"
        }
    }
}

/// Feeds the scanner, the parser and the chunked decoder as the connection does, piece by piece.
struct ParserHarness {
    private let limits = ParserLimits()
    private var buffer: [UInt8] = []
    private var scanner: HeadScanner
    private var decoder: ChunkedDecoder?
    private var remaining = 0
    private var body: [UInt8] = []
    private var head: RequestHead?
    private(set) var lines: [String] = []
    private(set) var refusal: RequestRefused?

    init() { scanner = HeadScanner(limits: limits) }

    mutating func feed(_ piece: ArraySlice<UInt8>) {
        guard refusal == nil else { return }
        buffer += piece
        do throws(RequestRefused) { while try step() {} } catch { refusal = error }
    }

    var verdict: Verdict {
        if let refusal { return .refused(lines, refusal.status.code) }
        return head == nil && buffer.isEmpty ? .accepted(lines, rest: 0) : .incomplete(lines)
    }

    private mutating func step() throws(RequestRefused) -> Bool {
        guard let current = head else {
            let bytes = buffer
            guard let length = try scanner.scan(bytes.span) else { return false }
            let parsed = try HeadParser.parse(
                buffer.span.extracting(0..<length), from: scanner.start, limits: limits)
            buffer.removeFirst(length)
            scanner = HeadScanner(limits: limits)
            head = parsed
            body = []
            if case .length(let length) = parsed.framing { remaining = length } else { remaining = 0 }
            decoder = parsed.framing == .chunked ? ChunkedDecoder(limits: limits) : nil
            return true
        }
        if var decoder {
            var position = 0
            while position < buffer.count, !decoder.isFinished {
                let content = try decoder.next(buffer.span, &position)
                body += buffer[content]
            }
            buffer.removeFirst(position)
            self.decoder = decoder
            guard decoder.isFinished else { return false }
        } else {
            let count = min(remaining, buffer.count)
            body += buffer[..<count]
            buffer.removeFirst(count)
            remaining -= count
            guard remaining == 0 else { return false }
        }
        let fields = current.headers.fields.map { "\($0.name)=\($0.value)" }.joined(separator: "|")
        lines.append(
            "\(current.method) \(current.target?.rawPath ?? "*")?\(current.target?.rawQuery ?? "") 1.\(current.minorVersion)"
                + " \(current.host) \(current.wantsKeepAlive) \(fields) \(String(decoding: body, as: UTF8.self))"
        )
        head = nil
        decoder = nil
        return !buffer.isEmpty
    }

    static func whole(_ bytes: [UInt8]) -> Verdict {
        var harness = ParserHarness()
        harness.feed(bytes[...])
        return harness.verdict
    }

    static func split(_ bytes: [UInt8], at places: [Int]) -> Verdict {
        var harness = ParserHarness()
        var start = 0
        for place in places + [bytes.count] where place > start {
            harness.feed(bytes[start..<place])
            start = place
        }
        return harness.verdict
    }
}

/// A small generator with a seed, so that a failure can be repeated.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

@Suite("The parser")
struct ParserTests {
    @Test("refuses what could be understood in two ways", arguments: MalformedRequest.all)
    func refuses(_ malformed: MalformedRequest) {
        guard case .refused(_, let status) = ParserHarness.whole(malformed.bytes) else {
            Issue.record("\(malformed.name) was not refused")
            return
        }
        #expect(status == malformed.status, "\(malformed.name)")
    }

    @Test("refuses the same bytes in the same way however they are cut", arguments: MalformedRequest.all)
    func refusesSplit(_ malformed: MalformedRequest) {
        let whole = ParserHarness.whole(malformed.bytes)
        #expect(ParserHarness.split(malformed.bytes, at: Array(1..<malformed.bytes.count)) == whole)
        for place in stride(from: 1, to: malformed.bytes.count, by: max(1, malformed.bytes.count / 200)) {
            #expect(ParserHarness.split(malformed.bytes, at: [place]) == whole, "cut at \(place)")
        }
    }

    @Test("understands valid requests, whole and cut at every byte", arguments: ValidRequest.all)
    func accepts(_ valid: ValidRequest) {
        let bytes = Array(valid.text.utf8)
        let whole = ParserHarness.whole(bytes)
        #expect(whole == .accepted(valid.lines, rest: 0))
        for place in 1..<bytes.count {
            #expect(ParserHarness.split(bytes, at: [place]) == whole, "cut at \(place)")
        }
        #expect(ParserHarness.split(bytes, at: Array(1..<bytes.count)) == whole)
    }

    @Test("judges mutated requests the same whole or cut", arguments: 0..<40)
    func mutations(_ seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let hostile: [UInt8] = Array("\0\r\n\t :;,%+-0x9AZaz/*?#@[]\u{7F}".utf8) + [0x80, 0xFF]
        for valid in ValidRequest.all {
            for _ in 0..<20 {
                var bytes = Array(valid.text.utf8)
                for _ in 0..<Int.random(in: 1...3, using: &generator) {
                    let place = Int.random(in: 0..<bytes.count, using: &generator)
                    let byte = hostile.randomElement(using: &generator) ?? 0
                    switch Int.random(in: 0..<4, using: &generator) {
                    case 0: bytes[place] = byte
                    case 1: bytes.insert(byte, at: place)
                    case 2: bytes.remove(at: place)
                    default: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 7)], at: place)
                    }
                }
                let whole = ParserHarness.whole(bytes)
                let places = (0..<4).map { _ in Int.random(in: 0..<bytes.count, using: &generator) }.sorted()
                let text = String(decoding: bytes, as: UTF8.self).debugDescription
                #expect(ParserHarness.split(bytes, at: places) == whole, "\(text) cut at \(places)")
                #expect(ParserHarness.split(bytes, at: Array(1..<bytes.count)) == whole, "\(text) by bytes")
            }
        }
    }

    @Test("keeps the limits of target, head and number of fields to the byte")
    func limits() {
        func status(_ text: String) -> Int? {
            guard case .refused(_, let status) = ParserHarness.whole(Array(text.utf8)) else { return nil }
            return status
        }
        let target = { (count: Int) in
            "GET /\(String(repeating: "a", count: count - 1)) HTTP/1.1\r\nHost: a\r\n\r\n"
        }
        #expect(status(target(8_192)) == nil)
        #expect(status(target(8_193)) == 414)
        let head = { (count: Int) in
            let fixed = "GET / HTTP/1.1\r\nHost: a\r\nX: \r\n\r\n"
            let filler = String(repeating: "b", count: count - fixed.utf8.count)
            return "GET / HTTP/1.1\r\nHost: a\r\nX: \(filler)\r\n\r\n"
        }
        #expect(status(head(16_384)) == nil)
        #expect(status(head(16_386)) == 431)
        let fields = { (count: Int) in
            "GET / HTTP/1.1\r\nHost: a\r\n\(String(repeating: "X: y\r\n", count: count - 1))\r\n"
        }
        #expect(status(fields(100)) == nil)
        #expect(status(fields(101)) == 431)
    }
}
