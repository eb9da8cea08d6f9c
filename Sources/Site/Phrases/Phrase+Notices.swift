import Domain

/// The inbox, its settings, the record of who was told, and the words of mails.
extension Phrase {
    static let inbox = Phrase("Hộp nhắc việc", "Inbox")
    static let inboxSentence = Phrase(
        "Việc đến hạn, quá hạn, bị trả lại, được hỏi và được trả lời; chưa đọc đứng trước.",
        "What is due, late, returned, asked and answered; unread first.")
    static let inboxEmpty = Phrase("Chưa có nhắc việc nào.", "Nothing to tell yet.")
    static let unreadNotices = Phrase("Chưa đọc", "Unread")
    static let readNotices = Phrase("Đã đọc", "Read")
    static let markRead = Phrase("Đã đọc", "Mark read")
    static let markAllRead = Phrase("Đánh dấu tất cả đã đọc", "Mark all read")
    static let markedRead = Phrase("Đã đánh dấu là đã đọc.", "Marked as read.")
    static let undoMark = Phrase("Hoàn tác", "Undo")
    static let noticeSettings = Phrase("Cách nhận nhắc việc", "How you are told")
    static let noticeSettingsSentence = Phrase(
        "Hộp nhắc việc luôn hoạt động; thư điện tử gửi thêm mỗi ngày tối đa một thư tổng hợp.",
        "The inbox always works; mail adds at most one digest a day.")
    static let mailAddress = Phrase("Địa chỉ thư điện tử công vụ", "Mail address at work")
    static let mailAddressHint = Phrase(
        "Để trống thì dùng địa chỉ ghi ở vị trí đầu mối của bạn, nếu có.",
        "Left empty, the address of your post is used, if there is one.")
    static let usesMail = Phrase("Gửi thư tổng hợp hằng ngày", "Send a daily digest")
    static let digestHour = Phrase("Giờ gửi (giờ Việt Nam)", "At (Vietnam's time)")
    static let atOnceReturned = Phrase("Gửi ngay khi việc bị trả lại", "At once when work is returned")
    static let atOnceEscalated = Phrase("Gửi ngay khi việc quá hạn", "At once when work is late")
    static let onDaysOff = Phrase("Gửi cả ngày nghỉ", "On days off as well")
    static let mailWays = Phrase("Thư điện tử", "Mail")
    static let mailIsOff = Phrase(
        "Máy chủ này chưa được đặt máy chủ thư nên chưa gửi thư nào; hộp nhắc việc vẫn hoạt động.",
        "No mail server is set here, so no mail is sent; the inbox works all the same.")
    static func lastMailFailed(_ address: String, _ answer: String) -> Phrase {
        Phrase(
            "Thư gần nhất tới \(address) không đến được: \(answer)",
            "The last mail to \(address) failed: \(answer)")
    }
    static func postAddress(_ address: String) -> Phrase {
        Phrase("Địa chỉ ở vị trí của bạn: \(address)", "Address of your post: \(address)")
    }
    static let noticeRecord = Phrase("Ai đã được nhắc", "Who was told")
    static let noticeRecordSentence = Phrase(
        "Ai được nhắc, lúc nào, bằng cách nào, kết quả ra sao.",
        "Who was told, when, by which way, and the result.")
    static let noticeRecordEmpty = Phrase("Chưa nhắc ai.", "Nobody was told yet.")
    static let recipient = Phrase("Người nhận", "Recipient")
    static let noticeReason = Phrase("Lý do", "Reason")
    static let noticeWay = Phrase("Cách và kết quả", "Way and result")
    static let noticeOf = Phrase("Nhiệm vụ", "Task")

    static func unread(_ count: Int) -> Phrase {
        let shown = count >= 100 ? "99+" : String(count)
        return Phrase("\(shown) nhắc việc chưa đọc", "\(shown) unread")
    }

    static func inInbox(readAt: String?) -> Phrase {
        readAt.map { Phrase("Hộp nhắc việc: đã đọc \($0)", "Inbox: read \($0)") }
            ?? Phrase("Hộp nhắc việc: chưa đọc", "Inbox: unread")
    }

