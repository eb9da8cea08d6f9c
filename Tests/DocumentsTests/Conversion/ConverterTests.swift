import Foundation
import Testing

@testable import Documents

@Suite("The converter as a whole")
struct ConverterTests {
    private let folder = SampleFolder(concurrent: 1)

    @Test("text passes as it is, with clean line ends and without control characters")
    func plainText() async throws {
        let document = try await folder.convert(
            [0xEF, 0xBB, 0xBF] + Array("KẾ HOẠCH\r\nMột\rHai\u{0C}Ba\u{07}\n".utf8), named: "a.md")
        #expect(document.text == "KẾ HOẠCH\nMột\nHai\nBa\n")
        #expect(
            document.pages == [ConvertedPage(number: 1, range: 0..<document.text.utf8.count, source: .text)])
    }

    @Test("a few broken bytes are replaced and said")
    func brokenBytes() async throws {
        let document = try await folder.convert(
            Array("Kế hoạch của Ủy ban nhân dân tỉnh về truyền thông ".utf8) + [0xC3]
                + Array(" năm 2026".utf8))
        #expect(document.text.contains("\u{FFFD}"))
        #expect(document.notices == [.replacedBytes])
    }

    @Test("bytes of no known encoding are refused, not shown as mojibake")
    func unknownEncoding() async throws {
        let bytes = "Uy ban nh".utf8 + [0xE2, 0x6E, 0x20, 0xF0, 0xE9, 0x74, 0x20, 0xE8, 0xE0] + " hoach".utf8
        #expect(try await folder.refusal(bytes) == .brokenText)
    }

    @Test("UTF-16 as Notepad writes it")
    func utf16() async throws {
        let units = Array("KẾ HOẠCH".utf16)
        let bytes: [UInt8] =
            [0xFF, 0xFE] + units.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        #expect(try await folder.convert(bytes).text == "KẾ HOẠCH")
    }

    @Test("a line of a million characters is text")
    func longLine() async throws {
        #expect(
            try await folder.convert(String(repeating: "chữ ", count: 250_000).utf8).text.count == 1_000_000)
    }

    @Test("text above the limit is refused")
    func longText() async throws {
        #expect(
            try await folder.refusal([UInt8](repeating: 0x61, count: ConversionLimits.textBytes + 1))
                == .textTooLong)
    }

    @Test("limits of circulation come with the document")
    func circulation() async throws {
        let document = try await folder.convert("ỦY BAN NHÂN DÂN\nLƯU HÀNH NỘI BỘ\nKẾ HOẠCH".utf8)
        #expect(document.circulation == .internalOnly)
    }

    @Test("a mark of secrecy in plain text refuses it")
    func secrecy() async throws {
        #expect(try await folder.refusal("ỦY BAN NHÂN DÂN\nMẬT\nKẾ HOẠCH".utf8) == .secrecyMark)
    }

    @Test("a second conversion waits for the first, says so, and can be cancelled while it waits")
    func waiting() async throws {
        let gate = ConversionGate(width: 1)
        let (entered, enter) = AsyncStream.makeStream(of: Void.self)
        let (released, release) = AsyncStream.makeStream(of: Void.self)
        let first = Task {
            try await gate.pass(onWait: {}) {
                enter.finish()
                for await _ in released {}
            }
        }
        for await _ in entered {}
        let (queued, queue) = AsyncStream.makeStream(of: Void.self)
        let second = Task { try await gate.pass(onWait: { queue.finish() }) { "never" } }
        for await _ in queued {}
        second.cancel()
        await #expect(throws: CancellationError.self) { try await second.value }
        let third = Task { try await gate.pass(onWait: {}) { "third" } }
        release.finish()
        try await first.value
        #expect(try await third.value == "third")
    }

    @Test("a gate that has enough waiting sends others away")
    func full() async throws {
        let gate = ConversionGate(width: 1, mostWaiting: 0)
        try await gate.pass(onWait: {}) {
            _ = await #expect(throws: ConversionRefused.tooBusy) {
                try await gate.pass(onWait: {}, {}) as Void
            }
        }
        try await gate.pass(onWait: {}) {}
    }

    @Test("cancelling a conversion kills its tools and leaves nothing")
    func cancellation() async throws {
        var docx = SampleDocx()
        docx.body = SampleDocx.paragraph("KẾ HOẠCH")
        let file = try folder.write(docx.bytes)
        // From within, so that a busy machine can't be done before it is told to stop.
        let task = Task {
            try await folder.converter.convert(file) {
                if $0.stage == .converting { withUnsafeCurrentTask { $0?.cancel() } }
            }
        }
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(folder.remains.isEmpty)
    }

    @Test("folders of owners that died are removed at the next start, those of living ones stay")
    func stale() throws {
        let living = try Workspace(root: folder.root)
        let dead = folder.root + "/dead"
        try FileManager.default.createDirectory(atPath: dead, withIntermediateDirectories: true)
        try Data("secret".utf8).write(to: URL(fileURLWithPath: dead + "/text"))
        try Data().write(to: URL(fileURLWithPath: dead + "/.lock"))
        _ = DocumentConverter(root: folder.root)
        #expect(folder.remains == [(living.path as NSString).lastPathComponent])
        living.remove()
        #expect(folder.remains.isEmpty)
    }

    @Test("a private folder that others can read isn't used")
    func notPrivate() throws {
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.root)
        #expect(throws: ConversionFailure.self) { try Workspace(root: folder.root) }
    }

    @Test("every refusal has a sentence in both languages")
    func sentences() {
        let refusals: [ConversionRefused] = [
            .empty, .tooLarge, .unknownKind, .notAccepted(.heic), .mismatch(named: "pdf", found: .docx),
            .twoKinds,
            .passwordProtected, .damaged(.pdf), .brokenText, .tooManyPages(6_000),
            .tooManyPagesToRecognise(400),
            .pictureTooLarge, .expandsTooMuch, .textTooLong, .tookTooLong, .noText, .tooBusy, .secrecyMark,
        ]
        for refusal in refusals {
            #expect(refusal.sentence.vietnamese.hasSuffix(".") && refusal.sentence.english.hasSuffix("."))
        }
        #expect(Set(refusals.map(\.sentence)).count == refusals.count)
    }
}
