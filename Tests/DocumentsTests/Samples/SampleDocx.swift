/// Builds Word files part by part, as Word itself writes them but short.
struct SampleDocx {
    var body = ""
    var header: String?
    var footer: String?
    var footnotes: [String] = []
    /// The text of comment 1.
    var comment: String?
    /// The title among the file's properties.
    var title: String?
    /// More relationships of the document part, as XML.
    var relationships = ""
    /// Put before the root element of the document part.
    var prologue = ""

    static let namespaces = """
        xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
        xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" \
        xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" \
        xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" \
        xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" \
        xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" \
        xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
        """

    static func paragraph(_ text: String, list: (id: Int, level: Int)? = nil, font: String? = nil) -> String {
        let numbers = list.map {
            "<w:pPr><w:numPr><w:ilvl w:val=\"\($0.level)\"/><w:numId w:val=\"\($0.id)\"/></w:numPr></w:pPr>"
        }
        let fonts = font.map {
            "<w:rPr><w:rFonts w:ascii=\"\($0)\" w:hAnsi=\"\($0)\" w:cs=\"\($0)\"/></w:rPr>"
        }
        return "<w:p>\(numbers ?? "")<w:r>\(fonts ?? "")<w:t xml:space=\"preserve\">\(text)</w:t></w:r></w:p>"
    }

    /// Rows of cells; a line feed in a cell separates paragraphs, "^" merges a cell with the one above.
    static func table(_ rows: [[String]]) -> String {
        let grid = String(repeating: "<w:gridCol w:w=\"2000\"/>", count: rows[0].count)
        let body = rows.enumerated().map { index, row in
            "<w:tr>"
                + row.enumerated().map { column, cell in
                    let below = rows.indices.contains(index + 1) && rows[index + 1][column] == "^"
                    let merge = cell == "^" ? "<w:vMerge/>" : below ? "<w:vMerge w:val=\"restart\"/>" : ""
                    let text = cell == "^" ? "" : cell
                    return "<w:tc><w:tcPr><w:tcW w:w=\"2000\" w:type=\"dxa\"/>\(merge)</w:tcPr>"
                        + text.split(separator: "\n", omittingEmptySubsequences: false).map {
                            paragraph(String($0))
                        }.joined()
                        + "</w:tc>"
                }.joined() + "</w:tr>"
        }
        return
            "<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr><w:tblGrid>\(grid)</w:tblGrid>\(body.joined())</w:tbl>"
    }

    static func textBox(_ text: String) -> String {
        """
        <w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" \
        distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">\
        <wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH>\
        <wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>\
        <wp:extent cx="900000" cy="400000"/><wp:wrapNone/><wp:docPr id="1" name="Box"/><a:graphic><a:graphicData \
        uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/>\
        <wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="400000"/></a:xfrm><a:prstGeom prst="rect">\
        <a:avLst/></a:prstGeom></wps:spPr><wps:txbx><w:txbxContent>\(paragraph(text))</w:txbxContent></wps:txbx>\
        <wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r></w:p>
        """
    }

    static func footnoteReference(_ number: Int) -> String {
        "<w:r><w:footnoteReference w:id=\"\(number + 1)\"/></w:r>"
    }

    static func deleted(_ text: String) -> String {
        "<w:del w:id=\"9\" w:author=\"x\"><w:r><w:delText>\(text)</w:delText></w:r></w:del>"
    }

    var bytes: [UInt8] {
        var zip = ZipFile()
        addParts(to: &zip)
        zip.add("word/document.xml", document)
        return zip.finished
    }

    var document: String {
        let section =
            (header == nil ? "" : "<w:headerReference w:type=\"default\" r:id=\"rId3\"/>")
            + (footer == nil ? "" : "<w:footerReference w:type=\"default\" r:id=\"rId4\"/>")
        return
            "\(prologue)<w:document \(Self.namespaces)><w:body>\(body)<w:sectPr>\(section)</w:sectPr></w:body></w:document>"
    }

