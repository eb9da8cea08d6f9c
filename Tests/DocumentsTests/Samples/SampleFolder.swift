import Foundation

@testable import Documents

/// A folder for one test, and a converter whose private folder lies in it, so that tests can see what remains.
final class SampleFolder: Sendable {
    let path: String
    let root: String
    let converter: DocumentConverter

    init(concurrent: Int = 2) {
        path = NSTemporaryDirectory() + "loa-documents-" + UUID().uuidString
        root = path + "/private"
        do {
            try FileManager.default.createDirectory(
                atPath: root, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch { fatalError("\(error)") }
        converter = DocumentConverter(concurrent: concurrent, root: root)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ bytes: some Sequence<UInt8>, as name: String = "document") throws -> String {
        let file = path + "/" + name
        try Data(bytes).write(to: URL(fileURLWithPath: file))
        return file
    }

    func convert(_ bytes: some Sequence<UInt8>, named name: String? = nil) async throws -> ConvertedDocument {
        try await converter.convert(write(bytes), named: name)
    }

    /// Why the bytes are refused; nil if they are taken.
    func refusal(_ bytes: some Sequence<UInt8>, named name: String? = nil) async throws -> ConversionRefused?
    {
        do {
            _ = try await convert(bytes, named: name)
            return nil
        } catch let refused as ConversionRefused {
            return refused
        }
    }

    /// What is left in the private folder.
    var remains: [String] { (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? ["unreadable"] }

    /// Runs a tool of the system outside of the cage, to make a sample.
    func make(_ tool: String, _ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: tool)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: path)
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw SampleFailed(tool: tool, code: process.terminationStatus)
        }
    }

    /// Makes another kind of office file by LibreOffice.
    func office(_ bytes: [UInt8], from ending: String, to target: String) throws -> [UInt8] {
        let file = try write(bytes, as: "sample.\(ending)")
        try make(
            "/usr/bin/soffice",
            [
                "--headless", "-env:UserInstallation=file://\(path)/profile", "--convert-to", target,
                "--outdir", path + "/made", file,
            ])
        let made = target.prefix { $0 != ":" }
        return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path + "/made/sample.\(made)")))
    }
}

struct SampleFailed: Error {
    let tool: String
    let code: Int32
}
