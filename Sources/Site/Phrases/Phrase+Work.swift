import Domain

/// Working on tasks: the page of one, and an agency's desk.
extension Phrase {
    static let work = Phrase("Việc của cơ quan", "My agency")
    static let whatNext = Phrase("Việc tiếp theo", "What comes next")
    static let nothingForYou = Phrase(
        "Lúc này tài khoản của bạn không phải làm gì với nhiệm vụ này.",
        "At the moment there is nothing for your account to do here.")
    static let yourPartBelow = Phrase(
        "Phần việc của cơ quan bạn ở mục Phần việc phối hợp bên dưới.",
        "Your agency's part stands under Contributions below.")
    static let workingDays = Phrase("Ngày làm việc", "Working days")
    static func daysLeft(_ days: Int) -> Phrase {
        days < 0
            ? Phrase("quá \(-days) ngày làm việc", "\(-days) working days late")
            : days == 0
                ? Phrase("hôm nay là ngày cuối", "today is the last day")
                : Phrase("còn \(days) ngày làm việc", "\(days) working days left")
    }
    static let givenTo = Phrase("Người được giao", "Given to")
    static let rhythm = Phrase("Định kỳ", "Returns")
    static let silentSign = Phrase("Lâu không có tin", "Silent")
    static let riskSign = Phrase("Có nguy cơ trễ", "At risk")
    static let asksForTimeSign = Phrase("Đang xin gia hạn", "Asks for time")

    static let reported = Phrase("Nội dung báo cáo", "What was reported")
    static let whyStillMissing = Phrase(
        "Vì sao báo cáo khi còn phần chưa xong", "Why it was handed in with parts missing")
    static let returnReason = Phrase("Lý do trả lại hoặc hủy", "Why it was returned or cancelled")

    static let startWork = Phrase("Bắt đầu thực hiện", "Begin")
    static let handIn = Phrase("Báo cáo hoàn thành", "Report it done")
    static let handInNote = Phrase("Đã làm được gì", "What was done")
    static let handInMissing = Phrase(
        "Nếu còn phần phối hợp chưa xong: vì sao vẫn báo cáo",
        "If parts are missing: why it is reported all the same")
    static let handInMissingNeeded = Phrase(
        "Bắt buộc khi còn phần đã đề nghị mà chưa xong.", "Needed while a part that was asked for is missing."
    )
    static let handInMissingFree = Phrase("Không bắt buộc.", "May be left empty.")
    static let neverAsked = Phrase(
        "Kế hoạch nêu các cơ quan phối hợp này nhưng chưa ai đề nghị họ phần việc nào",
        "The plan names these coordinators, and nobody asked them for a part")
    static let takeReportBack = Phrase("Rút lại báo cáo", "Take the report back")
    static let acceptWork = Phrase("Công nhận hoàn thành", "Accept")
    static let returnWork = Phrase("Trả lại để bổ sung", "Return it")
    static let returnWhy = Phrase("Cần bổ sung gì, vì sao", "What is missing, and why")
    static let cancelWork = Phrase("Hủy nhiệm vụ", "Cancel the task")
    static let reopenWork = Phrase("Mở lại nhiệm vụ", "Reopen")
    static let remindWork = Phrase("Đôn đốc", "Remind")
    static let remindWords = Phrase("Lời nhắc (có thể để trống)", "Words (may be left empty)")
    static let delegateWork = Phrase("Giao cho cán bộ", "Give to a colleague")
    static let wholeAgency = Phrase("Cả cơ quan", "The agency as a whole")
    static let colleague = Phrase("Cán bộ", "Colleague")

    static let moreTime = Phrase("Gia hạn", "More time")
    static let askForTime = Phrase("Xin gia hạn", "Ask for more time")
    static let untilEndOf = Phrase("Đến hết ngày", "Until the end of")
    static let grantTime = Phrase("Đồng ý gia hạn", "Grant it")
    static let refuseTime = Phrase("Không đồng ý", "Refuse it")
    static let answerWords = Phrase("Ý kiến trả lời", "Answer")
    static let answerNeeded = Phrase("Không đồng ý thì phải ghi lý do.", "A refusal needs its reason.")

