import Foundation

/// Tells what a step will change, and goes on only when the person agrees.
struct Consent {
    static let option = CommandDescription.Option("yes", nil, "go on without asking")

    private let isGiven: Bool

    init(_ arguments: Arguments) {
        isGiven = arguments.has("yes")
    }

    /// Throws when the person doesn't agree, or nobody can be asked.
    func ask(_ lines: [String]) throws {
        Terminal.out(lines.joined(separator: "\n") + "\n")
        if isGiven { return }
        let terminal = try Terminal.open(whyNeeded: "say --yes when you agree")
        defer { close(terminal) }
        Terminal.write("Go on? (yes/no) ", to: terminal)
        let answer = try PassphraseSource.line(of: terminal).trimmingCharacters(in: .whitespaces).lowercased()
        guard ["y", "yes", "c", "có"].contains(answer.precomposedStringWithCanonicalMapping) else {
            throw CommandFailure("nothing was changed")
        }
    }
}
