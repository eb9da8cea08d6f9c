/// What a stretch of a plan's text was found to be; each kind has its colour, its underline and its word.
enum MarkKind: String, Sendable, CaseIterable {
    case task, lead, with, when, report, cite, recipient

    var name: Phrase {
        switch self {
        case .task: Phrase("Nhiệm vụ", "Task")
        case .lead: Phrase("Chủ trì", "Lead agency")
        case .with: Phrase("Phối hợp", "Coordinating")
        case .when: Phrase("Thời gian", "Time")
        case .report: Phrase("Báo cáo", "Report")
        case .cite: Phrase("Viện dẫn", "Citation")
        case .recipient: Phrase("Nơi nhận, liên hệ", "Recipient, contact")
        }
    }
}
