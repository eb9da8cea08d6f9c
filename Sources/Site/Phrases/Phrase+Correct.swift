/// The page where a draft is corrected beside its document.
extension Phrase {
    static let document = Phrase("Văn bản", "Document")
    static let whatWasRead = Phrase("Nội dung đọc được", "What was read")
    static let headOfDocument = Phrase("Thể thức văn bản", "Head of document")
    static let reports = Phrase("Chế độ báo cáo", "Reports")
    static let citations = Phrase("Căn cứ, viện dẫn", "Bases and citations")
    static let recipients = Phrase("Nơi nhận", "Recipients")
    static let contacts = Phrase("Danh sách liên hệ", "Contacts")
    static let basis = Phrase("căn cứ", "basis")
    static let legend = Phrase("Chú giải màu", "Legend")
    static let partsOfDocument = Phrase("Các phần của văn bản", "Parts of the document")
    static let notInDocument = Phrase("không có trong văn bản", "not in the document")
    static let noTasksHere = Phrase(
        "Phần văn bản này không có nhiệm vụ.", "This part of the document has no tasks.")
    static let noReports = Phrase(
        "Văn bản không quy định chế độ báo cáo.", "The document asks for no reports.")
    static let noCitations = Phrase("Văn bản không viện dẫn văn bản nào.", "The document cites no other.")

    static let undo = Phrase("Hoàn tác", "Undo")
    static let redo = Phrase("Làm lại", "Redo")
    static let addTask = Phrase("Thêm nhiệm vụ", "Add task")
    static let newTask = Phrase("Nhiệm vụ mới", "New task")
    static let issueDots = Phrase("Chốt và giao nhiệm vụ…", "Issue…")
    static let split = Phrase("Tách", "Split")
    static let merge = Phrase("Gộp", "Merge")
    static let confirmed = Phrase("Đã xác nhận", "Confirmed")
    static let takeBack = Phrase("Bỏ xác nhận", "Take back")

    static let lead = Phrase("Chủ trì", "Lead")
    static let coordinators = Phrase("Phối hợp", "With")
    static let time = Phrase("Thời gian", "Time")
    static let wordsOfTask = Phrase("Nội dung nhiệm vụ", "Words of the task")
    static let leadsOneALine = Phrase("Chủ trì (mỗi cơ quan một dòng)", "Lead agencies (one a line)")
    static let coordinatorsOneALine = Phrase("Phối hợp (mỗi cơ quan một dòng)", "Coordinating (one a line)")
    static let changedText = Phrase("Sửa nội dung nhiệm vụ", "Words of a task changed")
    static let standsNow = Phrase("Hiện có:", "Stands now:")
    static let standsEmpty = Phrase("(để trống)", "(empty)")
    static let saveOver = Phrase("Lưu đè", "Save over it")
    static let takeWhatStands = Phrase("Giữ bản hiện có", "Take what stands")
    static let keptBeside = Phrase(
        "Nội dung bạn vừa nhập vẫn còn trong biểu mẫu dưới đây, bên dưới mỗi ô là nội dung hiện có. Lưu đè, hoặc giữ bản hiện có.",
        "What you typed is still in the form below, and under each field what stands now. Save over it, or take what stands."
    )
    static let keptAsNew = Phrase(
        "Mục bạn đang sửa không còn trong bản này. Nội dung bạn vừa nhập được giữ trong biểu mẫu dưới đây; lưu lại sẽ thêm thành mục mới.",
        "The item is no longer in the draft. What you typed is in the form below; saving adds it as a new one."
    )
    static let notSaved = Phrase(
        "Chưa lưu được: không kết nối được máy chủ hoặc phiên làm việc đã hết. Nội dung vừa nhập vẫn còn trên trang này.",
        "Not saved: the server can't be reached or the session has ended. What you typed is still on this page."
    )
    static let pickedWords = Phrase("Đoạn văn bản đang chọn", "Selected words")
    static let putInto = Phrase("Đưa vào ô", "Put into")
    static let makeOfThem = Phrase("Tạo mới:", "New:")
    static let pickHint = Phrase(
        "Bôi đen câu chữ trong văn bản bên trái, hoặc dán câu chữ vào đây.",
        "Select the words in the document on the left, or paste them here.")
    static let timeHint = Phrase(
        "Ví dụ: 30/6/2025; 01/3/2025 - 30/4/2025; quý II/2025; thường xuyên; hằng năm.",
        "For example: 30/6/2025; 01/3/2025 - 30/4/2025; quý II/2025; thường xuyên; hằng năm.")
    static let lostItsWords = Phrase(
        "Không tìm thấy câu chữ này trong văn bản; kiểm tra lại.",
        "These words were not found in the document; please check.")