    /// Everything but the document part itself.
    func addParts(to zip: inout ZipFile) {
        let word = "application/vnd.openxmlformats-officedocument.wordprocessingml."
        let kinds = [
            ("document", "document.main"), ("numbering", "numbering"), ("footnotes", "footnotes"),
            ("header1", "header"), ("footer1", "footer"), ("comments", "comments"),
        ]
        let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
        let package = "http://schemas.openxmlformats.org/package/2006/"
        zip.add(
            "[Content_Types].xml",
            "<Types xmlns=\"\(package)content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                + kinds.map {
                    "<Override PartName=\"/word/\($0.0).xml\" ContentType=\"\(word)\($0.1)+xml\"/>"
                }.joined() + "</Types>")
        zip.add(
            "_rels/.rels",
            "<Relationships xmlns=\"\(package)relationships\"><Relationship Id=\"rId1\" Type=\"\(types)officeDocument\" Target=\"word/document.xml\"/>"
                + "<Relationship Id=\"rId2\" Type=\"\(package)relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/></Relationships>"
        )
        zip.add(
            "docProps/core.xml",
            "<cp:coreProperties xmlns:cp=\"\(package)metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>\(title ?? "")</dc:title></cp:coreProperties>"
        )
        zip.add(
            "word/_rels/document.xml.rels",
            "<Relationships xmlns=\"\(package)relationships\">"
                + zip4(
                    ["numbering", "footnotes", "header", "footer", "comments"],
                    ["numbering", "footnotes", "header1", "footer1", "comments"], types)
                + relationships + "</Relationships>")
        zip.add("word/numbering.xml", Self.numbering)
        let notes = footnotes.enumerated().map {
            "<w:footnote w:id=\"\($0 + 2)\">\(Self.paragraph($1))</w:footnote>"
        }.joined()
        zip.add("word/footnotes.xml", "<w:footnotes \(Self.namespaces)>\(notes)</w:footnotes>")
        let remark = comment.map {
            "<w:comment w:id=\"1\" w:author=\"x\">\(Self.paragraph($0))</w:comment>"
        }
        zip.add("word/comments.xml", "<w:comments \(Self.namespaces)>\(remark ?? "")</w:comments>")
        zip.add("word/header1.xml", "<w:hdr \(Self.namespaces)>\(Self.paragraph(header ?? ""))</w:hdr>")
        zip.add("word/footer1.xml", "<w:ftr \(Self.namespaces)>\(Self.paragraph(footer ?? ""))</w:ftr>")
    }

    private func zip4(_ kinds: [String], _ targets: [String], _ types: String) -> String {
        zip(kinds, targets).enumerated().map {
            "<Relationship Id=\"rId\($0 + 1)\" Type=\"\(types)\($1.0)\" Target=\"\($1.1).xml\"/>"
        }.joined()
    }

    /// Three lists.
    ///
    /// List 1: I. / 1. / a) in levels; list 2: Word's round bullet of the Symbol font; list 3: a dash.
    private static var numbering: String {
        func level(_ number: Int, _ format: String, _ text: String) -> String {
            "<w:lvl w:ilvl=\"\(number)\"><w:start w:val=\"1\"/><w:numFmt w:val=\"\(format)\"/><w:lvlText w:val=\"\(text)\"/></w:lvl>"
        }
        let lists = [
            level(0, "upperRoman", "%1.") + level(1, "decimal", "%2.") + level(2, "lowerLetter", "%3)"),
            level(0, "bullet", "\u{F0B7}"), level(0, "bullet", "-"),
        ]
        return "<w:numbering \(namespaces)>"
            + lists.enumerated().map { "<w:abstractNum w:abstractNumId=\"\($0)\">\($1)</w:abstractNum>" }
            .joined()
            + lists.indices.map { "<w:num w:numId=\"\($0 + 1)\"><w:abstractNumId w:val=\"\($0)\"/></w:num>" }
            .joined() + "</w:numbering>"
    }
}
