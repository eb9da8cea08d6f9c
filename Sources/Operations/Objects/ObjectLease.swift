import Domain
import Foundation
import SQL
import Store
import Trust

/// Lets one server at a time change the store: whoever publishes into it, and whoever collects its garbage.
enum ObjectLease {
    static let name = "objects"
    static let seconds: TimeInterval = 120
    /// What may still be under way when its time is over.
    private static let marginSeconds: TimeInterval = 5

    /// Takes or prolongs it; throws while another server has it.
    ///
    /// - Returns: when whoever has it leaves off writing, by a clock that nobody sets.
    @discardableResult
    static func hold(as holder: String, in office: Office) async throws -> ContinuousClock.Instant {
        let end = ContinuousClock.now + .seconds(seconds - marginSeconds)
        let now = office.now()
        let isHeld = try await office.pool.write { db in
            try db.takeLease(name, for: holder, at: now, until: now + seconds)
        }
        guard isHeld else { throw ObjectsRefused.busy }
        return end
    }

    static func drop(as holder: String, in office: Office) async throws {
        try await office.pool.write { db in try db.dropLease(name, of: holder) }
    }
}

extension TUF.Instant {
    /// The second that the office's clock shows.
    init(_ date: Date) {
        self.init(secondsSince1970: Int64(date.timeIntervalSince1970.rounded(.down)))
    }
}
