import Documents
import Foundation
import PlanReader

/// `loa read FILE`: reads a plan and prints what it asks of whom by when.
struct ReadCommand: Command {
    static let description = CommandDescription(
        name: "read", summary: "Reads a plan and prints what it asks of whom by when.",
        operands: ["FILE"],
        options: [
            .init("json", nil, "print the plan in the form of docs/plan.schema.json, and nothing else")
        ],
        details: """
            FILE is text, Markdown, HTML, docx, doc, odt, PDF, a scan or a photograph; - is standard input.
            Nothing is stored. A file with a mark of State secrecy is refused.
            Exit codes: 0 read; 2 unreadable (no such file, empty, not text, not an official document, refused); 1 anything else.
            """)

    private let path: String
    private let printsJSON: Bool

    init(_ arguments: Arguments) {
        path = arguments.operands[0]
        printsJSON = arguments.has("json")
    }

    func run() async throws -> ExitCode {
        do {
            let document = try await converted()
            for notice in document.notices { Terminal.note("loa read: \(notice.sentence.english)") }
            let isRecognised = document.pages.contains { $0.source == .recognised }
            let plan = try PlanReader().read(document.text, isRecognised: isRecognised)
            Terminal.out(printsJSON ? plan.json : Array(plan.outline.utf8))
            return .done
        } catch let refusal as UnreadablePlan {
            Terminal.note("loa read: \(refusal.english)")
        } catch let refusal as ConversionRefused {
            Terminal.note("loa read: \(refusal.sentence.english)")
        } catch let refusal as ReadRefused {
            Terminal.note("loa read: \(refusal.sentence)")
        }
        return .unreadable
    }

    private func converted() async throws -> ConvertedDocument {
        guard path != "-" else { return try await convertCopy(of: .standardInput) }
        var status = stat()
        guard stat(path, &status) == 0 else { throw ReadRefused("there is no file \(path)") }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: throw ReadRefused("\(path) is a folder; name the file in it.")
        // The converter follows no links; here it is the person's own word that names one.
        case S_IFREG: return try await convert(URL(fileURLWithPath: path).resolvingSymlinksInPath().path)
        default:
            guard let pipe = FileHandle(forReadingAtPath: path) else {
                throw ReadRefused("\(path) can't be read")
            }
            return try await convertCopy(of: pipe)
        }
    }

    private func convertCopy(of source: FileHandle) async throws -> ConvertedDocument {
        let workspace = try Workspace()
        defer { workspace.remove() }
        let copy = workspace.path + "/input"
        let bytes = try source.read(upToCount: ConversionLimits.uploadBytes + 1) ?? Data()
        try bytes.write(to: URL(fileURLWithPath: copy))
        return try await convert(copy)
    }

    private func convert(_ file: String) async throws -> ConvertedDocument {
        let showsProgress = isatty(STDERR_FILENO) == 1
        return try await DocumentConverter().convert(file, named: path) { progress in
            if showsProgress, let page = progress.page, let pages = progress.pages {
                Terminal.note("loa read: page \(page) of \(pages)")
            }
        }
    }
}

/// A file that `loa read` won't take, with the reason.
private struct ReadRefused: Error {
    let sentence: String
    init(_ sentence: String) { self.sentence = sentence }
}
