/// Why a withdrawal stops nothing.
package enum StopsNothing: Sendable, Hashable, CustomStringConvertible {
    case unsigned
    case keyNotValid(of: ExactText, from: TUF.Instant, until: TUF.Instant, drawnUp: TUF.Instant)
    /// None of those who signed may speak in the class, or on a channel in an area, of the release.
    case outOfScope(of: ExactText)

    package var description: String {
        switch self {
        case .unsigned: "no approver of the policy has signed it"
        case .keyNotValid(let name, let from, let until, let drawnUp):
            "it was drawn up at \(drawnUp), and the key of \(name) is valid from \(from) until \(until)"
        case .outOfScope(let name): "\(name) may not speak anywhere where the release would play"
        }
    }
}

extension SignedWithdrawal {
    /// Why it stops nothing; nil where it stops a release somewhere, as one does that isn't known yet.
    ///
    /// - Parameter release: nil where it isn't at hand.
    package func reasonToStopNothing(of release: SignedRelease?) -> StopsNothing? {
        guard let first = signers.first else { return .unsigned }
        let drawnUp = withdrawal.drawnUp
        guard let valid = signers.first(where: { $0.isValid(at: drawnUp) }) else {
            return .keyNotValid(of: first.name, from: first.from, until: first.until, drawnUp: drawnUp)
        }
        guard let release else { return nil }
        return effective(on: release).isEmpty ? .outOfScope(of: valid.name) : nil
    }
}
