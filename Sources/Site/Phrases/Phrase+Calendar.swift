import Domain

/// Due days as a calendar.
extension Phrase {
    static let calendar = Phrase("Lịch", "Calendar")
    static let calendarOf = Phrase("Lịch của", "Whose")
    static let monthView = Phrase("Tháng", "Month")
    static let yearView = Phrase("Năm", "Year")
    static let dayView = Phrase("Ngày", "Day")
    static let everything = Phrase("Tất cả kế hoạch", "All plans")
    static let previousMonth = Phrase("← Tháng trước", "← Month before")
    static let nextMonth = Phrase("Tháng sau →", "Month after →")
    static let previousYear = Phrase("← Năm trước", "← Year before")
    static let nextYear = Phrase("Năm sau →", "Year after →")
    static let previousDay = Phrase("← Ngày trước", "← Day before")
    static let nextDay = Phrase("Ngày sau →", "Day after →")
    static let today = Phrase("Hôm nay", "Today")
    static func yearUnannounced(_ year: Int) -> Phrase {
        Phrase(
            "Chưa nhập ngày nghỉ nào đã thông báo cho năm \(year). Những ngày nghỉ Tết, nghỉ bù, hoán đổi chưa biết được tính là ngày làm việc, nên số ngày làm việc và ngày nhắc có thể lệch.",
            "Nothing announced is entered for \(year). Unknown days of the Lunar New Year, days in lieu and exchanged days count as worked, so working days and reminders may be off."
        )
    }
    static let proposedDays = Phrase("Nghỉ bù chờ xác nhận", "Days in lieu to confirm")
    static let proposedSentence = Phrase(
        "Tính theo luật từ ngày lễ trùng ngày nghỉ hằng tuần. Chỉ được tính là ngày nghỉ khi quản trị viên xác nhận. Tết và Quốc khánh chờ thông báo của năm.",
        "What the law makes of holidays at the weekend. They count as days off only once an administrator confirms. The Lunar New Year and the National Day wait for the year's announcement."
    )
    static let confirmDay = Phrase("Xác nhận nghỉ bù", "Confirm")
    static let replaceDay = Phrase(
        "Thay nội dung đã nhập của ngày này", "Replace what is entered for this day")
    static let showCalendar = Phrase("Xem", "Show")
    static let lunar = Phrase("âm lịch", "lunar")
    static let nothingOnDay = Phrase("Không có việc nào đến hạn ngày này.", "Nothing is due on this day.")
    static let nothingInMonth = Phrase(
        "Không có việc nào đến hạn trong tháng này.", "Nothing is due in this month.")
    static let dayOff = Phrase("Ngày nghỉ", "Day off")
    static let exchangedDay = Phrase("Làm bù", "Worked in exchange")
    static let dueList = Phrase("Danh sách việc đến hạn", "What is due, as a list")
    static let lunarHint = Phrase(
        "Số nhỏ bên cạnh: ngày âm lịch (theo giờ Việt Nam).", "Small figures: the lunar day (Vietnam's time)."
    )
    static func month(_ month: Int, _ year: Int) -> Phrase {
        Phrase("Tháng \(month) năm \(year)", "\(Phrase.monthNames[month - 1]) \(year)")
    }
    static func year(_ year: Int) -> Phrase { Phrase("Năm \(year)", "\(year)") }
    static func shortMonth(_ month: Int) -> Phrase { Phrase("Tháng \(month)", monthNames[month - 1]) }
    private static let monthNames = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ]
    /// 0 for Monday.
    static func weekday(_ weekday: Int) -> Phrase {
        [
            Phrase("Thứ Hai", "Monday"), Phrase("Thứ Ba", "Tuesday"), Phrase("Thứ Tư", "Wednesday"),
            Phrase("Thứ Năm", "Thursday"), Phrase("Thứ Sáu", "Friday"), Phrase("Thứ Bảy", "Saturday"),
            Phrase("Chủ nhật", "Sunday"),
        ][weekday]
    }
    static func shortWeekday(_ weekday: Int) -> Phrase {
        [
            Phrase("T2", "Mo"), Phrase("T3", "Tu"), Phrase("T4", "We"), Phrase("T5", "Th"),
            Phrase("T6", "Fr"),
            Phrase("T7", "Sa"), Phrase("CN", "Su"),
        ][weekday]
    }
}

