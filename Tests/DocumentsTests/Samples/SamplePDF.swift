/// Writes small PDFs by hand, so that tests decide every object in them.
struct SamplePDF {
    private var objects: [[UInt8]] = []
    private var kids: [Int] = []
    /// Put into the catalog: actions, names.
    var catalog = ""
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
        return out + Array("trailer<</Size \(all.count + 1)/Root 1 0 R>>\nstartxref\n\(start)\n%%EOF\n".utf8)
    }
}
