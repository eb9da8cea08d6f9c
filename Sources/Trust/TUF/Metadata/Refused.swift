extension TUF {
    /// Why metadata or a target is not trusted.
    package enum Refused: Error, Sendable, Hashable, CustomStringConvertible {
        /// Not JSON as Loa reads it, or not the fields that the format asks for.
        case malformed(String)
        case wrongType(expected: String, found: String)
        /// Too few of the role's keys have signed.
        case unsigned(role: ExactText, valid: Int, threshold: Int64)
        /// A version number other than the one that its referrer names.
        case wrongVersion(role: ExactText, expected: Int64, found: Int64)
        /// Older than what is trusted already.
        case rollback(role: ExactText, trusted: Int64, found: Int64)
        case expired(role: ExactText, at: Instant)
        case tooLong(name: String, limit: Int)
        /// A target that didn't come in the time that one of its length gets.
        case tooSlow(name: String)
        case wrongLength(name: String, expected: Int64, found: Int64)
        case wrongHash(name: String)
        /// The snapshot doesn't name the role's metadata, or no longer.
        case notInSnapshot(ExactText)
        case notDelegated(ExactText)
        /// The repository doesn't have metadata that it must have.
        case unavailable(String)
        case noSuchTarget(ExactText)
        /// A name that could reach beyond the folder or the address it belongs under.
        case unusableName(ExactText)
        case noTrustedRoot
        /// A file in a server's own store is another one than was signed.
        case notAsSigned(file: String, reason: String)
        /// There is no greater number: whoever signed that one has the role's key.
        case noFurtherVersion(role: ExactText)

        package var description: String {
            switch self {
            case .malformed(let reason): "the metadata is malformed: \(reason)"
            case .wrongType(let expected, let found):
                "the metadata is of type \(found) where \(expected) belongs"
            case .unsigned(let role, let valid, let threshold):
                "\(role) is signed by \(valid) of its keys, and \(threshold) must sign"
            case .wrongVersion(let role, let expected, let found):
                "\(role) has version \(found) where \(expected) belongs"
            case .rollback(let role, let trusted, let found):
                "\(role) was rolled back: version \(trusted) is trusted already, this is \(found)"
            case .expired(let role, let at): "\(role) has expired at \(at)"
            case .tooLong(let name, let limit): "\(name) is longer than \(limit) bytes"
            case .tooSlow(let name): "\(name) didn't come in the time that a file of its length gets"
            case .wrongLength(let name, let expected, let found):
                "\(name) has \(found) bytes where \(expected) belong"
            case .wrongHash(let name): "\(name) has another digest than its metadata says"
            case .notInSnapshot(let role): "the snapshot doesn't name \(role)"
            case .notDelegated(let role): "nobody delegates to \(role)"
            case .unavailable(let name): "the repository has no \(name)"
            case .noSuchTarget(let name): "no trusted metadata names a target \(name)"
            case .unusableName(let name): "\(name) can't be the name of a target"
            case .noTrustedRoot: "there is no trusted root: begin with init"
            case .notAsSigned(let file, let reason):
                "\(file) in the store is not as it was signed (\(reason)), so nothing is signed upon it: put it back "
                    + "from a backup or a mirror, and see who could write to the store (docs/trust/store.md)"
            case .noFurtherVersion(let role):
                "\(role) has the last version that there is: whoever signed it has the key, so take it away with "
                    + "a new root, by which versions begin anew (docs/trust/ceremony.md)"
            }
        }
    }
}
