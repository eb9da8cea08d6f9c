/// Tokens for programs.
extension Phrase {
    static let apiTokens = Phrase("Khóa truy cập cho chương trình", "Tokens for programs")
    static let apiTokensSentence = Phrase(
        "Phần mềm khác của cơ quan dùng khóa để đọc và cập nhật nhiệm vụ qua giao tiếp JSON. Mọi việc làm bằng khóa được ghi vào sổ cái dưới tên khóa.",
        "Other software of the agency uses a token to read and change tasks through the JSON interface. Whatever is done with it goes to the ledger under its name."
    )
    static let apiNoTokens = Phrase("Cơ quan chưa có khóa nào.", "The agency has no tokens yet.")
    static let apiTokenMade = Phrase(
        "Hãy chép khóa này ngay; sẽ không xem lại được:", "Copy this token now; it can't be shown again:")
    static let apiAlive = Phrase("Đang dùng được", "Usable")
    static let apiExpired = Phrase("Đã hết hạn", "Expired")
    static let apiRevoked = Phrase("Đã thu hồi", "Revoked")
    static let apiScopes = Phrase("Phạm vi", "Scopes")
    static let apiMadeBy = Phrase("Người tạo:", "Made by")
    static let apiExpires = Phrase("hết hạn", "expires")
    static let apiLastUsed = Phrase("dùng lần cuối", "last used")
    static let apiNeverUsed = Phrase("chưa dùng", "never")
    static let apiRevoke = Phrase("Thu hồi", "Revoke")
    static let apiNewToken = Phrase("Tạo khóa mới", "New token")
    static let apiTokenName = Phrase("Tên khóa", "Name")
    static let apiTokenNameHint = Phrase(
        "Để biết phần mềm nào dùng, ví dụ: Hệ thống quản lý văn bản.",
        "Which software uses it, such as: document system.")
    static let apiLifetime = Phrase("Thời hạn", "Lifetime")
    static let apiMake = Phrase("Tạo khóa", "Make the token")
}
