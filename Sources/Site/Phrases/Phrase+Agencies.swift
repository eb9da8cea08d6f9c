import Domain
import Operations

/// Agencies in time, parties to be told, reorganisations.
extension Phrase {
    static let agencies = Phrase("Cơ quan, đơn vị", "Agencies")
    static let agenciesSentence = Phrase(
        "Danh mục cơ quan, đơn vị theo thời gian: tên gọi, mã, đơn vị trực thuộc, đơn vị tiếp nhận sau sắp xếp.",
        "Agencies in time: names, codes, what stands below them, who took over.")
    static let searchAgencies = Phrase(
        "Tìm theo tên, có dấu hoặc không dấu", "Search by name, with or without marks")
    static let asOfDay = Phrase("Vào ngày", "As of")
    static let showDay = Phrase("Xem", "Show")
    static let noAgencyFound = Phrase(
        "Không có cơ quan nào như vậy vào ngày này.", "There is no such agency on this day.")
    static let tooManyFound = Phrase(
        "Chỉ hiện 100 kết quả đầu; hãy gõ thêm chữ.", "Only the first 100 are shown; please type more.")
    static let unitsBelow = Phrase("Đơn vị trực thuộc", "Units below")
    static func unitCount(_ count: Int) -> Phrase { Phrase("\(count) đơn vị", "\(count) units") }
    static let kindOfAgency = Phrase("Loại", "Kind")
    static let levelOfAgency = Phrase("Cấp", "Level")
    static let names = Phrase("Tên gọi theo thời gian", "Names in time")
    static let officialName = Phrase("Tên chính thức", "Official name")
    static let abbreviations = Phrase("Tên viết tắt", "Short names")
    static let abbreviationsHint = Phrase(
        "Mỗi dòng một tên, như trong văn bản: Sở VHTTDL.", "One to a line, as documents write it.")
    static let codes = Phrase("Mã định danh", "Identification codes")
    static let agencyCode = Phrase("Mã", "Code")
    static let scheme = Phrase("Loại mã", "Scheme")
    static let addCode = Phrase("Ghi mã", "Record the code")
    static let successors = Phrase("Cơ quan tiếp nhận", "Successors")
    static let predecessors = Phrase("Được hình thành từ", "Came from")
    static let partTaken = Phrase("phần việc", "part")
    static let ended = Phrase("Đã kết thúc", "Ended")
    static let notYetThere = Phrase("Chưa thành lập", "Not yet founded")
    static let existing = Phrase("Đang hoạt động", "In being")
    static let actsToday = Phrase("Hiện nay", "Today")
    static let posts = Phrase("Vị trí và người đảm nhiệm", "Posts and persons")
    static let noPosts = Phrase(
        "Chưa ghi ai. Nhắc việc sẽ gửi cho đầu mối theo dõi trước, rồi đến cấp phó, người đứng đầu.",
        "Nobody is recorded. Reminders go to the focal point first, then its deputy, then the head.")
    static let focalPoint = Phrase("Đầu mối theo dõi", "Focal point")
    static let postKind = Phrase("Vị trí", "Post")
    static let postTitle = Phrase("Chức danh", "Title")
    static let email = Phrase("Thư điện tử công vụ", "E-mail at work")
    static let phone = Phrase("Điện thoại", "Telephone")
    static let fromDay = Phrase("Từ ngày", "From")
    static let untilDay = Phrase("Đến ngày", "Until")
    static let earlierHolders = Phrase("Người đảm nhiệm trước đây", "Who held them before")
    static let fillPost = Phrase("Ghi người đảm nhiệm", "Put a person in")
    static let fillPostHint = Phrase(
        "Người đang giữ cùng vị trí, cùng chức danh sẽ thôi từ ngày này.",
        "Whoever holds the same post leaves it on that day.")
    static let vacate = Phrase("Thôi giữ", "Leaves")
    static let erase = Phrase("Xóa dữ liệu cá nhân", "Erase personal data")
    static let editAgency = Phrase("Sửa thông tin", "Correct the entry")
    static let newUnit = Phrase("Thêm đơn vị trực thuộc", "Add a unit below")
    static let reorganise = Phrase("Sắp xếp, đổi tên", "Reorganise or rename")
    static let accountForAgency = Phrase("Tạo tài khoản", "Create an account")
    static let openTasks = Phrase("Nhiệm vụ chưa xong", "Open tasks")
    static let since = Phrase("từ", "from")
    static let till = Phrase("đến", "until")

