import Foundation
import Operations
import SQL

/// The program: picks the command and turns its outcome into an exit code.
@main
enum Loa {
    static let version = "0.1.0"

    static let commands: [any Command.Type] = [
        ServeCommand.self, DemoCommand.self, ReadCommand.self, AdministratorCommand.self,
        AgenciesCommand.self, AuditCommand.self, PurgeCommand.self, BackupCommand.self, RestoreCommand.self,
        RemindCommand.self, BounceCommand.self, KeysCommand.self, VerifyCommand.self, PublishCommand.self,
        CollectCommand.self, VersionCommand.self,
    ]

    static func main() async {
        // A peer that leaves must end a write, not the program.
        signal(SIGPIPE, SIG_IGN)
        var code = await outcome(Array(CommandLine.arguments.dropFirst())[...])
        if code == .done, let reason = Terminal.lostResults {
            Terminal.note("loa: what was asked for couldn't be written whole: \(reason)")
            code = .failed
        }
        exit(code.rawValue)
    }

    private static func outcome(_ words: ArraySlice<String>) async -> ExitCode {
        do {
            return try await run(words)
        } catch let error as UsageError {
            Terminal.note("\(error)")
            return .usage
        } catch let refusal as any Refusal {
            Terminal.note("loa: \(refusal.english)")
            return .failed
        } catch let failure as DatabaseFailure {
            // Its description names the case for logs; people get the sentence.
            Terminal.note("loa: \(failure.message)")
            return .failed
        } catch {
            Terminal.note("loa: \(error)")
            return .failed
        }
    }

    private static func run(_ words: ArraySlice<String>) async throws -> ExitCode {
        guard let name = words.first else {
            Terminal.note(overview)
            return .usage
        }
        switch name {
        case "help", "--help", "-h":
            guard let topic = words.dropFirst().first else {
                Terminal.out(overview)
                return .done
            }
            Terminal.out(try command(topic).help(words.dropFirst(2)))
            return .done
        case "--version":
            return try await VersionCommand.perform([])
        default:
            return try await command(name).perform(words.dropFirst())
        }
    }

    private static func command(_ name: String) throws(UsageError) -> any Command.Type {
        guard let command = commands.first(where: { $0.description.name == name }) else {
            throw UsageError("there is no command \(name)")
        }
        return command
    }

    private static var overview: String {
        var text = """
            Loa carries an official communication plan from paper to the public and back.

            Usage: loa COMMAND [options]


            """
        for command in commands {
            let name = command.description.name
            text +=
                "  \(name)" + String(repeating: " ", count: max(1, 15 - name.count))
                + command.description.summary + "\n"
        }
        return text + "\nloa help COMMAND tells more of one.\n"
    }
}
