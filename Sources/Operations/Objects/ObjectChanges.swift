import Domain
import Foundation
import SQL
import Store
package import Trust

/// What the server may do to its store: add what people signed and approved, and keep it fresh.
package struct ObjectChanges: Sendable {
    /// Roots that people signed, one after the other.
    package var roots: [[UInt8]] = []
    /// Top-level targets that people signed.
    package var targets: [UInt8]?
    /// Envelopes of releases; each must be approved.
    package var releases: [[UInt8]] = []
    package var withdrawals: [[UInt8]] = []
    /// Renditions; each must belong to one of the releases.
    package var renditions: [[UInt8]] = []
    /// Programmes; each item must be allowed to play.
    package var programmes: [[UInt8]] = []

    /// Entries of the ledger that are lost for good, as the store's timestamp names the last of them: said in the ledger.
    package var lostLedger: TUF.LedgerMark?

    package init() {}

    var isEmpty: Bool {
        roots.isEmpty && targets == nil && releases.isEmpty && withdrawals.isEmpty && renditions.isEmpty
            && programmes.isEmpty && lostLedger == nil
    }

    /// Whether anything but metadata of people comes.
    var hasObjects: Bool {
        !(releases.isEmpty && withdrawals.isEmpty && renditions.isEmpty && programmes.isEmpty)
    }

    /// - Parameter root: the newest one, as the ledger names it.
    func record(root: String, by actor: Actor, at now: Date, in db: Database) throws {
        var detail: LedgerDetail = [
            "root": root, "roots": String(roots.count), "targets": targets == nil ? "0" : "1",
            "releases": releases.map { Self.digest(of: $0) }.joined(separator: " "),
            "withdrawals": String(withdrawals.count), "renditions": String(renditions.count),
            "programmes": String(programmes.count),
        ]
        if let lostLedger { detail["lostLedger"] = lostLedger.printed }
        try Office.record("PublishObjects", "objects", "store", detail, by: actor, at: now, in: db)
    }

    private static func digest(of envelope: [UInt8]) -> String {
        let payload = (try? StatementEnvelope(reading: envelope))?.payload ?? []
        return Hexadecimal.encode(SHA256.digest(payload))
    }
}