    // Questions.
    static let partyQuestions = Phrase("Bên được giao chưa rõ", "Parties to be told")
    static let partyQuestionsSentence = Phrase(
        "Những tên gọi trong kế hoạch mà hệ thống không dám tự quyết; câu trả lời được nhớ cho kế hoạch sau.",
        "Names in plans that nobody can be sure of; the answer is remembered for the next plan.")
    static let noQuestions = Phrase("Không còn câu hỏi nào.", "There are no questions.")
    static func openQuestions(_ count: Int) -> Phrase { Phrase("\(count) bên chưa rõ", "\(count) open") }
    static let answerParty = Phrase("Xác nhận", "Confirm")
    static let nobodyMeant = Phrase("Không phải cơ quan nào trong danh mục", "Nobody in the register")
    static let searchMore = Phrase("Tìm cơ quan khác", "Look for others")
    static let answered = Phrase("Đã trả lời", "Answered")
    static let lastAnswer = Phrase("đã trả lời lần trước", "answered the last time")
    static let actingNow = Phrase("Đang thực hiện", "Acting")
    static let nobody = Phrase("Không cơ quan nào", "Nobody")
    static func namedInTasks(_ count: Int) -> Phrase {
        Phrase("Nêu trong \(count) nhiệm vụ", "Named in \(count) tasks")
    }
    /// The issuer's name follows.
    static func readAs(_ day: String) -> Phrase {
        Phrase("Đọc theo danh mục ngày \(day), từ góc nhìn của", "Read by the names of \(day), seen from")
    }
    static let groupHint = Phrase(
        "Một nhóm: hãy đánh dấu những cơ quan được giao.", "A group: tick those that are meant.")
    static let unsureHint = Phrase("Hãy chọn cơ quan được giao.", "Choose the agency that is meant.")
    static let unknownHint = Phrase(
        "Danh mục chưa có tên này: hãy tìm cơ quan, hoặc xác nhận không có.",
        "The register has no such name: look for the agency, or confirm that there is none.")

    // Reorganisations.
    static let reorganisations = Phrase("Các phương án sắp xếp", "Reorganisations")
    static let reorganisationSentence = Phrase(
        "Nhiệm vụ, tài khoản, đầu mối được chuyển sang cơ quan tiếp nhận từ ngày hiệu lực; lịch sử giữ nguyên.",
        "Tasks, accounts and focal points go to the successor from the effective day; history stays.")
    static let noReorganisations = Phrase("Chưa có phương án nào.", "There are none yet.")
    static let effectiveDay = Phrase("Ngày hiệu lực", "Effective day")
    static let reorganisationKind = Phrase("Hình thức", "Form")
    static let legalBasis = Phrase("Căn cứ", "Legal basis")
    static let newName = Phrase("Tên mới", "New name")
    static let foundedNames = Phrase("Cơ quan thành lập mới", "Newly founded agencies")
    static let foundedHint = Phrase(
        "Mỗi dòng một tên. Để trống nếu cơ quan tiếp nhận đã có.",
        "One to a line; none where the successor exists.")
    static let takers = Phrase("Cơ quan tiếp nhận đã có", "Existing successors")
    static let alsoEnds = Phrase("Cùng kết thúc (hợp nhất)", "Also ends (merger)")
    static let preview = Phrase("Xem trước", "Preview")
    static let whatMoves = Phrase("Những gì sẽ chuyển", "What will move")
    static let newNameHint = Phrase("Chỉ ghi khi đổi tên.", "For a rename only.")
    static let partsOfWork = Phrase("Mỗi cơ quan nhận phần việc nào", "What part of the work each takes over")
    static let partsHint = Phrase(
        "Ví dụ: báo chí, xuất bản. Hiện ở trang cơ quan cũ; có thể để trống.",
        "Such as press and publishing. Shown on the old agency's page; may be left empty.")
    static let shareOut = Phrase("Chia cho", "Goes to")
    static let decide = Phrase("Quyết định sắp xếp", "Decide")
    static let undoReorganisation = Phrase("Hủy phương án", "Undo")
    static let takesEffectLater = Phrase(
        "Ngày hiệu lực ở tương lai: phương án được giữ và tự áp dụng khi đến ngày; trước đó có thể hủy.",
        "The day lies ahead: it is kept and applied when the day comes; until then it can be undone.")
    static let takesEffectNow = Phrase(
        "Ngày hiệu lực đã đến: phương án được áp dụng ngay và không hủy được.",
        "The day has come: it is applied at once and can't be undone.")
    static let nothingMoves = Phrase(
        "Đổi tên: cơ quan giữ nguyên, không có gì phải chuyển.", "A rename: the agency stays, nothing moves.")
}

