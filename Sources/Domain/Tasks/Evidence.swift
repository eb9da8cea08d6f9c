package import Foundation

/// What shows that a task, a contribution or a period was done.
package struct Evidence: Hashable, Sendable, Identifiable {
    package typealias ID = Identifier<Evidence>

    package enum Kind: String, Codable, Sendable, CaseIterable {
        case file
        /// A picture, with the place and the time that the person gives.
        case photo
        /// An address, with the title that its page had when it was fetched.
        case link
        /// The agency's own plan, which carries the duty out.
        case plan
    }

    package var id: ID
    package var task: Plan.Task.ID
    package var contribution: Contribution.ID?
    /// The first day of the period that it belongs to.
    package var period: CalendarDay?
    package var kind: Kind
    /// The file's name; of a link the words of whoever gave it.
    package var title: String
    /// `https` or `http`; of links only.
    package var address: String?
    /// Of links only; nil of those that came before pages were kept.
    package var page: LinkedPage?
    /// SHA-256 of the stored file.
    package var file: String?
    /// Of the file, or of what the address led to.
    package var mediaType: String?
    package var sizeBytes: Int?
    /// Of kind `plan` only.
    package var plan: Plan.ID?
    /// Where a photo was taken, as typed.
    package var place: String?
    /// When it was taken, as typed.
    package var takenOn: CalendarDay?
    /// Of photos only; nil of those that came before this was read.
    package var record: PhotoRecord?
    package var note: String?
    package var agency: Agency.ID?
    package var addedAt: Date
    package var addedBy: Account.ID?

    package init(
        id: ID, task: Plan.Task.ID, contribution: Contribution.ID? = nil, period: CalendarDay? = nil,
        kind: Kind,
        title: String, address: String? = nil, page: LinkedPage? = nil, file: String? = nil,
        mediaType: String? = nil,
        sizeBytes: Int? = nil, plan: Plan.ID? = nil, place: String? = nil, takenOn: CalendarDay? = nil,
        record: PhotoRecord? = nil, note: String? = nil, agency: Agency.ID? = nil, addedAt: Date,
        addedBy: Account.ID?
    ) {
        self.id = id
        self.task = task
        self.contribution = contribution
        self.period = period
        self.kind = kind
        self.title = title
        self.address = address
        self.page = page
        self.file = file
        self.mediaType = mediaType
        self.sizeBytes = sizeBytes
        self.plan = plan
        self.place = place
        self.takenOn = takenOn
        self.record = record
        self.note = note
        self.agency = agency
        self.addedAt = addedAt
        self.addedBy = addedBy
    }

    /// Of one task, all its contributions and periods together.
    package static let limit = 200
    package static let largestFileBytes = 20 * 1024 * 1024
    package static let longestAddressBytes = 2_000
}
