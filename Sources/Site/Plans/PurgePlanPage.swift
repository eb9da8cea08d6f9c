import Domain
import HTTP
import Markup
import Operations

/// Asks before a plan is destroyed, and tells how far that reached.
///
/// Shows nothing of the plan: an administrator who may see no draft may have to destroy one.
struct PurgePlanPage: Sendable {
    var plan: Plan.ID
    /// Nil before it is done.
    var outcome: PurgeOutcome?

    private static let title = Phrase("Xóa vĩnh viễn kế hoạch", "Destroy the plan")

    func view(_ screen: Screen) -> Markup {
        screen.page(
            screen(Self.title), at: .plans,
            """
            <p class="path"><a href="\(Routes.plans())">\(screen, .plans)</a></p>
            \(screen.head("\(screen, Self.title)"))
            \(when: outcome, { screen.notice($0 == .clean ? .good : .bad, "<p>\(screen, Phrase($0.vietnamese, $0.english))</p>", isLive: true) })
            \(when: outcome != .clean, form(screen))
            """)
    }

    private func form(_ screen: Screen) -> Markup {
        """
        <section class="sheet">\(screen.form(
            Routes.purge(plan.rawValue), class: "stack",
            """
            <p>\(screen, Phrase(
                "Dùng khi phát hiện văn bản chứa bí mật nhà nước (Luật 117/2025, Điều 5) đã lọt vào hệ thống: tệp, toàn văn, dự thảo, nhiệm vụ, minh chứng và chỉ mục tìm kiếm bị xóa ngay và không lấy lại được. Sổ cái chỉ giữ thời điểm, người xóa, loại lý do và mã kế hoạch.",
                "For a document with state secrets that has got in (Law 117/2025, Article 5): file, text, draft, tasks, evidence and search index are destroyed at once and can't be brought back. The ledger keeps only the time, who did it, the class of the reason and the plan's code."))</p>
            <p>\(screen, Phrase(
                "Việc này không xóa các bản sao lưu và máy chủ dự phòng: hãy báo ngay người quản trị máy chủ và bộ phận bảo mật của cơ quan.",
                "Backups and standby servers are not reached: tell whoever runs the server, and your security officer, at once."))</p>
            \(screen.choice(Phrase("Lý do", "Reason"), name: "reason", chosen: PurgeReason.stateSecret.rawValue, options: PurgeReason.allCases.map { ($0.rawValue, screen(Self.words($0))) }))
            <p><label class="check"><input type="checkbox" name="sure" value="yes" required> <span>\(screen, Phrase("Tôi hiểu rằng kế hoạch sẽ mất vĩnh viễn.", "I understand that the plan will be gone for good."))</span></label></p>
            <div class="row"><button class="danger">\(screen, Self.title)</button> <a class="button" href="\(Routes.plans())">\(screen, Phrase("Quay lại", "Back"))</a></div>
            """))</section>
        """
    }

    private static func words(_ reason: PurgeReason) -> Phrase {
        switch reason {
        case .stateSecret: Phrase("Bí mật nhà nước", "State secret")
        case .personalData: Phrase("Dữ liệu cá nhân", "Personal data")
        case .wrongDocument: Phrase("Gửi nhầm văn bản", "Sent by mistake")
        }
    }
}

extension SitePages {
    mutating func addPurge() {
        get(Routes.purge) { visit in
            let id: Plan.ID = try visit.id("plan")
            try await PrepareToPurge(plan: id).run(in: visit.site.office, as: visit.actor)
            return visit.html(PurgePlanPage(plan: id).view(visit.screen))
        }
        post(Routes.purge) { visit, form in
            guard form["sure"] == "yes", let reason = form["reason"].flatMap({ PurgeReason(rawValue: $0) })
            else {
                throw RequestRefused(.badRequest)
            }
            let id: Plan.ID = try visit.id("plan")
            let outcome = try await PurgePlan(plan: id, reason: reason).run(
                in: visit.site.office, as: visit.actor)
            return visit.html(PurgePlanPage(plan: id, outcome: outcome).view(visit.screen))
        }
    }
}
