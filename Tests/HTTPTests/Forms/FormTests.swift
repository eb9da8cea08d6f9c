import Foundation
import HTTP
import Locks
import Testing

struct FormTests {
    private static let boundary = "----x9'()+_,-./:=? y"

    private static var filesAllowed: FormLimits {
        var limits = FormLimits()
        limits.files = 3
        return limits
    }

    private func multipart(
        _ body: String, cutAt size: Int = .max, limits: FormLimits = filesAllowed,
        admission: (any FileAdmission)? = nil
    ) async throws -> Form {
        var request = try Request(
            .post, "/", headers: ["Content-Type": "multipart/form-data; boundary=\"\(Self.boundary)\""])
        request.body = RequestBody(Pieces(Array(body.utf8), size: size))
        return try await Form.read(request, limits: limits, admission: admission)
    }

    private func part(_ disposition: String, _ content: String, more: String = "") -> String {
        "--\(Self.boundary)\r\nContent-Disposition: form-data; \(disposition)\r\n\(more)\r\n\(content)\r\n"
    }

    private var end: String { "--\(Self.boundary)--\r\n" }

    @Test("An urlencoded form is read strictly")
    func urlencoded() async throws {
        func read(_ text: String, type: String = "application/x-www-form-urlencoded; charset=UTF-8")
            async throws -> Form
        {
            try await Form.read(
                try Request(.post, "/", headers: ["Content-Type": type], body: Array(text.utf8)))
        }
        let form = try await read("a=1&b=%C4%91+e&a=2")
        #expect(form["a"] == "1" && form.all("a") == ["1", "2"] && form["b"] == "đ e")
        for bad in ["a=%", "a=%00", "a=%C0%80", "%FF=1"] {
            await #expect(throws: RequestRefused.self) { try await read(bad) }
        }
        await #expect(throws: RequestRefused.self) { try await read("a=1", type: "text/plain") }
    }

