package import Trust

/// Why nobody was signed in or bound by a provider.
package enum OpenIDRefused: Refusal, Hashable {
    /// No answer in time; the reason is for the log.
    case unreachable(String)
    /// An answer that can't be used; the reason is for the log.
    case unusable(String)
    /// An ID token that isn't for us, not now, or not the provider's.
    case untrusted(IDToken.Refused)
    /// The code was used before, or ran out.
    case codeRefused
    /// Begun in another browser, long ago, or answered before.
    case over
    /// The person said no, or the provider did.
    case denied
    /// Nobody bound this person to an account, or the account is disabled.
    case notLinked
    /// The person is bound to an account already.
    case personTaken
    /// The account is bound to a person already.
    case accountTaken
    case badSubject
    case badEmail
    /// Another account waits for this address.
    case emailTaken
    case wrongPassword

    package var code: String {
        switch self {
        case .unreachable: "openid.unreachable"
        case .unusable: "openid.unusable"
        case .untrusted: "openid.untrusted"
        case .codeRefused: "openid.code-refused"
        case .over: "openid.over"
        case .denied: "openid.denied"
        case .notLinked: "openid.not-linked"
        case .personTaken: "openid.person-taken"
        case .accountTaken: "openid.account-taken"
        case .badSubject: "openid.bad-subject"
        case .badEmail: "openid.bad-email"
        case .emailTaken: "openid.email-taken"
        case .wrongPassword: "openid.wrong-password"
        }
    }

    /// What the operator's log says beyond the code; nil where there is nothing more.
    package var reason: String? {
        switch self {
        case .unreachable(let reason), .unusable(let reason): reason
        case .untrusted(let reason): reason.rawValue
        case .codeRefused, .over, .denied, .notLinked, .personTaken, .accountTaken, .badSubject, .badEmail,
            .emailTaken, .wrongPassword:
            nil
        }
    }

    package var vietnamese: String {
        switch self {
        case .unreachable:
            "Hệ thống đăng nhập chung không trả lời. Hãy đăng nhập bằng mật khẩu, hoặc thử lại sau ít phút."
        case .unusable:
            "Hệ thống đăng nhập chung trả lời không đúng cách. Hãy đăng nhập bằng mật khẩu và báo quản trị máy chủ."
        case .untrusted:
            "Không thể tin câu trả lời của hệ thống đăng nhập chung nên chưa đăng nhập. Hãy thử lại; nếu vẫn vậy, hãy báo quản trị máy chủ."
        case .codeRefused: "Lượt đăng nhập này đã dùng rồi hoặc đã hết hạn. Hãy thử lại."
        case .over: "Lượt đăng nhập này đã hết hạn, đã dùng rồi hoặc bắt đầu ở trình duyệt khác. Hãy thử lại."
        case .denied: "Bạn chưa đồng ý đăng nhập, hoặc hệ thống đăng nhập chung từ chối."
        case .notLinked:
            "Người dùng này chưa được nối với tài khoản Loa nào đang hoạt động. Hãy đăng nhập bằng mật khẩu rồi nối ở trang Tài khoản của tôi, hoặc báo quản trị viên của cơ quan."
        case .personTaken: "Người dùng này đã được nối với một tài khoản Loa khác."
        case .accountTaken: "Tài khoản này đã được nối; hãy bỏ nối trước."
        case .badSubject: "Mã người dùng gồm 1 đến 255 chữ không dấu."
        case .badEmail: "Địa chỉ thư điện tử này không đúng dạng."
        case .emailTaken: "Địa chỉ này đang chờ nối với một tài khoản khác."
        case .wrongPassword: "Mật khẩu hiện tại không đúng."
        }
    }

    package var english: String {
        switch self {
        case .unreachable:
            "The sign-in provider does not answer. Sign in with your password, or try again in a few minutes."
        case .unusable:
            "The sign-in provider’s answer can’t be used. Sign in with your password, and tell the server’s operator."
        case .untrusted:
            "The sign-in provider’s answer can’t be trusted, so nobody was signed in. Try again; if it stays so, tell the server’s operator."
        case .codeRefused: "This sign-in was used already, or came too late. Please try again."
        case .over:
            "This sign-in came too late, was used already, or began in another browser. Please try again."
        case .denied: "You did not agree to sign in, or the sign-in provider refused."
        case .notLinked:
            "This person is linked to no active account of Loa. Sign in with your password and link it on the page My account, or ask your agency’s administrator."
        case .personTaken: "This person is linked to another account of Loa."
        case .accountTaken: "This account is linked already; unlink it first."
        case .badSubject: "A person’s identifier has 1 to 255 plain letters, digits and signs."
        case .badEmail: "This is no usable e-mail address."
        case .emailTaken: "Another account waits for this address."
        case .wrongPassword: "The current password is not right."
        }
    }

    package var httpStatus: Int {
        switch self {
        case .unreachable: 503
        case .unusable, .untrusted: 502
        case .codeRefused, .over: 400
        case .denied, .notLinked: 403
        case .personTaken, .accountTaken, .emailTaken: 409
        case .badSubject, .badEmail, .wrongPassword: 422
        }
    }

    package var retryAfterSeconds: Int? { if case .unreachable = self { 60 } else { nil } }
}
