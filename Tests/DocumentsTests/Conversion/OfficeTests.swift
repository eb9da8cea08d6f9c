import Testing

@testable import Documents

@Suite("Office files become text")
struct OfficeTests {
    private let folder = SampleFolder()

    private var plan: SampleDocx {
        var docx = SampleDocx()
        docx.body =
            SampleDocx.table([["UBND TỈNH X\nSố: 12/KH-UBND", "CỘNG HÒA XÃ HỘI\nĐộc lập - Tự do"]])
            + SampleDocx.paragraph("KẾ HOẠCH") + SampleDocx.textBox("Trong khung")
            + SampleDocx.paragraph("Mục đích", list: (1, 0)) + SampleDocx.paragraph("Một", list: (1, 1))
            + SampleDocx.paragraph("Hai", list: (1, 1)) + SampleDocx.paragraph("nhỏ", list: (1, 2))
            + SampleDocx.paragraph("Nội dung", list: (1, 0)) + SampleDocx.paragraph("chấm", list: (2, 0))
            + SampleDocx.paragraph("gạch", list: (3, 0))
            + "<w:p><w:r><w:t>Nhà nước</w:t></w:r>\(SampleDocx.footnoteReference(1))<w:r><w:t>; hết</w:t></w:r>\(SampleDocx.deleted("BỎ ĐI"))</w:p>"
            + SampleDocx.table([
                ["TT", "Nhiệm vụ", "Chủ trì"], ["1", "Mở lớp", "Sở A\nSở B"],
                ["2", "Viết tin,\nbài", "Sở C"], ["3", "In sách", "^"],
            ])
        docx.header = "Đầu trang"
        docx.footer = "Chân trang"
        docx.footnotes = ["Kết luận số 57-KL/TW"]
        return docx
    }

