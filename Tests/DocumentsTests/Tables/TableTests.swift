import Foundation
import Testing

@testable import Documents

@Suite("Tables for export")
struct TableTests {
    private let folder = SampleFolder()

    @Test("CSV quotes what it must, marks its encoding and disarms formulas")
    func csv() {
        var csv = CSV(columns: ["Nhiệm vụ", "Hạn"])
        csv.append(["Viết \"tin\", bài", "15/12/2026"])
        csv.append(["=HYPERLINK(\"x\")", "+84"])
        csv.append(["-1", "@a"])
        csv.append(["hai\ndòng", "\t=1"])
        let expected =
            "\u{FEFF}Nhiệm vụ,Hạn\r\n\"Viết \"\"tin\"\", bài\",15/12/2026\r\n\"'=HYPERLINK(\"\"x\"\")\",'+84\r\n'-1,'@a\r\n\"hai\ndòng\",'\t=1\r\n"
        #expect(csv.bytes == Array(expected.utf8))
        #expect(!csv.takeBytes().isEmpty && csv.bytes.isEmpty)
    }

    /// The sheet's and the shared parts as XML, unpacked by the system.
    private func parts(_ file: String) throws -> String {
        let unzip = Process()
        unzip.executableURL = URL(fileURLWithPath: "/usr/bin/unzip")
        unzip.arguments = ["-p", file, "xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/workbook.xml"]
        let output = Pipe()
        unzip.standardOutput = output
        try unzip.run()
        let words = output.fileHandleForReading.readDataToEndOfFile()
        unzip.waitUntilExit()
        return String(decoding: words, as: UTF8.self)
    }

    @Test("a spreadsheet has a fixed header, a filter, text as text and days as days")
    func spreadsheet() throws {
        let file = folder.path + "/tasks.xlsx"
        let sheet = try Spreadsheet(
            path: file, name: "Nhiệm vụ", columns: [.init("Nhiệm vụ", width: 60), .init("Hạn"), .init("Số")])
        try sheet.append([.text("=1+1"), .date(year: 2026, month: 12, day: 15), .number(2.5)])
        try sheet.append([.text("+84 & <b>\0x"), .empty])
        try sheet.append([.text(String(repeating: "ă", count: 40_000))])
        try sheet.finish()
        try sheet.finish()
        let xml = try parts(file)
        #expect(!xml.contains("<f>"))
        #expect(xml.contains("<t>=1+1</t>") && xml.contains("+84 &amp; &lt;b&gt;x"))
        // 15/12/2026 in the days of Excel's calendar.
        #expect(xml.contains("<v>46371</v>") && xml.contains("formatCode=\"dd/mm/yyyy\""))
        #expect(xml.contains("<autoFilter ref=\"A1:C4\"/>") && xml.contains("state=\"frozen\""))
        #expect(xml.contains("name=\"Nhiệm vụ\"") && xml.contains("ă…</t>"))
    }

    @Test("a written spreadsheet is recognised as one")
    func recognised() throws {
        let file = folder.path + "/tasks.xlsx"
        let sheet = try Spreadsheet(path: file, name: "A", columns: [.init("Nhiệm vụ")])
        for row in 1...1_000 { try sheet.append([.text("Việc \(row)")]) }
        try sheet.finish()
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: file)))
        #expect(try FileKindOfSheet.isSpreadsheet(bytes))
    }

    @Test("a folder that isn't there and a name that Excel forbids are failures in words")
    func failures() throws {
        let sheet = try Spreadsheet(path: folder.path + "/nowhere/x.xlsx", name: "A", columns: [.init("B")])
        #expect(throws: SpreadsheetFailure.self) { try sheet.finish() }
        #expect(throws: SpreadsheetFailure.self) {
            try Spreadsheet(path: folder.path + "/x.xlsx", name: "a/b", columns: [.init("B")])
        }
    }

    @Test("a sheet that is never finished leaves its memory and no half-written use")
    func abandoned() throws {
        let sheet = try Spreadsheet(path: folder.path + "/x.xlsx", name: "A", columns: [.init("B")])
        try sheet.append([.text("x")])
    }
}

/// Our own detection calls a real XLSX a spreadsheet.
enum FileKindOfSheet {
    static func isSpreadsheet(_ bytes: [UInt8]) throws -> Bool {
        do {
            _ = try FileKind.detect(bytes, named: "a.xlsx")
            return false
        } catch ConversionRefused.notAccepted(.spreadsheet) {
            return true
        }
    }
}
