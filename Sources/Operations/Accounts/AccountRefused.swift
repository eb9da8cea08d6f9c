package import Domain

/// Why an account can't be made or changed so.
package enum AccountRefused: Refusal, Hashable {
    case badName
    case badDisplayName
    case nameTaken
    case password(PasswordRules.Fault)
    case wrongPassword
    case notFirst
    case agencyName
    /// The last administrator of the server can't be disabled or lose the role.
    case lastAdministrator
    case noSecondFactorOffered
    case wrongCode
    /// A second factor is only replaced after the old one was removed, which asks for the password.
    case secondFactorOn

    package var code: String {
        switch self {
        case .badName: "account.bad-name"
        case .badDisplayName: "account.bad-display-name"
        case .nameTaken: "account.name-taken"
        case .password(let fault): "account.password.\(fault.rawValue)"
        case .wrongPassword: "account.wrong-password"
        case .notFirst: "account.not-first"
        case .agencyName: "account.agency-name"
        case .lastAdministrator: "account.last-administrator"
        case .noSecondFactorOffered: "account.no-second-factor-offered"
        case .wrongCode: "account.wrong-code"
        case .secondFactorOn: "account.second-factor-on"
        }
    }

    package var vietnamese: String {
        switch self {
        case .badName:
            "Tên đăng nhập gồm 3 đến 64 chữ thường không dấu, chữ số, dấu chấm, gạch dưới hoặc gạch ngang."
        case .badDisplayName: "Họ tên không được để trống và không dài quá 200 byte."
        case .nameTaken: "Tên đăng nhập này đã có người dùng."
        case .password(.tooShort): "Mật khẩu phải có ít nhất \(PasswordRules.shortestCharacters) ký tự."
        case .password(.tooLong): "Mật khẩu không được dài quá \(PasswordRules.longestBytes) byte."
        case .password(.common): "Mật khẩu này quá dễ đoán. Hãy ghép vài từ không liên quan với nhau."
        case .password(.personal): "Mật khẩu không được dựa vào tên của bạn hoặc tên cơ quan."
        case .wrongPassword: "Mật khẩu hiện tại không đúng."
        case .notFirst: "Hệ thống đã có tài khoản; tài khoản mới do quản trị tạo."
        case .agencyName: "Tên cơ quan không được để trống và không dài quá 500 byte."
        case .lastAdministrator:
            "Đây là quản trị cuối cùng của hệ thống; hãy giao quyền cho người khác trước."
        case .noSecondFactorOffered: "Hãy bắt đầu lại việc cài mã xác thực."
        case .wrongCode:
            "Mã này không đúng hoặc đã hết hạn. Hãy nhập mã đang hiện trong ứng dụng; nếu vẫn sai, kiểm tra giờ trên điện thoại."
        case .secondFactorOn: "Tài khoản đã có mã xác thực; hãy bỏ mã cũ trước khi cài mã mới."
        }
    }

    package var english: String {
        switch self {
        case .badName: "A sign-in name has 3 to 64 lower-case letters, digits, dots, underscores or hyphens."
        case .badDisplayName: "The name must not be empty, nor longer than 200 bytes."
        case .nameTaken: "This sign-in name is taken."
        case .password(.tooShort): "A password has at least \(PasswordRules.shortestCharacters) characters."
        case .password(.tooLong): "A password has at most \(PasswordRules.longestBytes) bytes."
        case .password(.common): "This password is too easy to guess. Join a few unrelated words."
        case .password(.personal): "A password must not be made of your name or your agency's."
        case .wrongPassword: "The current password is not right."
        case .notFirst: "There are accounts already; an administrator makes new ones."
        case .agencyName: "The agency's name must not be empty, nor longer than 500 bytes."
        case .lastAdministrator:
            "This is the last administrator of the server; grant somebody else the role first."
        case .noSecondFactorOffered: "Please begin again to set up the second factor."
        case .wrongCode:
            "The code is not right, or came too late. Type the one that the app shows now; if that fails, check the telephone’s clock."
        case .secondFactorOn: "The account has a second factor; remove it before you set up another."
        }
    }

    package var httpStatus: Int {
        switch self {
        case .nameTaken, .notFirst, .lastAdministrator, .secondFactorOn: 409
        case .badName, .badDisplayName, .password, .wrongPassword, .agencyName, .noSecondFactorOffered,
            .wrongCode:
            422
        }
    }
}

/// Why nobody was signed in.
///
/// Never tells whether the name exists.
package enum SignInRefused: Refusal, Hashable {
    case wrong
    case wrongCode
    /// So many seconds must pass before the next try.
    case wait(Int)
    case busy

    package var code: String {
        switch self {
        case .wrong: "sign-in.wrong"
        case .wrongCode: "sign-in.wrong-code"
        case .wait: "sign-in.wait"
        case .busy: "sign-in.busy"
        }
    }

    package var vietnamese: String {
        switch self {
        case .wrong: "Tên đăng nhập hoặc mật khẩu không đúng."
        case .wrongCode: "Mã xác thực không đúng, đã dùng rồi hoặc đã hết hạn."
        case .wait(let seconds): "Đã thử sai nhiều lần. Hãy thử lại sau \(seconds) giây."
        case .busy: "Máy chủ đang bận. Hãy thử lại sau ít phút."
        }
    }

    package var english: String {
        switch self {
        case .wrong: "The name or the password is not right."
        case .wrongCode: "The code is not right, was used already, or came too late."
        case .wait(let seconds): "Too many wrong tries. Please try again in \(seconds) seconds."
        case .busy: "The server is busy. Please try again in a few minutes."
        }
    }

    package var httpStatus: Int {
        switch self {
        case .wrong, .wrongCode: 401
        case .wait: 429
        case .busy: 503
        }
    }

    package var retryAfterSeconds: Int? {
        switch self {
        case .wait(let seconds): seconds
        case .busy: 10
        case .wrong, .wrongCode: nil
        }
    }
}
