package import Domain

/// Why the register of agencies was not changed.
package enum AgencyRefused: Refusal, Hashable {
    case noSuchQuestion
    case notInRegister
    case badName
    case badCode
    case badDay
    case badPerson
    case sameName
    /// The reorganisation names nobody that ends, or nobody that goes on, or one twice.
    case badParts
    /// The named agency doesn't exist on the day.
    case notThen(String)
    case alreadyPlanned(String)
    case tooManyTasks
    case notPlanned(Reorganisation.State)
    /// The task isn't one of those that are shared out.
    case badShare
    /// It must be said who takes what isn't shared out.
    case remainderMissing
    /// A successor ends by another reorganisation before it could take over.
    case endsBefore(String, CalendarDay)
    /// The agency is to take over from another later, and nobody could say who does in its place.
    case takesOverLater(String, CalendarDay)

    package var code: String {
        switch self {
        case .noSuchQuestion: "agency.no-such-question"
        case .notInRegister: "agency.not-in-register"
        case .badName: "agency.bad-name"
        case .badCode: "agency.bad-code"
        case .badDay: "agency.bad-day"
        case .badPerson: "agency.bad-person"
        case .sameName: "agency.same-name"
        case .badParts: "agency.bad-parts"
        case .notThen: "agency.not-then"
        case .alreadyPlanned: "agency.already-planned"
        case .tooManyTasks: "agency.too-many-tasks"
        case .notPlanned: "agency.not-planned"
        case .badShare: "agency.bad-share"
        case .remainderMissing: "agency.remainder-missing"
        case .endsBefore: "agency.ends-before"
        case .takesOverLater: "agency.takes-over-later"
        }
    }

    private static func day(_ day: CalendarDay) -> String { "\(day.day)/\(day.month)/\(day.year)" }

    package var vietnamese: String {
        switch self {
        case .noSuchQuestion: "Kế hoạch này không có bên được giao như vậy."
        case .notInRegister: "Cơ quan được chọn không có trong danh mục."
        case .badName: "Tên cơ quan không được để trống và không dài quá 500 byte."
        case .badCode: "Mã định danh không đúng mẫu."
        case .badDay:
            "Ngày không hợp lệ; hãy nhập như 01/7/2025, năm từ \(PartialDay.sensibleYears.lowerBound) đến \(PartialDay.sensibleYears.upperBound)."
        case .badPerson: "Họ tên không được để trống; thư điện tử và điện thoại nếu có phải đúng mẫu."
        case .sameName: "Tên mới giống tên đang dùng."
        case .badParts: "Hãy chọn cơ quan kết thúc và cơ quan tiếp nhận; không cơ quan nào đứng ở cả hai bên."
        case .notThen(let name): "\(name) không tồn tại vào ngày hiệu lực."
        case .alreadyPlanned(let name): "\(name) đã có một phương án sắp xếp chưa đến ngày hiệu lực."
        case .tooManyTasks: "Có quá nhiều nhiệm vụ trong một lần sắp xếp."
        case .notPlanned(.applied): "Phương án này đã có hiệu lực; muốn thay đổi phải lập phương án mới."
        case .notPlanned(.undone), .notPlanned(.planned): "Phương án này đã được hủy."
        case .badShare:
            "Nhiệm vụ được chia không thuộc cơ quan kết thúc, hoặc cơ quan nhận không có trong phương án."
        case .remainderMissing:
            "Hãy chọn cơ quan nhận phần việc còn lại: những gì không được chia từng việc và việc phát sinh trước ngày hiệu lực."
        case .endsBefore(let name, let day):
            "\(name) sẽ kết thúc từ \(Self.day(day)) theo một phương án đã lập; hãy chọn cơ quan tiếp nhận của cơ quan đó."
        case .takesOverLater(let name, let day):
            "\(name) được giao tiếp nhận một cơ quan khác từ \(Self.day(day)) theo một phương án đã lập; hãy hủy và lập lại phương án đó trước."
        }
    }

    package var english: String {
        switch self {
        case .noSuchQuestion: "This plan names no such party."
        case .notInRegister: "The chosen agency is not in the register."
        case .badName: "The agency's name must not be empty, nor longer than 500 bytes."
        case .badCode: "The identification code has not the right form."
        case .badDay:
            "The day is not right; please type it as in 01/7/2025, of the years \(PartialDay.sensibleYears.lowerBound) to \(PartialDay.sensibleYears.upperBound)."
        case .badPerson: "The name must not be empty; e-mail and telephone, if any, must have the right form."
        case .sameName: "The new name is the one in use."
        case .badParts: "Please choose who ends and who takes over; nobody may be on both sides."
        case .notThen(let name): "\(name) does not exist on the effective day."
        case .alreadyPlanned(let name): "\(name) has a planned reorganisation that has not taken effect yet."
        case .tooManyTasks: "There are too many tasks for one reorganisation."
        case .notPlanned(.applied): "This reorganisation has taken effect; a new one must mend it."
        case .notPlanned(.undone), .notPlanned(.planned): "This reorganisation was undone."
        case .badShare:
            "A task that is shared out is not of an agency that ends, or its receiver is not among the successors."
        case .remainderMissing:
            "Please choose who takes the remainder: what isn't shared out one by one, and what comes before the effective day."
        case .endsBefore(let name, let day):
            "\(name) ends on \(day) by a planned reorganisation; please choose its successor."
        case .takesOverLater(let name, let day):
            "\(name) is to take over from another on \(day) by a planned reorganisation; please undo and decide that one anew first."
        }
    }

    package var httpStatus: Int {
        switch self {
        case .noSuchQuestion: 404
        case .sameName, .alreadyPlanned, .notPlanned, .endsBefore, .takesOverLater: 409
        case .notInRegister, .badName, .badCode, .badDay, .badPerson, .badParts, .notThen, .tooManyTasks,
            .badShare, .remainderMissing:
            422
        }
    }
}
