import Domain
import Markup
import Store

extension Plan.Task.State {
    var name: Phrase {
        switch self {
        case .open: Phrase("Chưa bắt đầu", "Not begun")
        case .inProgress: Phrase("Đang thực hiện", "In progress")
        case .submitted: Phrase("Chờ công nhận", "Handed in")
        case .accepted: Phrase("Hoàn thành", "Accepted")
        case .returned: Phrase("Trả lại", "Returned")
        case .cancelled: Phrase("Đã hủy", "Cancelled")
        }
    }

    /// Classes of its sign, told apart without colour as well.
    var sign: String {
        switch self {
        case .open: ""
        case .inProgress: "half"
        case .submitted: "half warn"
        case .accepted: "full good"
        case .returned: "square warn"
        case .cancelled: "square"
        }
    }

    /// What comes next for a task in this state, whoever looks.
    var next: Phrase {
        switch self {
        case .open:
            Phrase(
                "Cơ quan chủ trì bắt đầu thực hiện, thêm minh chứng rồi báo cáo hoàn thành.",
                "The lead begins, adds evidence, and reports it done.")
        case .inProgress:
            Phrase(
                "Cơ quan chủ trì thêm minh chứng rồi báo cáo hoàn thành.",
                "The lead adds evidence and reports it done.")
        case .submitted:
            Phrase(
                "Cơ quan lập kế hoạch xem minh chứng rồi công nhận hoặc trả lại.",
                "The planner looks at the evidence, then accepts or returns it.")
        case .accepted:
            Phrase("Nhiệm vụ đã hoàn thành.", "The task is done.")
        case .returned:
            Phrase(
                "Cơ quan chủ trì bổ sung theo lý do trả lại rồi báo cáo lại.",
                "The lead adds what is missing and reports it again.")
        case .cancelled:
            Phrase("Nhiệm vụ đã hủy, không phải làm nữa.", "The task is cancelled.")
        }
    }
}

extension TaskExtension.State {
    var name: Phrase {
        switch self {
        case .asked: Phrase("Chờ trả lời", "Not answered")
        case .granted: Phrase("Đồng ý", "Granted")
        case .refused: Phrase("Không đồng ý", "Refused")
        }
    }

    var sign: String {
        switch self {
        case .asked: "half warn"
        case .granted: "full good"
        case .refused: "square bad"
        }
    }
}

extension Rhythm {
    var name: Phrase {
        switch self {
        case .week: Phrase("Hằng tuần", "Weekly")
        case .month: Phrase("Hằng tháng", "Monthly")
        case .quarter: Phrase("Hằng quý", "Quarterly")
        case .halfYear: Phrase("Sáu tháng", "Half-yearly")
        case .year: Phrase("Hằng năm", "Yearly")
        }
    }
}

extension SpokenTime.Span {
    /// Of a report that covers it.
    var name: Phrase {
        switch self {
        case .week: Phrase("Tuần", "Week")
        case .month: Phrase("Tháng", "Month")
        case .quarter: Phrase("Quý", "Quarter")
        case .halfYear: Phrase("6 tháng", "Half-year")
        case .nineMonths: Phrase("9 tháng", "Nine months")
        case .year: Phrase("Năm", "Year")
        }
    }
}

extension Evidence.Kind {
    var name: Phrase {
        switch self {
        case .file: Phrase("Tệp", "File")
        case .photo: Phrase("Ảnh", "Photo")
        case .link: Phrase("Liên kết", "Link")
        case .plan: Phrase("Kế hoạch", "Plan")
        }
    }
}

extension DeskList {
    var name: Phrase {
        switch self {
        case .due: Phrase("Phải làm", "To do")
        case .overdue: Phrase("Quá hạn", "Overdue")
        case .waitingForMe: Phrase("Chờ cơ quan tôi", "Waiting for us")
        case .waitingForOthers: Phrase("Chờ nơi khác", "Waiting for others")
        case .ended: Phrase("Đã kết thúc", "Ended")
        }
    }

    /// What an empty list says.
    var nothing: Phrase {
        switch self {
        case .due: Phrase("Không còn việc nào phải làm.", "There is nothing to do.")
        case .overdue: Phrase("Không có việc nào quá hạn.", "Nothing is overdue.")
        case .waitingForMe: Phrase("Không có việc nào chờ cơ quan bạn.", "Nothing waits for your agency.")
        case .waitingForOthers:
            Phrase("Cơ quan bạn không chờ ai.", "Your agency waits for nobody.")
        case .ended: Phrase("Chưa có việc nào kết thúc.", "Nothing has ended yet.")
        }
    }
}

extension DeskRole {
    var name: Phrase {
        switch self {
        case .lead: .lead
        case .with: .coordinators
        case .planner: Phrase("Lập kế hoạch", "Planner")
        }
    }
}

extension Screen {
    func tag(_ state: Plan.Task.State) -> Markup {
        "<span class=\"tag \(state.sign)\">\(self, state.name)</span>"
    }

    func tag(_ state: TaskExtension.State) -> Markup {
        "<span class=\"tag \(state.sign)\">\(self, state.name)</span>"
    }
}
