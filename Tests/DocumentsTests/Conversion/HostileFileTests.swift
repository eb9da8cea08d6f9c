import Foundation
import Testing

@testable import Documents

@Suite("Hostile and broken files are refused in words", .serialized)
struct HostileFileTests {
    private let folder = SampleFolder()

    private var docx: SampleDocx {
        var docx = SampleDocx()
        docx.body = SampleDocx.paragraph("KẾ HOẠCH") + SampleDocx.paragraph("Nội dung của kế hoạch.")
        return docx
    }

    @Test("an empty file")
    func empty() async throws { #expect(try await folder.refusal([]) == .empty) }

    @Test("a file above the size, refused by its size alone")
    func tooLarge() async throws {
        let file = try folder.write("a".utf8)
        try FileHandle(forWritingTo: URL(fileURLWithPath: file)).truncate(
            atOffset: UInt64(ConversionLimits.uploadBytes + 1))
        await #expect(throws: ConversionRefused.tooLarge) { try await folder.converter.convert(file) }
    }

    @Test("text with NUL bytes, random bytes, and a folder")
    func noText() async throws {
        #expect(try await folder.refusal("KẾ HOẠCH\0năm".utf8) == .unknownKind)
        #expect(
            try await folder.refusal((0..<5_000).map { UInt8(truncatingIfNeeded: $0 &* $0 &* 31 >> 3) })
                == .unknownKind)
        await #expect(throws: ConversionRefused.unknownKind) {
            try await folder.converter.convert(folder.path)
        }
        #expect(try await folder.refusal("  \n\n \t ".utf8) == .noText)
    }

    @Test("a link to another file isn't followed")
    func link() async throws {
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/link", withDestinationPath: "/etc/passwd")
        await #expect(throws: ConversionFailure.self) {
            try await folder.converter.convert(folder.path + "/link")
        }
    }

    @Test("a name that says another kind than the bytes")
    func wrongEnding() async throws {
        #expect(try await folder.refusal(docx.bytes, named: "a.pdf") == .mismatch(named: "pdf", found: .docx))
        #expect(
            try await folder.refusal("KẾ HOẠCH".utf8, named: "a.docx")
                == .mismatch(named: "docx", found: .text))
        #expect(
            try await folder.refusal("<!doctype html><p>x".utf8, named: "a.doc")
                == .mismatch(named: "doc", found: .html))
    }

    @Test(
        "hostile names change nothing",
        arguments: [
            "../../etc/passwd\n.docx", "a\u{202E}fdp.docx", "-o x;rm.docx", "\"$(id)\".DOCX", "", ".",
        ])
    func hostileNames(name: String) async throws {
        #expect(try await folder.convert(docx.bytes, named: name).kind == .docx)
        let inside = try folder.write(docx.bytes, as: "--bind\n \u{202E}$(x)")
        #expect(try await folder.converter.convert(inside, named: name).text.contains("Nội dung"))
    }

    @Test("kinds that are known but not read say so")
    func foreign() async throws {
        let heic: [UInt8] = [0, 0, 0, 24] + Array("ftypheic".utf8) + [0, 0, 0, 0]
        #expect(try await folder.refusal(heic, named: "IMG_1.HEIC") == .notAccepted(.heic))
        #expect(ConversionRefused.notAccepted(.heic).sentence.vietnamese.contains("JPEG"))
        #expect(
            try await folder.refusal(Array("MZ".utf8) + [UInt8](repeating: 1, count: 99))
                == .notAccepted(.program))
        var zip = ZipFile()
        zip.add("readme.txt", "x")
        #expect(try await folder.refusal(zip.finished) == .notAccepted(.archive))
        var sheet = ZipFile()
        sheet.add("xl/workbook.xml", "<x/>")
        #expect(try await folder.refusal(sheet.finished) == .notAccepted(.spreadsheet))
    }

    @Test("a zip bomb, by the sizes that it declares")
    func declaredBomb() async throws {
        var zip = ZipFile()
        docx.addParts(to: &zip)
        zip.addRepeated("word/document.xml", letter: 0x20, before: docx.document, megabytes: 100)
        #expect(zip.finished.count < 1_000_000)
        #expect(try await folder.refusal(zip.finished) == .expandsTooMuch)
    }

    @Test("a zip bomb that lies about its size ends at the cage's limits")
    func lyingBomb() async throws {
        var honest = ZipFile()
        let start = docx.document.replacing("</w:body></w:document>", with: "")
        honest.addRepeated(
            "word/document.xml", letter: 0x20, before: start, after: "</w:body></w:document>", megabytes: 96)
        // The same stream, declared as a thousand bytes.
        let bytes = honest.finished
        let packed = Array(
            bytes[(30 + "word/document.xml".utf8.count)...].prefix(
                Int(bytes[18]) | Int(bytes[19]) << 8 | Int(bytes[20]) << 16))
        var zip = ZipFile()
        docx.addParts(to: &zip)
        zip.add("word/document.xml", packed: packed, method: 8, size: 1_000, sum: 0)
        #expect(try await folder.refusal(zip.finished) == .damaged(.docx))
        #expect(folder.remains.isEmpty)
    }

    @Test("two entries of one name")
    func ambiguous() async throws {
        var zip = ZipFile()
        docx.addParts(to: &zip)
        zip.add("word/document.xml", docx.document)
        zip.add("word/document.xml", docx.document)
        #expect(try await folder.refusal(zip.finished) == .expandsTooMuch)
    }

    @Test(
        "a billion laughs and entities from outside end without their text", arguments: ["laughs", "outside"])
    func entities(kind: String) async throws {
        var hostile = docx
        if kind == "laughs" {
            let steps = (1...9).map { "<!ENTITY l\($0) \"\(String(repeating: "&l\($0 - 1);", count: 10))\">" }
                .joined()
            hostile.prologue = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY l0 \"haha\">\(steps)]>"
            hostile.body += SampleDocx.paragraph("&l9;")
        } else {
            hostile.prologue =
                "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
            hostile.body += SampleDocx.paragraph("&e;")
        }
        do {
            let document = try await folder.convert(hostile.bytes)
            #expect(
                !document.text.contains("haha") && !document.text.contains("root:"),
                "\(document.text.prefix(500))")
        } catch let refused as ConversionRefused {
            #expect(refused == .damaged(.docx))
        }
        #expect(folder.remains.isEmpty)
    }

    private static var laughs: String {
        let steps = (1...9).map { "<!ENTITY l\($0) \"\(String(repeating: "&l\($0 - 1);", count: 10))\">" }
            .joined()
        return "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY l0 \"haha\">\(steps)]>"
    }

    /// Either the words come without what the entities stand for, or the file is refused; never more, and in time.
    private func expectNoLaughs(_ bytes: [UInt8], _ kind: FileKind) async throws {
        do {
            let document = try await folder.convert(bytes)
            #expect(document.kind == kind)
            #expect(!document.text.contains("haha"), "\(document.text.prefix(500))")
        } catch let refused as ConversionRefused {
            #expect(refused == .damaged(kind))
        }
        #expect(folder.remains.isEmpty)
    }

    @Test("a billion laughs in an OpenDocument file end without their text")
    func entitiesOfOpenDocument() async throws {
        let names = "urn:oasis:names:tc:opendocument:xmlns:"
        var zip = ZipFile()
        zip.add("mimetype", "application/vnd.oasis.opendocument.text")
        zip.add(
            "META-INF/manifest.xml",
            """
            <manifest:manifest xmlns:manifest="\(names)manifest:1.0"><manifest:file-entry manifest:full-path="/" \
            manifest:media-type="application/vnd.oasis.opendocument.text"/><manifest:file-entry \
            manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>
            """)
        zip.add(
            "content.xml",
            """
            \(Self.laughs)<office:document-content xmlns:office="\(names)office:1.0" xmlns:text="\(names)text:1.0" \
            office:version="1.2"><office:body><office:text><text:p>KẾ HOẠCH</text:p><text:p>&l9;</text:p>\
            </office:text></office:body></office:document-content>
            """)
        try await expectNoLaughs(zip.finished, .odt)
    }

    @Test("a picture of entities in a web page ends without their text")
    func entitiesOfPicture() async throws {
        let page = """
            <!DOCTYPE html><html><body><p>KẾ HOẠCH năm 2026</p>\(Self.laughs)\
            <svg xmlns="http://www.w3.org/2000/svg" width="99" height="99"><text y="9">&l9;</text></svg></body></html>
            """
        try await expectNoLaughs(Array(page.utf8), .html)
    }

    @Test("a Word file that is encrypted with a password says so")
    func encrypted() async throws {
        // Encrypted as Word does it (ECMA-376, agile); there is no tool of Debian that makes one.
        let fixtures = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let bytes = [UInt8](try Data(contentsOf: fixtures.appending(path: "Fixtures/encrypted.docx")))
        #expect(try await folder.refusal(bytes, named: "kín.docx") == .passwordProtected)
    }

    @Test("a truncated file of each kind", arguments: ["docx", "pdf", "png", "doc"])
    func truncated(kind: String) async throws {
        switch kind {
        case "docx": #expect(try await folder.refusal(docx.bytes.dropLast(200)) == .damaged(.docx))
        case "doc":
            let bytes = try folder.office(docx.bytes, from: "docx", to: "doc:MS Word 97")
            let cut = try await folder.refusal(bytes.prefix(2_000))
            #expect(cut == .damaged(.doc) || cut == .notAccepted(.otherOffice))
        case "png":
            try folder.make("/usr/bin/convert-im6.q16", ["-size", "400x400", "plasma:", "png:a.png"])
            let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/a.png"))
            #expect(try await folder.refusal(bytes.prefix(60)) == .damaged(.png))
        default: #expect(try await folder.refusal(Array("%PDF-1.5\n1 0 obj<<".utf8)) == .damaged(.pdf))
        }
    }

    @Test("two kinds in one file")
    func polyglot() async throws {
        var pdf = SamplePDF()
        pdf.addPage(["Ke hoach"])
        #expect(try await folder.refusal(pdf.bytes + docx.bytes) == .twoKinds)
    }

    @Test(
        "a document that asks for something from the network makes no request",
        arguments: ["image", "template"])
    func remote(kind: String) async throws {
        let listener = try LoopbackListener()
        var hostile = docx
        let address = "http://127.0.0.1:\(listener.port)/x"
        let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
        if kind == "image" {
            hostile.relationships =
                "<Relationship Id=\"rId9\" Type=\"\(types)image\" Target=\"\(address).png\" TargetMode=\"External\"/>"
            hostile.body += """
                <w:p><w:r><w:drawing><wp:inline><wp:extent cx="900000" cy="900000"/><wp:docPr id="2" name="p"/><a:graphic>\
                <a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>\
                <pic:cNvPr id="0" name="p"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:link="rId9"/></pic:blipFill>\
                <pic:spPr/></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>
                """
        } else {
            hostile.relationships =
                "<Relationship Id=\"rId9\" Type=\"\(types)attachedTemplate\" Target=\"\(address).dotm\" TargetMode=\"External\"/>"
        }
        #expect(try await folder.convert(hostile.bytes).text.contains("Nội dung"))
        #expect(!listener.wasCalled)
    }
}
