/// Lists and pages of plans, and issuing them.
extension Phrase {
    static let plansSentence = Phrase(
        "Văn bản đã tiếp nhận, đang rà soát và đã giao nhiệm vụ.",
        "Documents that were received, are being corrected or are issued.")
    static let searchPlans = Phrase(
        "Tìm theo trích yếu, số, cơ quan (có dấu hoặc không dấu)",
        "Search title, number, issuer (with or without marks)")
    static let planTitle = Phrase("Trích yếu", "Title")
    static let noPlans = Phrase("Chưa có kế hoạch nào.", "There are no plans yet.")
    static let noPlansFound = Phrase("Không tìm thấy kế hoạch phù hợp.", "No plan matches.")
    static let pages = Phrase("Trang", "Pages")
    static let firstPage = Phrase("← Trang đầu", "← First page")
    static let correct = Phrase("Rà soát", "Correct")
    static let originalFile = Phrase("Văn bản gốc", "Original file")
    static let groupTasks = Phrase("Xếp nhiệm vụ", "Group tasks")
    static let byAgency = Phrase("Theo cơ quan", "By agency")
    static let byTime = Phrase("Theo thời gian", "By time")
    static let planHasNoTasks = Phrase(
        "Văn bản này không giao nhiệm vụ cho cơ quan nào.", "This document assigns no tasks.")
    static let ordinal = Phrase("TT", "No.")
    static let task = Phrase("Nhiệm vụ", "Task")
    static let outline = Phrase("Bố cục văn bản", "Outline")
    static let legalBases = Phrase("Căn cứ ban hành", "Legal bases")
    static let management = Phrase("Quản lý văn bản", "Manage")
    static let readAgain = Phrase("Đọc lại văn bản", "Read it again")
    static let readAgainSentence = Phrase(
        "Đọc lại văn bản gốc bằng bộ đọc mới nhất. Nội dung đã sửa và đã xác nhận được giữ nguyên.",
        "Reads the original with the newest reader. What was corrected and confirmed stays.")
    static let deleteDraft = Phrase("Xóa văn bản chưa chốt", "Delete the draft")
    static let deleteSentence = Phrase(
        "Xóa văn bản, nội dung đọc được và tệp gốc khỏi hệ thống.",
        "Remove the document, what was read, and the file.")
    static let withdraw = Phrase("Thu hồi kế hoạch", "Withdraw the plan")
    static let withdrawReason = Phrase("Lý do thu hồi", "Reason")
    static let withdrawSentence = Phrase(
        "Nhiệm vụ của kế hoạch sẽ đóng lại.", "The plan's tasks will be closed.")
    static let noSuccessor = Phrase("Không có kế hoạch thay thế", "None replaces it")
    static let wasReplaced = Phrase("Kế hoạch đã được thay thế", "The plan was replaced")
    static let wasWithdrawn = Phrase("Kế hoạch đã bị thu hồi", "The plan was withdrawn")
    static let reason = Phrase("Lý do", "Reason")
    static let draftAgain = Phrase("Rà soát lại từ văn bản này", "Begin a new draft from this file")
    static let draftAgainSentence = Phrase(
        "Lập bản rà soát mới từ chính tệp gốc, giữ các nội dung đã sửa; kế hoạch này và lịch sử của nó không đổi.",
        "Begins a new draft from the same file, with its corrections; this plan and its history stay.")
    static let draftedAgain = Phrase(
        "Đã lập bản rà soát mới từ văn bản gốc.", "A new draft was begun from the file.")
    static let draftedFromIt = Phrase(
        "Đã có kế hoạch khác lập từ cùng tệp gốc này", "There is a plan of now from the same file")
    static let replacedPlans = Phrase("Thay thế kế hoạch", "Replaces")
    static let findSuccessor = Phrase("Tìm kế hoạch thay thế", "Find the replacing plan")
    static let findSuccessorHint = Phrase(
        "Gõ vài chữ của tiêu đề hoặc số, ký hiệu; không cần dấu. Để trống thì hiện các kế hoạch mới nhất.",
        "A few words of its title or its number, without marks if you like. Left empty, the youngest are offered."
    )
    static let find = Phrase("Tìm", "Find")
    static let noSuccessorFound = Phrase(
        "Không có kế hoạch đang hiệu lực nào của cơ quan khớp với các chữ đã gõ.",
        "No plan of the agency that is in force has these words.")
    static func onlyYoungest(_ count: Int) -> Phrase {
        Phrase(
            "Chỉ hiện \(count) kế hoạch mới nhất. Nếu chưa thấy, hãy gõ thêm chữ để tìm.",
            "Only the \(count) youngest are offered. If yours isn't among them, search by more words.")
    }
    static func openParties(_ count: Int) -> Phrase {
        Phrase("Xác nhận cơ quan (\(count))", "Confirm agencies (\(count))")
    }
    static let replacingPlan = Phrase("Kế hoạch thay thế", "The replacing plan")

