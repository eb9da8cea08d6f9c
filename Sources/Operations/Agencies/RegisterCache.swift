package import Domain
import Locks
import SQL
import Store

/// The register of agencies in memory, read anew when its version has moved.
final class RegisterCache: Sendable {
    private let kept = Locked<AgencyRegister?>(nil)
    private let appliedDay = Locked<CalendarDay?>(nil)
    private let keptNames = Locked<(version: Int, names: NameIndex)?>(nil)

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

    /// Whether this process has not yet looked on this day for reorganisations that are due; says so once a day.
    func isNewDay(_ today: CalendarDay) -> Bool {
        appliedDay.withLock { day in
            defer { day = today }
            return day != today
        }
    }

    /// The register's names by their keys.
    func names(of register: AgencyRegister, isWriting: Bool = false) -> NameIndex {
        if let known = keptNames.withLock({ $0 }), known.version == register.version { return known.names }
        let names = NameIndex(register, key: PartyKey.of)
        if !isWriting { keptNames.withLock { $0 = (register.version, names) } }
        return names
    }
}

extension Office {
    /// The register of agencies as of now; usually from memory.
    ///
    /// Whoever asks first on a day puts the reorganisations into effect whose day has come.
    package func agencyRegister() async throws -> AgencyRegister {
        if registers.isNewDay(today) {
            _ = try await ApplyDueReorganisations().run(in: self, as: .commandLine)
        }
        return try await pool.read { db in try registers.register(in: db) }
    }

    /// Agencies whose names on a day have all words of a question, with or without marks.
    package func searchAgencies(_ question: String, on day: CalendarDay, limit: Int) async throws -> [Agency]
    {
        let register = try await agencyRegister()
        let words = PartyKey.of(String(question.prefix(200))).split(separator: " ").prefix(12).map {
            String($0)
        }
        return registers.names(of: register).search(words, in: register, on: day, limit: limit)
    }
}
