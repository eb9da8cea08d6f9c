/// Why a plan is destroyed: a class, never words of one's own, which could tell what must be forgotten.
package enum PurgeReason: String, Codable, Sendable, CaseIterable {
    case stateSecret
    case personalData
    /// Sent to Loa by mistake, or to the wrong agency.
    case wrongDocument
}