extension Agency.Kind {
    var name: Phrase {
        switch self {
        case .committee: Phrase("Chính phủ, ủy ban nhân dân", "Government, people's committee")
        case .council: Phrase("Hội đồng nhân dân", "People's council")
        case .department: Phrase("Bộ, sở, phòng chuyên môn", "Ministry, department")
        case .office: Phrase("Văn phòng", "Office")
        case .centre: Phrase("Trung tâm, đơn vị sự nghiệp", "Centre")
        case .press: Phrase("Cơ quan báo chí", "Press")
        case .force: Phrase("Lực lượng vũ trang", "Armed force, police")
        case .front: Phrase("Mặt trận, đoàn thể, hội", "Front, unions, associations")
        case .party: Phrase("Cơ quan Đảng", "Party body")
        case .other: Phrase("Khác", "Other")
        }
    }
}

extension Agency.Level {
    var name: Phrase {
        switch self {
        case .central: Phrase("Trung ương", "Central")
        case .province: Phrase("Cấp tỉnh", "Province")
        case .district: Phrase("Cấp huyện (đến 30/6/2025)", "District (until 30/6/2025)")
        case .commune: Phrase("Cấp xã", "Commune")
        }
    }
}

extension Agency.CodeScheme {
    var name: Phrase {
        switch self {
        case .unit: Phrase("Mã đơn vị hành chính", "Administrative unit")
        case .identification: Phrase("Mã định danh điện tử (QĐ 20/2020)", "Identification (Decision 20/2020)")
        case .formerIdentification:
            Phrase("Mã định danh cũ (TT 10/2016)", "Former identification (Circular 10/2016)")
        }
    }
}

extension Post.Kind {
    var name: Phrase {
        switch self {
        case .head: Phrase("Người đứng đầu", "Head")
        case .deputy: Phrase("Cấp phó", "Deputy")
        case .focalPoint: .focalPoint
        case .deputyFocalPoint: Phrase("Đầu mối dự phòng", "Deputy focal point")
        case .other: Phrase("Vị trí khác", "Other post")
        }
    }
}

extension Reorganisation.Kind {
    var name: Phrase {
        switch self {
        case .merge: Phrase("Hợp nhất, sáp nhập", "Merge")
        case .split: Phrase("Chia tách", "Split")
        case .rename: Phrase("Đổi tên", "Rename")
        case .abolish: Phrase("Giải thể, chuyển việc", "Abolish, hand over")
        }
    }
}

extension Reorganisation.State {
    var name: Phrase {
        switch self {
        case .planned: Phrase("Chờ hiệu lực", "Waits for its day")
        case .applied: Phrase("Đã áp dụng", "Applied")
        case .undone: Phrase("Đã hủy", "Undone")
        }
    }

    var sign: String {
        switch self {
        case .planned: "half warn"
        case .applied: "full good"
        case .undone: "square"
        }
    }
}

extension PartyQuestion.Kind {
    var hint: Phrase {
        switch self {
        case .unsure: .unsureHint
        case .group: .groupHint
        case .unknown: .unknownHint
        }
    }
}

extension PartyMatch.Candidate.Reason {
    /// What follows the sentence, as an official document says it.
    var part: String? {
        guard case .tookPart(let part) = self else { return nil }
        return part
    }

    var name: Phrase {
        switch self {
        case .sameName: Phrase("cùng tên", "same name")
        case .elsewhere: Phrase("ở nơi khác", "elsewhere")
        case .tookPart(.some): Phrase("tiếp nhận:", "took over:")
        case .tookPart(nil): Phrase("tiếp nhận một phần", "took over a part")
        case .endedBefore:
            Phrase(
                "tiếp nhận; cơ quan được nêu đã kết thúc trước ngày kế hoạch",
                "took over; the named one had ended")
        case .notYet: Phrase("thành lập sau ngày kế hoạch", "founded after the plan's day")
        case .similar: Phrase("tên gần giống", "similar name")
        case .answeredBefore: .lastAnswer
        }
    }
}
