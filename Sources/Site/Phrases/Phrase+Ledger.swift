/// The ledger, and the names of what it records.
extension Phrase {
    static let ledgerSentence = Phrase(
        "Mọi thay đổi được ghi nối tiếp; mỗi dòng mang mã băm của dòng trước nên không thể sửa mà không bị phát hiện.",
        "Every change is appended; each entry carries the hash of the one before, so none can be altered unseen."
    )
    static let verifyLedger = Phrase("Kiểm tra sổ cái", "Verify the ledger")
    static let ledgerEmpty = Phrase("Sổ cái còn trống.", "The ledger is empty.")
    static let instant = Phrase("Thời điểm", "When")
    static let actor = Phrase("Người thực hiện", "Who")
    static let what = Phrase("Việc", "What")
    static let detail = Phrase("Chi tiết", "Detail")
    static let hash = Phrase("Mã băm", "Hash")
    static let commandLine = Phrase("Dòng lệnh máy chủ", "Server's command line")
    static func ledgerHolds(_ count: Int) -> Phrase {
        Phrase(
            "Đã kiểm tra \(count) dòng: chuỗi băm nguyên vẹn.", "\(count) entries checked: the chain holds.")
    }
    static func ledgerBroken(_ place: String) -> Phrase {
        Phrase("Chuỗi băm bị đứt: \(place)", "The chain is broken: \(place)")
    }

