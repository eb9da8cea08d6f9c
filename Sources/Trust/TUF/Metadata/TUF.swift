/// The Update Framework, specification 1.0.x (https://theupdateframework.github.io/specification/): who may say which
/// files are right, and how a client finds out without believing the server or the wire.
package enum TUF {
    /// What our own metadata says it follows; any 1.x is taken.
    static let specificationVersion = "1.0.31"

    /// The roles whose keys stand in root metadata.
    package enum TopRole: String, Sendable, Hashable, CaseIterable {
        case root, timestamp, snapshot, targets

        package var name: ExactText { ExactText(rawValue) }
    }
}
