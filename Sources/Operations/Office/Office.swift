package import Domain
package import Foundation
package import SQL
import Store
package import Trust

/// What every operation needs: the store, the reader, the clock, randomness.
///
/// Made once by the program.
package struct Office: Sendable {
    /// Its passing failures are refusals (`Unavailable`).
    package let pool: any DatabasePool
    /// The same with the engine's own failures, which migrating waits upon.
    private let engine: any DatabasePool
    package let read: Reading.Reader
    /// Goes up with every change of the reader that may read a document otherwise.
    package let readerVersion: String
    package let passwords: PasswordHasher
    package let sessions: SessionRules
    package let now: @Sendable () -> Date
    /// So many bytes from a secure source.
    package let random: @Sendable (Int) -> [UInt8]
    let drafts = DraftCache()
    let signInQueue = SignInQueue()
    let registers = RegisterCache()
    let watched = WatchedCache()
    /// Whether what was shown still holds.
    package let changes: ChangeWatch

    package init(
        pool: any DatabasePool, passwords: PasswordHasher = .standard, sessions: SessionRules = .standard,
        read: @escaping Reading.Reader = Reading.standardReader,
        readerVersion: String = Reading.readerVersion, now: @escaping @Sendable () -> Date = { Date() },
        random: @escaping @Sendable (Int) -> [UInt8] = { SecureRandom.bytes($0) },
        changesSeenWithin: Duration = ChangeWatch.patience
    ) {
        changes = ChangeWatch(pool, patience: changesSeenWithin)
        self.pool = OfficePool(pool, changes)
        engine = pool
        self.read = read
        self.readerVersion = readerVersion
        self.passwords = passwords
        self.sessions = sessions
        self.now = now
        self.random = random
    }

    /// Brings the tables to the newest form; returns the names of the steps taken.
    ///
    /// Refuses a newer schema.
    @discardableResult
    package func prepare() async throws -> [String] {
        let steps = try await Migrator(Schema.migrations).migrate(engine)
        try await pool.write { db in
            try db.mendSearch()
            try db.mendPartyKeys()
            try db.mendAgencyNames()
        }
        return steps
    }

    /// Today in Vietnam.
    package var today: CalendarDay { CalendarDay(inVietnamAt: now()) }

    func newID<Owner>(of _: Owner.Type = Owner.self) -> Identifier<Owner> {
        IdentifierMaker.make(at: now(), random: random(IdentifierMaker.randomByteCount))
    }

    func newToken() -> Token { Token(random: random(Token.byteCount)) }

    /// Refuses unless the actor may do it.
    static func require(_ action: Action, by actor: Actor, on subject: Permission.Subject)
        throws(AccessRefused)
    {
        if Permission.allows(actor, action, on: subject) { return }
        throw actor == .nobody ? .signInFirst : .notAllowed
    }

    /// Appends to the ledger, in the transaction in hand.
    static func record(
        _ action: String, _ subjectKind: String, _ subjectID: String, _ detail: LedgerDetail, by actor: Actor,
        at instant: Date, in db: Database
    ) throws {
        try db.appendToLedger(
            at: instant, actor: actor.accountID, action: action, subjectKind: subjectKind,
            subjectID: subjectID,
            detail: try detail.json)
    }
}

/// One verb of the office.
///
/// Running it loads, asks permission and the rules, changes, and writes the ledger, all in one
/// transaction. Throws a `Refusal` where a rule says no.
package protocol Operation: Sendable {
    associatedtype Result: Sendable
    func run(in office: Office, as actor: Actor) async throws -> Result
}