/// Private addresses of calendars.
extension Phrase {
    static let feeds = Phrase("Địa chỉ lịch", "Calendar addresses")
    static let feedsSentence = Phrase(
        "Một địa chỉ riêng để điện thoại, máy tính của bạn tự đọc các ngày đến hạn (iCalendar): từ 92 ngày trước đến 730 ngày tới, 200 việc quá hạn lâu hơn; việc lặp lại có 24 kỳ quá hạn gần nhất và 12 kỳ sắp tới.",
        "A private address from which your telephone or computer reads the due days (iCalendar): from 92 days back to 730 ahead, 200 tasks overdue for longer; of what returns 24 periods that are overdue and 12 ahead."
    )
    static let ownFeed = Phrase("Lịch của tôi", "My calendar")
    static let ownFeedSentence = Phrase(
        "Việc của các cơ quan mà bạn có vai trò, trừ việc đã giao cho đồng nghiệp.",
        "The tasks of your agencies, but for those given to a colleague.")
    static let agencyFeedSentence = Phrase(
        "Mọi việc mà cơ quan chủ trì hoặc phối hợp.", "All that the agency leads or takes part in.")
    static let makeFeed = Phrase("Tạo địa chỉ", "Make an address")
    static let renewFeed = Phrase("Tạo địa chỉ mới, hủy địa chỉ cũ", "Make a new address, end the old one")
    static let revokeFeed = Phrase("Hủy địa chỉ", "End the address")
    static let noFeed = Phrase("Chưa có địa chỉ.", "There is no address.")
    static let feedMade = Phrase("Tạo lúc", "Made")
    static let feedRead = Phrase("Đọc lần cuối", "Last read")
    static let feedNeverRead = Phrase("chưa được đọc", "not read yet")
    static let newFeed = Phrase(
        "Địa chỉ mới, chỉ hiện một lần này:", "The new address, shown only this once:")
    static let keepFeedSecret = Phrase(
        "Ai có địa chỉ này đều đọc được lịch mà không cần đăng nhập. Hãy chép vào ứng dụng lịch (mục “thêm lịch bằng địa chỉ”); nếu lộ, hãy tạo địa chỉ mới.",
        "Whoever has this address can read the calendar without signing in. Put it into your calendar program (“add by address”); if it leaks, make a new one."
    )
    static let feedAddress = Phrase("Địa chỉ", "Address")
}

/// Holidays.
extension Phrase {
    static let holidays = Phrase("Ngày nghỉ, ngày làm bù", "Holidays and exchanged days")
    static let holidaysSentence = Phrase(
        "Ngày lễ theo luật có sẵn; ngày nghỉ, hoán đổi được công bố từng năm do quản trị viên nhập.",
        "What the law states is there; what is announced for a year an administrator enters.")
    static let holidayName = Phrase("Tên", "Name")
    static let holidaySource = Phrase("Văn bản", "Document")
    static let holidayKind = Phrase("Loại", "Kind")
    static let holidayDay = Phrase("Ngày", "Day")
    static let addHoliday = Phrase("Lưu ngày", "Save the day")
    static let removeHoliday = Phrase("Bỏ", "Remove")
    static let removeHere = Phrase("Bỏ ngày này khỏi danh sách công bố", "Take this announced day away")
}

extension Holiday.Kind {
    var name: Phrase {
        switch self {
        case .off: .dayOff
        case .work: .exchangedDay
        }
    }
}

extension Spelling {
    static func weekday(_ day: CalendarDay, _ language: Language) -> String {
        Phrase.weekday(day.weekday)[language]
    }
}
