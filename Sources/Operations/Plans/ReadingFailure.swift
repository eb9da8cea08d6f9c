package import Documents
package import Domain
import PlanReader

/// Why a reading ended without a plan, in a form that the progress row keeps and every server understands.
package enum ReadingFailure: Sendable, Hashable {
    case conversion(ConversionRefused)
    case receive(ReceiveRefused)
    case access(AccessRefused)
    case notFound(NotFound)
    /// Its server went away in the midst of it.
    case abandoned
    /// A failure of ours, which the log tells of, or one of a later version.
    case other

    /// Nothing of the file: of a secret one, only that it was one.
    package var stored: String {
        switch self {
        case .conversion(.secrecyMark), .receive(.secret): EndReading.secrecy
        case .conversion(let refused): "conversion:" + refused.code
        case .receive(.duplicate(let plan)): "receive.duplicate:" + plan.rawValue
        case .receive(.unreadable(let why)): "receive.unreadable:" + String(describing: why)
        case .receive(let refused): refused.code
        case .access(let refused): refused.code
        case .notFound(let what): what.code
        case .abandoned: "reading.abandoned"
        case .other: "failure"
        }
    }

    package init(_ error: any Error) {
        self =
            switch error {
            case let refused as ConversionRefused: .conversion(refused)
            case let refused as ReceiveRefused: .receive(refused)
            case let refused as AccessRefused: .access(refused)
            case let what as NotFound: .notFound(what)
            default: .other
            }
    }

    package init(stored: String) {
        let (name, rest) = Self.parts(of: stored)
        let access = AccessRefused.allCases.first { $0.code == stored }
        let missing = NotFound.allCases.first { $0.code == stored }
        let why = UnreadablePlan.allCases.first { String(describing: $0) == rest }
        let plain = [ReceiveRefused.tooLarge, .badFileName].first { $0.code == stored }
        if stored == EndReading.secrecy || stored == ReceiveRefused.secret.code {
            self = .conversion(.secrecyMark)
        } else if name == "conversion", let refused = ConversionRefused(code: rest) {
            self = .conversion(refused)
        } else if name == "receive.duplicate", !rest.isEmpty {
            self = .receive(.duplicate(Plan.ID(rest)))
        } else if name == "receive.unreadable", let why {
            self = .receive(.unreadable(why))
        } else if let plain {
            self = .receive(plain)
        } else if let access {
            self = .access(access)
        } else if let missing {
            self = .notFound(missing)
        } else {
            self = stored == Self.abandoned.stored ? .abandoned : .other
        }
    }

    private static func parts(of stored: String) -> (String, String) {
        guard let colon = stored.firstIndex(of: ":") else { return (stored, "") }
        return (String(stored[..<colon]), String(stored[stored.index(after: colon)...]))
    }

    /// What the person is told; nil where only the page's own sentence for "it failed" is left to say.
    package var sentence: (vietnamese: String, english: String)? {
        switch self {
        case .conversion(let refused): (refused.sentence.vietnamese, refused.sentence.english)
        case .receive(let refused): (refused.vietnamese, refused.english)
        case .access(let refused): (refused.vietnamese, refused.english)
        case .notFound(let what): (what.vietnamese, what.english)
        case .abandoned:
            (
                "Máy chủ đã dừng trong lúc đọc tệp này. Hãy gửi lại tệp.",
                "The server stopped while it read this file. Please send it again."
            )
        case .other: nil
        }
    }

    /// The plan that the very same file became earlier.
    package var earlierPlan: Plan.ID? {
        if case .receive(.duplicate(let plan)) = self { plan } else { nil }
    }
}