    @Test("a Word file keeps its numbers, table rows, footnotes, boxes, headers, and not what was deleted")
    func wholeWordFile() async throws {
        let document = try await folder.convert(plan.bytes, named: "Kế hoạch.docx")
        #expect(document.kind == .docx)
        #expect(document.notices == [.trackedChanges])
        #expect(
            document.text.split(separator: "\n").map(String.init) == [
                "Đầu trang", "UBND TỈNH X", "Số: 12/KH-UBND", "CỘNG HÒA XÃ HỘI", "Độc lập - Tự do",
                "KẾ HOẠCH", "Trong khung",
                "I. Mục đích", "1. Một", "2. Hai", "a) nhỏ", "II. Nội dung", "- chấm", "- gạch",
                "Nhà nước1; hết",
                "| TT | Nhiệm vụ | Chủ trì |", "| 1 | Mở lớp | Sở A; Sở B |", "| 2 | Viết tin, bài | Sở C |",
                "| 3 | In sách | Sở C |", "____________________", "1 Kết luận số 57-KL/TW", "Chân trang",
            ])
    }

    @Test(
        "doc, odt and rtf carry the same words",
        arguments: [("doc:MS Word 97", FileKind.doc), ("odt", .odt), ("rtf:Rich Text Format", .rtf)])
    func otherOfficeFiles(target: String, kind: FileKind) async throws {
        var docx = plan
        docx.body = docx.body.replacing(SampleDocx.deleted("BỎ ĐI"), with: "")
        let bytes = try folder.office(docx.bytes, from: "docx", to: target)
        let document = try await folder.convert(bytes, named: "a.\(kind.rawValue)")
        #expect(document.kind == kind)
        for words in [
            "I. Mục đích", "1. Một", "a) nhỏ", "II. Nội dung", "| 1 | Mở lớp | Sở A; Sở B |",
            "Kết luận số 57-KL/TW", "Đầu trang", "Trong khung",
        ] {
            #expect(document.text.contains(words), "\(words) in \(document.text)")
        }
    }

    @Test("a web page loses its scripts and styles and keeps its table")
    func webPage() async throws {
        let page = """
            <!DOCTYPE html><html><head><title>x</title><style>p{color:red}</style><script>var ke = "trộm"</script></head><body>
            <p>KẾ HOẠCH năm 2026</p><script>document.write("độc hại")</script><ol><li>Một</li><li>Hai</li></ol>
            <table><tr><td>TT</td><td>Việc</td></tr><tr><td>1</td><td>Viết</td></tr></table>
            <img src="http://127.0.0.1:9/x.png"><iframe src="file:///etc/passwd"></iframe></body></html>
            """
        let document = try await folder.convert(page.utf8, named: "trang.html")
        #expect(document.kind == .html)
        for words in ["KẾ HOẠCH năm 2026", "1. Một", "2. Hai", "| 1 | Viết |"] {
            #expect(document.text.contains(words), "\(words) in \(document.text)")
        }
        for words in ["trộm", "độc hại", "color", "root:"] {
            #expect(!document.text.contains(words), "\(document.text)")
        }
    }

    @Test(
        "a mark of secrecy refuses the file wherever Word keeps it, and nothing remains",
        arguments: [
            "box", "header", "footer", "cell", "line", "caps", "small caps", "footnote", "deleted", "comment",
            "title",
        ])
    func secrecy(place: String) async throws {
        var docx = SampleDocx()
        docx.body = SampleDocx.paragraph("ỦY BAN NHÂN DÂN TỈNH X")
        switch place {
        case "box": docx.body += SampleDocx.textBox("MẬT")
        case "header": docx.header = "TỐI MẬT"
        case "footer": docx.footer = "TUYỆT MẬT"
        case "cell": docx.body += SampleDocx.table([["Số: 1/KH", "Kon Tum"], ["M Ậ T", "ngày 1"]])
        case "caps", "small caps":
            docx.body += """
                <w:p><w:r><w:rPr><w:\(place == "caps" ? "caps" : "smallCaps")/></w:rPr><w:t>mật</w:t></w:r>
                <w:r><w:t xml:space="preserve">  Bản số 1</w:t></w:r></w:p>
                """
        case "footnote":
            docx.footnotes = ["MẬT"]
            docx.body += "<w:p>\(SampleDocx.footnoteReference(1))</w:p>"
        case "deleted":
            docx.body += "<w:p>\(SampleDocx.deleted("MẬT"))<w:r><w:t>Thường</w:t></w:r></w:p>"
        case "comment":
            docx.comment = "TUYỆT MẬT"
            docx.body += "<w:p><w:r><w:t>Ý</w:t></w:r><w:r><w:commentReference w:id=\"1\"/></w:r></w:p>"
        case "title": docx.title = "TỐI MẬT"
        default: docx.body += SampleDocx.paragraph("MẬT")
        }
        docx.body += SampleDocx.paragraph("KẾ HOẠCH") + SampleDocx.paragraph("Nội dung của kế hoạch.")
        #expect(try await folder.refusal(docx.bytes) == .secrecyMark)
        #expect(folder.remains.isEmpty)
    }

    @Test("words shown in capitals are read so, and title and comments are no part of the text")
    func shownCapitals() async throws {
        var docx = SampleDocx()
        docx.title = "Tên ở thuộc tính"
        docx.comment = "Lời bình bên lề"
        docx.body =
            "<w:p><w:r><w:rPr><w:caps/></w:rPr><w:t>kế hoạch</w:t></w:r><w:r><w:t xml:space=\"preserve\"> năm "
            + "2026</w:t></w:r><w:r><w:commentReference w:id=\"1\"/></w:r></w:p>"
        let document = try await folder.convert(docx.bytes)
        #expect(document.text.contains("KẾ HOẠCH năm 2026"))
        #expect(!document.text.contains("Tên ở") && !document.text.contains("bên lề"), "\(document.text)")
    }

    @Test("a file whose name bears a mark of secrecy is refused")
    func secretName() async throws {
        #expect(try await folder.refusal("KẾ HOẠCH".utf8, named: "KH-05-TOI MAT.txt") == .secrecyMark)
    }
}
