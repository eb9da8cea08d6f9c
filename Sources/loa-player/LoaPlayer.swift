import Foundation

/// The device's program.
@main
enum LoaPlayer {
    static func main() {
        // A reader that leaves must end a write, not the program.
        signal(SIGPIPE, SIG_IGN)
        var held: Any?
        let code = outcome(CommandLine.arguments.dropFirst(), holding: &held)
        withExtendedLifetime(held) { exit(code.rawValue) }
    }

    private static func outcome(_ words: ArraySlice<String>, holding held: inout Any?) -> ExitCode {
        do {
            switch words.first {
            case "trust":
                held = try TrustCommand(TrustArguments(words.dropFirst())).perform()
            case "help", "--help", "-h":
                print(TrustArguments.help)
            case let other:
                throw UsageError(message: other.map { "there is no command \($0)" } ?? "name a command")
            }
            return .done
        } catch let error as UsageError {
            note("\(error.message)\n\n\(TrustArguments.help)")
            return .usage
        } catch {
            note("\(error)")
            return .refused
        }
    }

    private static func note(_ text: String) {
        // Where stderr can't take it, there is no other place to say it.
        try? FileHandle.standardError.write(contentsOf: Data("loa-player: \(text)\n".utf8))
    }
}

/// What the program tells the shell.
enum ExitCode: Int32 {
    case done = 0
    /// Not trusted, or not to be had.
    case refused = 1
    /// The command line can't be followed (EX_USAGE of sysexits.h).
    case usage = 64
}

/// Why the command line can't be followed.
struct UsageError: Error {
    let message: String
}
