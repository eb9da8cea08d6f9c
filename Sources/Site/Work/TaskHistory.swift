import Domain
import Foundation
import Markup

extension Phrase {
    /// What a verb of tasks is called in the ledger; nil for others.
    static func taskAction(_ name: String) -> Phrase? {
        switch name {
        case "StartTask": Phrase("Bắt đầu thực hiện", "Began")
        case "SubmitTask": Phrase("Báo cáo hoàn thành", "Reported it done")
        case "TakeBackTask": Phrase("Rút lại báo cáo", "Took the report back")
        case "DelegateTask": Phrase("Giao cho cán bộ", "Gave it to a colleague")
        case "AcceptTask": Phrase("Công nhận hoàn thành", "Accepted it")
        case "ReturnTask": Phrase("Trả lại", "Returned it")
        case "CancelTask": Phrase("Hủy nhiệm vụ", "Cancelled it")
        case "ReopenTask": Phrase("Mở lại", "Reopened it")
        case "RemindTask": Phrase("Đôn đốc", "Reminded")
        case "CommentOnTask": Phrase("Gửi ý kiến", "Commented")
        case "AskForTime": Phrase("Xin gia hạn", "Asked for more time")
        case "GrantTime": Phrase("Đồng ý gia hạn", "Granted more time")
        case "RefuseTime": Phrase("Không đồng ý gia hạn", "Refused more time")
        case "AskForContribution": Phrase("Đề nghị phần việc phối hợp", "Asked for a contribution")
        case "Contribute": Phrase("Cập nhật phần việc phối hợp", "Worked on a contribution")
        case "JudgeContribution": Phrase("Xem xét phần việc phối hợp", "Judged a contribution")
        case "HandOverContribution":
            Phrase("Phần việc phối hợp sang cơ quan tiếp nhận", "A contribution went to the successor")
        case "SetRhythm": Phrase("Đặt định kỳ", "Set the rhythm")
        case "SubmitPeriod": Phrase("Báo cáo một kỳ", "Reported a period")
        case "AcceptPeriod": Phrase("Công nhận một kỳ", "Accepted a period")
        case "ReturnPeriod": Phrase("Trả lại một kỳ", "Returned a period")
        case "AddEvidence": Phrase("Thêm minh chứng", "Added evidence")
        case "RemoveEvidence": Phrase("Gỡ minh chứng", "Removed evidence")
        case "KeepPage": Phrase("Lưu tiêu đề trang của liên kết", "Kept the title of a link's page")
        case "RegisterImplementation":
            Phrase("Ghi nhận kế hoạch triển khai", "Registered a plan that carries it out")
        case "CarryOverTask": Phrase("Chuyển từ kế hoạch cũ sang", "Carried over from the plan before")
        case "ReplaceImplementation":
            Phrase("Kế hoạch triển khai được thay thế", "The plan that carries it out was replaced")
        case "EndImplementation":
            Phrase("Kế hoạch triển khai hết hiệu lực", "The plan that carries it out ended")
        case "WithdrawPlan": Phrase("Thu hồi kế hoạch", "Withdrew the plan")
        default: nil
        }
    }
}

/// What the ledger tells of a task, in words.
struct TaskHistory: Sendable {
    var entries: [LedgerEntry]
    var agencies: [Agency.ID: String]
    var accounts: [Account.ID: String]

    /// The entry's detail, piece by piece; what only machines compare is left out.
    func detail(_ entry: LedgerEntry, _ language: Language) -> [String] {
        // What can't be read as such shows no detail here; the audit tells that it is damaged.
        let fields = (try? JSONDecoder().decode([String: String].self, from: Data(entry.detail.utf8))) ?? [:]
        var words: [String] = []
        func state(_ name: String) -> String? {
            fields[name].flatMap(Plan.Task.State.init(rawValue:))?.name[language]
        }
        if let name = fields["agency"].flatMap({ agencies[Agency.ID($0)] }) { words.append(name) }
        for pair in [("fromState", "toState"), ("fromPart", "toPart")] {
            if let to = state(pair.1) { words.append((state(pair.0).map { $0 + " → " } ?? "") + to) }
        }
        if let account = fields["account"] {
            words.append(
                account == "nobody" ? Phrase.wholeAgency[language] : accounts[Account.ID(account)] ?? "…")
        }
        if let rhythm = fields["rhythm"] {
            words.append((Rhythm(rawValue: rhythm)?.name ?? .once)[language])
        }
        if let rule = fields["reporting"].flatMap({ ReportingRule.named($0) }) { words.append(rule.source) }
        for name in ["period", "day"] {
            if let day = fields[name].flatMap({ CalendarDay(iso: $0) }) { words.append(Spelling.day(day)) }
        }
        for (name, phrase) in Phrase.piecesOfWork {
            if let count = fields[name], count != "0" { words.append("\(count) \(phrase[language])") }
        }
        for name in ["formerPlan", "number", "title", "words", "note", "whyMissing", "reason"] {
            if let text = fields[name], !text.isEmpty { words.append("“\(text)”") }
        }
        return words
    }

    func view(_ screen: Screen) -> Markup {
        guard !entries.isEmpty else { return .empty }
        return """
            <section class="sheet" aria-labelledby="history-title"><h2 id="history-title">\(screen, .history)</h2>
            <ol class="plainlist small">\(each: entries, { entry in
                """
                <li><span class="date soft nowrap">\(Spelling.instant(entry.at))</span> \(screen, .action(entry.action))\
                <span class="under"><span lang="vi">\(entry.actor.map { accounts[$0] ?? $0.rawValue } ?? screen(.commandLine))</span>\
                \(when: detail(entry, screen.language).joined(separator: "; "), { $0.isEmpty ? .empty : " · <span lang=\"vi\">\($0)</span>" })</span></li>
                """
            })</ol></section>
            """
    }
}
