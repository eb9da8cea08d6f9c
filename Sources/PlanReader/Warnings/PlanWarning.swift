/// Something in a plan that a person should look at.
///
/// Never stops a reading.
package struct PlanWarning: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A task names nobody who must do it.
        case taskWithoutLead
        /// An agency or unit that had ended when the plan was issued. Data: `name`, `ended`, `successor`.
        case endedAgency
        /// An agency that was right at the plan's date and has ended since. Data: `name`, `ended`, `successor`.
        case agencySucceeded
        /// A time that lies before the plan's date. Data: `time`, `date`.
        case timeBeforePlan
        /// A day that doesn't exist, such as 31/02. Data: `time`.
        case impossibleDay
        /// A period that ends before it begins. Data: `from`, `to`.
        case reversedPeriod
        /// A cited document dated after the plan. Data: `number`, `date`.
        case citationAfterPlan
        /// A number whose symbol no authority bears, such as `1191/QĐ-CP`. Data: `number`, `suggestion`.
        case impossibleSymbol
        /// A duty to report without a time.
        case reportWithoutTime
        /// No task, signer or recipient was found: perhaps a bad scan.
        case noTask
        case noSigner
        case noRecipients
        /// The same issuer gave the number to another plan of the year. Data: `number`, `year`.
        case numberTaken
    }

    package var kind: Kind
    package var range: SourceRange
    /// Sentence for the reader of the page.
    package var vietnamese: String
    package var english: String
    /// Values named in the sentences, by the keys that each kind lists.
    package var data: [String: String]

    package init(
        kind: Kind, range: SourceRange, vietnamese: String, english: String, data: [String: String] = [:]
    ) {
        self.kind = kind
        self.range = range
        self.vietnamese = vietnamese
        self.english = english
        self.data = data
    }
}