    @Test("Fields and files are the same however the body is cut", arguments: [1, 2, 3, 7, 64, 10_000])
    func cuts(_ size: Int) async throws {
        let tricky = "a\r\n--\(Self.boundary.dropLast())z\r\n-\r\n\r\n--"
        let body =
            part("name=\"tên\"", "giá trị")
            + part("name=f; filename=\"a.txt\"", tricky, more: "Content-Type: text/x\r\n")
            + part("name=\"empty\"", "") + part("name=\"none\"; filename=\"\"", "") + end + "ignored"
        let form = try await multipart(body, cutAt: size)
        #expect(form["tên"] == "giá trị" && form["empty"] == "" && form.file("none") == nil)
        let file = try #require(form.file("f"))
        #expect(try Data(contentsOf: URL(filePath: file.path)) == Data(tricky.utf8))
        #expect(
            file.fileName.name == "a.txt" && file.contentType == "text/x"
                && file.byteCount == tricky.utf8.count)
    }

    @Test("A file is removed with its last holder unless it is kept")
    func removal() async throws {
        let body = part("name=f; filename=a", "x") + part("name=g; filename=b", "y") + end
        var form: Form? = try await multipart(body)
        let paths = form?.files.map(\.file.path) ?? []
        let place = paths[0] + "-kept"
        try form?.file("f")?.keep(at: place)
        form = nil
        #expect(paths.count == 2 && paths.allSatisfy { !FileManager.default.fileExists(atPath: $0) })
        #expect(FileManager.default.contents(atPath: place) == Data("x".utf8))
        try FileManager.default.removeItem(atPath: place)
    }

    @Test(
        "Malformed multipart bodies are refused with 400",
        arguments: [
            "", "preamble", "--B--x", "--B\r\n\r\nx\r\n--B--\r\n",
            "--B\r\nContent-Disposition: form-data\r\n\r\nx\r\n--B--\r\n",
            "--B\r\nContent-Disposition: form-data; name=a\r\n\r\nx",
            "--B\r\nContent-Disposition: form-data; name=a\r\n\r\nx\r\n--B",
            "--B\nContent-Disposition: form-data; name=a\n\nx\n--B--\n",
            "--B\r\nContent-Disposition: form-data; name=a\r\nContent-Disposition: form-data; name=b\r\n\r\nx\r\n--B--\r\n",
            "--B\r\nContent-Disposition: form-data; name=a; name=b\r\n\r\nx\r\n--B--\r\n",
            "--B\r\nContent-Disposition: attachment; name=a\r\n\r\nx\r\n--B--\r\n",
            "--B\r\nContent-Disposition : form-data; name=a\r\n\r\nx\r\n--B--\r\n",
            "--B\r\nContent-Disposition: form-data; name=a\r\n folded\r\n\r\nx\r\n--B--\r\n",
            "--B\r\nContent-Disposition: form-data; name=a\r\nContent-Transfer-Encoding: base64\r\n\r\nx\r\n--B--\r\n",
            "--B\r\nContent-Disposition: form-data; name=a; filename=\"\"\r\n\r\nx\r\n--B--\r\n",
            "--B\r\nContent-Disposition: form-data; name=a\r\n\r\n\0\r\n--B--\r\n", "--Bx\r\n",
            "--B\r\nContent-Disposition: form-data; name=\"a\r\n\r\nx\r\n--B--\r\n",
        ])
    func malformed(_ text: String) async throws {
        for size in [1, 1_000] {
            do {
                _ = try await multipart(
                    text.replacingOccurrences(of: "--B", with: "--\(Self.boundary)"), cutAt: size)
                Issue.record("accepted \(text.debugDescription)")
            } catch let refusal as RequestRefused { #expect(refusal.status == .badRequest) }
        }
    }

    @Test("Every limit of a form is kept")
    func limits() async throws {
        var limits = FormLimits()
        limits.fieldBytes = 10
        limits.textBytes = 15
        limits.fileBytes = 10
        limits.files = 1
        limits.fields = 3
        let ten = String(repeating: "a", count: 10)
        let text = { part("name=a", $0) }
        let file = { part("name=f; filename=f", $0) }
        _ = try await multipart(text(ten) + file(ten) + text("aaaaa") + end, limits: limits)
        for (body, cut) in [
            (text(ten + "a"), 1), (text(ten) + text("aaaaaa"), 1_000), (file(ten + "a"), 1),
            (file("") + file(""), 1),
            (text("") + text("") + text("") + text(""), 1_000),
        ] {
            do {
                _ = try await multipart(body + end, cutAt: cut, limits: limits)
                Issue.record("accepted \(body)")
            } catch let refusal as RequestRefused { #expect(refusal.status == .contentTooLarge) }
        }
    }

    @Test("A route that expects no files takes none")
    func noFiles() async throws {
        await #expect(throws: RequestRefused.self) {
            try await multipart(part("name=f; filename=f", "x") + end, limits: FormLimits())
        }
        let form = try await multipart(part("name=f; filename=\"\"", "") + end, limits: FormLimits())
        #expect(form.files.isEmpty)
    }

    @Test(
        "What stands before a file is told before a byte of it is kept, and each piece before it is written",
        arguments: [1, 7, 10_000])
    func admission(_ size: Int) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "loa-form-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var limits = Self.filesAllowed
        limits.temporaryFolder = folder.path
        let body =
            part("name=token", "good") + part("name=f; filename=a", "12345") + part("name=late", "x")
            + part("name=f; filename=b", "678") + end
        let gate = Gate(folder: folder.path)
        do {
            let form = try await multipart(body, cutAt: size, limits: limits, admission: gate)
            #expect(form.files.map(\.file.byteCount) == [5, 3])
        }
        #expect(gate.seen.withLock { $0 } == [["token"], ["token", "late"]])
        #expect(gate.kept.withLock { $0 } == 8)
        // Refused at its beginning, no file was ever made; refused within, what was there is gone.
        for gate in [Gate(folder: folder.path, files: 0), Gate(folder: folder.path, bytes: 4)] {
            await #expect(throws: Gate.Shut.self) {
                try await multipart(body, cutAt: size, limits: limits, admission: gate)
            }
            #expect(gate.filesAtRefusal.withLock { $0 } == (gate.files == 0 ? 0 : 1))
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
        }
    }

    @Test(
        "Hostile file names become plain ones",
        arguments: [
            ("a.pdf", "a.pdf"), ("../../etc/passwd", "passwd"), ("C:\\x\\Kế hoạch 1.docx", "Kế hoạch 1.docx"),
            ("", "file"),
            ("...", "file"), (".htaccess", "htaccess"), ("a\0b\r\nc", "a_b__c"),
            ("a\u{202E}fdp.exe", "a_fdp.exe"),
            ("<img src=x>.pdf", "_img src_x_.pdf"), ("a/", "a"), ("/", "file"),
        ])
    func fileNames(_ raw: String, _ safe: String) { #expect(SafeFileName(raw).name == safe) }

    @Test("A long file name is cut and keeps its ending")
    func longName() {
        let name = SafeFileName(String(repeating: "ệ", count: 5_000) + ".docx").name
        #expect(name.count == 120 && name.hasSuffix(".docx"))
        let marks = SafeFileName("a" + String(repeating: "\u{0323}", count: 100_000)).name
        #expect(marks.unicodeScalars.count <= 480)
        #expect(SafeFileName("a" + String(repeating: ".", count: 479) + "b").name == "b")
    }
}

/// A body in pieces of a given size.
private final class Pieces: RequestBodySource {
    private let rest: Locked<[UInt8]>
    private let size: Int

    init(_ bytes: [UInt8], size: Int) {
        rest = Locked(bytes)
        self.size = size
    }

    var announcedLength: Int? { nil }

    func next(limit: Int) async throws -> [UInt8]? {
        rest.withLock { rest in
            defer { rest.removeFirst(min(size, rest.count)) }
            return rest.isEmpty ? nil : Array(rest.prefix(size))
        }
    }
}

/// Lets so many files and bytes pass.
private final class Gate: FileAdmission {
    struct Shut: Error {}

    let seen = Locked<[[String]]>([])
    let kept = Locked(0)
    let filesAtRefusal = Locked(-1)
    let files: Int
    private let bytes: Int
    private let folder: String

    init(folder: String, files: Int = 9, bytes: Int = .max) {
        self.folder = folder
        self.files = files
        self.bytes = bytes
    }

    func begin(after form: Form) throws {
        seen.withLock { $0.append(form.fields.fields.map(\.name)) }
        if seen.withLock({ $0.count }) > files { try refuse() }
    }

    func keep(_ byteCount: Int) throws {
        let sum = kept.withLock { kept in
            kept += byteCount
            return kept
        }
        if sum > bytes { try refuse() }
    }

    private func refuse() throws {
        let count = try FileManager.default.contentsOfDirectory(atPath: folder).count
        filesAtRefusal.withLock { $0 = count }
        throw Shut()
    }
}