    static let contributions = Phrase("Phần việc phối hợp", "Contributions")
    static let noContributions = Phrase("Không có cơ quan phối hợp nào.", "No agency takes part.")
    static let notAsked = Phrase("Chưa được đề nghị", "Not asked yet")
    static let askedWords = Phrase("Việc được đề nghị", "What is asked for")
    static let askForPart = Phrase("Đề nghị phần việc", "Ask for a part")
    static let askAgain = Phrase("Sửa lời đề nghị", "Change what is asked for")
    static let partDue = Phrase("Hạn của phần việc", "Due day of the part")
    static let beginPart = Phrase("Bắt đầu phần việc", "Begin our part")
    static let handInPart = Phrase("Gửi kết quả phần việc", "Hand our part in")
    static let takePartBack = Phrase("Rút lại kết quả", "Take our part back")
    static let acceptPart = Phrase("Nhận kết quả", "Accept the part")
    static let returnPart = Phrase("Trả lại phần việc", "Return the part")
    static let cancelPart = Phrase("Thôi đề nghị", "No longer wanted")
    static func otherAgencies(_ count: Int) -> Phrase {
        Phrase("\(count) cơ quan phối hợp chưa được đề nghị", "\(count) agencies that nobody has asked")
    }

    static let evidence = Phrase("Minh chứng", "Evidence")
    static let noEvidence = Phrase("Chưa có minh chứng nào.", "There is none yet.")
    static let evidenceHidden = Phrase(
        "Minh chứng chỉ mở cho cơ quan thực hiện, cơ quan lập kế hoạch và người theo dõi cấp trên.",
        "Evidence is open to the agencies that act, the planner's and inspectors above them.")
    static let addFile = Phrase("Thêm tệp", "Add a file")
    static let addPhoto = Phrase("Thêm ảnh", "Add a photo")
    static let addLink = Phrase("Thêm liên kết", "Add a link")
    static let addEvidence = Phrase("Thêm minh chứng", "Add it")
    static let chooseFile = Phrase("Tệp (không quá 20 MB)", "File (20 MB at most)")
    static let choosePhoto = Phrase(
        "Ảnh JPEG, PNG, TIFF, WebP (không quá 20 MB)", "Photo: JPEG, PNG, TIFF, WebP (20 MB at most)")
    static let note = Phrase("Ghi chú", "Note")
    static let photoPlace = Phrase("Chụp ở đâu", "Where it was taken")
    static let photoDay = Phrase("Chụp ngày", "When it was taken")
    static let linkAddress = Phrase("Địa chỉ (https://…)", "Address (https://…)")
    static let linkTitle = Phrase("Tên bài hoặc trang", "Title")
    static let belongsTo = Phrase("Thuộc phần", "Belongs to")
    static let leadsPart = Phrase("Phần chủ trì", "The lead's part")
    static func partOfAgency(_ agency: String) -> Phrase {
        Phrase("Phần của \(agency)", "The part of \(agency)")
    }
    static func ofPeriod(_ period: String) -> Phrase { Phrase("Kỳ \(period)", "Period \(period)") }
    static let removeEvidence = Phrase("Gỡ bỏ", "Remove")
    static let attestEvidence = Phrase(
        "Tôi xác nhận tệp không chứa bí mật nhà nước và được phép đưa lên hệ thống mạng.",
        "I attest that the file holds no State secret and may be put on a networked system.")
    static let evidenceNeedsFile = Phrase("Hãy chọn một tệp.", "Choose a file.")
    static let takenOn = Phrase("chụp ngày", "taken on")

    static let periods = Phrase("Các kỳ thực hiện", "Periods")
    static let handInPeriod = Phrase("Báo cáo kỳ này", "Report this period")
    static let acceptPeriod = Phrase("Công nhận kỳ này", "Accept this period")
    static let returnPeriod = Phrase("Trả lại kỳ này", "Return this period")
    static let earlierPeriods = Phrase("Các kỳ trước", "Earlier periods")
    static let setRhythm = Phrase("Đặt định kỳ", "Set the rhythm")
    static let reckoning = Phrase("Cách tính kỳ", "How periods are reckoned")
    static let byCalendar = Phrase("Theo lịch (tuần, tháng, quý, năm)", "By the calendar")
    static let byDecree = Phrase(
        "Theo thời gian chốt số liệu của Nghị định 09/2019/NĐ-CP (15 tháng trước – 14)",
        "By the cut-off days of Decree 09/2019 (15th – 14th)")
    static let wholePlanReports = Phrase(
        "Áp dụng cách tính kỳ này cho mọi báo cáo định kỳ của kế hoạch",
        "Reckon all periodic reports of the plan so")
    static func bySource(_ source: String) -> Phrase {
        Phrase("Kỳ tính theo \(source)", "Periods as \(source) has them")
    }
    static let wordsWithoutDay = Phrase(
        "Chưa có ngày: lời văn không nêu ngày cụ thể.", "None: the words name no day.")
    static let once = Phrase("Một lần", "Once")

