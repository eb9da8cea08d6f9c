import Foundation
import Operations
import Trust

/// The store that players fetch from, and the server's own key for it.
struct ObjectOptions: Sendable {
    static let options: [CommandDescription.Option] =
        [
            .init(
                "objects", BucketOptions.place,
                "serve the store in a folder, or in a bucket of an S3-compatible store, to\nplayers at /objects/ (docs/trust/store.md)"
            ),
            .init(
                "objects-key", "FILE",
                "the server's secret file for snapshot, timestamp and objects: keeps the\nstore fresh; $LOA_OBJECTS_PASSPHRASE opens it"
            ),
        ] + BucketOptions.options

    let store: ObjectStore
    /// Nil where this server only serves, and another keeps the store fresh.
    let key: SigningKey?

    /// Nil where no store is named.
    static func read(_ arguments: Arguments, command: String) throws -> ObjectOptions? {
        guard let named = arguments.value("objects"), !named.isEmpty else {
            if let alone = options.first(where: { arguments.has($0.name) }) {
                throw UsageError("--\(alone.name) goes with --objects", command: command)
            }
            return nil
        }
        return ObjectOptions(
            store: try BucketOptions.store(named, arguments, command: command),
            key: try arguments.value("objects-key").map { try key(in: $0) })
    }

    /// The key in a secret file, opened by the passphrase of the environment.
    static func key(in path: String) throws -> SigningKey {
        guard let passphrase = EnvironmentKey.objectsPassphrase.value, !passphrase.isEmpty else {
            throw CommandFailure("$LOA_OBJECTS_PASSPHRASE must open \(Terminal.shown(path))")
        }
        return try KeyFile(reading: try CarriedFile.read(path)).open(passphrase: passphrase)
    }
}
