import Domain
import Foundation
import Operations
import Trust

/// The passwords of the demonstration's accounts: made by chance at the first start, kept beside its data.
struct DemoSignIns {
    /// User names with what each may do, as printed.
    private static let accounts = [Role.administrator, .planner, .member, .reader].map { role in
        (name: LoadSamples.names[role] ?? role.rawValue, role: role)
    }

    private let byName: [String: String]
    private let path: String
    /// Whether an earlier start made them.
    let areKept: Bool

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
        areKept = Self.accounts.allSatisfy { kept[$0.name] != nil }
        for (name, _) in Self.accounts where kept[name] == nil { kept[name] = Self.password() }
        byName = kept
    }

    /// Writes them down, readable by their owner alone.
    func keep() throws {
        let text = Self.accounts.map { "\($0.name) \(byName[$0.name] ?? "")\n" }.joined()
        guard
            FileManager.default.createFile(
                atPath: path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
        else { throw CommandFailure("\(path) can't be written") }
    }

    /// Removes what `keep` wrote.
    func forget() { try? FileManager.default.removeItem(atPath: path) }  // nothing there is as good

    var passwords: [Role: String] {
        Dictionary(uniqueKeysWithValues: Self.accounts.map { ($0.role, byName[$0.name] ?? "") })
    }

    /// One line an account: user name, role, password.
    var table: String {
        Self.accounts.map { name, role in
            "  " + name.padding(toLength: 13, withPad: " ", startingAt: 0)
                + role.rawValue.padding(toLength: 16, withPad: " ", startingAt: 0) + (byName[name] ?? "")
                + "\n"
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
