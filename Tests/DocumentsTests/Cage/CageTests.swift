import Foundation
import Synchronization
import Testing

@testable import Documents

@Suite("The cage", .serialized)
struct CageTests {
    private let folder = SampleFolder()

    /// Runs a shell in the cage in the place of a tool: `env` is the one program whose argument is a program.
    private func shell(_ script: String, seconds: Int = 20) async throws -> ChildOutcome {
        let cage = try await Cage.prepared()
        let file = try folder.write(script.utf8, as: "script")
        let out = folder.path + "/out"
        try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
        return try await cage.run(
            ToolRun(
                tool: .nothing, arguments: ["/bin/sh", "/in/script"], shown: [(file, "/in/script")],
                writable: [(out, "/out")], seconds: seconds), program: "/usr/bin/env")
    }

    @Test("it shows no files, no environment and no other processes")
    func sees() async throws {
        let outcome = try await shell(
            "ls / /etc /home /root 2>&1; cat /etc/passwd 2>&1; env; ls /proc | grep -c '^[0-9]'; id -u")
        let words = String(decoding: outcome.output, as: UTF8.self)
        #expect(!words.contains("root:"))
        #expect(words.contains("cannot access '/home'") && words.contains("cannot access '/root'"))
        #expect(!words.contains("USER=") && !words.contains("SWIFT"))
        #expect(words.contains("65534"))
        let processes = words.split(separator: "\n").compactMap { Int($0) }.first ?? 99
        #expect(processes < 8)
    }

    @Test(
        "a machine without bubblewrap, or with one that fails, is told of in words that say what to install")
    func missingBubblewrap() async throws {
        await #expect {
            _ = try await Cage.prepared(bubblewrap: folder.path + "/bwrap")
        } throws: { error in
            let failure = error as? ConversionFailure
            return failure?.code == .toolMissing
                && failure?.message.contains("apt-get install bubblewrap") == true
        }
        let refusing = try folder.write(
            "#!/bin/sh\necho 'bwrap: No permissions' >&2; exit 1\n".utf8, as: "refusing")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: refusing)
        await #expect {
            _ = try await Cage.prepared(bubblewrap: refusing)
        } throws: { error in
            let failure = error as? ConversionFailure
            return failure?.code == .cageUnavailable && failure?.message.contains("No permissions") == true
        }
    }

    @Test("it has no network, not even loopback's listeners outside")
    func network() async throws {
        let listener = try LoopbackListener()
        let outcome = try await shell(
            "/usr/bin/bash -c 'echo x > /dev/tcp/127.0.0.1/\(listener.port)' && echo reached")
        #expect(!String(decoding: outcome.output, as: UTF8.self).contains("reached"))
        #expect(!listener.wasCalled)
    }

    @Test("the system and the input can't be written")
    func readOnly() async throws {
        let outcome = try await shell(
            "for f in /usr/x /in/script /x /in/y; do echo z > $f && echo wrote $f; done; echo z > /out/ok && echo wrote"
        )
        #expect(String(decoding: outcome.output, as: UTF8.self) == "wrote\n")
    }

    @Test("memory, processor, file size, processes and descriptors are bounded")
    func bounds() async throws {
        let outcome = try await shell(
            "ulimit -v; ulimit -t; ulimit -n; ulimit -c; ulimit -f; cat /proc/self/limits | grep processes")
        let lines = String(decoding: outcome.output, as: UTF8.self).split(separator: "\n").map(String.init)
        #expect(lines.prefix(4) == [String(ConversionLimits.toolMemoryBytes / 1_024), "40", "256", "0"])
        #expect(lines[4] == String(ConversionLimits.toolFileBytes / 512))
        #expect(lines[5].contains(" \(ConversionLimits.toolProcesses) "))
    }

    @Test("a file that grows without end is cut off at the limit")
    func endlessFile() async throws {
        let outcome = try await shell("exec cat /dev/zero > /out/big")
        #expect(throws: ConversionRefused.expandsTooMuch) { try outcome.end.check(.pdf) }
        let size = try FileManager.default.attributesOfItem(atPath: folder.path + "/out/big")[.size] as? Int
        #expect(size == ConversionLimits.toolFileBytes)
    }

    @Test("output without end is cut off")
    func endlessOutput() async throws {
        let outcome = try await shell("exec cat /dev/zero")
        #expect(outcome.end == .saidTooMuch)
    }

    @Test("the wall clock kills everything in the cage, also what fled into a session of its own")
    func wallClock() async throws {
        let outcome = try await shell(
            "setsid sh -c 'while :; do sleep 0.1; echo x >> /out/alive; done' & sleep 1000", seconds: 1)
        #expect(outcome.end == .timedOut)
        try await expectStill(folder.path + "/out/alive")
    }

    @Test("cancelling the task kills everything in the cage at once")
    func cancellation() async throws {
        let task = Task { try await shell("while :; do echo x >> /out/alive; done", seconds: 100) }
        while !FileManager.default.fileExists(atPath: folder.path + "/out/alive") { await Task.yield() }
        task.cancel()
        #expect(try await task.value.end == .cancelled)
        try await expectStill(folder.path + "/out/alive")
    }

    /// The file no longer grows: whoever wrote to it is dead.
    ///
    /// Two runs of the cage pass meanwhile.
    private func expectStill(_ file: String) async throws {
        let before = try FileManager.default.attributesOfItem(atPath: file)[.size] as? Int
        _ = try await shell("sleep 0.5")
        let after = try FileManager.default.attributesOfItem(atPath: file)[.size] as? Int
        #expect(before == after)
    }

    @Test("a hundred runs leave no descriptor and no zombie")
    func leaks() async throws {
        _ = try await shell("true")
        let before = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
        let command = ChildCommand(path: "/usr/bin/true", arguments: [], seconds: 10, outputBytes: 100)
        for _ in 0..<100 { #expect(try await ChildProcess.run(command).end == .exited(code: 0)) }
        // Other suites open files meanwhile, but not a hundred.
        #expect(try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count < before + 50)
        let children = try String(contentsOfFile: "/proc/self/task/\(getpid())/children", encoding: .utf8)
        #expect(children.split(separator: " ").count < 20)
    }

    @Test("a child gets no descriptor but the three standard ones")
    func descriptors() async throws {
        // Left open on exec on purpose.
        let leaked = open("/dev/null", O_RDONLY)
        defer { close(leaked) }
        let outcome = try await ChildProcess.run(
            ChildCommand(path: "/bin/ls", arguments: ["/proc/self/fd"], seconds: 10, outputBytes: 1_000))
        // 3 is the folder that ls itself reads.
        #expect(String(decoding: outcome.output, as: UTF8.self) == "0\n1\n2\n3\n")
    }

    @Test("a program that isn't there is a failure in words")
    func missing() async throws {
        await #expect(throws: ConversionFailure.self) {
            try await ChildProcess.run(
                ChildCommand(path: "/nowhere/x", arguments: [], seconds: 1, outputBytes: 1))
        }
    }
}
