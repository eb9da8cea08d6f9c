import HTTP
import Markup

/// The guide for officials: what each role does, step by step; in Vietnamese, as its readers are.
struct GuidePage: Sendable {
    let guide: GuideText

    func view(_ screen: Screen) -> Markup {
        let blocks = Array(guide.blocks.drop { Self.isTitle($0) }.enumerated())
        return screen.page(
            screen(.guide),
            """
            \(screen.head("\(screen, .guide)", "<a href=\"\(Routes.keys())\">\(screen, .keyboardHelp)</a>"))
            <div class="two"><div class="sheet stack" lang="vi">\(each: blocks, { place, block in view(block, at: place) })</div>
            <nav class="sheet" aria-label="\(screen, .contents)"><ul class="plainlist" lang="vi">\(each: blocks, { place, block in
                entry(block, at: place)
            })</ul></nav></div>
            """)
    }

    /// The page has a title of its own.
    private static func isTitle(_ block: GuideText.Block) -> Bool {
        if case .heading(level: 1, _) = block { true } else { false }
    }

    private func entry(_ block: GuideText.Block, at place: Int) -> Markup {
        guard case .heading(level: 2, let text) = block else { return .empty }
        return "<li><a href=\"#m\(place)\">\(text)</a></li>"
    }

    private func view(_ block: GuideText.Block, at place: Int) -> Markup {
        switch block {
        case .heading(level: 3, let text): "<h3>\(text)</h3>"
        case .heading(_, let text): "<h2 id=\"m\(place)\">\(text)</h2>"
        case .paragraph(let text): "<p>\(line(text))</p>"
        case .list(true, let items): "<ol>\(each: items, { "<li>\(line($0))</li>" })</ol>"
        case .list(false, let items): "<ul>\(each: items, { "<li>\(line($0))</li>" })</ul>"
        }
    }

    private func line(_ text: String) -> Markup {
        GuideText.runs(text).map { run -> Markup in
            switch run {
            case .plain(let words): "\(words)"
            case .bold(let words): "<b>\(words)</b>"
            case .code(let words): "<code>\(words)</code>"
            }
        }.joined(separator: "")
    }
}
