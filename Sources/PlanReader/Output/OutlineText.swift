/// Lines of the outline, wrapped at words.
struct OutlineText {
    static let width = 100

    private(set) var lines: [String] = []

    /// A heading with an empty line before it.
    mutating func title(_ text: String) {
        lines.append("")
        lines.append(text)
    }

    /// A heading and a dash before each item; nothing where there are none.
    mutating func list(_ heading: String, _ items: [String]) {
        guard !items.isEmpty else { return }
        title("\(heading) (\(items.count))")
        for item in items { paragraph("- \(item)", indent: 2) }
    }

    /// A name with its values; nothing without them.
    ///
    /// Blanks before the name stay.
    mutating func field(_ name: String, _ values: [String]) {
        guard !values.isEmpty else { return }
        let blanks = name.prefix { $0 == " " }.count
        paragraph("\(name): \(values.joined(separator: "; "))", indent: blanks + 2)
    }

    /// Wraps at blanks; lines after the first are indented.
    ///
    /// A word longer than a line stays whole.
    mutating func paragraph(_ text: String, indent: Int = 0) {
        var line = String(text.prefix { $0 == " " })
        var count = line.count
        var isEmpty = true
        for word in text.split(separator: " ") {
            let length = word.count
            if !isEmpty, count + 1 + length > Self.width {
                lines.append(line)
                line = String(repeating: " ", count: indent)
                count = indent
                isEmpty = true
            }
            if !isEmpty {
                line += " "
                count += 1
            }
            line += word
            count += length
            isEmpty = false
        }
        lines.append(line)
    }
}