    /// What an operation is called for people; one that has no name yet shows its own.
    static func action(_ name: String) -> Phrase {
        switch name {
        case "ReceiveDocument": Phrase("Tiếp nhận văn bản", "Received the document")
        case "ReadPlanAgain": Phrase("Đọc lại văn bản", "Read it again")
        case "CorrectPlan": Phrase("Sửa nội dung đọc được", "Corrected it")
        case "UndoCorrection": Phrase("Hoàn tác", "Took a correction back")
        case "RedoCorrection": Phrase("Làm lại", "Redid a correction")
        case "IssuePlan": Phrase("Chốt kế hoạch, giao nhiệm vụ", "Issued the plan")
        case "ReplacePlan": Phrase("Thay thế kế hoạch", "Replaced the plan")
        case "WithdrawPlan": Phrase("Thu hồi kế hoạch", "Withdrew the plan")
        case "DraftAgain": Phrase("Lập bản rà soát mới từ tệp gốc", "Began a new draft from the file")
        case "DeleteDraft": Phrase("Xóa văn bản chưa chốt", "Deleted the draft")
        case "PurgePlan": Phrase("Xóa vĩnh viễn kế hoạch", "Destroyed the plan")
        case "OpenFile": Phrase("Mở tệp gốc", "Opened the original file")
        case "CreateAccount": Phrase("Tạo tài khoản", "Created the account")
        case "CreateFirstAdministrator":
            Phrase("Tạo quản trị viên đầu tiên", "Created the first administrator")
        case "GrantRole": Phrase("Giao vai trò", "Granted a role")
        case "RevokeRole": Phrase("Thu hồi vai trò", "Revoked a role")
        case "DisableAccount": Phrase("Khóa tài khoản", "Disabled the account")
        case "EnableAccount": Phrase("Mở khóa tài khoản", "Enabled the account")
        case "ChangePassword": Phrase("Đổi mật khẩu", "Changed the password")
        case "ResetPassword": Phrase("Cấp lại mật khẩu", "Reset the password")
        case "EnrolSecondFactor": Phrase("Bật xác thực lớp thứ hai", "Set up the second factor")
        case "RemoveSecondFactor": Phrase("Tắt xác thực lớp thứ hai", "Removed the second factor")
        case "SignIn": Phrase("Đăng nhập", "Signed in")
        case "SignOut": Phrase("Đăng xuất", "Signed out")
        case "RegisterWebhook": Phrase("Ghi địa chỉ nhận sự kiện", "Registered an address for events")
        case "RotateWebhookSecret":
            Phrase("Đổi khóa ký sự kiện", "Changed the secret of an address for events")
        case "ChooseWebhookEvents":
            Phrase("Chọn sự kiện báo đến địa chỉ", "Chose what an address is told of")
        case "SwitchWebhookOn": Phrase("Bật địa chỉ nhận sự kiện", "Switched an address for events on")
        case "SwitchWebhookOff": Phrase("Tắt địa chỉ nhận sự kiện", "Switched an address for events off")
        case "RemoveWebhook": Phrase("Xóa địa chỉ nhận sự kiện", "Removed an address for events")
        case "WebhookFailed":
            Phrase(
                "Địa chỉ nhận sự kiện không trả lời, đã bị tắt",
                "An address for events failed and was switched off")
        case "LinkOpenID": Phrase("Nối với hệ thống đăng nhập chung", "Linked to the sign-in provider")
        case "InviteOpenID":
            Phrase("Chờ nối với hệ thống đăng nhập chung", "Let the sign-in provider link it")
        case "UnlinkOpenID":
            Phrase("Bỏ nối với hệ thống đăng nhập chung", "Unlinked from the sign-in provider")
        case "RefuseSecret": Phrase("Từ chối tài liệu có dấu mật", "Refused a document marked secret")
        case "RemindOfTasks": Phrase("Nhắc việc", "Reminded of tasks")
        case "ReadNotices": Phrase("Đọc nhắc việc", "Read notices")
        case "LetterFailed": Phrase("Thư nhắc không đến được", "A reminder's mail failed")
        case "SetNoticeSettings": Phrase("Đổi cách nhận nhắc việc", "Changed how they are told")
        case "CreateAgency": Phrase("Tạo cơ quan, đơn vị", "Created the agency")
        case "EditAgency": Phrase("Sửa thông tin cơ quan", "Corrected the agency")
        case "SetAgencyCode": Phrase("Ghi mã định danh", "Recorded a code")
        case "ImportUnits": Phrase("Nhập danh mục đơn vị hành chính", "Entered the administrative units")
        case "LoadSamples": Phrase("Nhập dữ liệu mẫu", "Entered the sample")
        case "ResolveParty": Phrase("Xác nhận bên được giao", "Told who is meant")
        case "PlanReorganisation": Phrase("Lập phương án sắp xếp", "Decided a reorganisation")
        case "ApplyReorganisation": Phrase("Áp dụng phương án sắp xếp", "Put a reorganisation into effect")
        case "UndoReorganisation": Phrase("Hủy phương án sắp xếp", "Undid a reorganisation")
        case "FillPost": Phrase("Ghi người đảm nhiệm", "Put a person into a post")
        case "VacatePost": Phrase("Ghi thôi đảm nhiệm", "Ended a person's post")
        case "ErasePerson": Phrase("Xóa dữ liệu cá nhân", "Erased personal data")
        case "MakeAPIToken": Phrase("Tạo khóa cho chương trình", "Made a token for a program")
        case "RevokeAPIToken": Phrase("Thu hồi khóa của chương trình", "Revoked a program's token")
        case "MakeCalendarFeed": Phrase("Tạo địa chỉ lịch", "Made a calendar address")
        case "RevokeCalendarFeed": Phrase("Hủy địa chỉ lịch", "Ended a calendar address")
        case "SetHoliday": Phrase("Ghi ngày nghỉ, ngày làm bù", "Entered a holiday or exchanged day")
        case "RemoveHoliday": Phrase("Bỏ ngày nghỉ, ngày làm bù", "Removed a holiday or exchanged day")
        case "PublishObjects": Phrase("Đưa vào kho phát", "Put into the store of players")
        case "CollectObjects": Phrase("Dọn kho phát", "Cleared the store of players")
        case "SetPlanEvent": Phrase("Đặt sự kiện của kế hoạch", "Set the plan's event")
        default: taskAction(name) ?? Phrase(name, name)
        }
    }

    static let noLonger = Phrase("không còn", "no longer there")
    static let history = Phrase("Lịch sử xử lý", "History")

    /// What kind of thing an entry tells of.
    static func subject(_ kind: String) -> Phrase {
        switch kind {
        case "plan": Phrase("Kế hoạch", "Plan")
        case "account": Phrase("Tài khoản", "Account")
        case "agency": Phrase("Cơ quan, đơn vị", "Agency")
        case "task": Phrase("Nhiệm vụ", "Task")
        case "holiday": Phrase("Ngày nghỉ", "Holiday")
        case "objects": Phrase("Kho phát", "Store of players")
        default: Phrase(kind, kind)
        }
    }
}
