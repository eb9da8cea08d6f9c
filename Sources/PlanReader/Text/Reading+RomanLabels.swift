extension Reading {
    /// Counts the Roman headings anew where text recognition lost strokes of them: "I, H, II, IV" and "I, I, II, IV"
    /// are I, II, III, IV.
    ///
    /// Only in a text that was recognised or looks so; any other that has a number twice or leaves some out keeps
    /// what is printed.
    mutating func repairRomans(isDamaged: Bool, isRecognised: Bool) {
        var headings: [(line: Int, value: Int, isH: Bool)] = []
        for index in lines.indices {
            // "L. Mục đích", "H. Nội dung": no labels anywhere but in a recognised text.
            if isRecognised, let value = strokes(index), value == headings.count + 1 {
                headings.append((index, value, true))
                continue
            }
            guard case .label(let label) = lines[index].marker, isRecognised || isShouted(index) else {
                continue
            }
            if label.kind == .roman {
                headings.append((index, label.value, false))
            } else if label.kind == .part {
                // Other parts than "H", between "I" and "III", are parts.
                guard label.text == "H", !headings.isEmpty else { return }
                headings.append((index, 2, true))
            }
        }
        let hasH = headings.contains(where: \.isH)
        guard headings.count >= 2, headings[0].value == 1, isDamaged || hasH else { return }
        // A lost stroke makes a number smaller by one or two; none becomes greater.
        let isCounted = headings.enumerated().allSatisfy { position, heading in
            (position - 1...position + 1).contains(heading.value)
        }
        guard isCounted else { return }
        for (position, heading) in headings.enumerated() where heading.isH || heading.value != position + 1 {
            var length = 2
            if case .label(let label) = lines[heading.line].marker { length = label.length }
            lines[heading.line].marker = .label(
                Label(
                    kind: .roman, text: MarkerReader.romanNumeral(position + 1), depth: 1,
                    value: position + 1,
                    length: length))
        }
    }

    /// 1 where a short line begins with "L." for "I.", 2 where with "H." for "II.".
    private func strokes(_ index: Int) -> Int? {
        let range = lines[index].tokens
        guard lines[index].kind == .text, lines[index].marker == .none, (4...14).contains(range.count) else {
            return nil
        }
        let first = range.lowerBound
        guard lineTokens[first + 1].isMark(.stop), !lineTokens[first + 1].isSpaced,
            lineTokens[first + 2].kind == .word, lineTokens[first + 2].isSpaced,
            lineTokens[first + 2].isCapital
        else { return nil }
        switch string(of: lineTokens[first]) {
        case "L": return 1
        case "H": return 2
        default: return nil
        }
    }
}

extension Reading {
    /// Takes the letter l before an item 2 for the number 1, as text recognition confuses them.
    ///
    /// Behind "k" it is the letter.
    mutating func repairOnes() {
        var ones: Int?
        var before: Label?
        for index in lines.indices {
            guard case .label(let label) = lines[index].marker else { continue }
            if label.kind == .letter, label.text == "l", before?.kind != .letter {
                ones = index
            } else if label.kind == .decimal, label.depth == 1 {
                if label.value == 2, let line = ones, case .label(var one) = lines[line].marker {
                    one.kind = .decimal
                    one.value = 1
                    one.text = "1"
                    lines[line].marker = .label(one)
                }
                ones = nil
            } else if label.kind < .decimal {
                ones = nil
            }
            before = label
        }
    }
}
