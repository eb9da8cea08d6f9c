import Foundation
import Trust

/// Writes the history of a repository for other people's TUF clients to read.
///
/// `trust-fixture FOLDER SEED STEPS` makes `FOLDER/0` … with all files that a server has after each step, and `expected.json` in each, which maps the
/// names of its targets to their contents.
@main
enum TrustFixture {
    static func main() throws {
        let words = CommandLine.arguments.dropFirst()
        guard words.count == 3, let folder = words.first, let seed = UInt64(words[2]),
            let steps = Int(words[3])
        else {
            FileHandle.standardError.write(Data("trust-fixture FOLDER SEED STEPS\n".utf8))
            exit(64)
        }
        var history = History(seed: seed)
        for step in 0..<steps {
            if step > 0 { history.advance() }
            try write(history, to: URL(filePath: folder).appending(path: String(step)))
        }
    }

    private static func write(_ history: History, to folder: URL) throws {
        for (path, bytes) in history.files {
            let url = folder.appending(path: path)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: url)
        }
        var expected = JSONObject()
        for (name, content) in history.contents { expected[name] = .text(content) }
        try Data(JSON.object(expected).serialized).write(to: folder.appending(path: "expected.json"))
    }
}
