package import Foundation

/// A document on its way to a plan.
///
/// It bears no file name: nothing of a secret document may be kept.
package struct ReadingJob: Hashable, Sendable, Identifiable {
    package typealias ID = Identifier<ReadingJob>

    package enum State: String, Codable, Sendable, CaseIterable {
        case running, done, failed, cancelled
    }

    package var id: ID
    package var agency: Agency.ID
    package var account: Account.ID?
    package var state: State
    /// Pages read so far.
    package var page: Int
    /// All its pages, once that is known.
    package var pageCount: Int?
    /// What it became.
    package var plan: Plan.ID?
    /// The code of the refusal or failure, with what its sentence names; nothing of the file.
    package var failure: String?
    package var createdAt: Date
    package var updatedAt: Date

    /// Without a sign of life for so long, its server is gone.
    package static let abandonedAfterSeconds: TimeInterval = 15 * 60
    /// Rows older than that are removed.
    package static let keptSeconds: TimeInterval = 24 * 3600

    package init(
        id: ID, agency: Agency.ID, account: Account.ID?, state: State = .running, page: Int = 0,
        pageCount: Int? = nil,
        plan: Plan.ID? = nil, failure: String? = nil, createdAt: Date, updatedAt: Date
    ) {
        self.id = id
        self.agency = agency
        self.account = account
        self.state = state
        self.page = page
        self.pageCount = pageCount
        self.plan = plan
        self.failure = failure
        self.createdAt = createdAt
        self.updatedAt = updatedAt
    }
}