    static let issue = Phrase("Chốt và giao nhiệm vụ", "Issue")
    static let issuePlan = Phrase("Chốt và giao nhiệm vụ", "Issue the plan")
    static let whatHappens = Phrase("Sau khi chốt", "What issuing does")
    static let whatRemains = Phrase("Những điểm cần lưu ý", "What still needs a look")
    static let issueFreezes = Phrase(
        "Nội dung kế hoạch được giữ cố định, không sửa được nữa; muốn thay đổi phải thu hồi hoặc thay thế.",
        "The plan is frozen; to change it, it must be withdrawn or replaced.")
    static let issueLedger = Phrase("Việc chốt được ghi vào sổ cái.", "The ledger records it.")
    static let everyTaskHasLead = Phrase(
        "Mọi nhiệm vụ đều có cơ quan chủ trì", "Every task has a lead agency")
    static let everyTaskConfirmed = Phrase("Mọi nhiệm vụ đều đã được xác nhận", "Every task was confirmed")
    static let backToCorrect = Phrase("Rà soát tiếp", "Go on correcting")
    static let alreadyIssued = Phrase(
        "Kế hoạch này đã được chốt từ trước; không có gì thay đổi.",
        "This plan had been issued before; nothing was changed.")
    static let planIssued = Phrase("Đã chốt kế hoạch và giao nhiệm vụ.", "The plan was issued.")
    static let draftDeleted = Phrase("Đã xóa văn bản chưa chốt.", "The draft was deleted.")

    static func withoutLead(_ count: Int) -> Phrase {
        Phrase(
            "\(count) nhiệm vụ chưa rõ chủ trì",
            count == 1 ? "1 task without a lead" : "\(count) tasks without a lead")
    }
    static func unconfirmed(_ count: Int) -> Phrase {
        Phrase(
            "\(count) nhiệm vụ chưa được xác nhận",
            count == 1 ? "1 task not confirmed" : "\(count) tasks not confirmed")
    }
    static func acknowledge(_ count: Int) -> Phrase {
        Phrase(
            "Tôi biết rằng \(count) nhiệm vụ chưa có cơ quan chủ trì và vẫn chốt.",
            "I know that \(count) tasks have no lead agency, and issue the plan all the same.")
    }
    static func conflictCount(_ count: Int) -> Phrase {
        Phrase(
            "\(count) chỗ đã sửa cần kiểm tra lại so với lần đọc mới nhất",
            count == 1 ? "1 correction to be checked" : "\(count) corrections to be checked")
    }
    static func issueOpens(_ count: Int) -> Phrase {
        Phrase(
            "\(count) nhiệm vụ được giao và hiện trong danh sách nhiệm vụ.",
            "\(count) tasks open and appear in the list of tasks.")
    }
    static func allTasks(_ count: Int) -> Phrase {
        Phrase("Xem đủ \(count) nhiệm vụ", "See all \(count) tasks")
    }
    static func allCitations(_ count: Int) -> Phrase {
        Phrase("Mọi văn bản được viện dẫn (\(count))", "Every cited document (\(count))")
    }
    static func pageCount(_ count: Int) -> Phrase {
        Phrase("\(count) trang", count == 1 ? "1 page" : "\(count) pages")
    }
}
extension Phrase { static let planWithdrawn = Phrase("Đã thu hồi kế hoạch.", "The plan was withdrawn.") }
