import Domain
import Operations

/// Addresses for events.
extension Phrase {
    static let webhooks = Phrase("Địa chỉ nhận sự kiện", "Addresses for events")
    static let webhooksSentence = Phrase(
        "Loa báo ngay cho phần mềm của cơ quan khi nhiệm vụ, kế hoạch thay đổi hoặc đến hạn. Mỗi lượt gửi được ký bằng khóa của địa chỉ.",
        "Loa tells the agency’s own software at once when tasks or plans change or fall due. Each delivery is signed with the address’s secret."
    )
    static let noWebhooks = Phrase("Cơ quan chưa có địa chỉ nào.", "The agency has no addresses yet.")
    static let webhookSecret = Phrase(
        "Hãy chép khóa ký này ngay; sẽ không xem lại được:", "Copy this secret now; it can’t be shown again:")
    static let webhookNew = Phrase("Thêm địa chỉ", "New address")
    static let webhookAddress = Phrase("Địa chỉ", "Address")
    static let webhookAddressHint = Phrase(
        "Bắt đầu bằng https://; phần mềm của cơ quan nhận POST ở đó.",
        "Begins with https://; the agency’s software takes POST there.")
    static let webhookRegister = Phrase("Ghi địa chỉ", "Register")
    static let webhookRotate = Phrase("Đổi khóa ký", "Change the secret")
    static let webhookDeliveries = Phrase("Các lượt gửi gần đây", "Last deliveries")
    static let webhookNoDeliveries = Phrase("Chưa gửi lượt nào.", "Nothing was sent yet.")
    static let webhookAgain = Phrase("Gửi lại", "Send again")
    static let webhookAttempts = Phrase("số lần gửi", "attempts")
    static let webhookNext = Phrase("gửi tiếp lúc", "next at")
    static let webhookFailing = Phrase("không nhận từ", "has taken nothing since")
    static let webhookQuiet = Phrase("xin chờ đến", "asks to wait until")
    static let webhookEvents = Phrase("Báo khi", "Tell of")
    static let webhookChoose = Phrase("Lưu lựa chọn", "Save the choice")
    static let webhookBody = Phrase("Nội dung", "Body")
    static let webhookAnswer = Phrase("trả lời", "answer")

    static func webhookState(_ state: Webhook.State) -> Phrase {
        switch state {
        case .on: Phrase("Đang bật", "On")
        case .off: Phrase("Đã tắt", "Off")
        case .failed: Phrase("Đã bị tắt vì không trả lời", "Switched off: it did not answer")
        }
    }

    static func deliveryState(_ state: WebhookDelivery.State) -> Phrase {
        switch state {
        case .waiting: Phrase("Chờ gửi", "Waiting")
        case .sending: Phrase("Đang gửi", "Being sent")
        case .delivered: Phrase("Đã nhận", "Taken")
        case .givenUp: Phrase("Thôi gửi", "Given up")
        }
    }

    static func webhookChange(_ change: ChangeWebhook.Change) -> Phrase {
        switch change {
        case .on: Phrase("Bật", "Switch on")
        case .off: Phrase("Tắt", "Switch off")
        case .remove: Phrase("Xóa", "Remove")
        case .test: Phrase("Gửi thử", "Send a trial")
        }
    }

    static func webhookEvent(_ event: WebhookEvent) -> Phrase {
        switch event {
        case .taskChanged: Phrase("Nhiệm vụ thay đổi", "A task changed")
        case .planIssued: Phrase("Kế hoạch được chốt", "A plan was issued")
        case .planWithdrawn: Phrase("Kế hoạch bị thu hồi", "A plan was withdrawn")
        case .planReplaced: Phrase("Kế hoạch bị thay thế", "A plan was replaced")
        case .reminderDue: Phrase("Đến hạn nhắc việc", "A reminder is due")
        case .test: Phrase("Gửi thử", "A trial")
        }
    }
}
