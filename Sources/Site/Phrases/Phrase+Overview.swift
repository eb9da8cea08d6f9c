import Domain
import Store

/// What is seen over all agencies.
extension Phrase {
    static let overview = Phrase("Tổng quan", "Overview")
    static let overviewSentence = Phrase(
        "Việc do cơ quan này và các đơn vị trực thuộc chủ trì; việc chưa rõ chủ trì là của các kế hoạch của họ.",
        "What this agency and those below it lead; what nobody leads yet is of their own plans.")
    static let overviewOfAll = Phrase("Mọi kế hoạch trong Loa.", "All plans in Loa.")
    static let heatMap = Phrase("Cơ quan theo tuần", "Agencies by weeks")
    static let weekOf = Phrase("Tuần từ", "Week of")
    static let thisWeek = Phrase("tuần này", "this week")
    static let before = Phrase("Trước đó", "Earlier")
    static let earlierWeeks = Phrase("← Tuần trước đó", "← Earlier weeks")
    static let laterWeeks = Phrase("Tuần sau đó →", "Later weeks →")
    static let toThisWeek = Phrase("Về tuần này", "To this week")
    static let ownTasks = Phrase("việc của chính cơ quan này", "its own tasks")
    static let withAllBelow = Phrase("gồm cả các đơn vị trực thuộc", "with all units below it")
    static func withUnits(_ count: Int) -> Phrase {
        Phrase("gồm \(count) đơn vị trực thuộc", "with \(count) \(count == 1 ? "unit" : "units") below it")
    }
    static let communes = Phrase("Các xã, phường, đặc khu", "Communes and wards")
    static func units(_ count: Int) -> Phrase {
        Phrase("\(count) đơn vị, xem từng đơn vị", "\(count) units, see each")
    }
    static let nobodyHasWork = Phrase(
        "Không có cơ quan nào ở đây có việc đến hạn trong những tuần này.",
        "No agency here has anything due in these weeks.")
    static let toOverdueWeek = Phrase("Đến tuần có việc quá hạn", "To a week with something overdue")
    static let allAgencies = Phrase("Mọi cơ quan cấp trên cùng", "All topmost agencies")
    static let heatLegend = Phrase("Chú giải", "Legend")
    static let cellReads = Phrase(
        "Mỗi ô: số việc đã xong / tổng số việc đến hạn trong tuần.",
        "Each cell: tasks done / tasks due in the week.")
    static let noWork = Phrase("không có việc", "nothing due")
    static let showAllOfThem = Phrase("Xem tất cả", "Show all")
    static let printPoster = Phrase(
        "Bản in khổ A3: dùng lệnh In của trình duyệt.", "A3 poster: use the browser's Print.")
    static let nothingDueThen = Phrase(
        "Không có việc nào đến hạn trong tuần này.", "Nothing is due in this week.")
    static func cell(_ counts: TaskCounts, _ heat: Heat) -> Phrase {
        Phrase(
            "\(counts.accepted) trong \(counts.total) việc đã xong\(counts.submitted > 0 ? ", \(counts.submitted) chờ công nhận" : ""): \(heat.name.vi)",
            "\(counts.accepted) of \(counts.total) done\(counts.submitted > 0 ? ", \(counts.submitted) handed in" : ""): \(heat.name.en)"
        )
    }
    static func tasksCounted(_ count: Int) -> Phrase {
        Phrase("\(count) việc", count == 1 ? "1 task" : "\(count) tasks")
    }
}

