/// What the program tells the shell.
enum ExitCode: Int32, Sendable {
    case done = 0
    /// The work failed, or a check found a fault.
    case failed = 1
    /// `loa read`: the file can't be read as an official document.
    case unreadable = 2
    /// The command line can't be followed (EX_USAGE of sysexits.h).
    case usage = 64
}
