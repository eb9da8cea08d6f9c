import Foundation
import Testing

@testable import Documents

@Suite("PDF and pictures become text", .serialized)
struct PDFTests {
    private let folder = SampleFolder()

    /// A plan of two pages, printed by LibreOffice.
    private func printedPlan(_ first: String = "KẾ HOẠCH") throws -> [UInt8] {
        var docx = SampleDocx()
        docx.body =
            SampleDocx.paragraph(first)
            + String(
                repeating: SampleDocx.paragraph(
                    "Sở Thông tin và Truyền thông chủ trì, phối hợp với Công an tỉnh."), count: 12)
            + "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>"
            + String(
                repeating: SampleDocx.paragraph("Trang hai: báo cáo trước ngày 15 tháng 12 năm 2026."),
                count: 12)
        docx.body = docx.body.replacing("<w:rPr></w:rPr>", with: "").replacing(
            "<w:r>", with: "<w:r><w:rPr><w:rFonts w:ascii=\"Noto Serif\" w:hAnsi=\"Noto Serif\"/></w:rPr>")
        return try folder.office(docx.bytes, from: "docx", to: "pdf")
    }

    private func pictures(
        of pdf: [UInt8], _ options: [String], to name: String, dots: Int = 200,
        sheets: [String] = ["sheet-1.pgm", "sheet-2.pgm"]
    ) throws -> [UInt8] {
        _ = try folder.write(pdf, as: "print.pdf")
        try folder.make("/usr/bin/pdftoppm", ["-r", String(dots), "-gray", "print.pdf", "sheet"])
        try folder.make("/usr/bin/convert-im6.q16", sheets + options + [name])
        return [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder.path + "/" + name)))
    }

    @Test("a PDF with text gives its pages' own characters")
    func text() async throws {
        let document = try await folder.convert(printedPlan(), named: "kh.pdf")
        #expect(document.kind == .pdf)
        #expect(document.pages.map(\.number) == [1, 2])
        #expect(document.pages.allSatisfy { $0.source == .text })
        #expect(document.notices.isEmpty)
        let second = String(decoding: Array(document.text.utf8)[document.pages[1].range], as: UTF8.self)
        #expect(second.contains("Trang hai: báo cáo trước ngày 15 tháng 12 năm 2026."))
        #expect(!second.contains("Công an"))
        #expect(document.pages.last?.range.upperBound == document.text.utf8.count)
    }

    @Test("a mark of secrecy in a PDF's properties refuses it", arguments: ["Title", "Subject", "Keywords"])
    func markedProperty(key: String) async throws {
        var pdf = SamplePDF()
        pdf.addPage((1...8).map { "Ke hoach thong tin doi ngoai nam 2026, muc \($0)" })
        for (value, isRefused) in [("TỐI MẬT", true), ("Kế hoạch bảo mật thông tin", false)] {
            pdf.properties = [(key, value)]
            do {
                let document = try await folder.convert(pdf.bytes, named: "a.pdf")
                #expect(!isRefused && document.text.contains("doi ngoai") && !document.text.contains(value))
            } catch let refused as ConversionRefused {
                #expect(isRefused && refused == .secrecyMark, "\(key): \(refused)")
            }
        }
    }

    @Test("a page whose font has a wrong map to Unicode is read as a picture")
    func brokenMap() async throws {
        var pdf = SamplePDF()
        pdf.shiftCharacters(by: 0x300)
        pdf.addPage(
            (1...12).map { "The People's Committee of Kon Tum holds meeting \($0) before 30 June 2026." })
        let document = try await folder.convert(pdf.bytes, named: "a.pdf")
        #expect(document.pages.map(\.source) == [.recognised])
        #expect(document.text.contains("Kon Tum") && document.text.contains("June 2026"), "\(document.text)")
        #expect(document.notices.contains(.recognised(pages: 1)))
        var right = SamplePDF()
        right.shiftCharacters(by: 0)
        right.addPage(["The People's Committee of Kon Tum holds a meeting before 30 June 2026."])
        let plain = try await folder.convert(right.bytes, named: "a.pdf")
        #expect(plain.pages.map(\.source) == [.text] && plain.text.contains("30 June 2026"))
    }

    @Test("a skewed, noisy scan is recognised page by page, and says so")
    func scan() async throws {
        let tiff = try pictures(
            of: printedPlan(),
            [
                "-rotate", "0.7", "-attenuate", "0.3", "+noise", "Gaussian", "-colorspace", "Gray",
                "-compress", "JPEG",
            ], to: "s.tiff")
        let stages = StageLog()
        let file = try folder.write(tiff)
        let document = try await folder.converter.convert(file, named: "quet.tif") { stages.add($0) }
        #expect(document.kind == .tiff)
        #expect(document.notices == [.recognised(pages: 2), .attestNoSecrets])
        #expect(document.text.contains("Sở Thông tin và Truyền thông chủ trì, phối hợp với Công an tỉnh."))
        #expect(document.text.contains("Trang hai: báo cáo trước ngày 15 tháng 12 năm 2026."))
        #expect(
            stages.all.filter { $0.stage == .recognising }
                == (0...2).map { ConversionProgress(stage: .recognising, page: $0, pages: 2) })
        #expect(folder.remains.isEmpty)
    }

    @Test("a scanned PDF with a stamp of text over the picture is recognised all the same")
    func stampedScan() async throws {
        _ = try pictures(of: printedPlan(), ["-delete", "1"], to: "s.jpg", dots: 150)
        let jpeg = [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder.path + "/s.jpg")))
        var pdf = SamplePDF()
        // A4 at 150 dpi, as pdftoppm rounds it.
        let picture = pdf.addStream(
            "/Type/XObject/Subtype/Image/Width 1275/Height 1650/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/DCTDecode",
            jpeg)
        pdf.addPage(
            ["Ky boi: UBND tinh X, ngay ky 01.01.2026"], resources: "/XObject<</Im \(picture) 0 R>>",
            content: "q 595 0 0 842 0 0 cm /Im Do Q ")
        let document = try await folder.convert(pdf.bytes)
        #expect(document.pages.map(\.source) == [.recognised])
        #expect(document.text.contains("chủ trì, phối hợp với Công an tỉnh"))
    }

    @Test("a photograph is turned as the camera was held")
    func photograph() async throws {
        let jpeg = try pictures(
            of: printedPlan(), ["-delete", "1", "-rotate", "-90", "-orient", "RightTop"], to: "s.jpg")
        // ImageMagick writes no EXIF of its own: the block says "turn a quarter to the right".
        let tag: [UInt8] = [0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0]
        let exif = Array("Exif\0\0".utf8) + [0x49, 0x49, 0x2A, 0, 8, 0, 0, 0, 1, 0] + tag + [0, 0, 0, 0]
        let length = exif.count + 2
        let turned = jpeg[..<2] + [0xFF, 0xE1, UInt8(length >> 8), UInt8(length & 0xFF)] + exif + jpeg[2...]
        let document = try await folder.convert(turned, named: "anh.jpeg")
        #expect(document.text.contains("phối hợp với Công an tỉnh"), "\(document.text.prefix(300))")
    }

    @Test("a webp and a png are read", arguments: ["webp", "png"])
    func otherPictures(kind: String) async throws {
        let bytes = try pictures(of: printedPlan(), ["-delete", "1"], to: "s." + kind, dots: 150)
        #expect(
            try await folder.convert(bytes, named: "a." + kind).text.contains("phối hợp với Công an tỉnh"))
    }

    @Test("a mark of secrecy on a scan refuses it, and nothing remains")
    func secretScan() async throws {
        let tiff = try pictures(of: printedPlan("TUYỆT MẬT"), ["-compress", "JPEG"], to: "s.tiff")
        #expect(try await folder.refusal(tiff) == .secrecyMark)
        #expect(try await folder.refusal(printedPlan("TỐI MẬT")) == .secrecyMark)
        #expect(folder.remains.isEmpty)
    }

    @Test("6,000 pages are refused with their number")
    func manyPages() async throws {
        var pdf = SamplePDF()
        for page in 1...6_000 { pdf.addPage(["Trang \(page)"]) }
        #expect(try await folder.refusal(pdf.bytes) == .tooManyPages(6_000))
    }

    @Test("400 empty pages are too many to recognise")
    func manyPictures() async throws {
        var pdf = SamplePDF()
        for _ in 1...400 { pdf.addPage([]) }
        #expect(try await folder.refusal(pdf.bytes) == .tooManyPagesToRecognise(400))
    }

    @Test("scripts and programs named in a PDF do nothing")
    func actions() async throws {
        var pdf = SamplePDF()
        let marker = folder.path + "/launched"
        pdf.catalog =
            "/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>/AA<</WC<</S/Launch/F(/usr/bin/touch)/P(\(marker))>>>>"
        pdf.addPage(["Ke hoach thong tin doi ngoai nam 2026 cua tinh"])
        #expect(try await folder.convert(pdf.bytes).text.contains("Ke hoach thong tin doi ngoai nam 2026"))
        #expect(!FileManager.default.fileExists(atPath: marker))
    }

    @Test("a page of a square kilometre is rendered within bounds")
    func hugePage() async throws {
        var pdf = SamplePDF()
        pdf.size = (2_834_645, 2_834_645)
        pdf.addPage([])
        #expect(try await folder.refusal(pdf.bytes) == .noText)
    }

    @Test("a picture that unpacks to a gigabyte is refused by its size")
    func pictureBomb() async throws {
        for side in [0xFFFF, 9_000] {
            func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
                func big(_ value: UInt32) -> [UInt8] { [24, 16, 8, 0].map { UInt8(value >> $0 & 0xFF) } }
                let body = Array(name.utf8) + content
                return big(UInt32(content.count)) + body + big(ZipFile.sum(body))
            }
            let sides = [UInt8](repeating: 0, count: 2) + [UInt8(side >> 8), UInt8(side & 0xFF)]
            let png: [UInt8] =
                [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
                + chunk("IHDR", sides + sides + [8, 0, 0, 0, 0])
                + chunk("IDAT", [0x78, 0x9C, 3, 0, 0, 0, 0, 1]) + chunk("IEND", [])
            #expect(try await folder.refusal(png) == .pictureTooLarge)
        }
    }

    @Test("a photograph of 46 million pixels is within bounds")
    func largePhotograph() async throws {
        let jpeg = try pictures(of: printedPlan(), [], to: "s.jpg", dots: 700, sheets: ["sheet-1.pgm"])
        #expect(try await folder.convert(jpeg).text.contains("phối hợp với Công an tỉnh"))
    }

    @Test("a password is said to be the trouble")
    func passwords() async throws {
        var docx = SampleDocx()
        docx.body = SampleDocx.paragraph("KẾ HOẠCH")
        let file = try folder.write(docx.bytes, as: "sample.docx")
        try folder.make(
            "/usr/bin/soffice",
            [
                "--headless", "-env:UserInstallation=file://\(folder.path)/profile", "--convert-to",
                "pdf:writer_pdf_Export:{\"EncryptFile\":{\"type\":\"boolean\",\"value\":\"true\"},\"DocumentOpenPassword\":{\"type\":\"string\",\"value\":\"x\"}}",
                "--outdir", folder.path + "/made", file,
            ])
        let pdf = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/made/sample.pdf"))
        #expect(try await folder.refusal(pdf) == .passwordProtected)
        // The container in which Word keeps an encrypted document, by the name of its one stream.
        let compound: [UInt8] =
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 1_024)
            + "EncryptedPackage".utf16.flatMap { [UInt8($0), 0] }
        #expect(try await folder.refusal(compound, named: "a.docx") == .passwordProtected)
    }
}
