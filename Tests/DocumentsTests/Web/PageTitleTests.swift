import Testing

@testable import Documents

struct PageTitleTests {
    private func title(_ page: String, mediaType: String? = "text/html; charset=utf-8") -> String? {
        PageTitle(ofPage: Array(page.utf8), mediaType: mediaType)?.text
    }

    @Test(arguments: [
        ("<html><head><title>Lễ hội Đăk Hà</title>", "Lễ hội Đăk Hà"),
        ("<TITLE lang='vi'>\n  Lễ hội\n\t Đăk Hà \n</TiTlE>", "Lễ hội Đăk Hà"),
        ("<!-- <title>Cũ</title> --><title>Mới</title>", "Mới"),
        ("<script>var a = '<title>Mã</title>'</script><title>Thật</title>", "Thật"),
        ("<svg><title>Hình</title></svg><title>Trang</title>", "Trang"),
        ("<titlebar>Không</titlebar><title>Phải</title>", "Phải"),
        ("<title>Một</title><title>Hai</title>", "Một"),
        ("<title>A < B</title>", "A < B"),
        ("<title>Đứt giữa chừng", "Đứt giữa chừng"),
        (
            "<title>L&ecirc;&#32;&#272;&#x1EA1;i &amp; Ho&agrave;ng &#150; &hellip; &kh&ocirc;ng;</title>",
            "Lê Đại & Hoàng – … &không;"
        ),
        ("<title>đảo\u{202E}ngược\u{0}\u{7}\u{200B} chữ</title>", "đảongược chữ"),
        ("<title>Hô\u{323}i nghi\u{323}</title>", "Hội nghị"),
    ])
    func `The first title of the page itself is read, as one line`(page: String, expected: String) {
        #expect(title(page) == expected)
    }

    @Test(arguments: [
        "", "<", "<title", "<title>", "<title>  &nbsp;\n</title>", "</title>", "<!--",
        "<script><title>x</title>",
        "chữ", "<title>\u{202E}\u{0}</title>",
    ])
    func `A page without a title has none`(page: String) {
        #expect(title(page) == nil)
    }

    @Test func `Each beginning of a page can be read`() {
        let page = Array(
            "<!-- a --><svg><title>x</title></svg><title>Lễ&hellip;</title><meta charset=utf-8>".utf8)
        for count in 0...page.count { _ = PageTitle(ofPage: Array(page.prefix(count)), mediaType: nil) }
        // UTF-16 that ends in the middle of a unit, and in the middle of a pair.
        for bytes in [[0xFF, 0xFE], [0xFF, 0xFE, 0x3C], [0xFE, 0xFF, 0xD8, 0x00]] as [[UInt8]] {
            #expect(PageTitle(ofPage: bytes, mediaType: nil) == nil)
        }
    }

    @Test func `A long title is cut, and says so`() throws {
        let cut = try #require(title("<title>" + String(repeating: "chữ ", count: 100_000) + "</title>"))
        #expect(cut.unicodeScalars.count == PageTitle.limit && cut.hasSuffix("…"))
        // One letter under thousands of marks is many characters all the same.
        let stacked = try #require(
            title("<title>a" + String(repeating: "\u{301}", count: 3_000) + "</title>"))
        #expect(stacked.unicodeScalars.count <= PageTitle.limit)
    }

    @Test(
        arguments: [
            // The header speaks first, then a mark of byte order in the page, then the page's own word.
            (
                "text/html; charset=windows-1258", "<meta charset=utf-8><title>", [0x48, 0xF4, 0xF2, 0x69],
                "Hội"
            ),
            ("text/html", "<meta charset=\"windows-1258\"><title>", [0x48, 0xF4, 0xF2, 0x69], "Hội"),
            (
                "text/html",
                "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=iso-8859-1\"><title>",
                [0x93, 0xE0, 0x94],
                "“à”"
            ),
            ("text/html; charset=\"KOI8-R\"", "<title>", [0xED, 0xC9, 0xD2], "Мир"),
            ("text/html; charset=gb2312", "<title>", [0xD6, 0xD0, 0xCE, 0xC4], "中文"),
            // What nobody says, and what isn't known.
            ("text/html", "<title>", [0xC4, 0x90, 0xE1, 0xBA, 0xA1, 0x69], "Đại"),
            ("text/html; charset=../../x//TRANSLIT", "<title>", [0xC4, 0x90, 0xE1, 0xBA, 0xA1, 0x69], "Đại"),
            ("text/html; charset=ISO-2022-CN-EXT", "<title>", [0x61, 0x62], "ab"),
            // Bytes that aren't of the encoding are left out or shown as such.
            ("text/html; charset=gb2312", "<title>", [0x61, 0xFF, 0x62], "ab"),
            ("text/html; charset=utf-8", "<title>", [0x61, 0xFF, 0x62], "a\u{FFFD}b"),
        ] as [(String, String, [UInt8], String)])
    func `Letters are read as header, mark or page say`(
        mediaType: String, beginning: String, letters: [UInt8], expected: String
    ) {
        let page = Array(beginning.utf8) + letters + Array("</title>".utf8)
        #expect(PageTitle(ofPage: page, mediaType: mediaType)?.text == expected)
    }

    /// In squares of the length it would not end within the limit.
    @Test(.timeLimit(.minutes(5)), arguments: ["<", "<a", "</", "<!", "<!-", "&", "<title"])
    func `Millions of broken tags are passed over`(piece: String) {
        let page = Array(String(repeating: piece, count: 1 << 19).utf8) + Array("><title>a</title>".utf8)
        #expect(PageTitle(ofPage: page, mediaType: nil).map { $0.text.count <= PageTitle.limit } ?? true)
    }

    @Test func `Two bytes to a letter are read with their mark or by the header`() {
        let text = "<title>Lễ hội</title>"
        let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        #expect(
            PageTitle(ofPage: [0xFE, 0xFF] + big, mediaType: "text/html; charset=utf-8")?.text == "Lễ hội")
        #expect(PageTitle(ofPage: big, mediaType: "text/html; charset=UTF-16BE")?.text == "Lễ hội")
    }

    @Test(
        arguments: [
            (nil, true), ("text/html", true), ("TEXT/HTML ; charset=x", true),
            ("application/xhtml+xml", true),
            ("application/pdf", false), ("text/plain", false), ("image/png", false),
        ] as [(String?, Bool)])
    func `Only of a page a title is looked for`(mediaType: String?, isPage: Bool) {
        #expect(PageTitle.isPage(mediaType) == isPage)
    }

    @Test(
        arguments: [
            ("application/pdf", "application/pdf"), ("Text/HTML; charset=utf-8", "text/html"), ("", nil),
            ("pdf", nil),
            ("a/b/c", nil), ("a/<script>", nil), ("text/", nil),
            ("a/" + String(repeating: "b", count: 200), nil),
        ] as [(String, String?)])
    func `A type is kept without its parameters, or not at all`(mediaType: String, expected: String?) {
        #expect(PageTitle.essence(mediaType) == expected)
    }
}
