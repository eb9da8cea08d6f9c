import Documents
package import Domain
package import PlanReader

/// Why a document isn't taken.
///
/// Nothing of it is kept.
package enum ReceiveRefused: Refusal, Hashable {
    /// It bears a mark of secrecy.
    case secret
    /// The agency has a plan from the very same file.
    case duplicate(Plan.ID)
    case unreadable(UnreadablePlan)
    case tooLarge
    case badFileName

    package var code: String {
        switch self {
        case .secret: "receive.secret"
        case .duplicate: "receive.duplicate"
        case .unreadable: "receive.unreadable"
        case .tooLarge: "receive.too-large"
        case .badFileName: "receive.bad-file-name"
        }
    }

    package var vietnamese: String {
        switch self {
        case .secret: ConversionRefused.secrecyMark.sentence.vietnamese
        case .duplicate: "Tệp này đã được đọc thành một kế hoạch của cơ quan."
        case .unreadable(let why): why.vietnamese
        case .tooLarge: ConversionRefused.tooLarge.sentence.vietnamese
        case .badFileName: "Tên tệp trống hoặc quá dài."
        }
    }

    package var english: String {
        switch self {
        case .secret: ConversionRefused.secrecyMark.sentence.english
        case .duplicate: "The agency already has a plan from this very file."
        case .unreadable(let why): why.english
        case .tooLarge: ConversionRefused.tooLarge.sentence.english
        case .badFileName: "The file's name is empty or too long."
        }
    }

    package var httpStatus: Int {
        switch self {
        case .secret, .unreadable, .badFileName: 422
        case .duplicate: 409
        case .tooLarge: 413
        }
    }
}

/// Why a plan can't be changed so.
package enum PlanRefused: Refusal, Hashable {
    /// Somebody else changed it meanwhile; it is at this revision now.
    case changedMeanwhile(revision: Int)
    /// The plan's state doesn't allow it.
    case wrongState(Plan.State)
    case nothingToUndo
    case nothingToRedo
    /// So many tasks name nobody as lead; issuing asks to be told so.
    case tasksWithoutLead(Int)
    case noTasks
    case reasonMissing
    /// The replacing plan must be another issued plan of the same agency.
    case badReplacement

    package var code: String {
        switch self {
        case .changedMeanwhile: "plan.changed-meanwhile"
        case .wrongState: "plan.wrong-state"
        case .nothingToUndo: "plan.nothing-to-undo"
        case .nothingToRedo: "plan.nothing-to-redo"
        case .tasksWithoutLead: "plan.tasks-without-lead"
        case .noTasks: "plan.no-tasks"
        case .reasonMissing: "plan.reason-missing"
        case .badReplacement: "plan.bad-replacement"
        }
    }

    package var vietnamese: String {
        switch self {
        case .changedMeanwhile:
            "Có người vừa sửa kế hoạch này. Hãy xem bản mới rồi làm lại; chưa có gì bị ghi đè."
        case .wrongState: "Trạng thái hiện tại của kế hoạch không cho phép việc này."
        case .nothingToUndo: "Không còn gì để hoàn tác."
        case .nothingToRedo: "Không còn gì để làm lại."
        case .tasksWithoutLead(let count):
            "Còn \(count) nhiệm vụ chưa có cơ quan chủ trì. Hãy bổ sung, hoặc xác nhận vẫn chốt."
        case .noTasks: "Kế hoạch chưa có nhiệm vụ nào để giao."
        case .reasonMissing: "Hãy ghi lý do."
        case .badReplacement:
            "Kế hoạch thay thế phải là một kế hoạch khác của cùng cơ quan và đã giao nhiệm vụ."
        }
    }

    package var english: String {
        switch self {
        case .changedMeanwhile:
            "Somebody else has just changed this plan. Look at it and try again; nothing was overwritten."
        case .wrongState: "The plan's present state doesn't allow this."
        case .nothingToUndo: "There is nothing left to undo."
        case .nothingToRedo: "There is nothing to redo."
        case .tasksWithoutLead(let count):
            "\(count) tasks have no lead agency. Add it, or confirm that the plan is to be issued all the same."
        case .noTasks: "The plan has no task to be issued."
        case .reasonMissing: "Please give the reason."
        case .badReplacement: "The replacing plan must be another plan of the same agency that is issued."
        }
    }

    package var httpStatus: Int {
        switch self {
        case .changedMeanwhile, .wrongState, .nothingToUndo, .nothingToRedo, .tasksWithoutLead: 409
        case .noTasks, .reasonMissing, .badReplacement: 422
        }
    }
}

/// Why a correction can't be taken.
package enum CorrectionRefused: String, Refusal, Hashable, CaseIterable {
    /// The task, report or other item isn't in the draft (any more).
    case noSuchItem
    /// The place isn't a stretch of the document's text.
    case badRange
    case badText
    case badDate
    /// A year that no document means.
    case farOff
    /// A time that ends before it begins.
    case reversedTime
    case badSplit
    case badMerge
    case tooMany
    /// It holds a telephone number that is masked, and no number of the document looks like it, or several do.
    case maskedNumber

    package var code: String { "correction.\(rawValue)" }

    package var vietnamese: String {
        switch self {
        case .noSuchItem: "Mục này không còn trong bản dự thảo."
        case .badRange: "Đoạn được chọn không nằm trọn trong văn bản."
        case .badText: "Nội dung trống, quá dài hoặc có ký tự không dùng được."
        case .badDate: "Ngày không đúng. Hãy ghi theo dạng ngày/tháng/năm."
        case .farOff:
            "Năm đã nhập quá xa. Hãy ghi đủ bốn chữ số, từ \(PartialDay.sensibleYears.lowerBound) đến \(PartialDay.sensibleYears.upperBound)."
        case .reversedTime: "Thời gian kết thúc sớm hơn lúc bắt đầu. Hãy ghi ngày bắt đầu trước."
        case .badSplit: "Chỗ tách phải nằm bên trong nhiệm vụ, giữa hai từ."
        case .badMerge: "Hãy chọn từ hai đến \(Change.pieceLimit) nhiệm vụ khác nhau để gộp."
        case .tooMany: "Quá nhiều mục trong một lần sửa."
        case .maskedNumber:
            "Nội dung có số điện thoại đang được che bằng dấu sao mà không rõ là số nào. Hãy ghi lại đủ số đó hoặc bỏ đi."
        }
    }

    package var english: String {
        switch self {
        case .noSuchItem: "This item is no longer in the draft."
        case .badRange: "The stretch chosen does not lie within the text."
        case .badText: "The content is empty, too long, or has characters that can't be used."
        case .badDate: "The date is not right. Write day/month/year."
        case .farOff:
            "The year is too far off. Write four digits, from \(PartialDay.sensibleYears.lowerBound) to \(PartialDay.sensibleYears.upperBound)."
        case .reversedTime: "The time ends before it begins. Write the first day first."
        case .badSplit: "A task is split inside it, between two words."
        case .badMerge: "Choose two to \(Change.pieceLimit) different tasks to merge."
        case .tooMany: "Too many items in one correction."
        case .maskedNumber:
            "The content has a telephone number hidden by stars, and it isn't clear which. Type it in full, or leave it out."
        }
    }

    package var httpStatus: Int {
        switch self {
        case .noSuchItem: 409
        case .badRange, .badText, .badDate, .farOff, .reversedTime, .badSplit, .badMerge, .tooMany,
            .maskedNumber:
            422
        }
    }
}
