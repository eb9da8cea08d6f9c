/// Which database to use, as the operator writes it: `sqlite:PATH`,
/// `sqlite::memory:` or `postgres://user@host/database`.
package enum DatabaseAddress: Sendable, Hashable, CustomStringConvertible {
    case sqliteFile(path: String)
    /// Gone when the program ends.
    case sqliteMemory
    /// The URL may hold a password: show `description` instead.
    case postgres(url: String)

    /// Nil when the text is none of the three forms.
    package init?(_ text: String) {
        if text == "sqlite::memory:" {
            self = .sqliteMemory
        } else if text.hasPrefix("sqlite:") {
            let path = String(text.dropFirst("sqlite:".count))
            guard !path.isEmpty, !path.utf8.contains(0) else { return nil }
            self = .sqliteFile(path: path)
        } else if text.hasPrefix("postgres://") || text.hasPrefix("postgresql://") {
            guard !text.utf8.contains(0) else { return nil }
            self = .postgres(url: text)
        } else {
            return nil
        }
    }

    /// What may be shown and logged: without user, password and parameters.
    package var description: String {
        switch self {
        case .sqliteFile(let path): return "sqlite:\(path)"
        case .sqliteMemory: return "sqlite::memory:"
        case .postgres(let url):
            let rest = url.drop { $0 != "/" }.dropFirst(2).prefix { $0 != "?" }
            // A password may hold an @; the host never does.
            let host = rest.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
            return "postgres://\(host)"
        }
    }
}
