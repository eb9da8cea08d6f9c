/// The frame of every page, and words that many pages share.
extension Phrase {
    static let skipToContent = Phrase("Đến nội dung chính", "Skip to content")
    static let mainNavigation = Phrase("Điều hướng chính", "Main navigation")
    static let plans = Phrase("Kế hoạch", "Plans")
    static let tasks = Phrase("Nhiệm vụ", "Tasks")
    static let upload = Phrase("Tiếp nhận văn bản", "Receive a document")
    static let ledger = Phrase("Sổ cái", "Ledger")
    static let accounts = Phrase("Tài khoản", "Accounts")
    static let signOut = Phrase("Đăng xuất", "Sign out")
    static let footNote = Phrase(
        "Loa – hệ thống quản lý kế hoạch thông tin, tuyên truyền",
        "Loa – official communication plans, from paper to the public")
    static let demonstrationKeys = Phrase(
        "Khóa thử nghiệm – không dùng để phát thật",
        "Demonstration keys – not for real broadcasting")
    static let guide = Phrase("Hướng dẫn", "Guide")
    static let contents = Phrase("Mục lục", "Contents")
    static let keyboardHelp = Phrase("Phím tắt (?)", "Keyboard shortcuts (?)")

    static let save = Phrase("Lưu", "Save")
    static let cancel = Phrase("Hủy bỏ", "Cancel")
    static let edit = Phrase("Sửa", "Edit")
    static let delete = Phrase("Xóa", "Delete")
    static let confirm = Phrase("Xác nhận", "Confirm")
    static let previous = Phrase("← Trang trước", "← Previous")
    static let next = Phrase("Trang sau →", "Next →")
    static let back = Phrase("Quay lại", "Back")
    static let filter = Phrase("Lọc", "Filter")
    static let clearFilter = Phrase("Bỏ lọc", "Clear filter")
    static let search = Phrase("Tìm kiếm", "Search")
    static let all = Phrase("Tất cả", "All")
}

/// Errors and help.
extension Phrase {
    static let errorReference = Phrase("Mã tham chiếu:", "Reference:")
    static let toStart = Phrase("Về trang đầu", "To the start")
    static let keysTitle = Phrase("Phím tắt", "Keyboard shortcuts")
    static let keysSentence = Phrase(
        "Dùng khi con trỏ không nằm trong ô nhập, phần lớn ở trang rà soát. Tab và Enter dùng được ở mọi trang.",
        "While no field has the focus, mostly on the correcting page. Tab and Enter work on every page.")
    static let formExpired = Phrase(
        "Biểu mẫu đã hết hạn hoặc không do trang này tạo ra. Hãy quay lại, tải lại trang rồi gửi lại.",
        "The form has expired or was not made by this page. Go back, reload the page and send it again.")
}
