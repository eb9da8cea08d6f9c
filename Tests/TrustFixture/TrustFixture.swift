import Foundation
import Trust

/// Writes the history of a repository for other people's TUF clients to read.
///
/// `trust-fixture FOLDER SEED STEPS` makes `FOLDER/0` … with all files that a server has after each step, and `expected.json` in each, which maps the
/// names of its targets to their contents; and `FOLDER/statement.json`, an envelope signed by the key in
/// `FOLDER/statement.key`.
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
        try writeStatement(seed: seed, to: URL(filePath: folder))
    }

    private static func writeStatement(seed: UInt64, to folder: URL) throws {
        let key = SigningKey(seed: SHA256.digest("statement \(seed)"))
        var envelope = StatementEnvelope(
            payloadType: "application/vnd.loa.fixture.v1+json", payload: Array("{\"số\":\(seed)}".utf8))
        envelope.sign(with: key)
        try Data(envelope.bytes).write(to: folder.appending(path: "statement.json"))
        try Data(key.publicKey.json.serialized).write(to: folder.appending(path: "statement.key"))
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
