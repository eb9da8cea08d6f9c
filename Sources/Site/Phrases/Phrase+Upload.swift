/// Receiving documents.
extension Phrase {
    static let uploadSentence = Phrase(
        "Chọn một hoặc nhiều văn bản. Hệ thống đọc từng văn bản và lập danh sách nhiệm vụ để rà soát.",
        "Choose one or more documents. Each is read, and its tasks are listed to be corrected.")
    static let secretsTitle = Phrase(
        "Không đưa tài liệu bí mật nhà nước lên hệ thống này", "No State secrets in this system")
    static let secretsSentence = Phrase(
        "Hệ thống có kết nối mạng. Luật Bảo vệ bí mật nhà nước nghiêm cấm soạn thảo, lưu giữ tài liệu Mật, Tối mật, Tuyệt mật trên máy có kết nối mạng. Văn bản có dấu chỉ độ mật bị từ chối và không được lưu lại dưới bất kỳ hình thức nào.",
        "This system is on a network. The law forbids keeping documents marked Mật, Tối mật or Tuyệt mật on it. A document that bears such a mark is refused, and nothing of it is kept."
    )
    static let secretsPictures = Phrase(
        "Với bản quét và ảnh chụp, dấu đóng mờ có thể không nhận ra được: người tiếp nhận tự kiểm tra trước khi chọn tệp.",
        "In scans and photographs a faint stamp may go unseen: check before you choose the file.")
    static let mayNotReceive = Phrase(
        "Tài khoản này không được giao tiếp nhận văn bản cho cơ quan nào.",
        "This account may not receive documents for any agency.")
    static let receivingAgency = Phrase("Tiếp nhận cho cơ quan", "Received for")
    static let chooseFiles = Phrase("Chọn tệp hoặc kéo thả tệp vào đây", "Choose files or drop them here")
    static let fileKinds = Phrase(
        "Word (docx, doc), ODT, PDF (cả bản quét), ảnh (JPG, PNG, TIFF), văn bản thuần, Markdown, HTML. Tối đa 50 MB mỗi tệp, 10 tệp mỗi lần.",
        "Word (docx, doc), ODT, PDF (scans too), pictures (JPG, PNG, TIFF), plain text, Markdown, HTML. At most 50 MB a file and 10 files at a time."
    )
    static let tooLarge = Phrase("Tệp lớn hơn 50 MB:", "Larger than 50 MB:")
    static let attest = Phrase(
        "Tôi đã kiểm tra: các tệp này không chứa bí mật nhà nước.",
        "I have checked: these files hold no State secrets.")
    static let attestFirst = Phrase(
        "Hãy xác nhận rằng các tệp không chứa bí mật nhà nước.",
        "Please confirm that the files hold no State secrets.")
    static let noFile = Phrase("Chưa chọn tệp nào.", "No file was chosen.")
    static let receive = Phrase("Tiếp nhận và đọc", "Receive and read")
    static let readingFiles = Phrase("Đang đọc văn bản", "Reading documents")
    static let filesRead = Phrase("Kết quả đọc văn bản", "What became of the documents")
    static let readingSentence = Phrase(
        "Bản quét nhiều trang cần vài phút. Có thể rời trang này; việc đọc vẫn tiếp tục.",
        "A long scan takes minutes. You may leave this page; reading goes on.")
    static let waiting = Phrase("Đang chờ đến lượt…", "Waiting for its turn…")
    static let converting = Phrase("Đang chuyển đổi văn bản…", "Converting the document…")
    static let cancelReading = Phrase("Dừng đọc", "Stop reading")
    static let readingCancelled = Phrase(
        "Đã dừng đọc; không lưu gì.", "Reading was stopped; nothing was kept.")
    static let readDone = Phrase("Đã đọc xong.", "Read.")
    static let correctNow = Phrase("Rà soát ngay", "Correct it now")
    static let notReceived = Phrase("Không tiếp nhận.", "Not received.")
    static let openPlan = Phrase("Mở kế hoạch", "Open the plan")
    static let receiveMore = Phrase("Tiếp nhận văn bản khác", "Receive more")
    static let queueFull = Phrase(
        "Đang có quá nhiều văn bản chờ đọc. Hãy thử lại sau ít phút.",
        "Too many documents are waiting. Try again in a few minutes.")
    static let uploadsFull = Phrase(
        "Hệ thống đang nhận quá nhiều tệp cùng lúc; chưa lưu gì của các tệp này. Hãy thử lại sau một phút.",
        "Too many files are coming in at once; nothing of these was kept. Try again in a minute.")
    static let readingFailed = Phrase("Không đọc được tệp này.", "This file could not be read.")
    static let serverStopped = Phrase(
        "Việc đọc bị ngắt giữa chừng; hãy gửi lại tệp.",
        "Reading was interrupted; please send the file again.")
    static func pageOf(_ page: Int, _ count: Int) -> Phrase {
        Phrase("Đang đọc trang \(page)/\(count)", "Reading page \(page) of \(count)")
    }

    static func fileAt(_ position: Int) -> Phrase {
        Phrase("Tệp thứ \(position) đã chọn", "File \(position) of those chosen")
    }
}
