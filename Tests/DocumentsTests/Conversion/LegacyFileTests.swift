import Foundation
import Testing

@testable import Documents

@Suite("Files in the encodings from before Unicode")
struct LegacyFileTests {
    private let folder = SampleFolder()

    /// The same words as programs see them that take the bytes for Windows-1252.
    enum Encoding: String, CaseIterable, Sendable {
        case tcvn3 = "TCVN3 (ABC)"
        case vni = "VNI"

        var font: String { self == .tcvn3 ? ".VnTime" : "VNI-Times" }

        var lines: [String] {
            switch self {
            case .tcvn3:
                [
                    "KÕ ho¹ch th«ng tin ®èi ngo¹i n¨m 2008", "Uû ban nh©n d©n tØnh ban hµnh kÕ ho¹ch nµy.",
                    "Së Th«ng tin vµ TruyÒn th«ng chñ tr×, phèi hîp thùc hiÖn nhiÖm vô.",
                ]
            case .vni:
                [
                    "Keá hoaïch thoâng tin ñoái ngoaïi naêm 2008",
                    "Uyû ban nhaân daân tænh ban haønh keá hoaïch naøy.",
                    "Sôû Thoâng tin vaø Truyeàn thoâng chuû trì, phoái hôïp thöïc hieän nhieäm vuï.",
                ]
            }
        }

        var mark: String { self == .tcvn3 ? "MËT" : "MAÄT" }
    }

    static let meaning = [
        "Kế hoạch thông tin đối ngoại năm 2008", "ban nhân dân tỉnh ban hành kế hoạch này.",
        "Sở Thông tin và Truyền thông chủ trì, phối hợp thực hiện nhiệm vụ.",
    ]

    private func docx(_ lines: [String], _ encoding: Encoding) -> SampleDocx {
        var docx = SampleDocx()
        docx.body = lines.map { SampleDocx.paragraph($0, font: encoding.font) }.joined()
        return docx
    }

    private func bytes(_ lines: [String]) -> [UInt8] {
        lines.joined(separator: "\r\n").unicodeScalars.map { UInt8($0.value) }
    }

    private func check(_ document: ConvertedDocument, _ encoding: Encoding) {
        for line in Self.meaning { #expect(document.text.contains(line), "\(document.text)") }
        #expect(document.notices.contains(.converted(from: encoding.rawValue)))
    }

    @Test("plain text is converted, and says so", arguments: Encoding.allCases)
    func plainText(encoding: Encoding) async throws {
        check(try await folder.convert(bytes(encoding.lines), named: "ke hoach.txt"), encoding)
    }

    @Test(
        "Word files in the old fonts are converted", arguments: Encoding.allCases, ["docx", "doc:MS Word 97"])
    func wordFile(encoding: Encoding, target: String) async throws {
        let docx = docx(encoding.lines, encoding).bytes
        let file = target == "docx" ? docx : try folder.office(docx, from: "docx", to: target)
        check(try await folder.convert(file), encoding)
    }

    @Test("the text of a PDF is converted", arguments: Encoding.allCases)
    func pdf(encoding: Encoding) async throws {
        // Long enough to pass for a page of text rather than a scan with stamps.
        let lines = Array(repeating: encoding.lines, count: 5).flatMap { $0 }
        let file = try folder.office(docx(lines, encoding).bytes, from: "docx", to: "pdf")
        check(try await folder.convert(file), encoding)
    }

    @Test("a font of capitals makes capitals")
    func capitals() async throws {
        var docx = docx(Encoding.tcvn3.lines, .tcvn3)
        docx.body = SampleDocx.paragraph("kÕ ho¹ch", font: ".VnTimeH") + docx.body
        #expect(try await folder.convert(docx.bytes).text.hasPrefix("KẾ HOẠCH\n"))
    }

    @Test("a mark of secrecy is found in any of them", arguments: Encoding.allCases, ["txt", "docx"])
    func secrecy(encoding: Encoding, kind: String) async throws {
        let lines = [encoding.mark] + encoding.lines
        let file = kind == "txt" ? bytes(lines) : docx(lines, encoding).bytes
        #expect(try await folder.refusal(file) == .secrecyMark)
        #expect(folder.remains.isEmpty)
    }

    @Test("a mark in a font of capitals is found")
    func secrecyInCapitals() async throws {
        var docx = docx(Encoding.tcvn3.lines, .tcvn3)
        docx.body = SampleDocx.paragraph("tèi mËt", font: ".VnTimeH") + docx.body
        #expect(try await folder.refusal(docx.bytes) == .secrecyMark)
    }
}
