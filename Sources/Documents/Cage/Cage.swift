import Foundation

/// Runs a tool where it can do no harm: no network, no files but those shown to it, nothing that outlives it.
///
/// Bubblewrap gives each run new namespaces for users, processes, network, mounts, IPC and host name; the
/// system under /usr is read-only; /tmp and the home are memory of its own; the environment is empty; all
/// capabilities are dropped and no further namespaces can be made. `prlimit` inside bounds address space,
/// processor time, file size, processes and descriptors; `ChildProcess` bounds the wall clock and what is said.
struct Cage: Sendable {
    private static let standardBubblewrap = "/usr/bin/bwrap"
    private static let limiter = "/usr/bin/prlimit"
    private let bubblewrap: String

    /// Tries the cage with a program that does nothing, and looks for every tool.
    ///
    /// `bubblewrap` is another one's path in tests of machines that have none, or one that fails.
    static func prepared(bubblewrap: String = standardBubblewrap) async throws(ConversionFailure) -> Cage {
        try require(bubblewrap, package: "bubblewrap")
        try require(limiter, package: "util-linux")
        for tool in Tool.allCases { try require(tool.path, package: tool.debianPackage) }
        try require(
            "/usr/share/tesseract-ocr/5/tessdata/vie.traineddata", executable: false,
            package: "tesseract-ocr-vie")
        let cage = Cage(bubblewrap: bubblewrap)
        let outcome = try await cage.run(ToolRun(tool: .nothing, arguments: [], seconds: 10))
        guard outcome.end == .exited(code: 0) else {
            throw .cageUnavailable(outcome.message.isEmpty ? "\(outcome.end)" : outcome.message)
        }
        return cage
    }

    private static func require(_ path: String, executable: Bool = true, package name: String)
        throws(ConversionFailure)
    {
        guard unsafe access(path, executable ? X_OK : R_OK) == 0 else {
            throw .toolMissing(path, package: name)
        }
    }

    /// Runs the tool to its end, its limit or the task's cancellation.
    ///
    /// Throws only if it couldn't be started.
    ///
    /// `program` stands in for the tool's own path in tests of the cage itself.
    func run(_ run: ToolRun, program: String? = nil) async throws(ConversionFailure) -> ChildOutcome {
        let command = ChildCommand(
            path: bubblewrap,
            arguments: Self.walls(run) + ["--", Self.limiter] + Self.limits(run) + [
                "--", program ?? run.tool.path,
            ] + run.arguments,
            seconds: run.seconds, outputBytes: run.outputBytes)
        let outcome = try await ChildProcess.run(command)
        // A cage that can't be made is the machine's fault, not the file's: bubblewrap says so in its own name.
        if case .exited(code: 1) = outcome.end, outcome.message.hasPrefix("bwrap: ") {
            throw .cageUnavailable(outcome.message)
        }
        return outcome
    }

    private static func walls(_ run: ToolRun) -> [String] {
        var walls = [
            "--unshare-all", "--unshare-user", "--uid", "65534", "--gid", "65534", "--disable-userns",
            "--cap-drop", "ALL", "--new-session", "--die-with-parent", "--hostname", "cage",
            "--clearenv", "--setenv", "PATH", "/usr/bin", "--setenv", "HOME", "/tmp", "--setenv", "LC_ALL",
            "C.UTF-8",
            // One thread per page: two pages side by side are faster than two threads on one page.
            "--setenv", "OMP_THREAD_LIMIT", "1", "--setenv", "SAL_USE_VCLPLUGIN", "svp",
            "--ro-bind", "/usr", "/usr", "--symlink", "usr/bin", "/bin", "--symlink", "usr/lib", "/lib",
            "--symlink", "usr/lib64", "/lib64", "--proc", "/proc", "--dev", "/dev",
            "--size", String(ConversionLimits.toolScratchBytes), "--tmpfs", "/tmp",
        ]
        for path in run.tool.configuration { walls += ["--ro-bind", path, path] }
        for (host, inside) in run.shown { walls += ["--ro-bind", host, inside] }
        for (host, inside) in run.writable { walls += ["--bind", host, inside] }
        return walls + ["--remount-ro", "/", "--chdir", "/tmp"]
    }

    private static func limits(_ run: ToolRun) -> [String] {
        [
            "--as=\(run.tool.memoryBytes)", "--cpu=\(run.seconds * 2)",
            "--fsize=\(ConversionLimits.toolFileBytes)",
            "--nproc=\(ConversionLimits.toolProcesses)", "--nofile=\(ConversionLimits.toolOpenFiles)",
            "--core=0",
        ]
    }
}
