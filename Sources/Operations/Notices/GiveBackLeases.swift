package import Domain
import SQL
import Store

/// Ends the leases of a server that stops, so that another one need not wait for their time.
package struct GiveBackLeases: Operation {
    private let holder: String

    /// - Parameter holder: as the server named itself to ``RemindOfTasks``, ``SendLetters``, `KeepPages`, ``PublishObjects`` and
    ///   ``CollectObjects``.
    package init(of holder: String) {
        self.holder = holder
    }

    package func run(in office: Office, as actor: Actor) async throws {
        guard actor == .commandLine else { throw AccessRefused.notAllowed }
        try await office.pool.write { [holder] db in
            for name in [RemindOfTasks.lease, SendLetters.lease, KeepPages.lease, ObjectLease.name] {
                try db.dropLease(name, of: holder)
            }
        }
    }
}
