package import Foundation

/// One change of state: who did what to what, when; chained to the entry before by its hash.
package struct LedgerEntry: Hashable, Sendable {
    /// 1, 2, 3 … without gaps.
    package let sequence: Int64
    /// To the millisecond, because that is what is stored and hashed.
    package let at: Date
    /// Nil for the command line of the server.
    package let actor: Account.ID?
    /// The operation's name, such as `IssuePlan`.
    package let action: String
    /// What was changed: its kind (`plan`) and identifier.
    package let subjectKind: String
    package let subjectID: String
    /// What changed, as JSON with sorted keys; never a password, a token or a telephone number.
    package let detail: String
    package let previousHash: [UInt8]
    package let hash: [UInt8]

    package init(
        sequence: Int64, at: Date, actor: Account.ID?, action: String, subjectKind: String, subjectID: String,
        detail: String, previousHash: [UInt8], hash: [UInt8]
    ) {
        self.sequence = sequence
        self.at = at
        self.actor = actor
        self.action = action
        self.subjectKind = subjectKind
        self.subjectID = subjectID
        self.detail = detail
        self.previousHash = previousHash
        self.hash = hash
    }
}
