package import Domain
package import Foundation

/// How a task (or a contribution, or a period) stands now, for somebody who saw it otherwise.
package struct TaskStanding: Hashable, Sendable {
    package var state: Plan.Task.State
    package var revision: Int
    package var due: CalendarDay?
    package var reason: String?
    package var note: String?
    package var changedAt: Date?
    /// Display name; nil for the command line, or for a contribution.
    package var changedBy: String?
}

/// Why a task can't be changed so.
package enum TaskRefused: Refusal, Hashable {
    /// Somebody else changed it meanwhile; nothing was overwritten.
    case changedMeanwhile(TaskStanding)
    case wrongState(Plan.Task.State)
    /// The plan is no longer in force.
    case planNotIssued
    case reasonMissing
    /// Empty, too long, or with characters that can't be used.
    case badText
    /// So many contributions are open, or so many other leads haven't handed in theirs: say why.
    case contributionsOpen(Int)
    /// Whoever submitted can't accept.
    case samePerson
    /// No agency leads the task, so nobody can work on it.
    case withoutLead
    /// The new day must come after today and after the day that stands.
    case badDay
    /// A year that nobody means.
    case farDay
    case alreadyAsked
    case notAsked
    /// The account has no role in the lead agency that could work on the task.
    case badDelegate
    /// The agency doesn't act on the task.
    case notActing
    /// The duty has no rhythm, or no period begins on that day.
    case noPeriod
    case tooMany(Int)
    /// The plan must be an issued one of an agency that acts on the task.
    case badImplementation
    /// The plan already carries out a task.
    case alreadyImplements
    /// The plan would carry out a task of a plan that is below itself.
    case cycle
    case tooDeep(Int)
    /// The pair isn't one of a task that ends and one that is new.
    case badPair
    /// No law closes the figures of a duty that returns so.
    case notByLaw
    /// The day is entered already, and nobody said that it is to be replaced.
    case dayEntered(Holiday)

    package var code: String { "task.\(name)" }

    private var name: String {
        switch self {
        case .changedMeanwhile: "changed-meanwhile"
        case .wrongState: "wrong-state"
        case .planNotIssued: "plan-not-issued"
        case .reasonMissing: "reason-missing"
        case .badText: "bad-text"
        case .contributionsOpen: "contributions-open"
        case .samePerson: "same-person"
        case .withoutLead: "without-lead"
        case .badDay: "bad-day"
        case .farDay: "far-day"
        case .alreadyAsked: "already-asked"
        case .notAsked: "not-asked"
        case .badDelegate: "bad-delegate"
        case .notActing: "not-acting"
        case .noPeriod: "no-period"
        case .tooMany: "too-many"
        case .badImplementation: "bad-implementation"
        case .alreadyImplements: "already-implements"
        case .cycle: "cycle"
        case .tooDeep: "too-deep"
        case .badPair: "bad-pair"
        case .notByLaw: "not-by-law"
        case .dayEntered: "day-entered"
        }
    }

    package var vietnamese: String {
        switch self {
        case .changedMeanwhile:
            "Có người vừa cập nhật nhiệm vụ này. Hãy xem nội dung mới rồi làm lại; chưa có gì bị ghi đè."
        case .wrongState: "Trạng thái hiện tại của nhiệm vụ không cho phép việc này."
        case .planNotIssued: "Kế hoạch không còn hiệu lực nên không thay đổi được nhiệm vụ."
        case .reasonMissing: "Hãy ghi lý do."
        case .badText: "Nội dung trống, quá dài hoặc có ký tự không dùng được."
        case .contributionsOpen(let count):
            "Còn \(count) phần việc phối hợp chưa xong. Hãy chờ, hoặc ghi rõ vì sao vẫn báo cáo hoàn thành."
        case .samePerson: "Người báo cáo hoàn thành không được tự công nhận kết quả. Hãy nhờ người khác."
        case .withoutLead: "Nhiệm vụ chưa có cơ quan chủ trì."
        case .farDay:
            "Năm đã nhập quá xa. Hãy ghi đủ bốn chữ số, từ \(PartialDay.sensibleYears.lowerBound) đến \(PartialDay.sensibleYears.upperBound)."
        case .badDay: "Ngày đề nghị phải sau hôm nay và sau thời hạn hiện tại."
        case .alreadyAsked: "Nhiệm vụ đang có một đề nghị gia hạn chưa được trả lời."
        case .notAsked: "Không có đề nghị gia hạn nào đang chờ trả lời."
        case .badDelegate: "Người được giao phải là cán bộ của cơ quan chủ trì."
        case .notActing: "Cơ quan này không tham gia nhiệm vụ."
        case .noPeriod: "Nhiệm vụ không có kỳ này."
        case .tooMany(let limit): "Quá nhiều mục: nhiều nhất là \(limit)."
        case .badImplementation:
            "Kế hoạch triển khai phải đã ban hành và thuộc cơ quan chủ trì hoặc phối hợp nhiệm vụ."
        case .alreadyImplements: "Kế hoạch này đã được ghi nhận là triển khai một nhiệm vụ."
        case .cycle: "Không thể: kế hoạch cấp trên lại thành kế hoạch triển khai của chính cấp dưới."
        case .tooDeep(let depth): "Chuỗi kế hoạch chỉ được sâu \(depth) cấp."
        case .badPair:
            "Mỗi cặp phải gồm một nhiệm vụ của kế hoạch cũ và một nhiệm vụ của kế hoạch mới, mỗi nhiệm vụ một lần."
        case .notByLaw:
            "Nghị định về chế độ báo cáo không có kỳ nào cho nhịp hoặc thời hạn này. Hãy tính kỳ theo lịch."
        case .dayEntered(let holiday):
            "Ngày này đã được nhập: \(holiday.name) (\(holiday.source)). Đánh dấu ô thay thế nếu muốn thay."
        }
    }

    package var english: String {
        switch self {
        case .changedMeanwhile:
            "Somebody else has just changed this task. Look at it and try again; nothing was overwritten."
        case .wrongState: "The task's present state doesn't allow this."
        case .planNotIssued: "The plan is no longer in force, so its tasks can't be changed."
        case .reasonMissing: "Please give the reason."
        case .badText: "The content is empty, too long, or has characters that can't be used."
        case .contributionsOpen(let count):
            "\(count) contributions are still missing. Wait for them, or say why the task is reported done all the same."
        case .samePerson: "Whoever reported a task done can't accept it. Somebody else must."
        case .withoutLead: "The task has no lead agency yet."
        case .farDay:
            "The year is too far off. Write four digits, from \(PartialDay.sensibleYears.lowerBound) to \(PartialDay.sensibleYears.upperBound)."
        case .badDay: "The day asked for must come after today and after the present deadline."
        case .alreadyAsked: "An extension of this task is already asked for and not answered."
        case .notAsked: "No extension waits for an answer."
        case .badDelegate: "The person must be an official of the lead agency."
        case .notActing: "The agency doesn't act on this task."
        case .noPeriod: "The task has no such period."
        case .tooMany(let limit): "Too many items: \(limit) at most."
        case .badImplementation:
            "The plan must be issued, and belong to an agency that leads the task or takes part in it."
        case .alreadyImplements: "This plan is already registered as carrying out a task."
        case .cycle: "Not possible: the plan above would carry out one below itself."
        case .tooDeep(let depth): "A chain of plans may be \(depth) levels deep."
        case .badPair: "Each pair takes one task of the old plan and one of the new, each task once."
        case .notByLaw:
            "The decree on reports has no period for this rhythm or day. Reckon its periods by the calendar."
        case .dayEntered(let holiday):
            "This day is entered already: \(holiday.name) (\(holiday.source)). Tick the box to replace it."
        }
    }

    package var httpStatus: Int {
        switch self {
        case .changedMeanwhile, .wrongState, .planNotIssued, .contributionsOpen, .samePerson, .withoutLead,
            .alreadyAsked, .notAsked, .alreadyImplements, .cycle, .dayEntered:
            409
        case .reasonMissing, .badText, .badDay, .farDay, .badDelegate, .notActing, .noPeriod, .tooMany,
            .badImplementation, .tooDeep, .badPair, .notByLaw:
            422
        }
    }
}