    static let plansBelow = Phrase("Kế hoạch triển khai", "Plans that carry it out")
    static let registerPlan = Phrase("Ghi nhận kế hoạch triển khai", "Register our plan")
    static let registerHint = Phrase(
        "Kế hoạch đã ban hành của cơ quan bạn, lập để thực hiện nhiệm vụ này.",
        "An issued plan of your agency, made to carry this task out.")
    static func accepted(_ done: Int, of all: Int) -> Phrase {
        Phrase("\(done)/\(all) nhiệm vụ hoàn thành", "\(done) of \(all) tasks accepted")
    }

    static let comments = Phrase("Trao đổi", "Comments")
    static let comment = Phrase("Ý kiến", "Comment")
    static let sendComment = Phrase("Gửi ý kiến", "Comment")
    static let reminderSign = Phrase("Đôn đốc", "Reminder")

    static let changedMeanwhile = Phrase(
        "Có người vừa cập nhật. Chưa có gì bị ghi đè và nội dung bạn nhập còn nguyên: hãy so hai bên rồi gửi lại.",
        "Somebody was quicker. Nothing was overwritten and your words are still here: compare, then send again."
    )
    static let asItStands = Phrase("Đang có", "As it stands now")
    static let youTyped = Phrase("Bạn đã nhập", "What you typed")
    static let changedBy = Phrase("Cập nhật", "Changed")
}

/// An agency's desk.
extension Phrase {
    static let workSentence = Phrase(
        "Việc đến hạn, quá hạn và việc đang chờ nhau giữa các cơ quan.",
        "What is due, what is late, and who waits for whom.")
    static let todaySection = Phrase("Hạn hôm nay", "Due today")
    static let nextSection = Phrase("Sắp tới", "Next")
    static let nothingToday = Phrase("Hôm nay không có việc nào đến hạn.", "Nothing is due today.")
    static let seeAll = Phrase("Xem tất cả", "See all")
    static let overviewTab = Phrase("Hôm nay", "Today")
    static let givenToMe = Phrase("Giao cho tôi", "Given to me")
    static let switchAgency = Phrase("Cơ quan", "Agency")
    static let show = Phrase("Xem", "Show")
    static let noAgency = Phrase(
        "Tài khoản của bạn chưa thuộc cơ quan nào. Hãy báo quản trị viên.",
        "Your account belongs to no agency yet. Please tell an administrator.")
    static let bulkTitle = Phrase("Làm với các việc đã chọn", "Do with what is ticked")
    static let bulkVerb = Phrase("Việc làm", "What to do")
    static let bulkWords = Phrase("Nội dung hoặc lý do", "Words or reason")
    static let bulkWordsHint = Phrase(
        "Trả lại thì phải ghi lý do. Báo cáo khi còn phần phối hợp chưa xong cũng vậy.",
        "Returning needs a reason; so does handing in while contributions are missing.")
    static let bulkRun = Phrase("Thực hiện", "Do it")
    static let bulkNothing = Phrase("Hãy đánh dấu ít nhất một việc.", "Tick at least one task.")
    static let bulkDone = Phrase("Đã xong", "Done")
    static let outcomes = Phrase("Kết quả từng việc", "What became of each")
    static func tick(_ task: String) -> Phrase { Phrase("Chọn: \(task)", "Tick: \(task)") }
    static func atLeast(_ count: Int) -> Phrase { Phrase("từ \(count)", "\(count)+") }
    static let roleHere = Phrase("Vai trò", "As")
    static let running = Phrase("Chưa kết thúc", "Running")
    static let closed = Phrase("Đã kết thúc", "Ended")
}
