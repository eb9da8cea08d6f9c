/// How urgent a bulletin is (Circular 24/2025/TT-BVHTTDL, article 10).
package enum ReleaseClass: String, Sendable, Hashable, CaseIterable {
    /// Thông thường: at fixed times.
    case routine
    /// Ưu tiên: as a competent body asks.
    case priority
    /// Khẩn cấp: at once.
    case emergency

    package var vietnamese: String {
        switch self {
        case .routine: "thông thường"
        case .priority: "ưu tiên"
        case .emergency: "khẩn cấp"
        }
    }
}

/// The eight forms of grassroots information (Decree 49/2024/NĐ-CP).
package enum ChannelKind: String, Sendable, Hashable, CaseIterable {
    /// Bảng tin công cộng.
    case board
    /// Bản tin thông tin cơ sở.
    case bulletin
    /// Tuyên truyền viên cơ sở.
    case communicator
    /// Tài liệu không kinh doanh.
    case document
    /// Đài truyền thanh cấp xã.
    case loudspeaker
    /// Tin nhắn viễn thông.
    case message
    /// Cổng, trang thông tin điện tử.
    case portal
    /// Mạng xã hội, ứng dụng nhắn tin.
    case social
}