    static func byMail(_ state: Letter.State, at instant: String?, answer: String?) -> Phrase {
        let when = instant.map { " " + $0 } ?? ""
        let why = answer.map { ": " + $0 } ?? ""
        return switch state {
        case .waiting: Phrase("Thư: chờ gửi\(why)", "Mail: waiting\(why)")
        case .sending: Phrase("Thư: đang gửi", "Mail: being sent")
        case .sent: Phrase("Thư: đã gửi\(when)", "Mail: sent\(when)")
        case .bounced: Phrase("Thư: bị trả lại\(when)\(why)", "Mail: came back\(when)\(why)")
        case .givenUp: Phrase("Thư: đã thôi gửi\(when)\(why)", "Mail: given up\(when)\(why)")
        }
    }

    /// What a notice says.
    static func notice(_ notice: Notice) -> Phrase {
        Self.notice(notice.rule, day: Spelling.day(notice.day), tasks: notice.tasks ?? 1)
    }

    /// - Parameters:
    ///   - day: on which the task is due, or on which it happened.
    ///   - tasks: of how many an agency's new ones are told.
    private static func notice(_ rule: NoticeRule, day: String, tasks: Int) -> Phrase {
        switch rule {
        case .assigned:
            Phrase(
                "Cơ quan được giao \(tasks) nhiệm vụ (chủ trì hoặc phối hợp) ngày \(day)",
                "\(tasks) \(tasks == 1 ? "task" : "tasks") for the agency, to lead or to take part, on \(day)"
            )
        case .takenOver:
            Phrase(
                "Cơ quan tiếp nhận \(tasks) nhiệm vụ do sắp xếp tổ chức ngày \(day)",
                "\(tasks) \(tasks == 1 ? "task" : "tasks") came to the agency by a reorganisation on \(day)")
        case .dueInSeven: Phrase("Còn 7 ngày làm việc: đến hạn \(day)", "Due in 7 working days: \(day)")
        case .dueInOne: Phrase("Còn 1 ngày làm việc: đến hạn \(day)", "Due in 1 working day: \(day)")
        case .dueToday: Phrase("Đến hạn \(day)", "Due \(day)")
        case .lateOne: Phrase("Quá hạn 1 ngày làm việc (hạn \(day))", "1 working day late (due \(day))")
        case .lateThree: Phrase("Quá hạn 3 ngày làm việc (hạn \(day))", "3 working days late (due \(day))")
        case .lateSeven: Phrase("Quá hạn 7 ngày làm việc (hạn \(day))", "7 working days late (due \(day))")
        case .silent:
            Phrase(
                "Chưa có tin về việc thường xuyên từ \(day)", "No sign of the continuous duty since \(day)")
        case .silentThree:
            Phrase(
                "Vẫn chưa có tin, quá 3 ngày làm việc (từ \(day))",
                "Still no sign, 3 working days (since \(day))")
        case .silentSeven:
            Phrase(
                "Vẫn chưa có tin, quá 7 ngày làm việc (từ \(day))",
                "Still no sign, 7 working days (since \(day))")
        case .returned: Phrase("Kết quả bị trả lại ngày \(day)", "Returned on \(day)")
        case .contributionAsked: Phrase("Được đề nghị phối hợp ngày \(day)", "Asked to contribute on \(day)")
        case .contributionReturned:
            Phrase("Phần phối hợp bị trả lại ngày \(day)", "Contribution returned on \(day)")
        case .contributionAccepted:
            Phrase("Phần phối hợp được công nhận ngày \(day)", "Contribution accepted on \(day)")
        case .contributionCancelled:
            Phrase("Thôi đề nghị phối hợp ngày \(day)", "Contribution called off on \(day)")
        case .contributionSubmitted:
            Phrase("Cơ quan phối hợp đã gửi phần việc ngày \(day)", "A contribution was handed in on \(day)")
        case .timeAsked: Phrase("Xin gia hạn ngày \(day), chờ trả lời", "More time asked for on \(day)")
        case .timeGranted: Phrase("Được gia hạn ngày \(day)", "More time granted on \(day)")
        case .timeRefused: Phrase("Không được gia hạn (\(day))", "More time refused on \(day)")
        case .reminded: Phrase("Được hỏi tiến độ ngày \(day)", "Asked how it stands on \(day)")
        case .submitted:
            Phrase("Đã báo cáo hoàn thành ngày \(day), chờ công nhận", "Submitted on \(day), waits for you")
        case .accepted: Phrase("Được công nhận hoàn thành ngày \(day)", "Accepted on \(day)")
        case .cancelled: Phrase("Nhiệm vụ bị hủy ngày \(day)", "Cancelled on \(day)")
        case .reopened: Phrase("Nhiệm vụ được mở lại ngày \(day)", "Opened again on \(day)")
        case .periodAccepted:
            Phrase("Báo cáo kỳ được công nhận ngày \(day)", "A period's report accepted on \(day)")
        case .rhythmSet:
            Phrase("Định kỳ của nhiệm vụ được đặt lại ngày \(day)", "Its rhythm was set anew on \(day)")
        case .implementationReplaced:
            Phrase(
                "Kế hoạch triển khai nhiệm vụ được thay thế ngày \(day)",
                "The plan that carries it out was replaced on \(day)")
        case .implementationEnded:
            Phrase(
                "Kế hoạch triển khai nhiệm vụ hết hiệu lực ngày \(day)",
                "The plan that carries it out ended on \(day)")
        case .planWithdrawn:
            Phrase(
                "Kế hoạch bị thu hồi ngày \(day): \(tasks) nhiệm vụ của cơ quan không phải làm nữa",
                "The plan was withdrawn on \(day): \(tasks) of the agency's tasks ended")
        case .planReplaced:
            Phrase(
                "Kế hoạch được thay thế ngày \(day): \(tasks) nhiệm vụ của cơ quan theo kế hoạch cũ đã kết thúc, xem kế hoạch mới",
                "The plan was replaced on \(day): \(tasks) of the agency's tasks ended; see the new plan")
        case .delegated: Phrase("Được phân công xử lý ngày \(day)", "Given to you on \(day)")
        case .commented: Phrase("Có ý kiến mới ngày \(day)", "A new comment on \(day)")
        case .mailFailed:
            Phrase("Thư nhắc không đến được người nhận (\(day))", "A reminder's mail came back (\(day))")
        case .webhookOff:
            Phrase(
                "Địa chỉ nhận sự kiện của cơ quan không nhận được gì nhiều ngày, đã bị tắt (\(day)); bật lại ở trang của cơ quan",
                "The agency’s address for events took nothing for days and was switched off (\(day)); switch it on at the agency’s page"
            )
        }
    }

