/// Why a program, or whoever makes its token, is refused.
package enum APIRefused: Refusal, Hashable, CaseIterable {
    case tokenMissing
    /// Unknown, expired, revoked, or of an agency that is no more: nobody is told which.
    case tokenWrong
    /// Too many wrong tokens came from the address.
    case tooManyWrong
    /// Too many requests with one token.
    case tooFast
    case scopeMissing
    case badName
    case noScope
    case badLifetime
    case tooManyTokens
    case noSuchToken

    package var code: String { "api.\(name)" }

    private var name: String {
        switch self {
        case .tokenMissing: "token-missing"
        case .tokenWrong: "token-wrong"
        case .tooManyWrong: "too-many-wrong"
        case .tooFast: "too-fast"
        case .scopeMissing: "scope-missing"
        case .badName: "bad-name"
        case .noScope: "no-scope"
        case .badLifetime: "bad-lifetime"
        case .tooManyTokens: "too-many-tokens"
        case .noSuchToken: "no-such-token"
        }
    }

    package var vietnamese: String {
        switch self {
        case .tokenMissing: "Hãy gửi khóa truy cập của cơ quan trong trường Authorization: Bearer."
        case .tokenWrong: "Khóa truy cập không đúng, đã hết hạn hoặc đã bị thu hồi."
        case .tooManyWrong: "Địa chỉ này vừa gửi quá nhiều khóa sai. Hãy chờ rồi thử lại."
        case .tooFast: "Khóa này gửi yêu cầu quá nhanh. Hãy chờ rồi thử lại."
        case .scopeMissing: "Khóa này không có phạm vi cần cho việc này."
        case .badName: "Hãy đặt tên cho khóa, không quá 100 byte."
        case .noScope: "Hãy chọn ít nhất một phạm vi."
        case .badLifetime: "Hãy chọn một trong các thời hạn của khóa."
        case .tooManyTokens: "Cơ quan đã có quá nhiều khóa đang dùng. Hãy thu hồi bớt."
        case .noSuchToken: "Không tìm thấy khóa này, hoặc khóa đã bị thu hồi."
        }
    }

    package var english: String {
        switch self {
        case .tokenMissing: "Send the agency's token in the field Authorization: Bearer."
        case .tokenWrong: "The token is wrong, expired or revoked."
        case .tooManyWrong: "This address has just sent too many wrong tokens. Wait and try again."
        case .tooFast: "This token asks too fast. Wait and try again."
        case .scopeMissing: "The token doesn't have the scope that this takes."
        case .badName: "Name the token, in 100 bytes at most."
        case .noScope: "Choose one scope at least."
        case .badLifetime: "Choose one of the lifetimes."
        case .tooManyTokens: "The agency has too many living tokens. Revoke some."
        case .noSuchToken: "There is no such token, or it was revoked."
        }
    }

    package var httpStatus: Int {
        switch self {
        case .tokenMissing, .tokenWrong: 401
        case .scopeMissing: 403
        case .noSuchToken: 404
        case .tooManyWrong, .tooFast: 429
        case .badName, .noScope, .badLifetime, .tooManyTokens: 422
        }
    }

    package var retryAfterSeconds: Int? {
        switch self {
        case .tooManyWrong: 60
        case .tooFast: 1
        default: nil
        }
    }
}
