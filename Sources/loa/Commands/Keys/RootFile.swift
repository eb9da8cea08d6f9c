import Trust

/// Roots and public keys as files.
enum RootFile {
    /// A root that is signed by enough of its own keys.
    static func whole(_ path: String) throws -> TUF.Root {
        let bytes = try CarriedFile.read(path)
        do throws(TUF.Refused) {
            // Its own end doesn't matter: the next root is drawn up after it.
            return try TUF.TrustedSet(root: bytes, start: Terminal.now).root
        } catch {
            throw CommandFailure("\(Terminal.shown(path)) can't be built upon: \(error)")
        }
    }

    /// Targets that are signed by enough of the keys that the root has for them; they may have ended.
    static func targets(_ path: String, root: TUF.Root) throws -> TUF.Targets {
        let bytes = try CarriedFile.read(path)
        do throws(TUF.Refused) {
            return try root.signedTargets(bytes)
        } catch {
            throw CommandFailure("\(Terminal.shown(path)) can't be built upon: \(error)")
        }
    }

    static func publicKey(_ path: String) throws -> PublicKey {
        let bytes = try CarriedFile.read(path)
        if let json = try? JSON(reading: bytes), let key = PublicKey(json: json), key.isUsable { return key }
        if (try? KeyFile(reading: bytes)) != nil {
            throw CommandFailure(
                "\(Terminal.shown(path)) is a secret file: it stays with its holder; take \(Terminal.shown(path)).pub"
            )
        }
        throw CommandFailure("\(Terminal.shown(path)) is no public key")
    }
}