    static let noLead = Phrase("chưa rõ cơ quan chủ trì", "nobody leads")
    static let nothingToSplit = Phrase(
        "Nhiệm vụ này chỉ có một câu nên không tách được.",
        "This task is a single sentence and can't be split.")
    static let cutHere = Phrase("Đặt con trỏ vào chỗ tách", "Put the caret where to cut")
    static let cutHint = Phrase(
        "Bấm chuột vào đoạn dưới đây hoặc dùng phím mũi tên; phần thứ hai bắt đầu từ chữ có con trỏ.",
        "Click into the words below, or use the arrow keys; the second part begins with the word at the caret."
    )
    static let cutOwnWordsHint = Phrase(
        "Đây là lời đã sửa, không phải lời trong văn bản. Bấm chuột vào chỗ tách hoặc dùng phím mũi tên; phần thứ hai bắt đầu từ chữ có con trỏ.",
        "These are the edited words, not the document's. Click where to cut, or use the arrow keys; the second part begins with the word at the caret."
    )
    static let splitBefore = Phrase("Phần thứ hai bắt đầu từ", "The second part begins with")
    static let dismiss = Phrase("Bỏ qua", "Dismiss")
    static let add = Phrase("Thêm", "Add")
    static let reportFrom = Phrase("Cơ quan báo cáo (mỗi cơ quan một dòng)", "Who reports (one a line)")
    static let reportTo = Phrase("Nơi nhận báo cáo (mỗi nơi một dòng)", "To whom (one a line)")
    static let reportBy = Phrase("Thời hạn", "By")
    static let reportCovers = Phrase("Kỳ báo cáo", "Covers")
    static let noDay = Phrase("không ghi thời hạn", "no day given")
    static let citationDate = Phrase("Ngày văn bản", "Date")
    static let citationHint = Phrase(
        "Có thể dán cả cụm: “Nghị định số 72/2015/NĐ-CP ngày 07/9/2015”.",
        "A whole phrase may be pasted: “Nghị định số 72/2015/NĐ-CP ngày 07/9/2015”.")
    static let isBasis = Phrase("Là căn cứ ban hành văn bản", "The document is issued under it")
    static let contactName = Phrase("Họ và tên", "Name")
    static let contactTitle = Phrase("Chức vụ, đơn vị", "Title, unit")
    static let contactPhone = Phrase("Số điện thoại", "Telephone")
    static let contactPhoneHint = Phrase(
        "Để nguyên dấu sao thì số cũ được giữ.", "Left with its stars, the number stays.")
    static let noContacts = Phrase("Văn bản không kèm danh sách liên hệ.", "The document lists no contacts.")
    static let newRecipient = Phrase("Nơi nhận khác", "Another recipient")
    static let phonesMasked = Phrase(
        "Số điện thoại cá nhân được che theo quy định về bảo vệ dữ liệu cá nhân.",
        "Personal telephone numbers are masked by the rules on personal data.")

    static func conflicts(_ count: Int) -> Phrase {
        Phrase(
            "\(count) chỗ đã sửa cần kiểm tra lại so với lần đọc mới nhất:",
            count == 1
                ? "1 correction to be checked against the latest reading:"
                : "\(count) corrections to be checked against the latest reading:")
    }
    static func addTo(_ kind: ListKind) -> Phrase {
        switch kind {
        case .report: Phrase("Thêm chế độ báo cáo", "Add a report")
        case .citation: Phrase("Thêm văn bản căn cứ, viện dẫn", "Add a citation")
        case .recipient: Phrase("Thêm nơi nhận", "Add a recipient")
        case .contact: Phrase("Thêm liên hệ", "Add a contact")
        }
    }
    static func taskNumber(_ number: Int) -> Phrase { Phrase("Nhiệm vụ \(number)", "Task \(number)") }
    static func taskSign(_ sign: String) -> Phrase { Phrase("Nhiệm vụ \(sign)", "Task \(sign)") }
    static func line(_ number: Int) -> Phrase { Phrase("dòng \(number)", "line \(number)") }
    static func editTask(_ number: Int) -> Phrase { Phrase("Sửa nhiệm vụ \(number)", "Edit task \(number)") }
    static func splitTask(_ number: Int) -> Phrase {
        Phrase("Tách nhiệm vụ \(number)", "Split task \(number)")
    }
    static func mergeTask(_ number: Int) -> Phrase {
        Phrase("Gộp nhiệm vụ \(number)", "Merge task \(number)")
    }
    static func mergeWith(_ number: Int) -> Phrase {
        Phrase("Gộp nhiệm vụ \(number) với", "Merge task \(number) with")
    }
    static func partOf(_ part: Int, _ count: Int) -> Phrase {
        Phrase("Phần \(part)/\(count)", "Part \(part) of \(count)")
    }
    static func confirmedOf(_ confirmed: Int, _ count: Int) -> Phrase {
        Phrase("Đã xác nhận \(confirmed)/\(count) nhiệm vụ", "\(confirmed) of \(count) tasks confirmed")
    }
}

/// What was wrong with a correction.
extension Phrase {
    static let dateNotUnderstood = Phrase(
        "Không hiểu ngày đã nhập, hoặc ngày đó không có trong lịch. Ví dụ: 30/6/2025; 6/2025; 10/12 hằng năm; ngày 20 hằng tháng.",
        "The date isn't understood, or isn't in the calendar. For example: 30/6/2025; 6/2025; 10/12 hằng năm; ngày 20 hằng tháng."
    )
    static let timeNotUnderstood = Phrase(
        "Không hiểu thời gian đã nhập, hoặc ngày đó không có trong lịch. Ví dụ: trước 30/6/2025; 01/3/2025 - 30/4/2025; tháng 6/2025; quý II/2025; trước ngày 20 hằng tháng; thường xuyên; hằng năm.",
        "The time isn't understood, or its day isn't in the calendar. For example: trước 30/6/2025; 01/3/2025 - 30/4/2025; tháng 6/2025; quý II/2025; trước ngày 20 hằng tháng; thường xuyên; hằng năm."
    )
    static let wordsNotInDocument = Phrase(
        "Không tìm thấy câu chữ này trong văn bản. Nhiệm vụ mới phải lấy từ câu chữ của văn bản.",
        "These words don't stand in the document. A new task takes its words from there.")
}

extension ListKind {
    /// One item of the list.
    var name: Phrase {
        switch self {
        case .report: Phrase("Báo cáo", "Report")
        case .citation: Phrase("Căn cứ, viện dẫn", "Citation")
        case .recipient: Phrase("Nơi nhận", "Recipient")
        case .contact: Phrase("Liên hệ", "Contact")
        }
    }
}