    // MARK: - Mails

    static let letterGreeting = Phrase("Kính gửi", "Dear")
    static func letterSubject(late: Int, all: Int, first: String) -> Phrase {
        all == 1
            ? Phrase("Nhắc việc: \(first)", "Reminder: \(first)")
            : late > 0
                ? Phrase(
                    "Nhắc việc: \(all) việc, \(late) việc quá hạn", "Reminder: \(all) tasks, \(late) late")
                : Phrase("Nhắc việc: \(all) việc", "Reminder: \(all) tasks")
    }
    static func letterMore(_ count: Int) -> Phrase {
        Phrase("và \(count) việc khác trong hộp nhắc việc.", "and \(count) more in the inbox.")
    }
    static let letterOpen = Phrase("Mở hộp nhắc việc", "Open the inbox")
    static let letterFoot = Phrase(
        "Thư này do phần mềm Loa gửi tự động, xin không trả lời. Đổi giờ gửi hoặc thôi nhận:",
        "Sent by Loa; please don't answer. To change the hour or to stop:")
    static let letterFootWithoutAddress = Phrase(
        "Thư này do phần mềm Loa gửi tự động, xin không trả lời. Đổi giờ gửi hoặc thôi nhận ở mục Hộp nhắc việc của Loa.",
        "Sent by Loa; please don't answer. Change the hour or stop it in Loa's inbox.")
}
