package import Domain
package import Foundation
package import SQL

/// The original file's data, without its bytes.
package struct FileInfo: Hashable, Sendable {
    package var name: String
    package var mediaType: String
    package var sizeBytes: Int
    /// 64 hexadecimal digits.
    package var sha256: String
    package var pageCount: Int?
    /// What a person should know about how the text was won.
    package var notices: [FileNotice]
    /// Who may see it by the document's own words (`internalOnly`, `returnAfterReading`): never to
    /// be published.
    package var circulation: String?

    package init(
        name: String, mediaType: String, sizeBytes: Int, sha256: String, pageCount: Int? = nil,
        notices: [FileNotice] = [], circulation: String? = nil
    ) {
        self.name = name
        self.mediaType = mediaType
        self.sizeBytes = sizeBytes
        self.sha256 = sha256
        self.pageCount = pageCount
        self.notices = notices
        self.circulation = circulation
    }

    /// Named in the schema too; a file is one value of a statement.
    package static let largestBytes = 50 * 1024 * 1024
    package static let longestNameBytes = 255
}

/// A sentence about a file in both languages of the screen.
package struct FileNotice: Hashable, Codable, Sendable {
    package var vietnamese: String
    package var english: String

    package init(vietnamese: String, english: String) {
        self.vietnamese = vietnamese
        self.english = english
    }
}

/// A plan's row: the plan, where its history stands, and its file's data.
package struct PlanRecord: RowDecodable, Sendable {
    package var plan: Plan
    /// The last correction in force; 0 when none is.
    package var correctionHead: Int
    package var file: FileInfo
    package var closedAt: Date?
    package var closedReason: String?
    package var replacedBy: Plan.ID?

    package init(plan: Plan, correctionHead: Int = 0, file: FileInfo) {
        self.plan = plan
        self.correctionHead = correctionHead
        self.file = file
    }

    package init(row: Row) throws {
        plan = try Plan(row: row)
        correctionHead = try row.get("correction_head")
        let notices: JSONText<[FileNotice]> = try row.get("notices")
        file = FileInfo(
            name: try row.get("file_name"), mediaType: try row.get("media_type"),
            sizeBytes: try row.get("size_bytes"), sha256: plan.file, pageCount: try row.get("page_count"),
            notices: notices.value, circulation: try row.get("circulation"))
        closedAt = try row.get("closed_at")
        closedReason = try row.get("closed_reason")
        replacedBy = try row.get("replaced_by_plan_id")
    }

    static let columns: SQL = """
        \(Plan.columns), plan.correction_head, plan.file_name, plan.page_count, plan.notices, plan.circulation, \
        plan.closed_at, plan.closed_reason, plan.replaced_by_plan_id, document.media_type, document.size_bytes
        """
}

extension Plan: RowDecodable {
    package init(row: Row) throws {
        self.init(
            id: try row.get("plan_id"), agency: try row.get("agency_id"), state: try row.get("state"),
            revision: try row.get("revision"), file: try row.get("document_sha256"),
            kind: try row.get("kind"),
            number: try row.get("number"), title: try row.get("title"), issuer: try row.get("issuer"),
            date: try row.get("plan_date"), taskCount: try row.get("task_count"),
            tasksWithoutLead: try row.get("tasks_without_lead"), readerVersion: try row.get("reader_version"),
            receivedAt: try row.get("received_at"), receivedBy: try row.get("received_by"),
            issuedAt: try row.get("issued_at"), issuedBy: try row.get("issued_by"))
    }

    static let columns: SQL = """
        plan.plan_id, plan.agency_id, plan.state, plan.revision, plan.document_sha256, plan.kind, plan.number, \
        plan.title, plan.issuer, plan.plan_date, plan.task_count, plan.tasks_without_lead, plan.reader_version, \
        plan.received_at, plan.received_by, plan.issued_at, plan.issued_by
        """
}