/// How a plan comes on.
extension Phrase {
    static let progress = Phrase("Tiến độ", "Progress")
    static let burnUp = Phrase("Đường tiến độ", "Burn-up")
    static let burnUpSentence = Phrase(
        "Nét đứt: việc phải xong đến cuối mỗi tuần. Nét liền: việc đã hoàn thành.",
        "Dashed: what is due by the end of each week. Solid: what is accepted.")
    static let uprightLine = Phrase("Vạch dọc: hôm nay.", "Upright line: today.")
    static let burnUpTable = Phrase("Số liệu từng tuần", "Figures by week")
    static let dueByThen = Phrase("Phải xong", "Due by then")
    static let acceptedByThen = Phrase("Đã hoàn thành", "Accepted by then")
    static let noDays = Phrase(
        "Chưa có việc nào có ngày đến hạn, nên chưa vẽ được đường tiến độ.",
        "No task has a day, so there is no curve.")
    static let event = Phrase("Sự kiện", "Event")
    static let runSheet = Phrase("Lịch việc quanh sự kiện", "Run sheet")
    static let eventTitle = Phrase("Tên sự kiện", "Name of the event")
    static let eventFrom = Phrase("Từ ngày", "First day")
    static let eventTo = Phrase("Đến ngày", "Last day")
    static let setEvent = Phrase("Lưu sự kiện", "Save the event")
    static let removeEvent = Phrase("Bỏ sự kiện", "Remove the event")
    static let noEvent = Phrase(
        "Kế hoạch chưa gắn với sự kiện nào.", "The plan prepares for no event so far.")
    static let beforeEvent = Phrase("Trước sự kiện", "Before the event")
    static let duringEvent = Phrase("Trong sự kiện", "During the event")
    static let afterEvent = Phrase("Sau sự kiện", "After the event")
    static let alwaysTasks = Phrase("Thường xuyên hoặc không có ngày", "Continuous or without a day")
    static let nothingThen = Phrase("Không có việc nào.", "Nothing.")
    static let cascade = Phrase("Kế hoạch cấp dưới", "Plans below")
    static let carriesOut = Phrase(
        "Thực hiện một nhiệm vụ của kế hoạch cấp trên:", "Carries out a task of the plan above:")
    static let noPlansBelow = Phrase(
        "Chưa có kế hoạch nào của cấp dưới được đăng ký để thực hiện kế hoạch này.",
        "No plan below is registered to carry out this one.")
    static let rolledUp = Phrase("Cộng cả các cấp", "All levels together")
    static let ownLevel = Phrase("Riêng kế hoạch này", "This plan alone")
    static let done = Phrase("Đã xong", "Done")
    static let compare = Phrase("So sánh", "Compare")
    static let compareDuties = Phrase("So sánh nhiệm vụ", "Compare duties")
    static let compareSentence = Phrase(
        "Khi một kế hoạch được thay thế: nhiệm vụ nào giữ nguyên, gần giống, kết thúc, mới.",
        "When a plan is replaced: which duties stay, resemble others, end, are new.")
    static let compareWith = Phrase("Kế hoạch thay thế", "The replacing plan")
    static let staying = Phrase("Giữ nguyên", "Stay")
    static let resembling = Phrase("Gần giống: cần người quyết định", "Resemble: a person decides")
    static let ending = Phrase("Kết thúc", "End")
    static let newDuties = Phrase("Mới", "New")
    static let oldWords = Phrase("Trong kế hoạch cũ", "In the old plan")
    static let newWords = Phrase("Trong kế hoạch mới", "In the new plan")
    static func more(_ count: Int) -> Phrase { Phrase("và \(count) việc nữa", "and \(count) more") }
    static func outOf(_ done: Int, _ all: Int) -> Phrase {
        Phrase("\(done) trong \(all) nhiệm vụ đã xong", "\(done) of \(all) tasks done")
    }
}

extension WatchList {
    var name: Phrase {
        switch self {
        case .overdue: Phrase("Quá hạn", "Overdue")
        case .silent: Phrase("Im lặng", "Silent")
        case .atRisk: Phrase("Có nguy cơ", "At risk")
        case .withoutLead: Phrase("Chưa rõ chủ trì", "Without a lead")
        }
    }

    /// What stands on the list.
    var sentence: Phrase {
        switch self {
        case .overdue:
            Phrase("Ngày cuối đã qua mà chưa báo cáo xong.", "The last day is past, not handed in.")
        case .silent:
            Phrase(
                "Việc thường xuyên, cả kỳ không có dấu hiệu thực hiện.",
                "Continuous duties without a sign of life for a whole rhythm.")
        case .atRisk:
            Phrase(
                "Đến hạn trong \(TimeState.soonDays) ngày mà chưa bắt đầu, hoặc còn thiếu phần phối hợp.",
                "Due within \(TimeState.soonDays) days, not begun or a contribution missing.")
        case .withoutLead:
            Phrase("Chưa có cơ quan nào trong Loa chủ trì.", "No agency of Loa leads it.")
        }
    }

    var sign: String {
        switch self {
        case .overdue: "square bad"
        case .silent: ""
        case .atRisk: "half warn"
        case .withoutLead: "square warn"
        }
    }
}

extension Plan.Task.Standing {
    var name: Phrase {
        switch self {
        case .pending: Phrase("Chưa xong", "To be done")
        case .submitted: Phrase("Chờ công nhận", "Handed in")
        case .accepted: Phrase("Đã xong", "Done")
        case .cancelled: Phrase("Đã hủy", "Cancelled")
        }
    }

    var sign: String {
        switch self {
        case .pending: ""
        case .submitted: "half warn"
        case .accepted: "full good"
        case .cancelled: "square"
        }
    }
}
