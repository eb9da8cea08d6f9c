/// Writes small PDFs by hand, so that tests decide every object in them.
struct SamplePDF {
    private var objects: [[UInt8]] = []
    private var kids: [Int] = []
    /// Put into the catalog: actions, names.
    var catalog = ""
    /// The document's properties by their keys, such as `Title`.
    var properties: [(key: String, value: String)] = []
    /// The size of every page, points.
    var size = (width: 595.0, height: 842.0)

    init() {
        // 1 is the catalog, 2 the tree of pages, 3 the font; filled in at the end.
        objects = [[], [], Array("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>".utf8)]
    }

    /// Adds an object and returns its number.
    mutating func add(_ body: String) -> Int {
        objects.append(Array(body.utf8))
        return objects.count
    }

    mutating func addStream(_ dictionary: String, _ content: [UInt8]) -> Int {
        objects.append(
            Array("<<\(dictionary)/Length \(content.count)>>stream\n".utf8) + content
                + Array("\nendstream".utf8))
        return objects.count
    }

    /// Gives the font a map to Unicode that is wrong: each character stands for one so many places further, while its
    /// glyph stays what it was.
    mutating func shiftCharacters(by places: UInt16) {
        let hex = String(0x20 + places, radix: 16)
        let map = """
            /CIDInit /ProcSet findresource begin 12 dict begin begincmap
            1 begincodespacerange <00> <FF> endcodespacerange
            1 beginbfrange <20> <7E> <\(String(repeating: "0", count: 4 - hex.count) + hex)> endbfrange
            endcmap end end
            """
        let number = addStream("", Array(map.utf8))
        objects[2] = Array("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode \(number) 0 R>>".utf8)
    }

    /// As PDF writes what isn't ASCII: UTF-16 with its mark, in hexadecimal digits.
    private static func text(_ value: String) -> String {
        let digits = value.utf16.map { unit in
            let hex = String(unit, radix: 16)
            return String(repeating: "0", count: 4 - hex.count) + hex
        }
        return "<FEFF\(digits.joined())>"
    }

    /// Adds a page with lines of ASCII text; no lines make an empty page.
    mutating func addPage(_ lines: [String], resources: String = "", content before: String = "") {
        let words = lines.enumerated().map { "BT /F 12 Tf 60 \(780 - 16 * $0) Td (\($1)) Tj ET" }.joined(
            separator: "\n")
        let content = addStream("", Array((before + words).utf8))
        kids.append(
            add(
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 \(size.width) \(size.height)]/Contents \(content) 0 R/Resources<</Font<</F 3 0 R>>\(resources)>>>>"
            ))
    }

    var bytes: [UInt8] {
        var all = objects
        all[0] = Array("<</Type/Catalog/Pages 2 0 R\(catalog)>>".utf8)
        all[1] = Array(
            "<</Type/Pages/Count \(kids.count)/Kids[\(kids.map { "\($0) 0 R" }.joined(separator: " "))]>>"
                .utf8)
        let info = properties.map { "/\($0.key) \(Self.text($0.value))" }.joined()
        if !info.isEmpty { all.append(Array("<<\(info)>>".utf8)) }
        var out = Array("%PDF-1.5\n".utf8)
        var places: [Int] = []
        for (index, body) in all.enumerated() {
            places.append(out.count)
            out += Array("\(index + 1) 0 obj\n".utf8) + body + Array("\nendobj\n".utf8)
        }
        let start = out.count
        out += Array("xref\n0 \(all.count + 1)\n0000000000 65535 f \n".utf8)
        for place in places {
            out += Array(
                (String(repeating: "0", count: 10 - String(place).count) + "\(place) 00000 n \n").utf8)
        }
        return out
            + Array(
                "trailer<</Size \(all.count + 1)/Root 1 0 R\(info.isEmpty ? "" : "/Info \(all.count) 0 R")>>\nstartxref\n\(start)\n%%EOF\n"
                    .utf8)
    }
}
