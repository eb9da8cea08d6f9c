/// Signing in by a provider of OpenID Connect; the operator names it.
extension Phrase {
    static func signInBy(_ provider: String) -> Phrase {
        Phrase("Đăng nhập bằng \(provider)", "Sign in with \(provider)")
    }
    static let orByProvider = Phrase("Hoặc", "Or")
    static func goOnAt(_ provider: String) -> Phrase {
        Phrase("Tiếp tục ở \(provider)", "Go on to \(provider)")
    }
    static func goOnAtSentence(_ provider: String) -> Phrase {
        Phrase(
            "Hãy đăng nhập ở \(provider) bằng đúng người dùng của bạn; người dùng đó sẽ đăng nhập được vào tài khoản Loa này.",
            "Sign in at \(provider) as yourself: whoever signs in there can then sign in to this account of Loa."
        )
    }
    static let openIDSentence = Phrase(
        "Nối tài khoản này với người dùng của bạn ở hệ thống đăng nhập chung, để không phải gõ mật khẩu mỗi lần.",
        "Link this account to yourself at the sign-in provider, so that no password has to be typed each time."
    )
    static func linkTo(_ provider: String) -> Phrase { Phrase("Nối với \(provider)", "Link to \(provider)") }
    static func linkedTo(_ provider: String) -> Phrase {
        Phrase("Đã nối với \(provider)", "Linked to \(provider)")
    }
    static func waitsForLink(_ provider: String) -> Phrase {
        Phrase("Chờ nối với \(provider)", "Waits to be linked to \(provider)")
    }
    static func notLinkedTo(_ provider: String) -> Phrase {
        Phrase("Chưa nối với \(provider).", "Not linked to \(provider) yet.")
    }
    static func unlinkFrom(_ provider: String) -> Phrase {
        Phrase("Bỏ nối với \(provider)", "Unlink from \(provider)")
    }
    static let openIDSince = Phrase("từ", "since")
    static let openIDLastUsed = Phrase("dùng gần nhất", "last used")
    static let openIDNeverUsed = Phrase("chưa dùng", "not used yet")
    static func waitsForEmail(_ until: String) -> Phrase {
        Phrase(
            "Đang chờ, đến \(until), người có địa chỉ", "Waiting until \(until) for whoever has the address")
    }
    static let openIDStopWaiting = Phrase("Thôi chờ", "Stop waiting")
    static let openIDEmail = Phrase("Nối theo địa chỉ thư điện tử công vụ", "Link by e-mail address")
    static let openIDEmailHint = Phrase(
        "Người đầu tiên mà hệ thống đăng nhập chung xác nhận có địa chỉ này sẽ được nối, trong 30 ngày, một lần.",
        "The first person of whom the provider confirms this address is linked: within 30 days, and once.")
    static let openIDWait = Phrase("Chờ nối", "Wait for it")
    static let openIDSubject = Phrase(
        "Hoặc nối theo mã người dùng (sub)", "Or link by the person’s identifier (sub)")
    static let openIDSubjectHint = Phrase(
        "Chép đúng từng chữ từ hệ thống đăng nhập chung.", "Letter for letter, from the provider’s own pages."
    )
    static let openIDLinkNow = Phrase("Nối ngay", "Link now")
}
