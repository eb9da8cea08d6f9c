/// What was just done, told once on the next page.
///
/// A code, so that nobody's text travels in a cookie.
enum Flash: String, Sendable, CaseIterable {
    case signedOut, passwordChanged, changed, accountCreated, secondFactorOn, secondFactorOff
    case planIssued, alreadyIssued, draftDeleted, planWithdrawn, draftedAgain

    var message: Screen.Flash {
        switch self {
        case .signedOut: .init(kind: .good, text: .signedOut)
        case .passwordChanged: .init(kind: .good, text: .passwordChanged)
        case .changed: .init(kind: .good, text: .changed)
        case .accountCreated: .init(kind: .good, text: .accountCreated)
        case .secondFactorOn: .init(kind: .good, text: .secondFactorOn)
        case .secondFactorOff: .init(kind: .good, text: .secondFactorOff)
        case .planIssued: .init(kind: .good, text: .planIssued)
        case .alreadyIssued: .init(kind: .warn, text: .alreadyIssued)
        case .draftDeleted: .init(kind: .good, text: .draftDeleted)
        case .planWithdrawn: .init(kind: .good, text: .planWithdrawn)
        case .draftedAgain: .init(kind: .good, text: .draftedAgain)
        }
    }
}
