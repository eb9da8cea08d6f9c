/// The guide for officials, as `docs/huong-dan.md` has it: its blocks in their order.
///
/// Reads the few marks of Markdown that the guide uses: headings, paragraphs, lists, bold words and code. Pictures stay
/// in the document alone.
struct GuideText: Sendable {
    enum Block: Sendable, Hashable {
        /// 1 is the guide's own title.
        case heading(level: Int, String)
        case paragraph(String)
        case list(isNumbered: Bool, [String])
    }

    /// Words of one kind within a line.
    enum Run: Sendable, Hashable {
        case plain(String)
        case bold(String)
        case code(String)
    }

    static let standard = GuideText(String(decoding: PackageResources.huong_dan_md, as: UTF8.self))

    let blocks: [Block]

    init(_ markdown: String) {
        var blocks: [Block] = []
        // Lines of one paragraph or of one item, until something else begins.
        var isOpen = false
        for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
            let words = line.drop { $0 == " " }
            if words.isEmpty || words.hasPrefix("![") {
                isOpen = false
            } else if words.first == "#" {
                let level = words.prefix { $0 == "#" }.count
                blocks.append(.heading(level: level, String(words.dropFirst(level + 1))))
                isOpen = false
            } else if let item = Self.item(words) {
                if case .list(item.isNumbered, let items) = blocks.last {
                    blocks[blocks.count - 1] = .list(isNumbered: item.isNumbered, items + [item.text])
                } else {
                    blocks.append(.list(isNumbered: item.isNumbered, [item.text]))
                }
                isOpen = true
            } else if isOpen, let last = blocks.last {
                blocks[blocks.count - 1] = Self.longer(last, by: String(words))
            } else {
                blocks.append(.paragraph(String(words)))
                isOpen = true
            }
        }
        self.blocks = blocks
    }

    private static func item(_ line: Substring) -> (isNumbered: Bool, text: String)? {
        if line.hasPrefix("- ") { return (false, String(line.dropFirst(2))) }
        let digits = line.prefix { $0.isASCII && $0.isNumber }
        let rest = line.dropFirst(digits.count)
        guard !digits.isEmpty, rest.hasPrefix(". ") else { return nil }
        return (true, String(rest.dropFirst(2)))
    }

    private static func longer(_ block: Block, by words: String) -> Block {
        switch block {
        case .heading: block
        case .paragraph(let text): .paragraph(text + " " + words)
        case .list(let isNumbered, let items):
            .list(isNumbered: isNumbered, items.dropLast() + [(items.last ?? "") + " " + words])
        }
    }

    /// A line's words by their kind; a mark without its end is a word like any other.
    static func runs(_ text: String) -> [Run] {
        var runs: [Run] = []
        var rest = text[...]
        var plain = ""
        func mark(_ sign: String) -> Substring? {
            guard rest.hasPrefix(sign), let end = rest.dropFirst(sign.count).firstRange(of: sign) else {
                return nil
            }
            return rest[rest.index(rest.startIndex, offsetBy: sign.count)..<end.lowerBound]
        }
        while let next = rest.first {
            let bold = mark("**")
            guard let words = bold ?? mark("`"), !words.isEmpty else {
                plain.append(next)
                rest = rest.dropFirst()
                continue
            }
            if !plain.isEmpty { runs.append(.plain(plain)) }
            plain = ""
            runs.append(bold == nil ? .code(String(words)) : .bold(String(words)))
            rest = rest.dropFirst(words.count + (bold == nil ? 2 : 4))
        }
        return plain.isEmpty ? runs : runs + [.plain(plain)]
    }
}
