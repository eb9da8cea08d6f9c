import Trust

/// A key in a line for people: whose it is said to be, and what it is.
enum KeyWords {
    /// What stands behind a holder's name, so that one key can't be shown under another's name.
    static func identifier(_ key: PublicKey) -> String {
        "\(key.keyID)" + (key.isDemonstration ? " (DEMONSTRATION)" : "")
    }

    static func holder(_ key: PublicKey) -> String {
        "\(Terminal.shown(key.holder?.string ?? "(no name)")) \(identifier(key))"
    }

    /// A key of a role.
    ///
    /// - Parameter name: what the metadata calls it; any word may stand there, so the key's own identifier is shown.
    static func key(_ name: ExactText, _ keys: [ExactText: PublicKey]) -> String {
        guard let key = keys[name] else { return "(no such key) \(Terminal.shown(name.string))" }
        return holder(key) + (key.keyID == name ? "" : ", called \(Terminal.shown(name.string)) here")
    }
}
