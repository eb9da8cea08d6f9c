/// A rule of the office that says no, with what to tell whom.
package protocol Refusal: Error, Sendable {
    /// Stable name, such as `sign-in.wrong`; for tests, logs and the JSON interface.
    var code: String { get }
    var vietnamese: String { get }
    var english: String { get }
    var httpStatus: Int { get }
    /// Seconds after which the same request may well succeed; nil where waiting changes nothing.
    var retryAfterSeconds: Int? { get }
}

extension Refusal {
    package var retryAfterSeconds: Int? { nil }
}

/// Not signed in, or not allowed.
package enum AccessRefused: Refusal, Hashable, CaseIterable {
    case signInFirst
    case notAllowed

    package var code: String {
        switch self {
        case .signInFirst: "access.sign-in-first"
        case .notAllowed: "access.not-allowed"
        }
    }

    package var vietnamese: String {
        switch self {
        case .signInFirst: "Hãy đăng nhập để tiếp tục."
        case .notAllowed: "Tài khoản của bạn không có quyền làm việc này."
        }
    }

    package var english: String {
        switch self {
        case .signInFirst: "Please sign in to go on."
        case .notAllowed: "Your account is not allowed to do this."
        }
    }

    package var httpStatus: Int {
        switch self {
        case .signInFirst: 401
        case .notAllowed: 403
        }
    }
}

/// There is no such thing, or none that the asker may know of.
package enum NotFound: String, Refusal, Hashable, CaseIterable {
    case plan, task, file, account, agency, job

    package var code: String { "not-found.\(rawValue)" }

    package var vietnamese: String {
        switch self {
        case .plan: "Không tìm thấy kế hoạch này."
        case .task: "Không tìm thấy nhiệm vụ này."
        case .file: "Không tìm thấy tệp này."
        case .account: "Không tìm thấy tài khoản này."
        case .agency: "Không tìm thấy cơ quan này."
        case .job: "Không tìm thấy lượt đọc tệp này."
        }
    }

    package var english: String {
        switch self {
        case .plan: "There is no such plan."
        case .task: "There is no such task."
        case .file: "There is no such file."
        case .account: "There is no such account."
        case .agency: "There is no such agency."
        case .job: "There is no such reading."
        }
    }

    package var httpStatus: Int { 404 }
}
