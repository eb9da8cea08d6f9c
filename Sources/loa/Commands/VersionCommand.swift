/// `loa version`: prints the version.
struct VersionCommand: Command {
    static let description = CommandDescription(name: "version", summary: "Prints the version.")
    init(_ arguments: Arguments) {}
    func run() async -> ExitCode {
        Terminal.out("Loa \(Loa.version)\n")
        return .done
    }
}
