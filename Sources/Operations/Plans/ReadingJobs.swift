package import Domain
import Foundation
import SQL
import Store

/// Opens a progress row for a document that is about to be converted.
///
/// It bears no file name.
package struct StartReading: Operation {
    private let agency: Agency.ID

    package init(agency: Agency.ID) {
        self.agency = agency
    }

    package func run(in office: Office, as actor: Actor) async throws -> ReadingJob.ID {
        let now = office.now()
        let job = ReadingJob(
            id: office.newID(), agency: agency, account: actor.accountID, createdAt: now, updatedAt: now)
        return try await office.pool.write { db in
            try Office.require(.receiveDocument, by: actor, on: try .init(agency: job.agency, in: db))
            guard try db.agency(job.agency) != nil else { throw NotFound.agency }
            try db.insert(job)
            return job.id
        }
    }
}

/// Tells how far the conversion is; false: it was cancelled, and is to stop.
package struct UpdateReading: Operation {
    private let job: ReadingJob.ID
    private let page: Int
    private let pageCount: Int?

    package init(job: ReadingJob.ID, page: Int, of pageCount: Int?) {
        self.job = job
        self.page = page
        self.pageCount = pageCount
    }

    package func run(in office: Office, as actor: Actor) async throws -> Bool {
        let now = office.now()
        return try await office.pool.write { [job, page, pageCount] db in
            guard var row = try JobAccess.job(job, of: actor, in: db) else { throw NotFound.job }
            guard row.state == .running else { return false }
            row.page = max(0, page)
            row.pageCount = pageCount
            row.updatedAt = now
            try db.update(row)
            return true
        }
    }
}

/// Asks for a conversion to stop.
///
/// One that is over already stays as it is.
package struct CancelReading: Operation {
    private let job: ReadingJob.ID

    package init(job: ReadingJob.ID) {
        self.job = job
    }

    package func run(in office: Office, as actor: Actor) async throws {
        try await JobAccess.end(job, as: .cancelled, failure: nil, in: office, by: actor)
    }
}

/// Ends a conversion that failed.
///
/// Of a refused secret the ledger keeps the time, the account and that it was refused, nothing more.
package struct EndReading: Operation {
    /// The code of a file that bore a mark of secrecy.
    package static let secrecy = "secrecy"

    private let job: ReadingJob.ID
    private let failure: String

    package init(job: ReadingJob.ID, failure: ReadingFailure) {
        self.job = job
        self.failure = failure.stored
    }

    package func run(in office: Office, as actor: Actor) async throws {
        try await JobAccess.end(job, as: .failed, failure: failure, in: office, by: actor)
    }
}

/// How far one's own conversion is, on whichever server it runs.
package struct ShowReading: Operation {
    private let job: ReadingJob.ID

    package init(job: ReadingJob.ID) {
        self.job = job
    }

    package func run(in office: Office, as actor: Actor) async throws -> ReadingJob {
        let now = office.now()
        return try await office.pool.read { [job] db in
            guard var row = try JobAccess.job(job, of: actor, in: db) else { throw NotFound.job }
            if row.state == .running, now.timeIntervalSince(row.updatedAt) > ReadingJob.abandonedAfterSeconds
            {
                row.state = .failed
                row.failure = ReadingFailure.abandoned.stored
            }
            return row
        }
    }
}

/// A progress row is its own account's business only.
enum JobAccess {
    static func job(_ id: ReadingJob.ID, of actor: Actor, in db: Database) throws -> ReadingJob? {
        guard let row = try db.readingJob(id) else { return nil }
        return actor == .commandLine || (row.account != nil && row.account == actor.accountID) ? row : nil
    }

    static func end(
        _ id: ReadingJob.ID, as state: ReadingJob.State, failure: String?, in office: Office, by actor: Actor
    ) async throws {
        let now = office.now()
        try await office.pool.write { db in
            guard var row = try job(id, of: actor, in: db) else { throw NotFound.job }
            guard row.state == .running else { return }
            row.state = state
            row.failure = failure
            row.updatedAt = now
            try db.update(row)
            if failure == EndReading.secrecy {
                try Office.record(
                    "RefuseSecret", "agency", row.agency.rawValue, [:], by: actor, at: now, in: db)
            }
        }
    }
}
