/// Puts the marked text of `OfficeStylesheet` into the lines that the plan reader knows.
///
/// Header lines of pages come first (once each, without bare page numbers), table rows as `| a | b |`, footnotes
/// at the end under a rule, each with its number; footers last.
struct OfficeText {
    private(set) var hasTrackedChanges = false
    /// Lines that a reader of the document doesn't see: title, comments, deleted words.
    private(set) var asides: [String] = []
    private var headers: [String] = []
    private var body: [String] = []
    private var footnotes: [String] = []
    private var footers: [String] = []
    /// For each column the text that a cell above still spans, and over how many rows.
    private var spanning: [Int: (text: String, rows: Int)] = [:]

    init(_ marked: String) {
        let (kept, deleted) = Self.withoutDeletions(Self.asShown(marked))
        asides = deleted.map { Self.flat($0, separator: "\n") }
        for line in kept.split(separator: "\n", omittingEmptySubsequences: false) {
            guard let first = line.unicodeScalars.first else {
                spanning = [:]
                body.append("")
                continue
            }
            let rest = String(line.unicodeScalars.dropFirst())
            switch first {
            case OfficeMark.trackedChanges: hasTrackedChanges = true
            case OfficeMark.aside: asides.append(Self.flat(rest, separator: "\n"))
            case OfficeMark.furniture: addFurniture(rest)
            case OfficeMark.footnote: footnotes.append(Self.flat(rest, separator: " "))
            case OfficeMark.row: addRow(rest)
            default:
                spanning = [:]
                body.append(
                    contentsOf: Self.flat(String(line), separator: "\n").split(separator: "\n").map(
                        String.init))
            }
        }
    }

    /// The whole text; legacy capitals keep their marks, for `LegacyText` to resolve.
    var text: String {
        var lines = headers + body
        if !footnotes.isEmpty { lines += ["", String(repeating: "_", count: 20)] + footnotes }
        lines += footers
        return lines.joined(separator: "\n") + "\n"
    }

    private mutating func addFurniture(_ line: String) {
        let parts = line.unicodeScalars.split(
            separator: OfficeMark.furniture, maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return }
        let text = Self.flat(String(parts[1]), separator: " ")
        // A page number, or nothing.
        guard text.contains(where: \.isLetter) else { return }
        if String(parts[0]).hasPrefix("header") {
            if !headers.contains(text) { headers.append(text) }
        } else if !footers.contains(text) {
            footers.append(text)
        }
    }

    private mutating func addRow(_ row: String) {
        let cells = row.unicodeScalars.split(separator: OfficeMark.cell, omittingEmptySubsequences: false)
        var values: [String] = []
        for (column, cell) in cells.enumerated() {
            if cell.first == OfficeMark.covered {
                if let above = spanning[column] {
                    values.append(above.text)
                    spanning[column] = above.rows > 1 ? (above.text, above.rows - 1) : nil
                } else {
                    values.append("")
                }
                continue
            }
            let (text, rows) = Self.spanned(String(cell))
            let value = Self.joined(text)
            values.append(value)
            spanning[column] = rows > 1 ? (value, rows - 1) : nil
        }
        body.append("| " + values.joined(separator: " | ") + " |")
    }

    /// The cell's own text and the rows it spans.
    private static func spanned(_ cell: String) -> (text: String, rows: Int) {
        guard cell.unicodeScalars.first == OfficeMark.span else { return (cell, 1) }
        let parts = cell.unicodeScalars.dropFirst().split(
            separator: OfficeMark.span, maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return (cell, 1) }
        return (String(parts[1]), Int(String(parts[0])) ?? 1)
    }

    /// Paragraphs of a cell on one line: with "; " where a new thing begins, with a blank where a sentence goes on.
    private static func joined(_ cell: String) -> String {
        let parts = cell.unicodeScalars.split { $0 == OfficeMark.paragraph || $0 == OfficeMark.line }
            .map { flat(String($0), separator: " ") }.filter { !$0.isEmpty }
        var text = ""
        for part in parts {
            if let last = text.last {
                let goesOn = part.first?.isLowercase == true || ",;:.(-–".contains(last)
                text += goesOn ? " " : "; "
            }
            text += part
        }
        return text.replacing("|", with: "¦")
    }

    /// One line without marks of structure; bullets of symbol fonts become "-".
    private static func flat(_ line: String, separator: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in line.unicodeScalars {
            switch scalar {
            case OfficeMark.line, OfficeMark.paragraph: result.append(contentsOf: separator.unicodeScalars)
            case OfficeMark.capitalStart, OfficeMark.capitalEnd: result.append(scalar)
            case OfficeMark.all: continue
            case "\u{E000}"..."\u{F8FF}": result.append("-")
            default: result.append(scalar)
            }
        }
        return String(result).trimmingSuffix(while: \.isWhitespace)
    }

    /// The text without tracked deletions, and what was deleted.
    private static func withoutDeletions(_ marked: String) -> (kept: String, deleted: [String]) {
        var kept = String.UnicodeScalarView()
        var deleted: [String] = []
        var deletion = String.UnicodeScalarView()
        var depth = 0
        for scalar in marked.unicodeScalars {
            if scalar == OfficeMark.deletionStart {
                depth += 1
            } else if scalar == OfficeMark.deletionEnd {
                depth = max(0, depth - 1)
                if depth == 0 {
                    deleted.append(String(deletion))
                    deletion = String.UnicodeScalarView()
                }
            } else if depth == 0 || scalar == "\n" {
                kept.append(scalar)
            } else {
                deletion.append(scalar)
            }
        }
        if !deletion.isEmpty { deleted.append(String(deletion)) }
        return (String(kept), deleted)
    }

    /// Capitals where the document shows capitals, whatever letters were typed: a mark typed "mật" is one on paper.
    private static func asShown(_ marked: String) -> String {
        guard marked.unicodeScalars.contains(OfficeMark.shownCapitalStart) else { return marked }
        var shown = String.UnicodeScalarView()
        var depth = 0
        for scalar in marked.unicodeScalars {
            switch scalar {
            case OfficeMark.shownCapitalStart: depth += 1
            case OfficeMark.shownCapitalEnd: depth = max(0, depth - 1)
            case _ where depth > 0:
                shown.append(contentsOf: scalar.properties.uppercaseMapping.unicodeScalars)
            default: shown.append(scalar)
            }
        }
        return String(shown)
    }
}

extension String {
    /// Without the trailing characters that satisfy the predicate.
    func trimmingSuffix(while isTrailing: (Character) -> Bool) -> String {
        guard let last = lastIndex(where: { !isTrailing($0) }) else { return "" }
        return String(self[...last])
    }
}
