package import SQL
package import Trust

/// What the server can't do just now, though nothing is wrong with the request.
package enum Unavailable: Refusal, Hashable {
    /// The database is gone, busy or slow; nothing was changed.
    case database(DatabaseFailure)
    /// The connection was lost while a change was being kept: it may have been, or not.
    case outcomeUnknown(DatabaseFailure)
    /// The disk is full; nothing was changed.
    case diskFull(DatabaseFailure)

    /// Nil for failures that no waiting mends; they stay what they are.
    init?(_ failure: DatabaseFailure) {
        if failure.isOutcomeUnknown {
            self = .outcomeUnknown(failure)
        } else if failure.isRetryable || [.cannotOpen, .closed].contains(failure.code) {
            // A server that is just starting, or just ending, can't be opened either.
            self = .database(failure)
        } else if failure.code == .diskFull {
            self = .diskFull(failure)
        } else {
            return nil
        }
    }

    package var code: String {
        switch self {
        case .database: "unavailable.database"
        case .outcomeUnknown: "unavailable.outcome-unknown"
        case .diskFull: "unavailable.disk-full"
        }
    }

    package var vietnamese: String {
        switch self {
        case .database: "Cơ sở dữ liệu tạm thời không trả lời. Chưa có gì thay đổi; hãy thử lại sau ít phút."
        case .outcomeUnknown:
            "Mất kết nối trong lúc lưu: không rõ thay đổi đã được giữ hay chưa. Hãy mở lại trang và xem trước khi làm lại."
        case .diskFull: "Ổ đĩa của máy chủ đã đầy nên chưa lưu được gì. Hãy báo cho người quản trị máy chủ."
        }
    }

    package var english: String {
        switch self {
        case .database:
            "The database doesn't answer just now. Nothing was changed; please try again in a few minutes."
        case .outcomeUnknown:
            "The connection was lost while saving: the change may or may not have been kept. Open the page again and look first."
        case .diskFull:
            "The server's disk is full, so nothing was saved. Please tell whoever runs the server."
        }
    }

    package var httpStatus: Int {
        switch self {
        case .database, .outcomeUnknown: 503
        case .diskFull: 507
        }
    }

    package var retryAfterSeconds: Int? {
        switch self {
        case .database: 5
        case .outcomeUnknown, .diskFull: nil
        }
    }
}

/// Too many passwords are being checked already; so for every verb that checks or makes one.
extension PasswordHasher.TooBusy: Refusal {
    package var code: String { "passwords.busy" }
    package var vietnamese: String { SignInRefused.busy.vietnamese }
    package var english: String { SignInRefused.busy.english }
    package var httpStatus: Int { SignInRefused.busy.httpStatus }
    package var retryAfterSeconds: Int? { 10 }
}
