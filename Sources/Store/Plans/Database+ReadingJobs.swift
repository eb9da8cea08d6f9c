package import Domain
package import Foundation
package import SQL

extension ReadingJob: RowDecodable {
    package init(row: Row) throws {
        self.init(
            id: try row.get("reading_job_id"), agency: try row.get("agency_id"),
            account: try row.get("account_id"),
            state: try row.get("state"), page: try row.get("page"), pageCount: try row.get("page_count"),
            plan: try row.get("plan_id"), failure: try row.get("failure"),
            createdAt: try row.get("created_at"),
            updatedAt: try row.get("updated_at"))
    }

    static let columns: SQL = """
        reading_job_id, agency_id, account_id, state, page, page_count, plan_id, failure, created_at, updated_at
        """
}

extension Database {
    package func insert(_ job: ReadingJob) throws {
        try execute(
            """
            INSERT INTO reading_job (\(ReadingJob.columns))
            VALUES (\(job.id), \(job.agency), \(job.account), \(job.state), \(job.page), \(job.pageCount), \(job.plan),
                \(job.failure), \(job.createdAt), \(job.updatedAt))
            """)
    }

    package func readingJob(_ id: ReadingJob.ID) throws -> ReadingJob? {
        try first(
            ReadingJob.self, "SELECT \(ReadingJob.columns) FROM reading_job WHERE reading_job_id = \(id)")
    }

    package func update(_ job: ReadingJob) throws {
        try execute(
            """
            UPDATE reading_job
            SET state = \(job.state), page = \(job.page), page_count = \(job.pageCount), plan_id = \(job.plan),
                failure = \(job.failure), updated_at = \(job.updatedAt)
            WHERE reading_job_id = \(job.id)
            """)
    }

    package func deleteReadingJobs(before instant: Date) throws {
        try execute("DELETE FROM reading_job WHERE created_at < \(instant)")
    }
}
