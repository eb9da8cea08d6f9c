/// The words after a command's name, checked against its description.
struct Arguments: Sendable {
    private let values: [String: [String]]
    let operands: [String]

    /// Reads `words` as `description` says; throws with a sentence where a word is unknown, missing or doubled.
    init(_ words: some Sequence<String>, for description: CommandDescription) throws(UsageError) {
        var values: [String: [String]] = [:]
        var operands: [String] = []
        var words = Array(words)[...]
        while let word = words.popFirst() {
            if word == "--" {
                operands += words
                break
            }
            guard word.hasPrefix("-"), word != "-" else {
                operands.append(word)
                continue
            }
            let parts = word.drop { $0 == "-" }.split(separator: "=", maxSplits: 1)
            let name = parts.first.map(String.init) ?? ""
            guard word.hasPrefix("--"), let option = description.options.first(where: { $0.name == name })
            else {
                throw UsageError("unknown option \(word)", command: description.name)
            }
            guard values[name] == nil || option.repeats else {
                throw UsageError("--\(name) is given twice", command: description.name)
            }
            if option.value == nil {
                guard parts.count == 1 else {
                    throw UsageError("--\(name) takes no value", command: description.name)
                }
                values[name] = []
            } else if parts.count == 2 {
                values[name, default: []].append(String(parts[1]))
            } else if let value = words.popFirst() {
                values[name, default: []].append(value)
            } else {
                throw UsageError("--\(name) needs a value: \(option.value ?? "")", command: description.name)
            }
        }
        guard operands.count == description.operands.count else {
            let wanted =
                description.operands.isEmpty ? "nothing" : description.operands.joined(separator: " ")
            throw UsageError(
                operands.count > description.operands.count
                    ? "too many words: \(operands.dropFirst(description.operands.count).joined(separator: " "))"
                    : "it needs \(wanted)", command: description.name)
        }
        self.values = values
        self.operands = operands
    }

    /// The value of an option, or nil where it was not given.
    func value(_ name: String) -> String? { values[name]?.first }

    /// All values of an option that may be given more than once, in their order.
    func values(_ name: String) -> [String] { values[name] ?? [] }

    /// The value of an option that must be there.
    func required(_ name: String, of description: CommandDescription) throws(UsageError) -> String {
        guard let value = value(name), !value.isEmpty else {
            throw UsageError("it needs --\(name)", command: description.name)
        }
        return value
    }

    /// Whether a flag was given.
    func has(_ name: String) -> Bool { values[name] != nil }

    /// A whole number inside `range`, or nil where the option was not given.
    func number(_ name: String, in range: ClosedRange<Int>, command: String) throws(UsageError) -> Int? {
        guard let text = value(name) else { return nil }
        guard let number = Int(text), range.contains(number) else {
            throw UsageError(
                "--\(name) takes a whole number from \(range.lowerBound) to \(range.upperBound), not \(text)",
                command: command)
        }
        return number
    }
}
