import Foundation

/// Reads docx, doc, odt, rtf and HTML by LibreOffice in the cage.
struct OfficeReader {
    let cage: Cage
    let workspace: Workspace

    func read(_ file: String, kind: FileKind) async throws -> OfficeText {
        let profile = try workspace.folder("profile")
        let output = try workspace.folder("output")
        let stylesheet = workspace.path + "/document.xsl"
        do {
            try FileManager.default.createDirectory(
                atPath: profile + "/user", withIntermediateDirectories: true)
            try write(OfficeStylesheet.profile, to: profile + "/user/registrymodifications.xcu")
            try write(OfficeStylesheet.text, to: stylesheet)
        } catch {
            throw ConversionFailure.workspace("writing the settings of LibreOffice failed", error)
        }
        // The name inside the cage is ours: nothing of the user's name reaches a command line.
        let inside = "/in/document.\(kind.rawValue)"
        let outcome = try await cage.run(
            ToolRun(
                tool: .office,
                arguments: [
                    "--headless", "--norestore", "--nologo", "--nolockcheck", "--nodefault",
                    "-env:UserInstallation=file:///profile", "--infilter=\(Self.filter(kind))",
                    "--convert-to", "loatext:Loa Text", "--outdir", "/out", inside,
                ],
                shown: [(file, inside), (stylesheet, OfficeStylesheet.cagePath)],
                writable: [(profile, "/profile"), (output, "/out")],
                seconds: ConversionLimits.officeSeconds))
        try outcome.end.check(kind)
        let bytes = try ToolOutput.bytes(output + "/document.loatext", orElse: .damaged(kind))
        return OfficeText(String(decoding: bytes, as: UTF8.self))
    }

    /// The import filter, fixed by what we found, so that LibreOffice doesn't judge by itself and load something else.
    private static func filter(_ kind: FileKind) -> String {
        switch kind {
        case .docx: "MS Word 2007 XML"
        case .doc: "MS Word 97"
        case .odt: "writer8"
        case .rtf: "Rich Text Format"
        case .html: "HTML (StarWriter)"
        case .text, .pdf, .jpeg, .png, .tiff, .webp: preconditionFailure("\(kind) isn't LibreOffice's.")
        }
    }

    private func write(_ text: String, to path: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    }
}

/// Reads what a tool wrote, within bounds.
enum ToolOutput {
    /// The file's bytes; a missing or empty one is the file's fault (`refusal`), since the tool itself ran.
    static func bytes(_ path: String, orElse refusal: ConversionRefused) throws -> [UInt8] {
        // The tool may have put a link there; it must not lead us out of the folder.
        let descriptor = unsafe open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else { throw refusal }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        guard let data = try file.read(upToCount: ConversionLimits.textBytes + 1), !data.isEmpty else {
            throw refusal
        }
        guard data.count <= ConversionLimits.textBytes else { throw ConversionRefused.textTooLong }
        return Array(data)
    }
}

extension ChildEnd {
    /// Turns an end other than success into what the user is told.
    func check(_ kind: FileKind) throws {
        switch self {
        case .exited(code: 0): return
        case .cancelled: throw CancellationError()
        case .timedOut: throw ConversionRefused.tookTooLong
        case .saidTooMuch: throw ConversionRefused.textTooLong
        // prlimit and bubblewrap report a child's death by signal n as 128 + n: 24 is the processor's time, 25 the file's size.
        case .exited(code: 128 + SIGXCPU), .killed(signal: SIGXCPU): throw ConversionRefused.tookTooLong
        case .exited(code: 128 + SIGXFSZ), .killed(signal: SIGXFSZ): throw ConversionRefused.expandsTooMuch
        case .exited, .killed: throw ConversionRefused.damaged(kind)
        }
    }
}
