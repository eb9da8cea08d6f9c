/// What a command is called, takes and does: the one source of its parsing and of its help.
struct CommandDescription: Sendable {
    /// An option of a command: `--name VALUE`, or a flag where `value` is nil.
    struct Option: Sendable {
        let name: String
        /// The placeholder of its value in the help; nil for a flag.
        let value: String?
        let help: String
        /// Whether it may be given more than once.
        let repeats: Bool
        init(_ name: String, _ value: String? = nil, _ help: String, repeats: Bool = false) {
            self.name = name
            self.value = value
            self.help = help
            self.repeats = repeats
        }
    }

    let name: String
    let summary: String
    /// Placeholders of the positional arguments, in order; all are required.
    var operands: [String] = []
    var options: [Option] = []
    /// Paragraphs after the options: defaults, examples, exit codes.
    var details: String = ""

    /// The help text of this command, ending with a newline.
    var help: String {
        var text = "Usage: loa \(name)"
        for operand in operands { text += " \(operand)" }
        if !options.isEmpty { text += " [options]" }
        text += "\n\n\(summary)\n"
        if !options.isEmpty {
            text += "\nOptions:\n"
            let heads = options.map { "  --\($0.name)" + ($0.value.map { " " + $0 } ?? "") }
            let width = (heads.map(\.count).max() ?? 0) + 3
            for (head, option) in zip(heads, options) {
                let lines = option.help.split(separator: "\n", omittingEmptySubsequences: false)
                text += head + String(repeating: " ", count: width - head.count) + (lines.first ?? "") + "\n"
                for line in lines.dropFirst() { text += String(repeating: " ", count: width) + line + "\n" }
            }
        }
        if !details.isEmpty { text += "\n\(details)\n" }
        return text
    }
}
