import Markup
import Store

/// Putting one plan in the place of another, with what goes over.
extension Phrase {
    static let replacePlan = Phrase("Thay thế kế hoạch", "Replace the plan")
    static let replaceSentence = Phrase(
        "Chưa có gì thay đổi. Nhiệm vụ giữ nguyên được chuyển sang kế hoạch mới cùng tình trạng, minh chứng, ý kiến, gia hạn, kỳ báo cáo, phần việc phối hợp và kế hoạch cấp dưới, trừ khi chọn coi là mới; nhiệm vụ khác chưa xong của kế hoạch cũ bị hủy với lý do này.",
        "Nothing has changed yet. Duties that stay go on in the new plan with their state, evidence, comments, extensions, periods, contributions and plans below, unless treated as new; other unfinished ones of the old plan are cancelled with this reason."
    )
    static let whatGoesOver = Phrase("Chuyển sang", "What goes over")
    static let treatAsNew = Phrase("Coi là nhiệm vụ mới", "Treat as new")
    static let carryOver = Phrase("Chuyển sang nhiệm vụ này", "Carry over")
    static let nothingDoneYet = Phrase("chưa có gì", "nothing yet")
    static let replaceNext = Phrase(
        "Có kế hoạch thay thế thì bước sau cho xem trước nhiệm vụ nào được chuyển sang.",
        "With a replacing plan, the next step shows first which duties go over.")

    /// What hangs on a task, as the ledger names it and as people do.
    static let piecesOfWork: [(name: String, phrase: Phrase)] = [
        ("pieces", Phrase("minh chứng", "pieces of evidence")),
        ("parts", Phrase("phần việc phối hợp", "contributions")),
        ("periods", Phrase("kỳ báo cáo", "periods")),
        ("requests", Phrase("đề nghị gia hạn", "requests for time")),
        ("comments", Phrase("ý kiến", "comments")),
        ("plans", Phrase("kế hoạch cấp dưới", "plans below")),
    ]

    /// Such as "2 minh chứng"; only what there is.
    static func pieces(_ work: TaskWork, _ language: Language) -> [String] {
        let counts = [
            work.evidence, work.contributions, work.periods, work.requests, work.comments, work.plans,
        ]
        return zip(piecesOfWork, counts).filter { $1 > 0 }.map { "\($1) \($0.phrase[language])" }
    }
}
