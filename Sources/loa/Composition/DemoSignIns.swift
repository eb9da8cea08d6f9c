import Domain
import Foundation
import Operations
import Trust

/// The passwords of the demonstration's accounts: made by chance at the first start, kept beside its data.
struct DemoSignIns {
    /// As the file had them before this start: by user name.
    private let kept: [String: String]
    /// The same, and new ones for the accounts that it didn't name.
    let passwords: [String: String]
    private let path: String

    /// Whether an earlier start made them.
    var areKept: Bool { !kept.isEmpty }

    /// Reads `FOLDER/demo-sign-ins`, or makes new ones by chance.
    init(folder: String) throws {
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        path = folder + "/demo-sign-ins"
        var kept: [String: String] = [:]
        if let text = try? String(contentsOfFile: path, encoding: .utf8) {  // no file yet: the first start
            for line in text.split(separator: "\n") {
                let words = line.split(separator: " ")
                if words.count == 2 { kept[String(words[0])] = String(words[1]) }
            }
        }
        self.kept = kept
        passwords = Dictionary(
            uniqueKeysWithValues: SampleAccount.all.map { ($0.name, kept[$0.name] ?? Self.password()) })
    }

    /// Writes them down, readable by their owner alone.
    func keep() throws { try write(passwords) }

    /// Takes back what `keep` wrote, where the database has accounts already.
    func takeBack() throws {
        if areKept { try write(kept) } else { try FileManager.default.removeItem(atPath: path) }
    }

    private func write(_ passwords: [String: String]) throws {
        let text = passwords.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)\n" }.joined()
        guard
            FileManager.default.createFile(
                atPath: path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
        else { throw CommandFailure("\(path) can't be written") }
    }

    /// Two lines an account: user name, role and password; what it may do.
    ///
    /// - Parameter areNew: false leaves out accounts that a database of an earlier version doesn't have.
    func table(areNew: Bool) -> String {
        SampleAccount.all.filter { areNew || kept[$0.name] != nil }.map { one in
            "  " + one.name.padding(toLength: 13, withPad: " ", startingAt: 0)
                + one.role.rawValue.padding(toLength: 16, withPad: " ", startingAt: 0)
                + (passwords[one.name] ?? "") + "\n      \(one.summary)\n"
        }.joined()
    }

    /// Four groups of four letters and digits that can't be mistaken for each other: 78 bits.
    private static func password() -> String {
        let letters = Array("abcdefghjkmnpqrstuvwxyz23456789")
        var characters: [Character] = []
        while characters.count < 16 {
            // Bytes past the last whole multiple would favour the first letters.
            for byte in SecureRandom.bytes(32) where Int(byte) < 256 / letters.count * letters.count {
                if characters.count < 16 { characters.append(letters[Int(byte) % letters.count]) }
            }
        }
        return stride(from: 0, to: 16, by: 4).map { String(characters[$0..<$0 + 4]) }.joined(separator: "-")
    }
}
