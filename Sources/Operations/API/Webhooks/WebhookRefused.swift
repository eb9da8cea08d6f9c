/// Why an address for events can't be had so.
package enum WebhookRefused: Refusal, Hashable, CaseIterable {
    case badAddress
    case tooMany
    case noEvent
    case noSuchWebhook
    case noSuchDelivery
    /// It is switched off: nothing is sent.
    case isOff
    /// It is on its way.
    case isUnderWay

    package var code: String {
        switch self {
        case .badAddress: "webhook.bad-address"
        case .tooMany: "webhook.too-many"
        case .noEvent: "webhook.no-event"
        case .noSuchWebhook: "webhook.no-such-webhook"
        case .noSuchDelivery: "webhook.no-such-delivery"
        case .isOff: "webhook.is-off"
        case .isUnderWay: "webhook.is-under-way"
        }
    }

    package var vietnamese: String {
        switch self {
        case .badAddress:
            "Địa chỉ phải bắt đầu bằng https://, có tên máy, không có tên đăng nhập, không quá 1.000 byte."
        case .tooMany: "Cơ quan đã có quá nhiều địa chỉ nhận sự kiện. Hãy xóa bớt."
        case .noEvent: "Hãy chọn ít nhất một loại sự kiện."
        case .noSuchWebhook: "Không tìm thấy địa chỉ nhận sự kiện này."
        case .noSuchDelivery: "Không tìm thấy lượt gửi này."
        case .isOff: "Địa chỉ này đang tắt. Hãy bật lại trước."
        case .isUnderWay: "Lượt này đang được gửi."
        }
    }

    package var english: String {
        switch self {
        case .badAddress:
            "The address must begin with https://, name a host and no user, and have 1,000 bytes at most."
        case .tooMany: "The agency has too many addresses for events. Remove some."
        case .noEvent: "Choose one kind of event at least."
        case .noSuchWebhook: "There is no such address for events."
        case .noSuchDelivery: "There is no such delivery."
        case .isOff: "This address is switched off. Switch it on first."
        case .isUnderWay: "This delivery is on its way."
        }
    }

    package var httpStatus: Int {
        switch self {
        case .badAddress, .tooMany, .noEvent: 422
        case .noSuchWebhook, .noSuchDelivery: 404
        case .isOff, .isUnderWay: 409
        }
    }
}
