package import Domain
import Locks
import SQL
import Store

/// The register of agencies in memory, read anew when its version has moved.
final class RegisterCache: Sendable {
    private let kept = Locked<AgencyRegister?>(nil)

    /// The register as this transaction sees it.
    ///
    /// What a transaction reads that also writes is not kept for others: it may yet be taken back.
    func register(in db: Database, isWriting: Bool = false) throws -> AgencyRegister {
        let version = try db.agencyVersion()
        if let register = kept.withLock({ $0 }), register.version == version { return register }
        let register = try db.agencyRegister()
        if !isWriting { kept.withLock { $0 = register } }
        return register
    }
}

extension Office {
    /// The register of agencies as of now; usually from memory.
    package func agencyRegister() async throws -> AgencyRegister {
        try await pool.read { db in try registers.register(in: db) }
    }
}
