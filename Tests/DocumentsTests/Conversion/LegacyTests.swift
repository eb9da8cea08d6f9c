import Testing

@testable import Documents

@Suite("Files in older encodings become Unicode, visibly")
struct LegacyTests {
    private let folder = SampleFolder()

    private static let tcvn3 = [
        "Céng hßa x· héi chñ nghÜa ViÖt Nam", "§éc lËp - Tù do - H¹nh phóc",
        "Th«ng tin ®èi ngo¹i n¨m 2026, ng­êi d©n",
    ]
    private static let vni = [
        "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Ñoäc laäp - Töï do - Haïnh phuùc",
        "Thoâng tin ñoái ngoaïi naêm 2026, ngöôøi daân",
    ]
    private static let unicode = [
        "Cộng hòa xã hội chủ nghĩa Việt Nam", "Độc lập - Tự do - Hạnh phúc",
        "Thông tin đối ngoại năm 2026, người dân",
    ]
    private static let samples = [(tcvn3, "TCVN3 (ABC)", ".VnTime"), (vni, "VNI", "VNI-Times")]

    @Test("a text file, in bytes of its own", arguments: samples)
    func textFile(lines: [String], name: String, font: String) async throws {
        let bytes = lines.joined(separator: "\n").unicodeScalars.map { UInt8($0.value) }
        let document = try await folder.convert(bytes, named: "ke hoach.txt")
        #expect(document.text.split(separator: "\n").map(String.init) == Self.unicode)
        #expect(document.notices == [.converted(from: name)])
    }

    @Test("a Word file, beside a paragraph that is Unicode already", arguments: samples)
    func wordFile(lines: [String], name: String, font: String) async throws {
        var docx = SampleDocx()
        docx.body =
            lines.map { SampleDocx.paragraph($0, font: font) }.joined()
            + SampleDocx.paragraph("Đoạn này là Unicode từ trước, hoà bình.")
        let document = try await folder.convert(docx.bytes, named: "a.docx")
        #expect(
            document.text.split(separator: "\n").map(String.init) == Self.unicode + [
                "Đoạn này là Unicode từ trước, hoà bình."
            ])
        #expect(document.notices == [.converted(from: name)])
    }

    @Test("the fonts whose letters are all capitals give capitals")
    func capitalFont() async throws {
        var docx = SampleDocx()
        docx.body =
            SampleDocx.paragraph("céng hßa x· héi chñ nghÜa viÖt nam", font: ".VnTimeH")
            + Self.tcvn3.map { SampleDocx.paragraph($0, font: ".VnTime") }.joined()
        let document = try await folder.convert(docx.bytes, named: "a.docx")
        #expect(document.text.hasPrefix("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"))
    }

    @Test(
        "a mark of secrecy in an older encoding refuses the file",
        arguments: [(tcvn3, "MËT"), (vni, "TOÁI MAÄT")])
    func secrecy(lines: [String], mark: String) async throws {
        let bytes = ([mark] + lines).joined(separator: "\n").unicodeScalars.map { UInt8($0.value) }
        #expect(try await folder.refusal(bytes, named: "a.txt") == .secrecyMark)
    }

    @Test("a text file in an unknown encoding is refused")
    func unknown() async throws {
        let bytes = "Ïðèâåò êàê äåëà ñïàñèáî õîðîøî ïëàí ðàáîòû ãîäà íàøåãî ãîðîäà âñå".unicodeScalars.map {
            UInt8($0.value)
        }
        #expect(try await folder.refusal(bytes, named: "a.txt") == .brokenText)
    }
}
