import Markup
import Testing

@Suite("Markup") struct MarkupTests {
    @Test("interpolated text is escaped in every way that could end text or attribute")
    func escapes() {
        let name = #"<script>alert("x")</script> & 'y'"#
        let markup: Markup = "<p title=\"\(name)\">\(name)</p>"
        let safe = "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;y&#39;"
        #expect(markup.string == "<p title=\"\(safe)\">\(safe)</p>")
    }

    @Test("control letters can't reach the page, tab and line ends can")
    func controls() {
        let text = "a\0b\u{1B}c\td\ne"
        let markup: Markup = "\(text)"
        #expect(markup.string == "a\u{FFFD}b\u{FFFD}c\td\ne")
    }

    @Test("markup inside markup is not escaped twice")
    func nests() {
        let inner: Markup = "<b>\("a & b")</b>"
        let outer: Markup = "<p>\(inner)\(Optional<Markup>.none)\(Optional(inner))</p>"
        #expect(outer.string == "<p><b>a &amp; b</b><b>a &amp; b</b></p>")
    }

    @Test("a literal that lost its type becomes visible text, not markup")
    func unannotated() {
        let slip = "<b>bold</b>"
        let markup: Markup = "\(slip)"
        #expect(markup.string == "&lt;b&gt;bold&lt;/b&gt;")
    }

    @Test("loops and conditions")
    func loops() {
        let items = [1, 2, 3]
        let list: Markup = "<ul>\(each: items, { "<li>\($0)</li>" })</ul>"
        #expect(list.string == "<ul><li>1</li><li>2</li><li>3</li></ul>")
        let none: Markup = "\(each: [Int](), { "<li>\($0)</li>" }, otherwise: "<p>none</p>")"
        #expect(none.string == "<p>none</p>")
        let condition: Markup =
            "<i\(when: items.count > 2, " class=\"many\"")\(when: items.isEmpty, " x", otherwise: " y")>"
        #expect(condition.string == "<i class=\"many\" y>")
        let value: Markup =
            "\(when: Optional("ấ"), { "<b>\($0)</b>" })\(when: Int?.none, { "\($0)" }, otherwise: "-")"
        #expect(value.string == "<b>ấ</b>-")
    }

    @Test("Vietnamese passes through whole, also from a substring")
    func vietnamese() {
        let text = "“Kế hoạch” thông tin đối ngoại"
        let markup: Markup = "\(text) \(text.dropFirst(1))"
        #expect(markup.string == text + " " + text.dropFirst(1))
    }

    @Test("parts are joined by a separator")
    func joins() {
        let parts: [Markup] = ["<a>", "<b>", "<c>"]
        #expect(parts.joined(separator: ", ").string == "<a>, <b>, <c>")
        #expect([Markup]().joined().isEmpty)
    }
}

@Suite("Link") struct LinkTests {
    @Test("segments and query are encoded, a slash stays inside its segment")
    func encodes() {
        let link = Link(path: ["plans", "a/b c", "số"], query: [("q", "a&b=c")], fragment: "x y")
        #expect(link.address == "/plans/a%2Fb%20c/s%E1%BB%91?q=a%26b%3Dc#x%20y")
        let markup: Markup = "<a href=\"\(link.with(query: [("a", "1"), ("b", "2")]))\">"
        #expect(markup.string == "<a href=\"/plans/a%2Fb%20c/s%E1%BB%91?a=1&amp;b=2\">")
    }

    @Test(
        "only plain http addresses lead outside",
        arguments: [
            "javascript:alert(1)", "https://", "http:///x", "data:text/html,x", "https://a b", "ftp://a",
            "https://\\evil", "HTTPS:/x",
        ])
    func outside(_ text: String) {
        #expect(Link(outside: text) == nil)
        #expect(Link(outside: "https://vanban.chinhphu.vn/?id=1") != nil)
    }

    @Test(
        "a way back never leaves the site",
        arguments: ["//evil.example", "/\\evil", "https://evil", "", "/a\r\nX: y", "plans"])
    func back(_ text: String) {
        #expect(Link(samesite: text) == nil)
        #expect(Link(samesite: "/plans?q=a") != nil)
    }
}
