import Foundation
import Testing

@testable import Documents

@Suite("Which pages' own characters are their text")
struct TextLayerTests {
    private static let plain = """
        ỦY BAN NHÂN DÂN TỈNH KON TUM CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Số: 12/KH-UBND ngày 05 tháng 01 năm 2026
        KẾ HOẠCH Thông tin đối ngoại năm 2026. Căn cứ Nghị định số 72/2015/NĐ-CP ngày 07/9/2015 của Chính phủ; Sở VHTTDL
        chủ trì, phối hợp với các sở, ban, ngành, UBND các xã, phường tổ chức thực hiện trước ngày 30/6/2026.
        """

    /// As a reader gets it whose font has glyph numbers only: every character some places further.
    private static func shifted(_ text: String, by places: UInt32) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            result.append(
                scalar == " " || scalar == "\n" ? scalar : Unicode.Scalar(scalar.value &+ places) ?? scalar)
        }
        return String(result)
    }

    @Test("plain Vietnamese, English, numbers and older encodings are text")
    func whole() {
        let table = (1...60).map { "\($0). 12.5 1.250.000 30/6/2026 15%" }.joined(separator: "\n")
        let english = String(
            repeating: "The People's Committee of the province shall report by 30 June. ", count: 5)
        for text in [Self.plain, Self.plain.decomposedStringWithCanonicalMapping, table, english, ""] {
            #expect(!TextLayer(text).isBroken, "\(text.prefix(60))")
        }
        let tcvn3 = String(
            repeating: "Uû ban nh©n d©n tØnh ban hµnh kÕ ho¹ch th«ng tin ®èi ngo¹i n¨m 2026 cña tØnh ",
            count: 5)
        #expect(!TextLayer(tcvn3).isBroken)
    }

    @Test("the five sample plans are text, wherever a page is cut")
    func samples() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Samples/plans")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "txt" || $0.pathExtension == "md" }
        #expect(!files.isEmpty)
        for file in files {
            let text = Array(try String(contentsOf: file, encoding: .utf8))
            for start in stride(from: 0, to: text.count, by: 1_500) {
                let page = String(text[start..<min(start + 1_500, text.count)])
                #expect(!TextLayer(page).isBroken, "\(file.lastPathComponent) at \(start): \(page)")
            }
        }
    }

    @Test(
        "a font without a right map to Unicode is seen",
        arguments: [UInt32](arrayLiteral: 0x300, 0x400, 0x2000))
    func shiftedText(places: UInt32) {
        let layer = TextLayer(Self.shifted(Self.plain, by: places))
        #expect(layer.isBroken && layer.needsRecognition(hasPicture: false))
        // The blank is a glyph like any other: no words are left at all.
        let joined = Self.shifted(Self.plain.replacing(" ", with: "_"), by: places)
        #expect(TextLayer(joined).isBroken, "\(joined)")
        // The usual way: glyph numbers 29 below the letters'.
        #expect(TextLayer(Self.shifted(Self.plain, by: 0 &- 29)).isBroken)
    }
}
