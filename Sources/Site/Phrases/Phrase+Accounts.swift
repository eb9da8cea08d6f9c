/// Signing in, one's own account, the accounts of others.
extension Phrase {
    static let signIn = Phrase("Đăng nhập", "Sign in")
    static let signInSentence = Phrase(
        "Dành cho cán bộ, công chức được cấp tài khoản.", "For officials who were given an account.")
    static let forgotPassword = Phrase(
        "Quên mật khẩu hoặc mất điện thoại có ứng dụng xác thực: báo quản trị viên của cơ quan để được cấp lại.",
        "If you forgot the password or lost the telephone with the authenticator app, ask your agency’s administrator."
    )
    static let accountName = Phrase("Tên đăng nhập", "Account name")
    static let accountNameHint = Phrase(
        "3 đến 64 ký tự: chữ thường không dấu, chữ số, dấu chấm, gạch dưới, gạch nối.",
        "3 to 64 characters: lower-case letters, digits, dot, underscore, hyphen.")
    static let password = Phrase("Mật khẩu", "Password")
    static let currentPassword = Phrase("Mật khẩu hiện tại", "Current password")
    static let newPassword = Phrase("Mật khẩu mới", "New password")
    static let newPasswordAgain = Phrase("Nhập lại mật khẩu mới", "New password again")
    static let passwordHint = Phrase(
        "Ít nhất 12 ký tự; một câu dài dễ nhớ là tốt nhất.",
        "At least 12 characters; a long sentence is best.")
    static let passwordsDiffer = Phrase(
        "Hai lần nhập mật khẩu mới không giống nhau.", "The two new passwords differ.")
    static let passwordChanged = Phrase("Đã đổi mật khẩu.", "The password was changed.")
    static let changePassword = Phrase("Đổi mật khẩu", "Change password")
    static let mustChangePassword = Phrase(
        "Mật khẩu này do quản trị viên cấp. Hãy đổi mật khẩu trước khi làm việc tiếp.",
        "This password was set by an administrator. Change it before you go on.")
    static let secondFactor = Phrase("Xác thực lớp thứ hai", "Second factor")
    static let secondFactorSentence = Phrase(
        "Ngoài mật khẩu, mỗi lần đăng nhập cần thêm mã 6 chữ số do ứng dụng xác thực trên điện thoại tạo ra.",
        "Besides the password, each sign-in asks for six digits that an authenticator app makes.")
    static let enrolSecondFactor = Phrase("Bật xác thực lớp thứ hai", "Set up the second factor")
    static let secondFactorAsked = Phrase(
        "Tài khoản này cần thêm mã từ ứng dụng xác thực trên điện thoại.",
        "This account also asks for a code from the authenticator app on your telephone.")
    static let installApp = Phrase(
        "Cài một ứng dụng xác thực trên điện thoại (ứng dụng nào tạo mã 6 chữ số theo thời gian cũng dùng được).",
        "Install an authenticator app on your telephone (any that makes six-digit codes by time).")
    static let scanSecret = Phrase(
        "Trong ứng dụng, chọn thêm tài khoản rồi quét mã này.",
        "In the app, add an account and scan this code.")
    static let cannotScan = Phrase("Không quét được?", "Can’t scan it?")
    static let setUpAddress = Phrase(
        "Đường dẫn cài đặt, để dán vào ứng dụng trên máy tính",
        "Set-up address, to be pasted into an app on a computer")
    static let qrLabel = Phrase("Mã QR của khóa bí mật", "QR code of the secret")
    static let secretKey = Phrase("Khóa bí mật để nhập tay", "Secret, to be typed")
    static let secondFactorOn = Phrase("Đã bật xác thực lớp thứ hai", "Second factor on")
    static let secondFactorOff = Phrase("Đã tắt xác thực lớp thứ hai.", "The second factor was removed.")
    static let removeSecondFactor = Phrase("Tắt xác thực lớp thứ hai", "Remove the second factor")
    static let code = Phrase("Mã xác thực", "Code")
    static let codeHint = Phrase(
        "6 chữ số ứng dụng đang hiện; mã đổi sau mỗi 30 giây.",
        "The six digits that the app shows now; they change every 30 seconds.")
    static let goOn = Phrase("Tiếp tục", "Continue")
    static let ownAccount = Phrase("Tài khoản của tôi", "My account")
    static let roles = Phrase("Vai trò", "Roles")
    static let role = Phrase("Vai trò", "Role")
    static let agency = Phrase("Cơ quan, đơn vị", "Agency")
    static let accountsSentence = Phrase(
        "Tài khoản và vai trò của cơ quan và các đơn vị trực thuộc.",
        "Accounts and roles of the agency and those below it.")
    static let newAccount = Phrase("Tài khoản mới", "New account")
    static let createAccount = Phrase("Tạo tài khoản", "Create account")
    static let accountCreated = Phrase("Đã tạo tài khoản.", "The account was created.")
    static let noAccounts = Phrase("Chưa có tài khoản nào.", "There are no accounts yet.")
    static let displayName = Phrase("Họ và tên", "Name")
    static let state = Phrase("Trạng thái", "State")
    static let enabled = Phrase("Đang hoạt động", "Active")
    static let disabled = Phrase("Đã khóa", "Disabled")
    static let enable = Phrase("Mở khóa", "Enable")
    static let disable = Phrase("Khóa tài khoản", "Disable")
    static let access = Phrase("Truy cập", "Access")
    static let resetPassword = Phrase("Cấp lại mật khẩu", "Reset password")
    static let oneTimePassword = Phrase(
        "Mật khẩu dùng một lần, chỉ hiện lần này. Người dùng phải đổi khi đăng nhập:",
        "One-time password, shown only now. It must be changed at the next sign-in:")
    static let grant = Phrase("Giao vai trò", "Grant role")
    static let revoke = Phrase("Thu hồi", "Revoke")
    static let changed = Phrase("Đã lưu thay đổi.", "The change was saved.")
    static let ownAccountSentence = Phrase(
        "Không ai tự giao vai trò hoặc tự khóa tài khoản của mình; việc này do quản trị viên khác thực hiện.",
        "Nobody grants roles to or disables themselves; another administrator does.")
    static let signedOut = Phrase("Đã đăng xuất.", "You are signed out.")
    static let signInAgain = Phrase(
        "Phiên làm việc đã hết hạn. Hãy đăng nhập lại.", "The session has ended. Please sign in again.")
    static func waitSeconds(_ seconds: Int) -> Phrase {
        Phrase(
            "Nhập sai nhiều lần. Hãy thử lại sau \(seconds) giây.",
            "Too many wrong tries. Try again in \(seconds) seconds.")
    }
}
