import Markup

/// The keyboard shortcuts; also what `?` shows.
struct KeysPage: Sendable {
    static let keys: [(key: String, meaning: Phrase)] = [
        (
            "j",
            Phrase(
                "mục tiếp theo: nhiệm vụ, báo cáo, căn cứ, nơi nhận, liên hệ", "next task, report, citation …"
            )
        ),
        ("k", Phrase("mục trước", "the one before")),
        ("c", Phrase("xác nhận nhiệm vụ đang chọn", "confirm the current task")),
        ("e", Phrase("sửa mục đang chọn", "edit the current one")),
        ("s", Phrase("tách nhiệm vụ đang chọn", "split the current task")),
        ("m", Phrase("gộp nhiệm vụ đang chọn", "merge the current task")),
        ("x", Phrase("xóa mục đang chọn", "delete the current one")),
        (
            "n",
            Phrase(
                "thêm nhiệm vụ (từ đoạn đang bôi đen, nếu có)", "add a task (from the selected words, if any)"
            )
        ),
        (
            "p",
            Phrase(
                "đưa đoạn đang bôi đen vào ô đang mở, hoặc chọn tạo mục mới từ đoạn đó",
                "put the selected words into the open form, or choose what to make of them")
        ),
        ("u", Phrase("hoàn tác", "undo")),
        ("r", Phrase("làm lại", "redo")),
        ("d", Phrase("chuyển giữa văn bản và nội dung đọc được", "go between document and findings")),
        (",  .", Phrase("trang đầu, trang sau của danh sách", "first and next page of a list")),
        ("/", Phrase("đến ô tìm kiếm", "go to the search field")),
        ("?", Phrase("mở trang này", "open this page")),
        ("Esc", Phrase("bỏ chọn, đóng", "let go, close")),
    ]

    func view(_ screen: Screen) -> Markup {
        screen.page(
            screen(.keysTitle), width: .narrow,
            """
            \(screen.head("\(screen, .keysTitle)", "\(screen, .keysSentence)"))
            <div class="sheet" id="keys"><dl class="facts">\(each: KeysPage.keys, { "<dt><kbd>\($0.key)</kbd></dt><dd>\(screen, $0.meaning)</dd>" })</dl></div>
            """)
    }
}
