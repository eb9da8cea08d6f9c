import Foundation
import Trust

/// Keys to try Loa out with: in secret files as `loa keys make` writes them, and marked so that nobody takes them for
/// more.
///
/// Their passphrase is known to everybody, and guessing at it costs nothing: a start mustn't wait for Argon2id.
struct DemoKeys {
    static let passphrase = "khoa thu nghiem"
    private static let parameters = PasswordParameters(memoryKiB: 8, passes: 1, lanes: 1)

    let folder: String

    /// Makes a key, in NAME.key and NAME.key.pub.
    func make(_ name: String, holder: String) throws -> (secret: SigningKey, marked: PublicKey) {
        let key = SigningKey.make()
        let holder = ExactText("THỬ NGHIỆM – \(holder)")
        let file = try KeyFile(
            sealing: key, name: holder, passphrase: Self.passphrase, parameters: Self.parameters)
        let marked = key.publicKey.held(by: holder).markedAsDemonstration()
        try CarriedFile.create("\(folder)/\(name).key", file.bytes, isSecret: true)
        try CarriedFile.create("\(folder)/\(name).key.pub", marked.json.serialized)
        return (key, marked)
    }

    /// A key that an earlier start made; nil where the file is gone.
    func open(_ name: String) throws -> SigningKey? {
        let path = "\(folder)/\(name).key"
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        return try KeyFile(reading: try CarriedFile.read(path)).open(passphrase: Self.passphrase)
    }
}
